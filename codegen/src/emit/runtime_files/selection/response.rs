//! Selects the files that deserialize responses.

use super::{File, Selection};
use crate::ir::{Binding, Codec, Field, Structure, Type};

impl Selection {
    /// Adds what reading an output or an error needs.
    pub(super) fn add_response(&mut self, codec: Codec, structure: &Structure) {
        for field in &structure.fields {
            match field.binding {
                Binding::Header(_) => self.add_response_header(field),
                Binding::PrefixHeaders(_) => {
                    self.add(&[File::ResponsePrefixHeaders, File::ResponseInvalid]);
                }
                Binding::Payload => self.add_response_payload(codec, &field.ty),
                Binding::Body
                | Binding::StatusCode
                | Binding::Label
                | Binding::Query(_)
                | Binding::QueryParams => {}
            }
        }
    }

    fn add_response_header(&mut self, field: &Field) {
        let item = match &field.ty {
            Type::List { member, .. } => member,
            ty => ty,
        };
        let reader = match &field.ty {
            Type::List { .. } if matches!(item, Type::Timestamp(_)) => File::ResponseTimeList,
            Type::List { .. } => File::ResponseHeaderList,
            _ => File::ResponseHeader,
        };
        self.add(&[File::ResponseInvalid, reader]);
        if *item == Type::String && field.media_type.is_some() {
            self.add(&[File::ResponseBase64]);
        }
    }

    fn add_response_payload(&mut self, codec: Codec, ty: &Type) {
        self.add(match ty {
            Type::ByteStream => &[File::ResponseStream],
            Type::Blob | Type::String | Type::Enum(_) => &[File::ResponsePayload],
            _ => match codec {
                Codec::Json | Codec::Cbor => &[File::ResponseJsonPayload],
                Codec::Xml | Codec::Query => &[File::ResponseXmlPayload],
            },
        });
    }
}
