// The calls of Amazon EC2: ec2Query.

use sdk::primitives::DateTime;
use sdk::types::Filter;
use services_differential::xml_text;

include!("ec2/run_instances.rs");
include!("ec2/responses.rs");

pub(crate) fn calls() -> Vec<Call> {
    vec![
        Call::new("DescribeInstances", describe_instances, descriptions),
        Call::new("RunInstances", run_instances, reservations),
        Call::new("TerminateInstances", terminate_instances, terminations),
    ]
}

fn client(session: &Session) -> Client {
    // Without it, each call has another token.
    let settings = settings(session).idempotency_token_provider("token");
    Client::from_conf(settings.build())
}

async fn describe_instances(session: &mut Session) -> CallResult {
    let client = client(session);
    let values = &mut session.values;
    let call = client
        .describe_instances()
        .set_instance_ids(list(values, Values::text))
        .set_dry_run(flag(values))
        .set_filters(list(values, filter))
        .set_next_token(string(values))
        .set_max_results(number(values));
    outcome(call.send().await)
}

fn filter(values: &mut Values) -> Filter {
    Filter::builder()
        .set_name(string(values))
        .set_values(list(values, Values::text))
        .build()
}

async fn terminate_instances(session: &mut Session) -> CallResult {
    let client = client(session);
    let values = &mut session.values;
    let call = client
        .terminate_instances()
        .set_instance_ids(list(values, Values::text))
        .set_dry_run(flag(values));
    outcome(call.send().await)
}

fn string(values: &mut Values) -> Option<String> {
    values.option(Values::text)
}

fn number(values: &mut Values) -> Option<i32> {
    values.option(Values::integer)
}

fn flag(values: &mut Values) -> Option<bool> {
    values.option(Values::flag)
}

fn time(values: &mut Values) -> Option<DateTime> {
    values.option(Values::time)
}

fn list<T>(values: &mut Values, item: impl FnMut(&mut Values) -> T) -> Option<Vec<T>> {
    values.option(|values| values.list(item))
}
