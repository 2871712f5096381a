//! Scans small programs.

use serde_json::Value;

use crate::testing::Sandbox;

/// The operations that are called for certain, and those that are possible, in a program that depends on the SDK.
fn calls(code: &str) -> (Vec<String>, Vec<String>) {
    let sandbox = Sandbox::with_crate();
    sandbox.write(
        "app/Cargo.toml",
        "[dependencies]\naws-sdk-small = { package = \"small-slim\", path = \"x\" }\nsmall2 = { package = \"small-slim\", path = \"x\" }\n",
    );
    sandbox.write("app/src/main.rs", code);
    let outcome = sandbox.succeeds("scan {root}/app --format json");
    assert_eq!(outcome.stderr, "", "{code}");
    let value: Value = serde_json::from_str(&outcome.stdout).unwrap();
    let names = |key: &str| {
        let list = value["crates"][0][key].as_array().unwrap();
        list.iter()
            .map(|it| it["name"].as_str().unwrap().to_owned())
            .collect()
    };
    (names("called"), names("possible"))
}

#[track_caller]
fn assert_calls(code: &str, certain: &[&str]) {
    let (found, possible) = calls(code);
    assert_eq!(
        (found, possible),
        (
            certain.iter().map(|it| (*it).to_owned()).collect(),
            Vec::new()
        ),
        "{code}"
    );
}

#[test]
fn clients_are_followed_to_their_calls() {
    let table = [
        "fn f(client: &aws_sdk_small::Client) { client.get_thing().a(1).send(); }",
        "use aws_sdk_small::Client; async fn f() { let c = Client::new(&config); c.get_thing().send().await; }",
        "use aws_sdk_small as s; fn f() { let c = s::client::Client::from_conf(conf); let d = c.clone(); d.get_thing(); }",
        "use small2::Client as C; struct S { inner: std::sync::Arc<C> } impl S { fn f(&self) { self.inner.get_thing(); } }",
        "use aws_sdk_small::*; fn f(x: Option<Client>) { if let Some(c) = x { c.get_thing().send(); } }",
        "type C = small_slim::Client; fn make() -> C { todo!() } fn f() { make().get_thing(); }",
        "async fn client() -> Result<aws_sdk_small::Client, ()> { todo!() } async fn f() { let c = client().await?; c.get_thing().send(); }",
        "static C: OnceCell<aws_sdk_small::Client> = x(); fn f() { C.get_or_init(make).get_thing(); }",
        "fn f(c: &aws_sdk_small::Client) { println!(\"{:?}\", c.get_thing().send()); tokio::join!(c.get_thing().send(), x); }",
        "mod a { pub use aws_sdk_small as sdk; } fn f(c: crate::a::sdk::Client) { c.get_thing(); }",
        "fn f(c: impl AsRef<aws_sdk_small::Client>) { c.as_ref().get_thing().send(); }",
        "fn f() { mock!(aws_sdk_small::Client::get_thing).then_output(|| x); }",
        "fn f() { let c = Arc::new(aws_sdk_small::Client::new(&x)); run(move || { c.get_thing().send() }); }",
    ];
    for code in table {
        assert_calls(code, &["GetThing"]);
    }
}

#[test]
fn paths_to_operations_count() {
    assert_calls(
        "use aws_sdk_small::operation::put::{PutInput, PutError};",
        &["Put"],
    );
    assert_calls(
        "fn f() -> aws_sdk_small::operation::list::ListOutput { x() }",
        &["List"],
    );
    assert_calls(
        "fn f() { aws_sdk_small::operation::get::GetInput::builder().send_with(&c); }",
        &["Get"],
    );
}

#[test]
fn other_calls_do_not_count() {
    let table = [
        "fn f(c: &other::Client) { c.get_thing().send(); }",
        "fn f(client: &aws_sdk_small::Client) { client.config(); client.clone(); aws_sdk_small::Client::new(&x); }",
        "fn f(client: &aws_sdk_small::Client) { let client = 1; client.get_thing(); }",
        "fn f(client: &aws_sdk_small::Client) {} fn g(client: X) { client.get_thing(); }",
        "use aws_sdk_small::types::Thing; fn f() { Thing::builder().a(1).build(); }",
    ];
    for code in table {
        assert_calls(code, &[]);
    }
}

#[test]
fn calls_on_unknown_receivers_are_possible() {
    let (certain, possible) =
        calls("fn f() { registry[\"x\"].get().a(1).send(); other.fetch().send(); }");
    assert_eq!((certain, possible), (Vec::new(), vec!["Get".to_owned()]));
}

#[test]
fn the_report_proposes_commands() {
    let sandbox = Sandbox::with_crate();
    sandbox.write(
        "app/src/main.rs",
        "fn f(c: &aws_sdk_small::Client) { c.put().send(); }",
    );
    sandbox.write("app/src/broken.rs", "fn {");
    let outcome = sandbox.succeeds("scan {root}/app");
    assert!(
        outcome
            .stdout
            .starts_with("small-slim: 1 operation called\n"),
        "{outcome:?}"
    );
    for line in [
        "  (not in codegen.toml)\n",
        "  Get  never called\n",
        "run `smithy-slim add Put --package small-slim`\n",
        "run `smithy-slim remove Get --package small-slim`\n",
    ] {
        assert!(outcome.stdout.contains(line), "{outcome:?}");
    }
    assert!(
        outcome.stderr.contains("broken.rs: can't be parsed: "),
        "{outcome:?}"
    );
    sandbox.fails(
        "scan {root}/app --check",
        1,
        "the operations of `small-slim` in codegen.toml aren't those that the code calls",
    );
    sandbox.write(
        "app/src/main.rs",
        "fn f(c: &aws_sdk_small::Client) { c.get().send(); }",
    );
    sandbox.succeeds("scan {root}/app --check");
}

#[test]
fn without_codegen_toml_the_crates_of_the_sdk_are_scanned() {
    let sandbox = Sandbox::new();
    sandbox.write(
        "app/Cargo.toml",
        "[dependencies]\naws-sdk-lambda = \"1\"\nserde = \"1\"\n",
    );
    sandbox.write("app/src/main.rs", "async fn f(c: aws_sdk_lambda::Client) { c.list_functions().send().await; c.invoke().send(); }");
    let outcome = sandbox.succeeds("scan {root}/app");
    assert!(
        outcome
            .stdout
            .starts_with("aws-sdk-lambda: 2 operations called\n"),
        "{outcome:?}"
    );
    assert!(
        outcome
            .stdout
            .ends_with("run `smithy-slim init lambda --operations Invoke,ListFunctions`\n"),
        "{outcome:?}"
    );
}
