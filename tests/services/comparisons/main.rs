//! Compares the generated crate of one service with the official one. `CALLS` is the path of the service's file.

mod official {
    use ::official as sdk;

    include!("client.rs");
    include!(env!("CALLS"));
}

mod generated {
    use ::generated as sdk;

    include!("client.rs");
    include!(env!("CALLS"));
}

#[test]
fn requests_and_responses_are_the_same() {
    services_differential::assert_same(&official::calls(), &generated::calls());
}
