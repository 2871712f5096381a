//! XML and form parameters as trees, which are compared without regard to the order of members and of map entries.

use std::collections::BTreeMap;

/// An element, or the parameters whose names begin with the same segments.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(crate) struct Node {
    attributes: BTreeMap<String, String>,
    text: String,
    /// The children by name. Children of one name are in order.
    children: BTreeMap<String, Vec<Node>>,
}

impl Node {
    /// Whether the trees mean the same. Siblings of one name are a list, unless each consists of a key and a value.
    pub(crate) fn is_same(&self, other: &Self) -> bool {
        let is_same_group = |(name, nodes): (&String, &Vec<Self>)| {
            other.children.get(name).is_some_and(|others| same_siblings(nodes, others))
        };
        self.attributes == other.attributes
            && self.text == other.text
            && self.children.len() == other.children.len()
            && self.children.iter().all(is_same_group)
    }

    fn child(&mut self, name: &str) -> &mut Vec<Node> {
        self.children.entry(name.to_owned()).or_default()
    }
}

fn same_siblings(nodes: &[Node], others: &[Node]) -> bool {
    let is_entry =
        |node: &Node| node.children.len() == 2 && node.children.values().all(|same| same.len() == 1);
    if nodes.len() != others.len() {
        return false;
    }
    if !nodes.iter().all(is_entry) {
        return nodes.iter().zip(others).all(|(node, other)| node.is_same(other));
    }
    let mut others: Vec<&Node> = others.iter().collect();
    nodes.iter().all(|node| {
        let found = others.iter().position(|other| node.is_same(other));
        found.map(|index| others.remove(index)).is_some()
    })
}

/// The tree of form parameters: `a.b.1=c`. Numbers are the places of the items of a list.
pub(crate) fn of_form(form: &str) -> Node {
    let mut params: Vec<(Vec<Segment<'_>>, &str)> = form.split('&').map(param).collect();
    // Names that differ in a number only are brought in its order.
    params.sort();
    let mut root = Node::default();
    for (segments, value) in params {
        let mut node = &mut root;
        for segment in segments {
            let (name, place) = match segment {
                Segment::Place(place) => ("#", place - 1),
                Segment::Name(name) => (name, 0),
            };
            let items = node.child(name);
            while items.len() <= place {
                items.push(Node::default());
            }
            node = &mut items[place];
        }
        node.text.push_str(value.trim());
    }
    root
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Segment<'a> {
    Place(usize),
    Name(&'a str),
}

fn param(param: &str) -> (Vec<Segment<'_>>, &str) {
    let (name, value) = param.split_once('=').expect("a parameter has a value");
    let segments = name.trim().split('.').map(|segment| match segment.parse() {
        Ok(place) => Segment::Place(place),
        Err(_) => Segment::Name(segment),
    });
    (segments.collect(), value)
}

/// The tree of an XML document without comments and without text beside elements.
pub(crate) fn of_xml(xml: &str) -> Node {
    let mut open = vec![(String::new(), Node::default())];
    let mut rest = xml;
    while let Some((text, behind)) = rest.split_once('<') {
        let (tag, behind) = behind.split_once('>').expect("a tag ends");
        rest = behind;
        if let (Some((_, node)), true) = (open.last_mut(), tag.starts_with('/')) {
            if node.children.is_empty() {
                node.text.push_str(&unescape(text));
            }
            close(&mut open);
        } else if !tag.starts_with(['?', '!']) {
            let (name, attributes) = start(tag.trim_end_matches('/'));
            open.push((name, Node { attributes, ..Node::default() }));
            if tag.ends_with('/') {
                close(&mut open);
            }
        }
    }
    let (_, root) = open.pop().expect("every element that was opened was closed");
    root
}

fn close(open: &mut Vec<(String, Node)>) {
    let (name, node) = open.pop().expect("an element was opened");
    let (_, parent) = open.last_mut().expect("the document is around all elements");
    parent.child(&name).push(node);
}

/// The name and the attributes of an element.
fn start(tag: &str) -> (String, BTreeMap<String, String>) {
    let (name, rest) = tag.split_once(char::is_whitespace).unwrap_or((tag, ""));
    let mut attributes = BTreeMap::new();
    let mut parts = rest.split('"');
    while let (Some(name), Some(value)) = (parts.next(), parts.next()) {
        attributes.insert(name.trim().trim_end_matches('=').to_owned(), unescape(value));
    }
    (name.to_owned(), attributes)
}

/// The text that is meant; an ampersand comes last, since its escape begins all others.
fn unescape(text: &str) -> String {
    const ESCAPES: [(&str, &str); 10] = [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&apos;", "'"),
        ("&#xD;", "\r"),
        ("&#13;", "\r"),
        ("&#xA;", "\n"),
        ("&#10;", "\n"),
        ("&#x85;", "\u{85}"),
        ("&#x2028;", "\u{2028}"),
    ];
    let text = ESCAPES.iter().fold(text.to_owned(), |text, (escape, plain)| text.replace(escape, plain));
    text.replace("&amp;", "&")
}
