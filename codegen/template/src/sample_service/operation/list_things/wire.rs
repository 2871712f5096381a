//! Converts the input of `ListThings` into a request, and a response into its output.

use super::{ListThingsInput, ListThingsOutput};
use crate::config::ConfigBag;
use crate::config::http::{HttpRequest, HttpResponse};
use crate::error::BoxError;
use crate::json::*;
use crate::runtime::http::request::RequestBuilder;
use crate::runtime::http::response;
use crate::runtime::operation::{self, Operation};

impl Operation for super::ListThings {
    const NAME: &'static str = "ListThings";

    type Input = ListThingsInput;
    type Output = ListThingsOutput;
    type Error = super::ListThingsError;

    fn span() -> tracing::Span {
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
        let mut output = super::builders::ListThingsOutputBuilder {
            _request_id: response::request_id(response),
            ..Default::default()
        };
        response::read_json(response, &mut output)?;
        Ok(ReadStructure::finish(output))
    }
}

impl Members for ListThingsInput {
    const MEMBERS: &'static [&'static str] =
        &[key!("ThingId"), key!("Kind"), key!("Filter"), key!("MaxResults"), key!("NextToken")];
}

impl WriteStructure for ListThingsInput {
    fn write_members(&self, json: &mut JsonWriter) {
        json.member(Self::MEMBERS[2], self.filter.as_ref(), JsonWriter::structure);
        json.member(Self::MEMBERS[3], self.max_results.as_ref(), JsonWriter::integer);
        json.member(Self::MEMBERS[4], self.next_token.as_ref(), JsonWriter::string);
    }
}

#[cfg(feature = "serde")]
crate::runtime::serde::structure! {
    try_build operation::list_things::ListThingsInput { thing_id, kind, filter,
    max_results, next_token }
}

impl Members for ListThingsOutput {
    const MEMBERS: &'static [&'static str] = &[key!("Things"), key!("NextToken"), key!("AppliedFilter")];
}

impl ReadStructure for super::builders::ListThingsOutputBuilder {
    type Value = ListThingsOutput;

    fn read_member(&mut self, member: usize, json: &mut JsonReader<'_>) -> Result<(), JsonError> {
        match member {
            0 => self.things = json.list(JsonReader::structure::<crate::types::builders::ThingBuilder>)?,
            1 => json.member(&mut self.next_token, JsonReader::string)?,
            2 => self.applied_filter = json.union::<crate::types::ThingFilter>()?,
            _ => json.skip()?,
        }
        Ok(())
    }

    fn finish(self) -> Self::Value {
        self.build()
    }
}

#[cfg(feature = "serde")]
crate::runtime::serde::structure! {
    build operation::list_things::ListThingsOutput { things, next_token, applied_filter }
}
