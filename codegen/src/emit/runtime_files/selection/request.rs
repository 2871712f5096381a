//! Selects the files that serialize requests.

use super::{File, Selection};
use crate::emit::codec::Format;
use crate::ir::{Binding, Body, Codec, Field, Operation, Part, Type};

impl Selection {
    /// Adds what the request of an operation needs.
    pub(super) fn add_request(&mut self, codec: Codec, operation: &Operation) {
        let format = Format::written(codec);
        for (index, field) in operation.input.fields.iter().enumerate() {
            // The bucket of S3 is a label that the endpoint contains instead of the path.
            if field.binding != Binding::Label || is_in_path(operation, index) {
                self.add_request_field(field);
            }
        }
        if !operation.request.headers.is_empty() || format.content_type(operation).is_some() {
            self.add(&[File::RequestConstantHeader]);
        }
        match &operation.request.body {
            Body::Empty | Body::Constant(_) => {}
            Body::Members(_) => self.add(&[encoded(format), File::RequestPayload]),
            Body::Payload(index) => {
                self.add_request_payload(format, &operation.input.fields[*index]);
            }
        }
        let has_prefix = |part: &Part| match part {
            Part::Label(label) => !label.prefixes.is_empty(),
            Part::Text(_) => false,
        };
        if operation.request.uri.path.iter().any(has_prefix) {
            self.add(&[File::RequestWithoutPrefix]);
        }
        let mut host_prefix = operation.host_prefix.iter().flatten();
        if host_prefix.any(|part| matches!(part, Part::Label(_))) {
            self.add(&[File::RequestHostLabel]);
        }
    }

    fn add_request_field(&mut self, field: &Field) {
        match field.binding {
            Binding::Body | Binding::Payload | Binding::StatusCode => return,
            Binding::Label => self.add(&[File::RequestLabel, File::RequestEncode]),
            Binding::Query(_) => {
                self.add(&[File::RequestQuery, File::RequestEncode]);
                if field.required {
                    self.add(&[File::RequestRequired]);
                }
            }
            Binding::QueryParams => self.add(&[
                File::RequestQueryParams,
                File::RequestQuery,
                File::RequestEncode,
            ]),
            Binding::Header(_) => {
                self.add(&[File::RequestHeader]);
                if let Type::List { member, .. } = &field.ty {
                    self.add_header_list(field, member);
                }
            }
            Binding::PrefixHeaders(_) => {
                self.add(&[File::RequestPrefixHeaders, File::RequestHeader]);
            }
        }
        self.add_text(&field.ty);
    }

    fn add_header_list(&mut self, field: &Field, member: &Type) {
        self.add(&[File::RequestHeaderList]);
        let is_base64 = *member == Type::String && field.media_type.is_some();
        if matches!(member, Type::String | Type::Enum(_)) && !is_base64 {
            self.add(&[File::RequestQuoted]);
        }
    }

    /// Adds what converts a value into text.
    fn add_text(&mut self, ty: &Type) {
        self.add(&[File::RequestText]);
        match ty {
            Type::List { member, .. } => self.add_text(member),
            Type::Timestamp(_) => self.add(&[File::RequestTime]),
            ty if ty.is_copy() => self.add(&[File::RequestPrimitive]),
            _ => {}
        }
    }

    fn add_request_payload(&mut self, format: Format, field: &Field) {
        self.add(&[File::RequestPayload]);
        match &field.ty {
            Type::ByteStream if field.requires_length => self.add(&[File::RequestRequiredLength]),
            Type::Structure(_) if format == Format::Json => {
                self.add(&[File::RequestJson, File::RequestOptionalStructure]);
            }
            Type::Structure(_) | Type::Union(_) => self.add(&[encoded(format)]),
            Type::Document => self.add(&[File::RequestDocument]),
            _ => {}
        }
    }
}

/// Whether the field with this index is a label of the path.
fn is_in_path(operation: &Operation, index: usize) -> bool {
    let mut parts = operation.request.uri.path.iter();
    parts.any(|part| matches!(part, Part::Label(label) if label.field == index))
}

/// Returns the file that encodes a structure as the body.
fn encoded(format: Format) -> File {
    match format {
        Format::Json => File::RequestJson,
        Format::Cbor => File::RequestCbor,
        Format::Xml => File::RequestXml,
        Format::Query => File::RequestQueryBody,
    }
}
