//! Which parts of the template a crate needs, by what its operations bind where. In: the lowered crate; out: paths of
//! files below `src` of the template, and the names of those of its types that don't have files.

use std::collections::BTreeSet;

use crate::ir::{Binding, Body, Crate, Field, Operation, Part, Structure, Type};
use crate::model::traits::TimestampFormat;

/// The primitive type `Blob`.
pub(super) const BLOB: &str = "Blob";
/// The primitive type `ByteStream`.
pub(super) const STREAM: &str = "ByteStream";

/// The parts needed.
pub(super) fn parts(lowered: &Crate) -> BTreeSet<&'static str> {
    let mut parts = Parts::default();
    for operation in &lowered.operations {
        parts.add_operation(operation);
    }
    for structure in lowered.structures.iter().chain(&lowered.errors) {
        parts.add_types(structure);
    }
    for error in &lowered.errors {
        parts.add_response(error);
    }
    let variants = lowered.unions.iter().flat_map(|union| &union.variants);
    for ty in variants.filter_map(|variant| variant.ty.as_ref()) {
        parts.add_type(ty);
    }
    parts.0
}

#[derive(Default)]
struct Parts(BTreeSet<&'static str>);

impl Parts {
    fn add(&mut self, paths: &[&'static str]) {
        self.0.extend(paths);
    }

    fn add_operation(&mut self, operation: &Operation) {
        for field in &operation.input.fields {
            self.add_request_field(field);
        }
        match operation.request.body {
            Body::Empty => {}
            Body::Members => self.add(&[
                "runtime/http/request/json.rs",
                "runtime/http/request/payload.rs",
            ]),
            Body::Payload(index) => self.add_request_payload(&operation.input.fields[index]),
        }
        self.add_response(&operation.output);
        self.add_types(&operation.input);
        self.add_types(&operation.output);
        let mut host_prefix = operation.host_prefix.iter().flatten();
        if host_prefix.any(|part| matches!(part, Part::Label(_))) {
            self.add(&["runtime/http/request/host_label.rs"]);
        }
        if operation.paginator.is_some() {
            self.add(&["runtime/paginator.rs"]);
        }
        if operation.checksum_required {
            self.add(&["runtime/checksum.rs"]);
        }
        if operation.compressed {
            self.add(&["config/compression.rs", "runtime/compression.rs"]);
        }
    }

    fn add_request_field(&mut self, field: &Field) {
        match field.binding {
            Binding::Body | Binding::Payload | Binding::StatusCode => return,
            Binding::Label => self.add(&[
                "runtime/http/request/label.rs",
                "runtime/http/request/encode.rs",
            ]),
            Binding::Query(_) => {
                self.add(&[
                    "runtime/http/request/query.rs",
                    "runtime/http/request/encode.rs",
                ]);
                if field.required {
                    self.add(&["runtime/http/request/required.rs"]);
                }
            }
            Binding::QueryParams => self.add(&[
                "runtime/http/request/query_params.rs",
                "runtime/http/request/query.rs",
                "runtime/http/request/encode.rs",
            ]),
            Binding::Header(_) => {
                self.add(&["runtime/http/request/header.rs"]);
                if let Type::List { member, .. } = &field.ty {
                    self.add_header_list(field, member);
                }
            }
            Binding::PrefixHeaders(_) => {
                self.add(&[
                    "runtime/http/request/prefix_headers.rs",
                    "runtime/http/request/header.rs",
                ]);
            }
        }
        self.add_text(&field.ty);
    }

    fn add_header_list(&mut self, field: &Field, member: &Type) {
        self.add(&["runtime/http/request/header_list.rs"]);
        let is_base64 = *member == Type::String && field.media_type.is_some();
        if matches!(member, Type::String | Type::Enum(_)) && !is_base64 {
            self.add(&["runtime/http/request/quoted.rs"]);
        }
    }

    fn add_text(&mut self, ty: &Type) {
        self.add(&["runtime/http/request/text.rs"]);
        match ty {
            Type::List { member, .. } => self.add_text(member),
            Type::Timestamp(_) => self.add(&["runtime/http/request/time.rs"]),
            ty if ty.is_copy() => self.add(&["runtime/http/request/primitive.rs"]),
            _ => {}
        }
    }

    fn add_request_payload(&mut self, field: &Field) {
        self.add(&["runtime/http/request/payload.rs"]);
        match &field.ty {
            Type::ByteStream if field.requires_length => {
                self.add(&["runtime/http/request/required_length.rs"]);
            }
            Type::Structure(_) => self.add(&[
                "runtime/http/request/json.rs",
                "runtime/http/request/optional_structure.rs",
            ]),
            Type::Union(_) => self.add(&["runtime/http/request/json.rs"]),
            Type::Document => self.add(&["runtime/http/request/document.rs"]),
            _ => {}
        }
    }

    /// The parts that read an output or an error.
    fn add_response(&mut self, structure: &Structure) {
        for field in &structure.fields {
            match field.binding {
                Binding::Header(_) => self.add_response_header(field),
                Binding::PrefixHeaders(_) => self.add(&[
                    "runtime/http/response/prefix_headers.rs",
                    "runtime/http/response/invalid.rs",
                ]),
                Binding::Payload => self.add_response_payload(&field.ty),
                Binding::Body
                | Binding::StatusCode
                | Binding::Label
                | Binding::Query(_)
                | Binding::QueryParams => {}
            }
        }
    }

    fn add_response_header(&mut self, field: &Field) {
        self.add(&["runtime/http/response/invalid.rs"]);
        match &field.ty {
            Type::List { member, .. } => self.add(match **member {
                Type::Timestamp(_) => &["runtime/http/response/time_list.rs"],
                Type::String if field.media_type.is_some() => &[
                    "runtime/http/response/header_list.rs",
                    "runtime/http/response/base64.rs",
                ],
                _ => &["runtime/http/response/header_list.rs"],
            }),
            Type::String if field.media_type.is_some() => {
                self.add(&[
                    "runtime/http/response/header.rs",
                    "runtime/http/response/base64.rs",
                ]);
            }
            _ => self.add(&["runtime/http/response/header.rs"]),
        }
    }

    fn add_response_payload(&mut self, ty: &Type) {
        self.add(match ty {
            Type::ByteStream => &["runtime/http/response/stream.rs"],
            Type::Blob | Type::String | Type::Enum(_) => &["runtime/http/response/payload.rs"],
            _ => &["runtime/http/response/json_payload.rs"],
        });
    }

    fn add_types(&mut self, structure: &Structure) {
        for field in &structure.fields {
            self.add_type(&field.ty);
        }
    }

    /// The parts that a type needs wherever it is.
    fn add_type(&mut self, ty: &Type) {
        match ty {
            Type::Blob => self.add(&[BLOB, "json/blob.rs"]),
            Type::ByteStream => self.add(&[STREAM]),
            Type::Document => self.add(&["json/document.rs"]),
            Type::BigInteger | Type::BigDecimal => {
                self.add(&["json/big_number.rs", "runtime/serde/big_number.rs"]);
            }
            Type::Timestamp(TimestampFormat::EpochSeconds) => self.add(&["json/epoch_seconds.rs"]),
            Type::Timestamp(TimestampFormat::DateTime | TimestampFormat::HttpDate) => {
                self.add(&["json/time.rs"]);
            }
            Type::List { member, sparse } => self.add_collection(member, *sparse),
            Type::Map { value, sparse, .. } => self.add_collection(value, *sparse),
            Type::Boolean
            | Type::Byte
            | Type::Short
            | Type::Integer
            | Type::Long
            | Type::Float
            | Type::Double
            | Type::String
            | Type::Enum(_)
            | Type::Structure(_)
            | Type::Union(_) => {}
        }
    }

    fn add_collection(&mut self, item: &Type, sparse: bool) {
        if sparse {
            self.add(&["json/sparse.rs"]);
        }
        self.add_type(item);
    }
}
