//! Measures calls through the official crate and through ours: the client, its request, and a response from memory.
//! Prints first how often each call allocates.
//!
//! `cargo bench -p connect-slim-differential --features official`; the official crate alone takes minutes to build
//! optimized.

mod bodies;

use aws_credential_types::Credentials;
use aws_smithy_runtime_api::client::behavior_version::BehaviorVersion;
use aws_smithy_runtime_api::client::http::{
    HttpConnector, HttpConnectorFuture, SharedHttpClient, SharedHttpConnector, http_client_fn,
};
use aws_smithy_runtime_api::client::orchestrator::{HttpRequest, HttpResponse};
use aws_smithy_types::body::SdkBody;
use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use tokio::runtime::{Builder, Runtime};

use bodies::{ITEMS, Variation};

/// Answers every request with the same body.
#[derive(Debug)]
struct Answer(&'static str);

impl HttpConnector for Answer {
    fn call(&self, _: HttpRequest) -> HttpConnectorFuture {
        let status = 200.try_into().expect("200 is a status");
        HttpConnectorFuture::ready(Ok(HttpResponse::new(status, SdkBody::from(self.0))))
    }
}

fn http_client(body: String) -> SharedHttpClient {
    let body: &'static str = body.leak();
    http_client_fn(move |_, _| SharedHttpConnector::new(Answer(body)))
}

/// The calls of one crate. Both have the same names.
macro_rules! calls {
    ($crate_name:ident) => {
        mod $crate_name {
            use super::*;
            use ::$crate_name::types::{
                CommonAttributeAndCondition, ControlPlaneAttributeFilter, StringCondition,
                TagCondition, UserHierarchyGroupSearchCriteria as Criteria,
                UserHierarchyGroupSearchFilter as Filter,
            };
            use ::$crate_name::{Client, Config};

            pub(super) fn client(body: String) -> Client {
                let config = Config::builder()
                    .behavior_version(BehaviorVersion::latest())
                    .region(::$crate_name::config::Region::from_static("eu-west-2"))
                    .credentials_provider(Credentials::for_tests())
                    .http_client(http_client(body));
                Client::from_conf(config.build())
            }

            pub(super) async fn agent_statuses(client: &Client) {
                let call = client.search_agent_statuses().instance_id("1a2b");
                let output = call.send().await.expect("the response can be read");
                assert_eq!(output.agent_statuses().len(), ITEMS);
            }

            pub(super) async fn hierarchy_groups(client: &Client) {
                let call = client.search_user_hierarchy_groups().instance_id("1a2b");
                let output = call.send().await.expect("the response can be read");
                assert_eq!(output.user_hierarchy_groups().len(), ITEMS);
            }

            pub(super) async fn criteria(client: &Client, criteria: Criteria, filter: Filter) {
                let call = client
                    .search_user_hierarchy_groups()
                    .instance_id("1a2b")
                    .search_criteria(criteria)
                    .search_filter(filter);
                call.send().await.expect("the response can be read");
            }

            /// A tree of criteria, as deep and as wide as wanted.
            pub(super) fn tree(depth: u32, width: usize) -> Criteria {
                let condition = StringCondition::builder()
                    .field_name("name")
                    .value("Sales \u{e9}");
                let criteria = Criteria::builder().string_condition(condition.build());
                let children = (depth > 1).then(|| vec![tree(depth - 1, width); width]);
                criteria.set_or_conditions(children).build()
            }

            pub(super) fn filter() -> Filter {
                let tag = TagCondition::builder()
                    .tag_key("team")
                    .tag_value("sales")
                    .build();
                let and = CommonAttributeAndCondition::builder()
                    .tag_conditions(tag)
                    .build();
                let attributes = ControlPlaneAttributeFilter::builder().and_condition(and);
                Filter::builder()
                    .attribute_filter(attributes.build())
                    .build()
            }

            pub(super) fn bench(criterion: &mut Criterion, runtime: &Runtime) {
                let name = stringify!($crate_name);
                let mut bench = |call: &str, body: String, run: &dyn Fn(&Client)| {
                    let client = client(body);
                    run(&client); // What is only done once isn't counted.
                    let allocations = allocation_counter::measure(|| run(&client));
                    println!(
                        "{call}, {name}: {} allocations, {} bytes",
                        allocations.count_total, allocations.bytes_total
                    );
                    criterion.benchmark_group(call).bench_function(
                        BenchmarkId::from_parameter(name),
                        |bencher| {
                            bencher.iter(|| run(&client));
                        },
                    );
                };
                for variation in Variation::ALL {
                    let call = format!("{ITEMS} agent statuses, {variation}");
                    bench(&call, bodies::statuses(variation), &|client| {
                        runtime.block_on(agent_statuses(client));
                    });
                    let call = format!("{ITEMS} hierarchy groups, {variation}");
                    bench(&call, bodies::groups(variation), &|client| {
                        runtime.block_on(hierarchy_groups(client));
                    });
                }
                let (tree, filter) = (tree(4, 3), filter());
                bench(
                    "criteria of depth 4 and width 3",
                    "{}".to_owned(),
                    &|client| {
                        runtime.block_on(criteria(client, tree.clone(), filter.clone()));
                    },
                );
                bench("no members to write or read", "{}".to_owned(), &|client| {
                    runtime.block_on(criteria(
                        client,
                        Criteria::builder().build(),
                        Filter::builder().build(),
                    ));
                });
            }
        }
    };
}

calls!(aws_sdk_connect);
calls!(connect_slim);

fn calls(criterion: &mut Criterion) {
    let runtime = Builder::new_current_thread()
        .enable_time()
        .build()
        .expect("a runtime of one thread");
    aws_sdk_connect::bench(criterion, &runtime);
    connect_slim::bench(criterion, &runtime);
}

criterion_group!(benches, calls);
criterion_main!(benches);
