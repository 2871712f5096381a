//! What the IR says, as short texts to compare and to show.

use crate::emit::Scope;
use crate::ir::{AuthScheme, Binding, Field, Literal, Presence, Type};
use crate::model::traits::TimestampFormat;

/// The type of a field as a user writes it, such as `Option<Vec<types::AgentStatus>>`.
pub(super) fn field_type(field: &Field) -> String {
    tidy(&Scope::default().field_ty(field).to_string())
}

/// The type of a value, without `Option` and `Box`.
pub(super) fn plain_type(ty: &Type) -> String {
    tidy(&Scope::default().ty(ty).to_string())
}

/// The type of a value that may be in a box.
pub(super) fn boxed_type(ty: &Type, boxed: bool) -> String {
    tidy(&Scope::default().boxed_ty(ty, boxed).to_string())
}

/// Printed tokens have spaces between all of them, and paths of the crate say so.
fn tidy(tokens: &str) -> String {
    tokens
        .replace(' ', "")
        .replace(',', ", ")
        .replace("crate::", "")
        .replace("std::collections::", "")
}

/// How the timestamps in a type are written; empty if it has none.
pub(super) fn timestamp_format(ty: &Type) -> &'static str {
    match ty {
        Type::Timestamp(TimestampFormat::EpochSeconds) => "epoch-seconds",
        Type::Timestamp(TimestampFormat::DateTime) => "date-time",
        Type::Timestamp(TimestampFormat::HttpDate) => "http-date",
        Type::List { member, .. } => timestamp_format(member),
        Type::Map { value, .. } => timestamp_format(value),
        Type::Boolean
        | Type::Byte
        | Type::Short
        | Type::Integer
        | Type::Long
        | Type::Float
        | Type::Double
        | Type::BigInteger
        | Type::BigDecimal
        | Type::String
        | Type::Blob
        | Type::ByteStream
        | Type::Document
        | Type::Enum(_)
        | Type::Structure(_)
        | Type::Union(_) => "",
    }
}

/// Where a member is in the message.
pub(super) fn binding(binding: &Binding) -> String {
    match binding {
        Binding::Body => "body".to_owned(),
        Binding::Payload => "the whole body".to_owned(),
        Binding::Label => "label of the URI".to_owned(),
        Binding::Query(name) => format!("query parameter {}", name.as_str()),
        Binding::QueryParams => "all other query parameters".to_owned(),
        Binding::Header(name) => format!("header {}", name.as_str()),
        Binding::PrefixHeaders(prefix) => format!("headers {}*", prefix.as_str()),
        Binding::StatusCode => "status code".to_owned(),
    }
}

/// What stands in for a missing value; empty if nothing does.
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
        Literal::Timestamp(seconds, nanos) => format!("{seconds}.{nanos:09} s since 1970"),
        Literal::Document(value) => value.to_string(),
    }
}

/// The ways to authenticate, by preference.
pub(super) fn auth(schemes: &[AuthScheme]) -> String {
    let name = |scheme: &AuthScheme| match scheme {
        AuthScheme::SigV4 => "SigV4",
        AuthScheme::NoAuth => "none",
    };
    schemes.iter().map(name).collect::<Vec<_>>().join(", ")
}
