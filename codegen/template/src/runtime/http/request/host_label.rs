//! Labels of a host prefix.

use aws_smithy_types::error::operation::BuildError;

/// The value of a label, the member `field` of the input, if it can be part of a host's name.
pub(crate) fn host_label<'a>(
    field: &'static str,
    value: Option<&'a impl AsRef<str>>,
) -> Result<&'a str, BuildError> {
    let label = value.map(AsRef::as_ref).filter(|label: &&str| !label.is_empty()).ok_or_else(|| {
        let details = "was unset or empty but must be set as part of the endpoint prefix";
        BuildError::missing_field(field, details)
    })?;
    // Anything else could lead the request to another host.
    if label.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte)) {
        Ok(label)
    } else {
        let details = "can't be part of the endpoint's host name";
        Err(BuildError::invalid_field(field, details))
    }
}
