//! Calls operations with plain inputs and observes the results.

use std::collections::BTreeMap;
use std::collections::HashMap;

use tokio::runtime::Runtime;
use tokio::time::Instant;

use super::outcome::{Failed, failure};
use super::sdk::Client;
use super::sdk::config::Builder;
use super::{build, config};
use crate::harness::input::Input;
use crate::harness::observation::{Failure, Observation};
use crate::harness::setup::{self, Setup};
use crate::harness::transport::{Answer, Script};

/// A client with its script, on a clock that is paused except for sleeps.
pub(crate) struct Caller {
    client: Client,
    script: Script,
    runtime: Runtime,
}

impl Caller {
    pub(crate) fn new(setup: &Setup) -> Self {
        let script = Script::default();
        let mut config = config::builder(setup).http_client(script.http_client());
        if setup.own_retry_tokens {
            config = config.retry_partition(setup::own_retry_partition());
        }
        Self {
            client: Client::from_conf(config.build()),
            script,
            runtime: tokio::runtime::Builder::new_current_thread()
                .enable_time()
                .start_paused(true)
                .build()
                .expect("the runtime starts"),
        }
    }

    /// Calls the operation of the input.
    pub(crate) fn call(&self, input: &Input, answers: Vec<Answer>) -> Observation {
        self.customized(input, None, answers)
    }

    /// Calls the operation of the input with other settings for this call.
    pub(crate) fn call_with(&self, input: &Input, setup: &Setup, answers: Vec<Answer>) -> Observation {
        self.customized(input, Some(setup), answers)
    }

    fn customized(&self, input: &Input, setup: Option<&Setup>, answers: Vec<Answer>) -> Observation {
        self.script.set(answers);
        self.runtime.block_on(async {
            let start = Instant::now();
            let result = send(&self.client, input, setup.map(config::builder)).await;
            Observation {
                requests: self.script.take_requests(),
                result,
                elapsed: start.elapsed(),
            }
        })
    }
}

async fn send(
    client: &Client,
    input: &Input,
    with: Option<Builder>,
) -> Result<String, Box<Failure>> {
    match input {
        Input::Metrics(input) => {
            let input = build::metrics(input).map_err(Failure::before_sending)?;
            let call = client
                .get_contact_metrics()
                .set_instance_id(input.get_instance_id().clone())
                .set_contact_id(input.get_contact_id().clone())
                .set_metrics(input.get_metrics().clone());
            let result = match with {
                Some(with) => call.customize().config_override(with).send().await,
                None => call.send().await,
            };
            printed(result, |_| None)
        }
        Input::Statuses(input) => {
            let input = build::statuses(input);
            let call = client
                .search_agent_statuses()
                .set_instance_id(input.get_instance_id().clone())
                .set_next_token(input.get_next_token().clone())
                .set_max_results(*input.get_max_results())
                .set_search_filter(input.get_search_filter().clone())
                .set_search_criteria(input.get_search_criteria().clone());
            let result = match with {
                Some(with) => call.customize().config_override(with).send().await,
                None => call.send().await,
            };
            printed(result, |output| {
                let statuses = output.agent_statuses.as_mut()?;
                Some(
                    statuses
                        .iter_mut()
                        .map(|status| status.tags.take())
                        .collect(),
                )
            })
        }
        Input::Groups(input) => {
            let input = build::groups(input);
            let result = match with {
                Some(with) => {
                    let call = client
                        .search_user_hierarchy_groups()
                        .set_instance_id(input.get_instance_id().clone())
                        .set_next_token(input.get_next_token().clone())
                        .set_max_results(*input.get_max_results())
                        .set_search_filter(input.get_search_filter().clone())
                        .set_search_criteria(input.get_search_criteria().clone());
                    call.customize().config_override(with).send().await
                }
                None => input.send_with(client).await,
            };
            printed(result, |output| {
                let groups = output.user_hierarchy_groups.as_mut()?;
                Some(groups.iter_mut().map(|group| group.tags.take()).collect())
            })
        }
    }
}

type Tags = Vec<Option<HashMap<String, String>>>;

/// Converts the output into text. Tags are removed and sorted first, since a `HashMap` has no order.
fn printed<T, E>(
    result: Result<T, super::sdk::error::SdkError<E>>,
    take_tags: impl FnOnce(&mut T) -> Option<Tags>,
) -> Result<String, Box<Failure>>
where
    T: std::fmt::Debug + aws_types::request_id::RequestId,
    E: Failed,
    super::sdk::Error: From<super::sdk::error::SdkError<E>>,
{
    let mut output = result.map_err(failure)?;
    let tags = take_tags(&mut output).into_iter().flatten();
    let tags: Vec<Option<BTreeMap<_, _>>> =
        tags.map(|tags| tags.map(BTreeMap::from_iter)).collect();
    Ok(format!("{output:?} {tags:?} {:?}", output.request_id()))
}
