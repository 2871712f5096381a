// The calls of Amazon SQS: awsJson 1.0, with error codes of awsQuery.

use std::collections::HashMap;

use sdk::types::{
    MessageAttributeValue, MessageSystemAttributeName, MessageSystemAttributeNameForSends,
    MessageSystemAttributeValue, QueueAttributeName,
};
use services_differential::json;

fn client(session: &Session) -> Client {
    Client::from_conf(settings(session).build())
}

pub(crate) fn calls() -> Vec<Call> {
    vec![
        Call::new("SendMessage", send_message, sent_messages),
        Call::new("ReceiveMessage", receive_message, received_messages),
        Call::new("DeleteMessage", delete_message, deleted_messages),
    ]
}

async fn send_message(session: &mut Session) -> CallResult {
    let client = client(session);
    let values = &mut session.values;
    let call = client
        .send_message()
        .set_queue_url(values.option(Values::text))
        .set_message_body(values.option(Values::text))
        .set_delay_seconds(values.option(Values::integer))
        .set_message_attributes(values.option(|values| values.map(attribute)))
        .set_message_system_attributes(values.option(|values| {
            let name = MessageSystemAttributeNameForSends::AwsTraceHeader;
            HashMap::from([(name, system_attribute(values))])
        }))
        .set_message_deduplication_id(values.option(Values::text))
        .set_message_group_id(values.option(Values::text));
    outcome(call.send().await)
}

fn attribute(values: &mut Values) -> MessageAttributeValue {
    MessageAttributeValue::builder()
        .set_string_value(values.option(Values::text))
        .set_binary_value(values.option(Values::blob))
        .set_string_list_values(values.option(|values| values.list(Values::text)))
        .set_binary_list_values(values.option(|values| values.list(Values::blob)))
        .data_type(values.text())
        .build()
        .expect("the data type is set")
}

fn system_attribute(values: &mut Values) -> MessageSystemAttributeValue {
    MessageSystemAttributeValue::builder()
        .set_string_value(values.option(Values::text))
        .set_binary_value(values.option(Values::blob))
        .data_type(values.text())
        .build()
        .expect("the data type is set")
}

async fn receive_message(session: &mut Session) -> CallResult {
    let client = client(session);
    let values = &mut session.values;
    let names = [
        MessageSystemAttributeName::All,
        MessageSystemAttributeName::SentTimestamp,
        MessageSystemAttributeName::from("SomethingNew"),
    ];
    #[allow(deprecated, reason = "the member is still sent")]
    let call = client
        .receive_message()
        .set_attribute_names(values.option(|_| vec![QueueAttributeName::Policy]))
        .set_queue_url(values.option(Values::text))
        .set_message_system_attribute_names(
            values.option(|values| values.list(|values| values.pick(&names).clone())),
        )
        .set_message_attribute_names(values.option(|values| values.list(Values::text)))
        .set_max_number_of_messages(values.option(Values::integer))
        .set_visibility_timeout(values.option(Values::integer))
        .set_wait_time_seconds(values.option(Values::integer))
        .set_receive_request_attempt_id(values.option(Values::text));
    outcome(call.send().await)
}

async fn delete_message(session: &mut Session) -> CallResult {
    let client = client(session);
    let values = &mut session.values;
    let call = client
        .delete_message()
        .set_queue_url(values.option(Values::text))
        .set_receipt_handle(values.option(Values::text));
    outcome(call.send().await)
}

fn sent_messages(values: &mut Values) -> Vec<Response> {
    let body = json!({
        "MessageId": values.text(),
        "MD5OfMessageBody": values.option(Values::text),
        "SequenceNumber": values.option(Values::integer),
        "Other": [{"MessageId": 1}],
    });
    responses(values, &body.to_string())
}

fn received_messages(values: &mut Values) -> Vec<Response> {
    let base64 = *values.pick(&["aGVsbG8=", "", "aGVsbG8", "%"]);
    let attribute = json!({
        "DataType": values.option(Values::text),
        "StringValue": values.option(Values::text),
        "BinaryValue": base64,
        "StringListValues": values.list(Values::text),
        "BinaryListValues": [base64, null],
    });
    let messages = values.list(|values| {
        json!({
            "Body": values.text(),
            "Attributes": {"SentTimestamp": values.text(), "SomethingNew": "1", "SenderId": null},
            "MessageAttributes": {"a": attribute, "b": {}, "c": null},
            "ReceiptHandle": values.option(Values::text),
        })
    });
    responses(values, &json!({"Messages": messages}).to_string())
}

fn deleted_messages(values: &mut Values) -> Vec<Response> {
    let body = *values.pick(&["", "{}", "null", "{\"a\":1}"]);
    responses(values, body)
}

fn responses(values: &mut Values, body: &str) -> Vec<Response> {
    let codes = [
        "com.amazonaws.sqs#QueueDoesNotExist",
        "com.amazonaws.sqs#ReceiptHandleIsInvalid",
        "InvalidMessageContents",
        "com.amazon.coral.service#UnknownOperationException",
    ];
    let error = json!({"__type": values.pick(&codes), "message": values.text()});
    let error = Response::new(400, error.to_string()).header("x-amzn-requestid", "6f2c");
    let legacy = "AWS.SimpleQueueService.NonExistentQueue;Sender";
    let mut responses = Vec::new();
    responses.push(error.clone().header("x-amzn-query-error", legacy));
    responses.push(error.clone().header("x-amzn-query-error", "a"));
    responses.extend(error.and_truncated(values));
    responses.extend(Response::new(200, body).and_truncated(values));
    responses.push(Response::new(503, "<html>busy</html>"));
    responses
}
