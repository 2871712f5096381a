//! The Rust types of members, and the literals of their defaults.

use crate::ir::RustName;
use crate::model::traits::TimestampFormat;

/// The type of a value, with what its reader and writer need to know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Type {
    /// `bool`.
    Boolean,
    /// `i8`.
    Byte,
    /// `i16`.
    Short,
    /// `i32`; also every intEnum.
    Integer,
    /// `i64`.
    Long,
    /// `f32`.
    Float,
    /// `f64`.
    Double,
    /// `BigInteger`.
    BigInteger,
    /// `BigDecimal`.
    BigDecimal,
    /// `String`, with the media type that makes a header of it Base64.
    String,
    /// `Blob`.
    Blob,
    /// `ByteStream`.
    ByteStream,
    /// `DateTime`, and how it is written at this place.
    Timestamp(TimestampFormat),
    /// `Document`.
    Document,
    /// An enum of `types`.
    Enum(TypeRef),
    /// A structure of `types`.
    Structure(TypeRef),
    /// A union of `types`.
    Union(TypeRef),
    /// `Vec<T>`, or `Vec<Option<T>>` if sparse.
    List {
        /// The items.
        member: Box<Type>,
        /// Whether there may be nulls.
        sparse: bool,
    },
    /// `HashMap<K, V>`, or `HashMap<K, Option<V>>` if sparse.
    Map {
        /// The keys.
        key: MapKey,
        /// The values.
        value: Box<Type>,
        /// Whether there may be nulls.
        sparse: bool,
    },
}

/// The type of a map's keys.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MapKey {
    /// `String`.
    String,
    /// An enum of `types`.
    Enum(TypeRef),
}

/// A type of this crate, in `types` unless said otherwise.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TypeRef {
    /// The type's name.
    pub name: RustName,
    /// Whether it is in `types::error`.
    pub is_error: bool,
}

impl Type {
    /// Returns the type of the items of a list or of the values of a map.
    pub fn item(&self) -> Option<&Self> {
        match self {
            Self::List { member: item, .. } | Self::Map { value: item, .. } => Some(item),
            Self::Boolean
            | Self::Byte
            | Self::Short
            | Self::Integer
            | Self::Long
            | Self::Float
            | Self::Double
            | Self::BigInteger
            | Self::BigDecimal
            | Self::String
            | Self::Blob
            | Self::ByteStream
            | Self::Timestamp(_)
            | Self::Document
            | Self::Enum(_)
            | Self::Structure(_)
            | Self::Union(_) => None,
        }
    }

    /// Returns the type of what lists and maps contain in the end; that of a value that is neither is its own.
    pub fn innermost(&self) -> &Self {
        self.item().map_or(self, Self::innermost)
    }

    /// Returns the format of the timestamps in a value.
    pub fn timestamp_format(&self) -> Option<TimestampFormat> {
        match self.innermost() {
            Self::Timestamp(format) => Some(*format),
            _ => None,
        }
    }

    /// Whether values are copied rather than borrowed by getters.
    pub fn is_copy(&self) -> bool {
        match self {
            Self::Boolean
            | Self::Byte
            | Self::Short
            | Self::Integer
            | Self::Long
            | Self::Float
            | Self::Double => true,
            Self::BigInteger
            | Self::BigDecimal
            | Self::String
            | Self::Blob
            | Self::ByteStream
            | Self::Timestamp(_)
            | Self::Document
            | Self::Enum(_)
            | Self::Structure(_)
            | Self::Union(_)
            | Self::List { .. }
            | Self::Map { .. } => false,
        }
    }
}

/// A default value that fits its type.
#[derive(Debug, Clone, PartialEq)]
pub enum Literal {
    /// `Default::default()` of the Rust type: zero, false, nothing.
    Zero,
    /// A boolean.
    Boolean(bool),
    /// An integer of any width.
    Integer(i64),
    /// A floating-point number.
    Float(f64),
    /// A string, an enum's value, or the text of a big number.
    String(String),
    /// The bytes of a blob.
    Blob(Vec<u8>),
    /// Seconds and nanoseconds since 1970.
    Timestamp(i64, u32),
    /// A document that is a scalar or empty.
    Document(serde_json::Value),
}
