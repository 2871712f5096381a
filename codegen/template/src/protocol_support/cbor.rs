//! CBOR as values that are compared: the width of numbers and the form of lengths don't matter.

/// A data item.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Item {
    Integer(i128),
    Float(f64),
    Bytes(Vec<u8>),
    Text(String),
    Array(Vec<Item>),
    Map(Vec<(Item, Item)>),
    Tag(u64, Box<Item>),
    /// A boolean, `null` or `undefined`.
    Simple(u64),
}

impl Item {
    /// Whether the items mean the same.
    pub(crate) fn is_same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Integer(_) | Self::Float(_), Self::Integer(_) | Self::Float(_)) => {
                let (a, b) = (self.as_f64(), other.as_f64());
                a == b || (a.is_nan() && b.is_nan())
            }
            (Self::Array(a), Self::Array(b)) => {
                a.len() == b.len() && a.iter().zip(b).all(|(a, b)| a.is_same(b))
            }
            (Self::Map(a), Self::Map(b)) => {
                let is_in = |(key, value): &(Self, Self)| b.iter().any(|(k, v)| k == key && value.is_same(v));
                a.len() == b.len() && a.iter().all(is_in)
            }
            (Self::Tag(a, item), Self::Tag(b, other)) => a == b && item.is_same(other),
            (a, b) => a == b,
        }
    }

    fn as_f64(&self) -> f64 {
        match self {
            Self::Integer(value) => *value as f64,
            Self::Float(value) => *value,
            other => panic!("{other:?} isn't a number"),
        }
    }
}

/// Decodes one item, which has to be all there is.
pub(crate) fn decode(mut bytes: &[u8]) -> Item {
    let item = next(&mut bytes).expect("an item");
    assert!(bytes.is_empty(), "{bytes:x?} is left");
    item
}

fn take<'a>(bytes: &mut &'a [u8], length: usize) -> &'a [u8] {
    let (taken, rest) = bytes.split_at(length);
    *bytes = rest;
    taken
}

/// Decodes an item, or the break that ends an item of indefinite length.
fn next(bytes: &mut &[u8]) -> Option<Item> {
    let first = take(bytes, 1)[0];
    let (major, info) = (first >> 5, first & 0x1f);
    let length = match info {
        24..28 => 1 << (info - 24),
        _ => 0,
    };
    let following = take(bytes, length).iter().fold(0, |number, byte| number << 8 | u64::from(*byte));
    let argument = if info < 24 { info.into() } else { following };
    let count = if info == 31 { usize::MAX } else { argument as usize };
    Some(match (major, info) {
        (0, _) => Item::Integer(argument.into()),
        (1, _) => Item::Integer(-1 - i128::from(argument)),
        (2, 31) => Item::Bytes(pieces(bytes)),
        (2, _) => Item::Bytes(take(bytes, count).to_vec()),
        (3, 31) => Item::Text(String::from_utf8(pieces(bytes)).expect("text in UTF-8")),
        (3, _) => Item::Text(String::from_utf8(take(bytes, count).to_vec()).expect("text in UTF-8")),
        (4, _) => Item::Array((0..count).map_while(|_| next(bytes)).collect()),
        (5, _) => {
            Item::Map((0..count).map_while(|_| Some((next(bytes)?, next(bytes).expect("a value")))).collect())
        }
        (6, _) => Item::Tag(argument, Box::new(next(bytes).expect("a tagged item"))),
        (_, 25) => panic!("half-precision numbers aren't written"),
        (_, 26) => Item::Float(f32::from_bits(argument as u32).into()),
        (_, 27) => Item::Float(f64::from_bits(argument)),
        (_, 31) => return None,
        _ => Item::Simple(argument),
    })
}

fn pieces(bytes: &mut &[u8]) -> Vec<u8> {
    let mut all = Vec::new();
    while let Some(Item::Bytes(piece)) = next(bytes) {
        all.extend(piece);
    }
    all
}
