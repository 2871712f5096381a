//! Records where a model file comes from, in the metadata of its AST.
//!
//! A model that this program has cut down or fetched says so in the file: `"metadata": {"smithy-slim": {…}}`. An update
//! reads it to find the state that the file is in, and the licence of the generated crate follows the documentation.

use serde::{Deserialize, Serialize};

use super::Model;

/// The metadata's key.
const KEY: &str = "smithy-slim";

/// Where a model comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Provenance {
    /// The version of the generator that wrote the file.
    pub generator: String,
    /// The botocore version, such as `botocore 1.40.6`, or the name of the file that the model was taken from.
    pub origin: String,
    /// The SHA-256 of the original file, unpacked, in hexadecimal digits.
    pub sha256: String,
    /// The operations that the model was cut down to. `None` if it is whole.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub operations: Option<Vec<String>>,
    /// Whose documentation it has.
    pub documentation: DocumentationSource,
}

/// Whose documentation a model has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DocumentationSource {
    /// AWS's, which is published under the Apache License 2.0.
    Aws,
    /// Texts of the people who keep the file, or none.
    Own,
}

impl Model {
    /// Returns where the model comes from, if the file says so.
    pub fn provenance(&self) -> Option<Provenance> {
        serde_json::from_value(self.metadata.get(KEY)?.clone()).ok()
    }

    /// Records where the model comes from.
    pub fn set_provenance(&mut self, provenance: &Provenance) {
        let value = serde_json::json!(provenance);
        self.metadata.insert(KEY.to_owned(), value);
    }

    /// Returns whose documentation the model has: as recorded, else AWS's if it is one of AWS's models with documentation.
    pub fn documentation_source(&self) -> DocumentationSource {
        if let Some(provenance) = self.provenance() {
            return provenance.documentation;
        }
        let mut shapes = self.shapes.iter();
        let is_documented = shapes.any(|(id, shape)| {
            let has_text = || {
                shape
                    .members()
                    .iter()
                    .any(|it| it.traits.documentation.is_some())
            };
            id.namespace().starts_with("com.amazonaws.")
                && (shape.traits.documentation.is_some() || has_text())
        });
        match is_documented {
            true => DocumentationSource::Aws,
            false => DocumentationSource::Own,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn model(documentation: &str) -> Model {
        let text = format!(
            r#"{{"smithy": "2.0", "metadata": {{"suppressions": []}}, "shapes": {{"com.amazonaws.a#A": {{"type": "structure",
            "members": {{"m": {{"target": "smithy.api#String", "traits": {{{documentation}}}}}}}}}}}}}"#
        );
        Model::from_ast("a.json", text.as_bytes()).unwrap()
    }

    #[test]
    fn written_and_read_back_beside_other_metadata() {
        let mut model = model("");
        let provenance = Provenance {
            generator: "0.1.0".to_owned(),
            origin: "botocore 1.2.3".to_owned(),
            sha256: "00".to_owned(),
            operations: Some(vec!["Get".to_owned()]),
            documentation: DocumentationSource::Own,
        };
        assert_eq!(model.provenance(), None);
        model.set_provenance(&provenance);
        let read = Model::from_ast("a.json", model.to_ast().as_bytes()).unwrap();
        assert_eq!(read.provenance(), Some(provenance));
        assert!(read.metadata.contains_key("suppressions"));
    }

    #[test]
    fn documentation_of_aws_is_recognized_unless_the_file_says_otherwise() {
        assert_eq!(model("").documentation_source(), DocumentationSource::Own);
        let mut documented = model(r#""smithy.api#documentation": "Text.""#);
        assert_eq!(documented.documentation_source(), DocumentationSource::Aws);
        documented.set_provenance(&Provenance {
            generator: String::new(),
            origin: String::new(),
            sha256: String::new(),
            operations: None,
            documentation: DocumentationSource::Own,
        });
        assert_eq!(documented.documentation_source(), DocumentationSource::Own);
    }
}
