//! The codes of errors in the Query protocols, and in the protocols of services that used to have one of those:
//! <https://smithy.io/2.0/aws/protocols/aws-query-protocol.html#aws-protocols-awsquerycompatible-trait>.

use crate::ir::CodeSource;
use crate::model::Traits;
use crate::select::shapes::Target;

/// Returns the header that asks a service for the codes that its errors had in the Query protocol.
pub(super) fn mode_header(service: &Traits) -> Option<(String, String)> {
    let (name, value) = ("x-amzn-query-mode".to_owned(), "true".to_owned());
    service.aws_query_compatible.map(|_| (name, value))
}

/// Returns where the code of an error comes from.
pub(super) fn code_source(service: &Traits) -> CodeSource {
    match service.aws_query_compatible {
        Some(_) => CodeSource::QueryErrorHeader,
        None => CodeSource::Usual,
    }
}

/// Returns the code of an error of a service, which the trait `awsQueryError` replaces only if the service used to have a
/// Query protocol.
pub(super) fn code(service: &Traits, error: Target<'_>, traits: &Traits) -> String {
    match service.aws_query_compatible {
        Some(_) => query_code(error, traits),
        None => error.id().name().to_owned(),
    }
}

/// Returns the code of an error in the Query protocol.
pub(super) fn query_code(error: Target<'_>, traits: &Traits) -> String {
    let declared = traits.aws_query_error.as_ref();
    declared.map_or_else(|| error.id().name().to_owned(), |error| error.code.clone())
}
