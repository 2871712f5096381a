//! Makes the new model ours. In: the whole new service and our present model. Out: the text of the model to write.

use anyhow::Result;
use smithy_slim_codegen::model::Lacking;
use smithy_slim_codegen::{Model, Operations};

use super::Documentation;
use crate::diff::problems;

/// A model that is ready to be written.
pub struct Taken {
    model: Model,
    /// The file's contents.
    pub text: String,
    /// What has no documentation now.
    pub lacking: Lacking,
}

/// Cuts `whole` down to the operations and keeps of `old` what is to be kept.
///
/// # Errors
///
/// What the library finds wrong with the operations.
pub fn take(
    old: &Model,
    whole: &Model,
    operations: &Operations,
    documentation: Documentation,
) -> Result<Taken> {
    let mut model = whole
        .reduced(operations)
        .map_err(|errors| problems(&errors))?;
    model.keep_what_is_left_out(old);
    let lacking = match documentation {
        Documentation::Keep => model.keep_documentation(old),
        Documentation::Take => Lacking::new(),
    };
    let text = model.to_ast();
    Ok(Taken {
        model,
        text,
        lacking,
    })
}

impl Taken {
    /// The model under the name of the file it comes from, to be shown in a diff.
    pub fn named_after(&self, whole: &Model) -> Model {
        let mut model = self.model.clone();
        model.source.clone_from(&whole.source);
        model
    }

    /// The model as it is in the file, which is what the crate must be generated from.
    ///
    /// # Errors
    ///
    /// If it can't be read, which is a defect of the writer.
    pub fn read_back(&self, source: &str) -> Result<Model> {
        Model::from_ast(source, self.text.as_bytes()).map_err(|errors| problems(&errors))
    }
}
