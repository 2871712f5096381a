//! `ListThings` on the wire: its input becomes a request, a response its output or error.

use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::orchestrator::{HttpRequest, HttpResponse};
use aws_smithy_types::config_bag::ConfigBag;
use tracing::Span;

use super::builders::ListThingsOutputBuilder;
use super::{ListThings, ListThingsError, ListThingsInput, ListThingsOutput};
use crate::json::*;
use crate::runtime::http::request::RequestBuilder;
use crate::runtime::http::response;
use crate::runtime::operation::{self, Operation};
use crate::types::builders::ThingBuilder;

impl Operation for ListThings {
    const NAME: &'static str = "ListThings";

    type Input = ListThingsInput;
    type Output = ListThingsOutput;
    type Error = ListThingsError;

    fn span() -> Span {
        operation::span!("Things.ListThings")
    }

    fn serialize(input: ListThingsInput, _: &mut ConfigBag) -> Result<HttpRequest, BoxError> {
        let mut request = RequestBuilder::new("POST");
        request.path("/things/");
        request.label("thing_id", input.thing_id.as_deref(), "");
        request.query("kind", input.kind.as_ref());
        request.json(&input)
    }

    fn deserialize(response: &HttpResponse) -> Result<ListThingsOutput, BoxError> {
        let mut output = ListThingsOutputBuilder::default();
        response::read_json(response, &mut output)?;
        output._request_id = response::request_id(response);
        Ok(output.build())
    }
}

impl WriteStructure for ListThingsInput {
    fn write_members(&self, json: &mut JsonWriter) {
        json.member(key!("Filter"), self.filter.as_ref(), JsonWriter::structure);
        json.member(key!("MaxResults"), self.max_results.as_ref(), JsonWriter::integer);
        json.member(key!("NextToken"), self.next_token.as_ref(), JsonWriter::string);
    }
}

read_structure! {
    json: ListThingsOutputBuilder => ListThingsOutput;

    0 "Things" => things = json.list(JsonReader::structure::<ThingBuilder>)?;
    1 "NextToken" => next_token = json.string()?;
    2 "AppliedFilter" => applied_filter = json.union()?;
}
