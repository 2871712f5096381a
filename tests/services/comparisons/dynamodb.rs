// The calls of Amazon DynamoDB: awsJson 1.0, and a union that contains itself.

use std::collections::HashMap;

use sdk::types::{
    AttributeValue, ComparisonOperator, Condition, ConditionalOperator, DeleteRequest,
    ExpectedAttributeValue, PutRequest, ReturnConsumedCapacity, ReturnItemCollectionMetrics,
    ReturnValue, ReturnValuesOnConditionCheckFailure, Select, WriteRequest,
};
use services_differential::{Value, json};

// The official crate requires a table's name that isn't blank, because endpoint rules use it. The generated crate sends any
// name, and the service rejects it.

type Item = HashMap<String, AttributeValue>;

fn client(session: &Session) -> Client {
    Client::from_conf(settings(session).build())
}

pub(crate) fn calls() -> Vec<Call> {
    vec![
        Call::new("GetItem", get_item, items),
        Call::new("PutItem", put_item, put_items),
        Call::new("Query", query, query_results),
        Call::new("BatchWriteItem", batch_write_item, batch_results),
    ]
}

async fn get_item(session: &mut Session) -> CallResult {
    let client = client(session);
    let values = &mut session.values;
    let call = client
        .get_item()
        .table_name(values.word())
        .set_key(values.option(item))
        .set_attributes_to_get(values.option(|values| values.list(Values::text)))
        .set_consistent_read(values.option(Values::flag))
        .set_return_consumed_capacity(values.option(capacity))
        .set_projection_expression(values.option(Values::text))
        .set_expression_attribute_names(values.option(|values| values.map(Values::text)));
    outcome(call.send().await)
}

async fn put_item(session: &mut Session) -> CallResult {
    let client = client(session);
    let values = &mut session.values;
    let call = client
        .put_item()
        .table_name(values.word())
        .set_item(values.option(item))
        .set_expected(values.option(|values| values.map(expected)))
        .set_return_values(values.option(|_| ReturnValue::AllOld))
        .set_return_consumed_capacity(values.option(capacity))
        .set_return_item_collection_metrics(values.option(metrics))
        .set_conditional_operator(values.option(|_| ConditionalOperator::Or))
        .set_condition_expression(values.option(Values::text))
        .set_expression_attribute_names(values.option(|values| values.map(Values::text)))
        .set_expression_attribute_values(values.option(item))
        .set_return_values_on_condition_check_failure(
            values.option(|_| ReturnValuesOnConditionCheckFailure::AllOld),
        );
    outcome(call.send().await)
}

async fn query(session: &mut Session) -> CallResult {
    let client = client(session);
    let values = &mut session.values;
    let call = client
        .query()
        .table_name(values.word())
        .set_index_name(values.option(Values::text))
        .set_select(values.option(|_| Select::SpecificAttributes))
        .set_attributes_to_get(values.option(|values| values.list(Values::text)))
        .set_limit(values.option(Values::integer))
        .set_consistent_read(values.option(Values::flag))
        .set_key_conditions(values.option(|values| values.map(condition)))
        .set_query_filter(values.option(|values| values.map(condition)))
        .set_conditional_operator(values.option(|_| ConditionalOperator::And))
        .set_scan_index_forward(values.option(Values::flag))
        .set_exclusive_start_key(values.option(item))
        .set_return_consumed_capacity(values.option(capacity))
        .set_projection_expression(values.option(Values::text))
        .set_filter_expression(values.option(Values::text))
        .set_key_condition_expression(values.option(Values::text))
        .set_expression_attribute_names(values.option(|values| values.map(Values::text)))
        .set_expression_attribute_values(values.option(item));
    outcome(call.send().await)
}

async fn batch_write_item(session: &mut Session) -> CallResult {
    let client = client(session);
    let values = &mut session.values;
    let call = client
        .batch_write_item()
        .set_request_items(values.option(|values| values.map(|values| values.list(write_request))))
        .set_return_consumed_capacity(values.option(capacity))
        .set_return_item_collection_metrics(values.option(metrics));
    outcome(call.send().await)
}

fn item(values: &mut Values) -> Item {
    values.map(|values| attribute(values, 3))
}

/// Returns a value that is at most this deep.
fn attribute(values: &mut Values, depth: usize) -> AttributeValue {
    match *values.pick(&["S", "N", "B", "SS", "NS", "BS", "NULL", "BOOL", "L", "M"]) {
        "N" => AttributeValue::N(values.integer().to_string()),
        "B" => AttributeValue::B(values.blob()),
        "SS" => AttributeValue::Ss(values.list(Values::text)),
        "NS" => AttributeValue::Ns(values.list(|values| values.integer().to_string())),
        "BS" => AttributeValue::Bs(values.list(Values::blob)),
        "NULL" => AttributeValue::Null(values.flag()),
        "BOOL" => AttributeValue::Bool(values.flag()),
        "L" if depth > 1 => AttributeValue::L(values.list(|values| attribute(values, depth - 1))),
        "M" if depth > 1 => AttributeValue::M(values.map(|values| attribute(values, depth - 1))),
        _ => AttributeValue::S(values.text()),
    }
}

fn capacity(values: &mut Values) -> ReturnConsumedCapacity {
    ReturnConsumedCapacity::from(*values.pick(&["INDEXES", "NONE", "SomethingNew"]))
}

fn metrics(values: &mut Values) -> ReturnItemCollectionMetrics {
    ReturnItemCollectionMetrics::from(*values.pick(&["SIZE", "NONE"]))
}

fn expected(values: &mut Values) -> ExpectedAttributeValue {
    ExpectedAttributeValue::builder()
        .set_value(values.option(|values| attribute(values, 2)))
        .set_exists(values.option(Values::flag))
        .set_comparison_operator(values.option(|_| ComparisonOperator::NotContains))
        .set_attribute_value_list(
            values.option(|values| values.list(|values| attribute(values, 2))),
        )
        .build()
}

fn condition(values: &mut Values) -> Condition {
    Condition::builder()
        .comparison_operator(ComparisonOperator::Between)
        .set_attribute_value_list(
            values.option(|values| values.list(|values| attribute(values, 2))),
        )
        .build()
        .expect("the operator is set")
}

fn write_request(values: &mut Values) -> WriteRequest {
    let put = |values: &mut Values| {
        let request = PutRequest::builder().set_item(Some(item(values)));
        request.build().expect("the item is set")
    };
    let delete = |values: &mut Values| {
        let request = DeleteRequest::builder().set_key(Some(item(values)));
        request.build().expect("the key is set")
    };
    WriteRequest::builder()
        .set_put_request(values.option(put))
        .set_delete_request(values.option(delete))
        .build()
}

/// Returns the JSON of an item. Some have values that aren't allowed.
fn json_item(values: &mut Values) -> Value {
    let odd = [
        json!({"S": "a", "N": "1"}),
        json!({"S": "a", "N": null}),
        json!({"Z": 1}),
        json!({}),
        json!(null),
        json!({"NULL": "true"}),
        json!({"B": "%"}),
    ];
    let mut item = json!({
        "s": {"S": values.text()},
        "n": {"N": values.integer().to_string()},
        "b": {"B": "aGVsbG8="},
        "sets": {"SS": values.list(Values::text)},
        "null": {"NULL": values.flag()},
        "bool": {"BOOL": values.flag()},
        "list": {"L": [{"M": {"deep": {"L": [{"BS": ["", "aA=="]}]}}}, {"NS": ["1", "2"]}]},
    });
    if *values.pick(&[0, 1, 2]) == 0 {
        item["odd"] = values.pick(&odd).clone();
    }
    item
}

fn json_capacity(values: &mut Values) -> Value {
    let units = values
        .pick(&[
            json!(0.5),
            json!(1),
            json!(-1e300),
            json!("NaN"),
            json!("x"),
            json!(null),
        ])
        .clone();
    json!({
        "TableName": values.text(),
        "CapacityUnits": units,
        "Table": {"ReadCapacityUnits": units},
        "LocalSecondaryIndexes": {"a": {}, "b": {"WriteCapacityUnits": 2}},
    })
}

fn json_metrics(values: &mut Values) -> Value {
    json!({"ItemCollectionKey": json_item(values), "SizeEstimateRangeGB": [0.5, 1, null]})
}

fn items(values: &mut Values) -> Vec<Response> {
    let body = json!({"Item": json_item(values), "ConsumedCapacity": json_capacity(values)});
    responses(values, &body)
}

fn put_items(values: &mut Values) -> Vec<Response> {
    let metrics = values.option(json_metrics);
    let body = json!({"Attributes": json_item(values), "ItemCollectionMetrics": metrics});
    responses(values, &body)
}

fn query_results(values: &mut Values) -> Vec<Response> {
    let body = json!({
        "Count": values.option(Values::integer),
        "Items": values.option(|values| values.list(json_item)),
        "LastEvaluatedKey": values.option(json_item),
        "ConsumedCapacity": values.option(json_capacity),
    });
    responses(values, &body)
}

fn batch_results(values: &mut Values) -> Vec<Response> {
    let requests = values.list(|values| {
        json!({
            "PutRequest": values.option(|values| json!({"Item": json_item(values)})),
            "DeleteRequest": values.option(|values| json!({"Key": values.option(json_item)})),
        })
    });
    let body = json!({
        "UnprocessedItems": {"a": requests, "b": []},
        "ItemCollectionMetrics": {"a": values.list(json_metrics), "b": null},
        "ConsumedCapacity": values.list(json_capacity),
    });
    responses(values, &body)
}

fn responses(values: &mut Values, body: &Value) -> Vec<Response> {
    let codes = [
        "com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException",
        "com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException",
        "com.amazonaws.dynamodb.v20120810#ResourceNotFoundException",
        "com.amazon.coral.availability#ThrottlingException",
    ];
    let code = values.pick(&codes);
    let error = json!({"__type": code, "message": values.text(), "Item": json_item(values)});
    // The checksum is that of another body.
    let success = Response::new(200, body.to_string()).header("x-amz-crc32", "1");
    let mut responses = Vec::new();
    responses.extend(success.and_truncated(values));
    responses.extend(Response::new(400, error.to_string()).and_truncated(values));
    responses.push(Response::new(503, "<html>busy</html>"));
    responses
}
