//! A call of an operation, independent of the crate that makes it.

use std::fmt;

use crate::outcome::{CallResult, Outcome};
use crate::transport::{Response, Transport};
use crate::values::Values;

/// One call with its network and its random values.
#[derive(Debug)]
pub struct Session {
    /// The values of the input.
    pub values: Values,
    transport: Transport,
}

impl Session {
    /// Returns the HTTP client of the session, which records requests.
    pub fn http_client(&self) -> aws_smithy_runtime_api::client::http::SharedHttpClient {
        self.transport.http_client()
    }
}

/// Makes a call with random values through one of the crates.
pub struct Call {
    operation: &'static str,
    send: Box<dyn Fn(&mut Session) -> CallResult>,
    responses: fn(&mut Values) -> Vec<Response>,
}

impl fmt::Debug for Call {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Call")
            .field("operation", &self.operation)
            .finish_non_exhaustive()
    }
}

impl Call {
    /// Creates a call. `send` makes it, and `responses` returns the responses to make it with.
    pub fn new(
        operation: &'static str,
        send: impl AsyncFn(&mut Session) -> CallResult + 'static,
        responses: fn(&mut Values) -> Vec<Response>,
    ) -> Self {
        Self {
            operation,
            send: Box::new(move |session| {
                let runtime = tokio::runtime::Builder::new_current_thread()
                    .enable_time()
                    .build()
                    .expect("the runtime starts");
                runtime.block_on(send(session))
            }),
            responses,
        }
    }

    /// Returns the name of the operation.
    pub fn operation(&self) -> &'static str {
        self.operation
    }

    /// Returns the responses to make the call with. Both crates get the same ones.
    pub(crate) fn responses(&self, seed: u64) -> Vec<Response> {
        (self.responses)(&mut Values::new(seed))
    }

    /// Makes the call and returns what was observed.
    pub(crate) fn make(&self, seed: u64, response: &Response) -> Outcome {
        let transport = Transport::new(response.clone());
        let mut session = Session {
            values: Values::new(seed),
            transport: transport.clone(),
        };
        let result = (self.send)(&mut session);
        Outcome {
            requests: transport.take_requests(),
            result,
        }
    }
}
