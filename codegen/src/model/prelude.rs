//! Contains the shapes of Smithy's prelude, which every model may refer to.

use std::collections::BTreeMap;

use super::traits::Marker;
use super::{Shape, ShapeId, ShapeKind, SimpleKind, Traits};

/// Names and kinds, from <https://smithy.io/2.0/spec/model.html#prelude>.
const SIMPLE: [(&str, SimpleKind); 20] = [
    ("BigDecimal", SimpleKind::BigDecimal),
    ("BigInteger", SimpleKind::BigInteger),
    ("Blob", SimpleKind::Blob),
    ("Boolean", SimpleKind::Boolean),
    ("Byte", SimpleKind::Byte),
    ("Document", SimpleKind::Document),
    ("Double", SimpleKind::Double),
    ("Float", SimpleKind::Float),
    ("Integer", SimpleKind::Integer),
    ("Long", SimpleKind::Long),
    ("PrimitiveBoolean", SimpleKind::Boolean),
    ("PrimitiveByte", SimpleKind::Byte),
    ("PrimitiveDouble", SimpleKind::Double),
    ("PrimitiveFloat", SimpleKind::Float),
    ("PrimitiveInteger", SimpleKind::Integer),
    ("PrimitiveLong", SimpleKind::Long),
    ("PrimitiveShort", SimpleKind::Short),
    ("Short", SimpleKind::Short),
    ("String", SimpleKind::String),
    ("Timestamp", SimpleKind::Timestamp),
];

/// Returns all shapes of the prelude by ID.
pub(super) fn shapes() -> BTreeMap<ShapeId, Shape> {
    let simple = SIMPLE.into_iter().map(|(name, kind)| {
        let boxed = if name.starts_with("Primitive") {
            None
        } else {
            Marker::SET
        };
        let traits = Traits {
            boxed,
            ..Traits::default()
        };
        (
            ShapeId::new("smithy.api", name),
            Shape {
                kind: ShapeKind::Simple(kind),
                traits,
            },
        )
    });
    let unit = Shape {
        kind: ShapeKind::Structure(Vec::new()),
        traits: Traits::default(),
    };
    simple
        .chain([(ShapeId::from("smithy.api#Unit"), unit)])
        .collect()
}
