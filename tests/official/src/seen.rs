//! What a caller sees of a call, as plain values of neither crate.

use std::time::Duration;

use crate::transport::Request;

/// A call as seen from both of its ends.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Seen {
    /// What went out, one for each attempt.
    pub(crate) requests: Vec<Request>,
    /// What came back.
    pub(crate) result: Result<String, Box<Failure>>,
    /// How long it took on the clock of the test, which stands still but for sleeps.
    pub(crate) elapsed: Duration,
}

/// All that can be learnt of an error by the methods and traits it has.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Failure {
    /// Variant of `SdkError`.
    pub(crate) kind: &'static str,
    pub(crate) display: String,
    pub(crate) debug: String,
    /// `Display` of what `source()` leads to, one after the other.
    pub(crate) sources: Vec<String>,
    /// `DisplayErrorContext` of the error.
    pub(crate) context: String,
    pub(crate) code: Option<String>,
    pub(crate) message: Option<String>,
    pub(crate) request_id: Option<String>,
    /// Status of the response, if there was one.
    pub(crate) status: Option<u16>,
    /// The error of the operation, if it is one.
    pub(crate) service: Option<Service>,
    /// The error as an `Error` of the crate: `Display`, `Debug`, request ID, sources, metadata.
    pub(crate) unified: (String, String, Option<String>, Vec<String>, String),
}

impl Failure {
    /// An input that could not even be built.
    pub(crate) fn before_sending(error: String) -> Box<Self> {
        Box::new(Self {
            kind: "BuildError",
            display: error,
            ..Self::default()
        })
    }

    /// The same of our crate with the texts of the official one, with which ours begin. What they tell beyond that is
    /// asserted here: the message of an error that isn't modeled, and the request ID.
    pub(crate) fn with_official_texts(mut self: Box<Self>) -> Box<Self> {
        let Some(service) = &mut self.service else {
            return self;
        };
        let known = |text: &Option<String>| text.clone().filter(|text| !text.is_empty());
        let is_modeled = service.variant != "other";
        let message = known(&self.message).filter(|_| !is_modeled);
        let request_id = known(&service.request_id);
        let beyond = message.map_or_else(String::new, |message| format!(": {message}"))
            + &request_id.map_or_else(String::new, |id| format!(" (request ID: {id})"));
        let text = service.display.clone();
        let official = text.strip_suffix(&beyond);
        let official = official.unwrap_or_else(|| panic!("`{text}` doesn't tell `{beyond}`"));
        assert_eq!(self.sources.first(), Some(&text));
        assert_eq!(self.unified.0, text);
        assert!(self.context.contains(&text), "{}", self.context);
        official.clone_into(&mut service.display);
        official.clone_into(&mut self.sources[0]);
        official.clone_into(&mut self.unified.0);
        self.context = self.context.replacen(&text, official, 1);
        self
    }

    /// Whether a response could not be read. Only its wording is the crate's own.
    pub(crate) fn is_unreadable(&self) -> bool {
        let unhandled = self
            .service
            .as_ref()
            .filter(|service| service.variant == "other");
        unhandled.is_some_and(|service| !service.debug.contains("source: ErrorMetadata"))
    }

    /// The same without what is told in words of each crate's own: what the reader says is wrong; and, where an error
    /// prints the request, the version of the `http` crate behind its URI.
    pub(crate) fn without_wording(mut self: Box<Self>) -> Box<Self> {
        let texts = [&mut self.debug, &mut self.context, &mut self.unified.1];
        let sources = self.sources.iter_mut().chain(&mut self.unified.3);
        for text in texts.into_iter().chain(sources) {
            *text = text.replace("parsed: H0(", "parsed: H1(");
        }
        if self.is_unreadable() {
            let unwrapped = ["the reader's words".to_owned()];
            self.debug.clear();
            self.context.clear();
            self.sources.splice(1.., unwrapped.clone());
            self.unified.1.clear();
            self.unified.3.splice(.., unwrapped);
            if let Some(service) = &mut self.service {
                service.debug.clear();
            }
        }
        self
    }
}

/// An error of an operation.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Service {
    pub(crate) variant: &'static str,
    pub(crate) display: String,
    pub(crate) debug: String,
    pub(crate) meta: String,
    pub(crate) request_id: Option<String>,
    pub(crate) retryable: String,
    pub(crate) kind_code: Option<String>,
}
