//! The observable results of a call, as plain values that are independent of both crates.

use std::time::Duration;

use crate::harness::transport::Request;

/// The observable results of a call.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Observation {
    /// The requests, one per attempt.
    pub(crate) requests: Vec<Request>,
    /// The output as text, or the error.
    pub(crate) result: Result<String, Box<Failure>>,
    /// The time on the clock of the test, which is paused except for sleeps.
    pub(crate) elapsed: Duration,
}

/// Everything that methods and traits of an error return.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Failure {
    /// The variant of `SdkError`.
    pub(crate) kind: &'static str,
    pub(crate) display: String,
    pub(crate) debug: String,
    /// `Display` of the chain of `source()`.
    pub(crate) sources: Vec<String>,
    /// `DisplayErrorContext` of the error.
    pub(crate) context: String,
    pub(crate) code: Option<String>,
    pub(crate) message: Option<String>,
    pub(crate) request_id: Option<String>,
    /// The status of the response, if there was one.
    pub(crate) status: Option<u16>,
    /// The error of the operation, if it is a service error.
    pub(crate) service: Option<Service>,
    /// The error converted into `Error` of the crate: `Display`, `Debug`, request ID, sources, metadata.
    pub(crate) unified: (String, String, Option<String>, Vec<String>, String),
}

impl Failure {
    /// Creates the failure of an input that can't be built.
    pub(crate) fn before_sending(error: String) -> Box<Self> {
        Box::new(Self {
            kind: "BuildError",
            display: error,
            ..Self::default()
        })
    }

    /// Removes what our crate appends to the official texts: the message of an error that isn't modeled, and the request
    /// ID. Panics if they are missing.
    pub(crate) fn with_official_texts(mut self: Box<Self>) -> Box<Self> {
        let Some(service) = &mut self.service else {
            return self;
        };
        let present = |text: &Option<String>| text.clone().filter(|text| !text.is_empty());
        let is_modeled = service.variant != "other";
        let message = present(&self.message).filter(|_| !is_modeled);
        let request_id = present(&service.request_id);
        let appended = message.map_or_else(String::new, |message| format!(": {message}"))
            + &request_id.map_or_else(String::new, |id| format!(" (request ID: {id})"));
        let text = service.display.clone();
        let official = text.strip_suffix(&appended);
        let official = official.unwrap_or_else(|| panic!("`{text}` doesn't end with `{appended}`"));
        assert_eq!(self.sources.first(), Some(&text));
        assert_eq!(self.unified.0, text);
        assert!(self.context.contains(&text), "{}", self.context);
        official.clone_into(&mut service.display);
        official.clone_into(&mut self.sources[0]);
        official.clone_into(&mut self.unified.0);
        self.context = self.context.replacen(&text, official, 1);
        self
    }

    /// Whether the response could not be read. The texts of such errors differ between the crates.
    pub(crate) fn is_unreadable(&self) -> bool {
        let unhandled = self
            .service
            .as_ref()
            .filter(|service| service.variant == "other");
        unhandled.is_some_and(|service| !service.debug.contains("source: ErrorMetadata"))
    }

    /// Removes the texts that differ between the crates: those of reader errors, and the version of the `http` crate in
    /// printed requests.
    pub(crate) fn without_wording(mut self: Box<Self>) -> Box<Self> {
        let texts = [&mut self.debug, &mut self.context, &mut self.unified.1];
        let sources = self.sources.iter_mut().chain(&mut self.unified.3);
        for text in texts.into_iter().chain(sources) {
            *text = text.replace("parsed: H0(", "parsed: H1(");
        }
        if self.is_unreadable() {
            let unwrapped = ["text of the reader".to_owned()];
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
