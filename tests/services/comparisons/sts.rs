// The calls of AWS STS: awsQuery.

use sdk::types::{PolicyDescriptorType, ProvidedContext, Tag};
use services_differential::xml_text;

fn client(session: &Session) -> Client {
    Client::from_conf(settings(session).build())
}

pub(crate) fn calls() -> Vec<Call> {
    vec![
        Call::new(
            "GetCallerIdentity",
            async |session| outcome(client(session).get_caller_identity().send().await),
            caller_identities,
        ),
        Call::new("AssumeRole", assume_role, assumed_roles),
    ]
}

async fn assume_role(session: &mut Session) -> CallResult {
    let client = client(session);
    let values = &mut session.values;
    let call = client
        .assume_role()
        .set_role_arn(values.option(Values::text))
        .set_role_session_name(values.option(Values::text))
        .set_policy_arns(values.option(|values| values.list(policy)))
        .set_policy(values.option(Values::text))
        .set_duration_seconds(values.option(Values::integer))
        .set_tags(values.option(|values| values.list(tag)))
        .set_transitive_tag_keys(values.option(|values| values.list(Values::text)))
        .set_external_id(values.option(Values::text))
        .set_serial_number(values.option(Values::text))
        .set_token_code(values.option(Values::text))
        .set_source_identity(values.option(Values::text))
        .set_provided_contexts(values.option(|values| values.list(context)));
    let mut result = call.send().await;
    // Credentials are hidden in `Debug` texts.
    let credentials = result
        .as_mut()
        .ok()
        .and_then(|output| output.credentials.take());
    let credentials = credentials.map(|credentials| {
        let keys = [credentials.access_key_id, credentials.secret_access_key];
        (keys, credentials.session_token, credentials.expiration)
    });
    outcome(result).map(|output| format!("{output} {credentials:?}"))
}

fn policy(values: &mut Values) -> PolicyDescriptorType {
    PolicyDescriptorType::builder()
        .set_arn(values.option(Values::text))
        .build()
}

fn tag(values: &mut Values) -> Tag {
    let tag = Tag::builder().key(values.text()).value(values.text());
    tag.build().expect("key and value are set")
}

fn context(values: &mut Values) -> ProvidedContext {
    ProvidedContext::builder()
        .set_provider_arn(values.option(Values::text))
        .set_context_assertion(values.option(Values::text))
        .build()
}

fn caller_identities(values: &mut Values) -> Vec<Response> {
    let [account, arn] = [(); 2].map(|()| xml_text(&values.text()));
    let members = format!("<Arn>{arn}</Arn><Other/><UserId/><Account>{account}</Account>");
    responses(values, "GetCallerIdentity", &members)
}

fn assumed_roles(values: &mut Values) -> Vec<Response> {
    let [id, secret, token, arn] = [(); 4].map(|()| xml_text(&values.text()));
    let expiration = values
        .pick(&[
            "2030-01-02T03:04:05Z",
            "2030-01-02T03:04:05.678Z",
            "soon",
            "",
        ])
        .to_string();
    let size = *values.pick(&["0", "6", "-1", "6.5", "x", ""]);
    let members = format!(
        "<SourceIdentity>{arn}</SourceIdentity>\
         <Credentials><AccessKeyId>{id}</AccessKeyId><SecretAccessKey>{secret}</SecretAccessKey>\
         <SessionToken>{token}</SessionToken><Expiration>{expiration}</Expiration></Credentials>\
         <AssumedRoleUser><Arn>{arn}</Arn><AssumedRoleId>{id}</AssumedRoleId></AssumedRoleUser>\
         <PackedPolicySize>{size}</PackedPolicySize>"
    );
    responses(values, "AssumeRole", &members)
}

fn responses(values: &mut Values, operation: &str, members: &str) -> Vec<Response> {
    let success = format!(
        "<{operation}Response xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\">\
         <{operation}Result>{members}</{operation}Result>\
         <ResponseMetadata><RequestId>6f2c</RequestId></ResponseMetadata></{operation}Response>"
    );
    let code = values.pick(&[
        "PackedPolicyTooLarge",
        "RegionDisabledException",
        "Throttling",
        "ExpiredTokenException",
    ]);
    let message = xml_text(&values.text());
    let error = format!(
        "<ErrorResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\"><Error><Type>Sender</Type><Code>{code}</Code>\
         <Message>{message}</Message></Error><RequestId>6f2c</RequestId></ErrorResponse>"
    );
    let mut responses = Vec::new();
    responses.extend(
        Response::new(200, success)
            .header("x-amzn-requestid", "6f2c")
            .and_truncated_xml(values),
    );
    responses.extend(
        Response::new(400, error)
            .header("x-amzn-requestid", "6f2c")
            .and_truncated_xml(values),
    );
    responses.push(Response::new(503, "<html>busy</html>"));
    responses.push(Response::new(200, "<html>log in</html>"));
    responses.push(Response::new(200, format!("<{operation}Response/>")));
    responses.push(Response::new(
        200,
        format!("<{operation}Response><A/></{operation}Response>"),
    ));
    responses
}
