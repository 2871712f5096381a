//! The names and the arrangement of XML elements: <https://smithy.io/2.0/spec/protocol-traits.html#xml-bindings>.

use crate::ir::{Elements, Layout, Names, Nesting, WireName};
use crate::model::traits::Traits;
use crate::select::shapes::{Kind, Member, Shapes};

/// Returns the name of a member's element or attribute in a response.
pub(super) fn wire_name(member: &Member<'_>) -> WireName {
    let name = element_name(member);
    match member.traits.xml_attribute {
        Some(_) => WireName::new(format!("@{}", name.as_str())),
        None => name,
    }
}

/// Returns the name of a member's element or attribute, without a mark.
pub(super) fn element_name(member: &Member<'_>) -> WireName {
    let declared = member.traits.xml_name.as_deref();
    WireName::new(declared.unwrap_or(member.name))
}

/// Returns the arrangement of a member.
pub(super) fn layout(shapes: &Shapes<'_>, member: &Member<'_>) -> Layout {
    let elements = elements(shapes, member);
    // The trait means nothing for other types than lists and maps.
    let nesting = match member.traits.xml_flattened {
        Some(_) if elements != Elements::None => Nesting::Flattened,
        Some(_) | None => Nesting::Wrapped,
    };
    Layout {
        written: start_tag(&wire_name(member), member.traits),
        read_nesting: nesting,
        written_nesting: nesting,
        elements,
    }
}

/// Returns the elements of a member's target.
pub(super) fn elements(shapes: &Shapes<'_>, member: &Member<'_>) -> Elements {
    match &shapes[member.target].kind {
        Kind::List(item) => Elements::Items {
            name: names(item),
            elements: Box::new(elements(shapes, item)),
        },
        Kind::Map { key, value } => Elements::Entries {
            key: names(key),
            value: names(value),
            elements: Box::new(elements(shapes, value)),
        },
        Kind::Simple(_) | Kind::Enum(_) | Kind::IntEnum | Kind::Structure(_) | Kind::Union(_) => {
            Elements::None
        }
    }
}

fn names(member: &Member<'_>) -> Names {
    let read = element_name(member);
    Names {
        written: Some(start_tag(&read, member.traits)),
        read,
    }
}

/// Returns the start tag of the outermost element. The first traits that have a name determine it, and the first that have
/// a namespace, of which the service's is the last.
pub(super) fn outermost(service: &Traits, traits: &[&Traits], shape_name: &str) -> String {
    let name = traits
        .iter()
        .find_map(|traits| traits.xml_name.as_deref())
        .unwrap_or(shape_name);
    let with_namespace = traits
        .iter()
        .copied()
        .chain([service])
        .find(|traits| traits.xml_namespace.is_some());
    let name = WireName::new(name);
    let tag = with_namespace.map_or_else(|| name.clone(), |traits| start_tag(&name, traits));
    tag.as_str().to_owned()
}

/// Returns a name and the declaration of its namespace: `name xmlns:prefix="uri"`.
fn start_tag(name: &WireName, traits: &Traits) -> WireName {
    let Some(namespace) = &traits.xml_namespace else {
        return name.clone();
    };
    let prefix = namespace.prefix.as_ref();
    let prefix = prefix.map_or_else(String::new, |prefix| format!(":{prefix}"));
    let uri = namespace
        .uri
        .replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('"', "&quot;");
    let name = name.as_str();
    WireName::new(format!("{name} xmlns{prefix}=\"{uri}\""))
}
