//! Renders parts of the IR as short texts to compare and to show.

use crate::ir::{
    ApiKey, AuthScheme, Binding, Field, Literal, MapKey, Presence, RequestChecksum,
    ResponseChecksum, Type, TypeRef,
};
use crate::model::traits::TimestampFormat;

/// Returns the type of a field as a user writes it, such as `Option<Vec<types::AgentStatus>>`.
pub(super) fn field_type(field: &Field) -> String {
    let ty = boxed_type(&field.ty, field.boxed);
    match field.presence {
        Presence::Optional => format!("Option<{ty}>"),
        Presence::Required | Presence::Default(_) => ty,
    }
}

/// Returns the type of a value that can be in a box.
pub(super) fn boxed_type(ty: &Type, boxed: bool) -> String {
    let ty = plain_type(ty);
    if boxed { format!("Box<{ty}>") } else { ty }
}

/// Returns the type of a value, without `Option` and `Box`.
pub(super) fn plain_type(ty: &Type) -> String {
    match ty {
        Type::Boolean => "bool".to_owned(),
        Type::Byte => "i8".to_owned(),
        Type::Short => "i16".to_owned(),
        Type::Integer => "i32".to_owned(),
        Type::Long => "i64".to_owned(),
        Type::Float => "f32".to_owned(),
        Type::Double => "f64".to_owned(),
        Type::BigInteger => "aws_smithy_types::BigInteger".to_owned(),
        Type::BigDecimal => "aws_smithy_types::BigDecimal".to_owned(),
        Type::String => "String".to_owned(),
        Type::Blob => "primitives::Blob".to_owned(),
        Type::ByteStream => "primitives::ByteStream".to_owned(),
        Type::Timestamp(_) => "primitives::DateTime".to_owned(),
        Type::Document => "aws_smithy_types::Document".to_owned(),
        Type::Enum(name) | Type::Structure(name) | Type::Union(name) => type_path(name),
        Type::List { member, sparse } => format!("Vec<{}>", item_type(member, *sparse)),
        Type::Map { key, value, sparse } => {
            let key = match key {
                MapKey::String => "String".to_owned(),
                MapKey::Enum(name) => type_path(name),
            };
            format!("HashMap<{key}, {}>", item_type(value, *sparse))
        }
    }
}

fn item_type(ty: &Type, sparse: bool) -> String {
    let ty = plain_type(ty);
    if sparse { format!("Option<{ty}>") } else { ty }
}

fn type_path(ty: &TypeRef) -> String {
    let module = if ty.is_error { "types::error" } else { "types" };
    format!("{module}::{}", ty.name)
}

/// Returns the format of the timestamps in a type; empty if it has none.
pub(super) fn timestamp_format(ty: &Type) -> &'static str {
    match ty.timestamp_format() {
        Some(TimestampFormat::EpochSeconds) => "epoch-seconds",
        Some(TimestampFormat::DateTime) => "date-time",
        Some(TimestampFormat::HttpDate) => "http-date",
        None => "",
    }
}

/// Returns the place of a member in the message.
pub(super) fn binding(binding: &Binding) -> String {
    match binding {
        Binding::Body => "body".to_owned(),
        Binding::Payload => "payload".to_owned(),
        Binding::Label => "URI label".to_owned(),
        Binding::Query(name) => format!("query parameter {}", name.as_str()),
        Binding::QueryParams => "all other query parameters".to_owned(),
        Binding::Header(name) => format!("header {}", name.as_str()),
        Binding::PrefixHeaders(prefix) => format!("headers {}*", prefix.as_str()),
        Binding::StatusCode => "status code".to_owned(),
    }
}

/// Returns the default value; empty if there is none.
pub(super) fn default(presence: &Presence) -> String {
    match presence {
        Presence::Optional | Presence::Required => String::new(),
        Presence::Default(literal) => self::literal(literal),
    }
}

fn literal(literal: &Literal) -> String {
    match literal {
        Literal::Zero => "zero or empty".to_owned(),
        Literal::Boolean(value) => value.to_string(),
        Literal::Integer(value) => value.to_string(),
        Literal::Float(value) => value.to_string(),
        Literal::String(value) => format!("{value:?}"),
        Literal::Blob(bytes) => format!("{} bytes", bytes.len()),
        Literal::Timestamp(seconds, nanos) => {
            format!("{seconds}.{nanos:09} s since the Unix epoch")
        }
        Literal::Document(value) => value.to_string(),
    }
}

/// Returns the auth schemes in order of preference.
pub(super) fn auth(schemes: &[AuthScheme]) -> String {
    let name = |scheme: &AuthScheme| match scheme {
        AuthScheme::SigV4 => "SigV4".to_owned(),
        AuthScheme::SigV4a => "SigV4a".to_owned(),
        AuthScheme::Bearer => "bearer token".to_owned(),
        AuthScheme::Basic => "login".to_owned(),
        AuthScheme::ApiKey(ApiKey::Header { name, prefix }) => {
            format!("API key in the header {name}, after {prefix:?}")
        }
        AuthScheme::ApiKey(ApiKey::Query { name }) => {
            format!("API key in the query parameter {name}")
        }
        AuthScheme::NoAuth => "none".to_owned(),
    };
    schemes.iter().map(name).collect::<Vec<_>>().join(", ")
}

/// Returns how the checksum of a request is determined.
pub(super) fn request_checksum(checksum: Option<&RequestChecksum>) -> String {
    match checksum {
        None => "none".to_owned(),
        Some(RequestChecksum::Md5) => "MD5".to_owned(),
        Some(RequestChecksum::Flexible {
            algorithm_header,
            required,
        }) => {
            let need = if *required { "required" } else { "optional" };
            format!("{need}, with the algorithm in the header {algorithm_header}")
        }
    }
}

/// Returns which checksums of a response are verified.
pub(super) fn response_checksum(checksum: Option<&ResponseChecksum>) -> String {
    let Some(checksum) = checksum else {
        return "none".to_owned();
    };
    let names = checksum.algorithms.iter().map(|algorithm| algorithm.name());
    let names = names.collect::<Vec<_>>().join(", ");
    format!("{names}, requested by the header {}", checksum.mode_header)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ir::ChecksumAlgorithm;

    #[test]
    fn checksums_are_described() {
        let flexible = RequestChecksum::Flexible {
            algorithm_header: "x-algorithm".to_owned(),
            required: true,
        };
        let cases = [
            (None, "none"),
            (Some(RequestChecksum::Md5), "MD5"),
            (
                Some(flexible),
                "required, with the algorithm in the header x-algorithm",
            ),
        ];
        for (checksum, expected) in cases {
            assert_eq!(request_checksum(checksum.as_ref()), expected);
        }
        let checksum = ResponseChecksum {
            mode_header: "x-mode".to_owned(),
            algorithms: vec![ChecksumAlgorithm::Crc64Nvme, ChecksumAlgorithm::Sha1],
        };
        assert_eq!(response_checksum(None), "none");
        assert_eq!(
            response_checksum(Some(&checksum)),
            "CRC64NVME, SHA1, requested by the header x-mode"
        );
    }
}
