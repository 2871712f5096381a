//! Reads error responses, all of which have a code and a message.

use aws_smithy_types::error::metadata::{Builder, ErrorMetadata};

use super::{ReadStructure, XmlError, XmlReader};

/// Reads the code and the message of an error response; each may be missing. They are where the members of the error
/// are: in the innermost of the elements that `wrappers` names.
pub(crate) fn error_metadata(body: &[u8], wrappers: &[&str]) -> Result<Builder, XmlError> {
    let mut metadata = ErrorMetadata::builder();
    if body.trim_ascii_start().is_empty() {
        return Ok(metadata);
    }
    let mut xml = XmlReader::new(body)?;
    if xml.enter(wrappers)? {
        while let Some(tag) = xml.next()? {
            metadata = match tag.name {
                "Code" => metadata.code(xml.text()?),
                "Message" | "message" => metadata.message(xml.text()?),
                _ => {
                    xml.skip()?;
                    metadata
                }
            };
        }
    }
    xml.finish()?;
    Ok(metadata)
}

/// Reads the members of an error into a builder. They are in the innermost of the elements that `wrappers` names, if it is
/// there; an empty body has none.
pub(crate) fn read_error<B: ReadStructure>(
    body: &[u8],
    wrappers: &[&str],
    builder: &mut B,
) -> Result<(), XmlError> {
    if body.trim_ascii_start().is_empty() {
        return Ok(());
    }
    let mut xml = XmlReader::new(body)?;
    if xml.enter(wrappers)? {
        xml.members(builder)?;
    }
    xml.finish()
}
