//! Detects the format of a model file by its content and reads it into a [`Model`].

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io::Read as _;

use flate2::read::GzDecoder;
use serde::de::IgnoredAny;

use super::{Model, ast, botocore, encoding};
use crate::error::{Errors, Problem, ProblemKind};

/// A model file and the files beside it. All of them may be packed with gzip.
#[derive(Debug, Clone, Default)]
pub struct ModelFiles {
    /// The name of the model file in messages: its path as given by the user.
    pub source: String,
    /// The model file: a Smithy JSON AST or botocore's `service-2.json`.
    pub main: Vec<u8>,
    /// botocore's `paginators-1.json`. Ignored for a Smithy AST, which contains its paginators.
    pub paginators: Option<Vec<u8>>,
    /// botocore's `endpoint-rule-set-1.json`. Ignored for a Smithy AST, which contains its endpoint rules.
    pub endpoint_rules: Option<Vec<u8>>,
}

/// The files of a botocore model, which are all in one folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The service itself, which is read if a folder is given.
    Service,
    /// [`ModelFiles::paginators`].
    Paginators,
    /// [`ModelFiles::endpoint_rules`].
    EndpointRules,
}

impl Part {
    /// Returns the names to look for in the folder. The first that exists is used.
    pub fn file_names(self) -> [&'static str; 2] {
        match self {
            Self::Service => ["service-2.json", "service-2.json.gz"],
            Self::Paginators => ["paginators-1.json", "paginators-1.json.gz"],
            Self::EndpointRules => ["endpoint-rule-set-1.json", "endpoint-rule-set-1.json.gz"],
        }
    }
}

impl Model {
    /// Reads a model from a Smithy JSON AST or from botocore's files.
    ///
    /// # Errors
    ///
    /// [`ProblemKind::Unreadable`] if a file is neither, naming the file and saying what it looks like.
    pub fn read(files: &ModelFiles) -> Result<Self, Errors> {
        let source = files.source.as_str();
        let main = text(source, &files.main)?;
        match kind(source, &main)? {
            Kind::Ast => ast::read(source, &main),
            Kind::Botocore => read_botocore(files, &main),
        }
    }
}

fn read_botocore(files: &ModelFiles, main: &[u8]) -> Result<Model, Errors> {
    let name_of = |part| sibling(&files.source, part);
    let paginators = named(name_of(Part::Paginators), files.paginators.as_deref())?;
    let endpoint_rules = named(
        name_of(Part::EndpointRules),
        files.endpoint_rules.as_deref(),
    )?;
    let service = botocore::Source {
        name: &files.source,
        bytes: main,
    };
    let paginators = paginators.as_ref().map(Named::as_source);
    let endpoint_rules = endpoint_rules.as_ref().map(Named::as_source);
    botocore::read(service, paginators, endpoint_rules)
}

/// Returns the name in messages of a file beside the model.
fn sibling(source: &str, part: Part) -> String {
    let folder = source.rfind(['/', '\\']).map_or("", |end| &source[..=end]);
    let [name, _] = part.file_names();
    format!("{folder}{name}")
}

struct Named<'a> {
    name: String,
    bytes: Cow<'a, [u8]>,
}

impl Named<'_> {
    fn as_source(&self) -> botocore::Source<'_> {
        botocore::Source {
            name: &self.name,
            bytes: &self.bytes,
        }
    }
}

fn named(name: String, bytes: Option<&[u8]>) -> Result<Option<Named<'_>>, Errors> {
    let Some(bytes) = bytes else { return Ok(None) };
    let bytes = text(&name, bytes)?;
    Ok(Some(Named { name, bytes }))
}

/// Returns the text of a file, unpacked and in UTF-8.
pub(super) fn text<'a>(file: &str, bytes: &'a [u8]) -> Result<Cow<'a, [u8]>, Errors> {
    let unpacked = unpack(file, bytes)?;
    encoding::to_utf8(unpacked).map_err(|message| unreadable(file, message))
}

/// The magic number of gzip, RFC 1952.
const GZIP: [u8; 2] = [0x1f, 0x8b];

fn unpack<'a>(file: &str, bytes: &'a [u8]) -> Result<Cow<'a, [u8]>, Errors> {
    if !bytes.starts_with(&GZIP) {
        return Ok(Cow::Borrowed(bytes));
    }
    let mut unpacked = Vec::new();
    GzDecoder::new(bytes)
        .read_to_end(&mut unpacked)
        .map_err(|error| {
            let message = format!("a gzip file that is damaged or cut off: {error}");
            unreadable(file, message)
        })?;
    Ok(Cow::Owned(unpacked))
}

/// The formats that a model is read from.
enum Kind {
    Ast,
    Botocore,
}

const EXPECTED: &str = "expected a Smithy 1.0 or 2.0 JSON AST, or botocore's service-2.json";

/// Returns the format of a file, detected by the keys of its outermost object.
fn kind(file: &str, bytes: &[u8]) -> Result<Kind, Errors> {
    if let Some(looks_like) = not_an_object(bytes) {
        return Err(unreadable(file, format!("{looks_like}; {EXPECTED}")));
    }
    let outline: BTreeMap<String, IgnoredAny> = serde_json::from_slice(bytes).map_err(|error| {
        let what = if error.is_eof() {
            "JSON that is cut off"
        } else {
            "not valid JSON"
        };
        unreadable(file, format!("{what}: {error}; {EXPECTED}"))
    })?;
    let has = |keys: &[&str]| keys.iter().all(|key| outline.contains_key(*key));
    let looks_like = if has(&["smithy"]) {
        return Ok(Kind::Ast);
    } else if has(&["metadata", "operations", "shapes"]) {
        return Ok(Kind::Botocore);
    } else if has(&["pagination"]) {
        "botocore's paginators, which belong beside a service-2.json".to_owned()
    } else if has(&["parameters", "rules"]) {
        "an endpoint rule set, which belongs beside a service-2.json".to_owned()
    } else if has(&["waiters"]) {
        "botocore's waiters".to_owned()
    } else if has(&["openapi"]) || has(&["swagger"]) {
        "an OpenAPI description".to_owned()
    } else if has(&["merge"]) {
        "one of botocore's `sdk-extras`, which only adds to another file".to_owned()
    } else if has(&["shapes"]) {
        "a Smithy AST without its `smithy` version, or part of a botocore model".to_owned()
    } else {
        let keys: Vec<&str> = outline.keys().take(5).map(String::as_str).collect();
        match keys.as_slice() {
            [] => "an empty JSON object".to_owned(),
            keys => format!("a JSON object with the keys {}", keys.join(", ")),
        }
    };
    Err(unreadable(
        file,
        format!("looks like {looks_like}; {EXPECTED}"),
    ))
}

/// Returns what the file looks like if it doesn't begin with a JSON object.
fn not_an_object(bytes: &[u8]) -> Option<&'static str> {
    let looks_like = match bytes.trim_ascii_start() {
        [] => "the file is empty",
        [b'{', ..] => return None,
        [b'[', ..] => "looks like a JSON array",
        [b'<', ..] => "looks like HTML or XML",
        [b'P', b'K', 3, 4, ..] => "looks like a zip file or a Python wheel; unpack it first",
        text if std::str::from_utf8(text).is_err() => "is not text in UTF-8 or UTF-16",
        text if serde_json::from_slice::<IgnoredAny>(text).is_ok() => "is JSON, but not an object",
        [b'$' | b'n', ..] => "looks like Smithy's IDL; make it JSON with `smithy ast`",
        _ => "is not JSON",
    };
    Some(looks_like)
}

fn unreadable(file: &str, message: String) -> Errors {
    Problem {
        file: file.to_owned(),
        shape: None,
        kind: ProblemKind::Unreadable(message),
    }
    .into()
}
