//! Selects the files of the formats of bodies.

use super::{File, Selection};
use crate::emit::codec::Format;
use crate::ir::{CodeSource, Codec, Content, Crate, Type};
use crate::model::traits::TimestampFormat;

impl Selection {
    /// Adds what reading and writing any value needs, and what reading errors needs.
    pub(super) fn add_codec(&mut self, lowered: &Crate) {
        self.add(base(Format::read(lowered.codec)));
        match lowered.codec {
            Codec::Json | Codec::Cbor => {}
            Codec::Xml => self.add(&[File::XmlWrite]),
            Codec::Query => self.add(base(Format::Query)),
        }
        if lowered.error_layout.code == CodeSource::QueryErrorHeader {
            self.add(&[File::QueryError]);
        }
        for operation in &lowered.operations {
            if operation.output.has_body_members() {
                self.add(match operation.response.content {
                    Content::Element(_) => &[File::ResponseReadXml],
                    Content::Member => &[File::ResponseReadXmlMember],
                    Content::Value => &[],
                });
            }
        }
    }

    /// Adds what reading and writing values of this type needs; that of its items is added for their types.
    pub(super) fn add_encoded(&mut self, codec: Codec, ty: &Type) {
        self.add(of_type(Format::read(codec), ty));
        match codec {
            Codec::Json | Codec::Cbor => {}
            Codec::Xml => self.add(written_xml(ty)),
            Codec::Query => self.add(of_type(Format::Query, ty)),
        }
    }
}

/// Returns the files that a format always needs.
fn base(format: Format) -> &'static [File] {
    match format {
        Format::Json => &[
            File::JsonAggregate,
            File::JsonError,
            File::JsonErrorMetadata,
            File::JsonLenient,
            File::JsonNumber,
            File::JsonRead,
            File::JsonScalar,
            File::JsonString,
            File::JsonWrite,
            File::ResponseReadJson,
        ],
        Format::Cbor => &[
            File::CborAggregate,
            File::CborError,
            File::CborErrorMetadata,
            File::CborNumber,
            File::CborRead,
            File::CborText,
            File::CborWrite,
            File::ResponseReadCbor,
        ],
        Format::Xml => &[
            File::XmlAggregate,
            File::XmlError,
            File::XmlErrorMetadata,
            File::XmlKey,
            File::XmlRead,
            File::XmlScalar,
            File::XmlTag,
            File::XmlText,
        ],
        Format::Query => &[File::QueryWrite],
    }
}

/// Returns the files that a format needs for values of this type; of XML, those that read.
fn of_type(format: Format, ty: &Type) -> &'static [File] {
    match ty {
        Type::Blob => match format {
            Format::Json => &[File::JsonBlob],
            Format::Cbor => &[File::CborBlob],
            Format::Xml => &[File::XmlBlob],
            Format::Query => &[File::QueryBlob],
        },
        Type::Document => match format {
            Format::Json => &[File::JsonDocument],
            Format::Cbor | Format::Xml | Format::Query => &[],
        },
        Type::BigInteger | Type::BigDecimal => match format {
            Format::Json => &[File::JsonBigNumber],
            Format::Cbor => &[],
            Format::Xml => &[File::XmlBigNumber],
            Format::Query => &[File::QueryBigNumber],
        },
        Type::Timestamp(timestamp) => match (format, timestamp) {
            (Format::Json, TimestampFormat::EpochSeconds) => &[File::JsonEpochSeconds],
            (Format::Json, TimestampFormat::DateTime | TimestampFormat::HttpDate) => {
                &[File::JsonTime]
            }
            (Format::Cbor, _) => &[File::CborEpochSeconds],
            (Format::Xml, _) => &[File::XmlTime],
            (Format::Query, _) => &[File::QueryTime],
        },
        Type::List { sparse, .. } | Type::Map { sparse, .. } => match format {
            Format::Json if *sparse => &[File::JsonSparse],
            Format::Cbor if *sparse => &[File::CborSparse],
            Format::Json | Format::Cbor => &[],
            Format::Xml => &[File::XmlCollection, File::XmlFlattened],
            Format::Query => &[File::QueryCollection],
        },
        Type::Boolean
        | Type::Byte
        | Type::Short
        | Type::Integer
        | Type::Long
        | Type::Float
        | Type::Double
        | Type::String
        | Type::ByteStream
        | Type::Enum(_)
        | Type::Structure(_)
        | Type::Union(_) => &[],
    }
}

/// Returns the files that writing values of this type as XML needs.
fn written_xml(ty: &Type) -> &'static [File] {
    match ty {
        Type::Blob => &[File::XmlWriteBlob],
        Type::BigInteger | Type::BigDecimal => &[File::XmlWriteBigNumber],
        Type::Timestamp(_) => &[File::XmlWriteTime],
        Type::List { .. } | Type::Map { .. } => &[File::XmlWriteCollection],
        Type::Boolean
        | Type::Byte
        | Type::Short
        | Type::Integer
        | Type::Long
        | Type::Float
        | Type::Double
        | Type::String
        | Type::ByteStream
        | Type::Document
        | Type::Enum(_)
        | Type::Structure(_)
        | Type::Union(_) => &[],
    }
}
