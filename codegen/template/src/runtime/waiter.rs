//! Polls an operation until one of its results ends the waiting.

use std::{fmt, sync::Arc, time::Duration};

use aws_smithy_runtime::client::sdk_feature::SmithySdkFeature;
pub(crate) use aws_smithy_runtime::client::waiters::AcceptorState;
use aws_smithy_runtime::client::waiters::{WaiterOrchestrator, attach_waiter_tracing_span};
use aws_smithy_runtime_api::client::interceptors::context::BeforeSerializationInterceptorContextMut;
use aws_smithy_runtime_api::client::runtime_components::TimeComponents;
use aws_smithy_runtime_api::client::runtime_plugin::{RuntimePlugins, StaticRuntimePlugin};
pub(crate) use aws_smithy_runtime_api::client::waiters::{FinalPoll, error::WaiterError};

use crate::client::Handle;
use crate::config::http::HttpResponse;
use crate::config::{ConfigBag, Intercept, RuntimeComponents, RuntimeComponentsBuilder};
use crate::error::sealed_unhandled::Unhandled;
use crate::error::{BoxError, BuildError, SdkError};
use crate::runtime::operation::{Callable, Operation};

/// The result of waiting.
pub(crate) type WaitResult<Op> = Result<
    FinalPoll<<Op as Operation>::Output, SdkError<<Op as Operation>::Error, HttpResponse>>,
    WaiterError<<Op as Operation>::Output, <Op as Operation>::Error>,
>;

/// How long a waiter pauses between two polls: the least and the greatest duration.
pub(crate) type Delays = [Duration; 2];

/// Polls an operation with this input until `accept` returns a final state or `max_wait` has passed.
pub(crate) async fn wait<Op: Callable<Input: Clone>>(
    handle: Arc<Handle>,
    input: Result<Op::Input, BuildError>,
    [min_delay, max_delay]: Delays,
    max_wait: Duration,
    accept: impl Fn(&Op::Input, Result<&Op::Output, &Op::Error>) -> AcceptorState,
) -> WaitResult<Op> {
    let input = input.map_err(WaiterError::construction_failure)?;
    let plugins = Op::plugins(&handle, None).with_operation_plugin(feature_plugin());
    let time = time_components(&plugins).map_err(WaiterError::construction_failure)?;
    let orchestrator = WaiterOrchestrator::builder()
        .min_delay(min_delay)
        .max_delay(max_delay)
        .max_wait(max_wait)
        .time_source(time.time_source().ok_or_else(|| missing("a time source"))?)
        .sleep_impl(time.sleep_impl().ok_or_else(|| missing("a sleep implementation"))?)
        .acceptor(|result: Result<&Op::Output, &Op::Error>| accept(&input, result))
        .operation(|| Op::call(Ok(input.clone()), plugins.clone()))
        .build();
    attach_waiter_tracing_span(orchestrator.orchestrate()).await
}

/// Returns the clock and the sleep implementation of the client.
fn time_components(plugins: &RuntimePlugins) -> Result<TimeComponents, BoxError> {
    let components = plugins.apply_client_configuration(&mut ConfigBag::base())?;
    Ok(components.into_time_components())
}

fn missing<O, E>(what: &str) -> WaiterError<O, E> {
    WaiterError::construction_failure(format!("{what} is required for waiting, but the client has none"))
}

/// Returns the plugin that reports the waiter in the user agent.
fn feature_plugin() -> StaticRuntimePlugin {
    let components =
        RuntimeComponentsBuilder::new("WaiterFeatureTrackerRuntimePlugin").with_interceptor(Feature);
    StaticRuntimePlugin::new().with_runtime_components(components)
}

#[derive(Debug)]
struct Feature;

impl Intercept for Feature {
    fn name(&self) -> &'static str {
        "WaiterFeatureTrackerInterceptor"
    }

    fn modify_before_serialization(
        &self,
        _context: &mut BeforeSerializationInterceptorContextMut<'_>,
        _runtime_components: &RuntimeComponents,
        cfg: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        cfg.interceptor_state().store_append(SmithySdkFeature::Waiter);
        Ok(())
    }
}

/// Whether the list has elements, and all of them are `expected`.
#[allow(dead_code, reason = "not every service has waiters that compare all elements of a list")]
pub(crate) fn all_equal(values: Option<Vec<&str>>, expected: &str) -> bool {
    values.is_some_and(|values| !values.is_empty() && values.iter().all(|value| *value == expected))
}

/// Whether at least one element of the list is `expected`.
#[allow(dead_code, reason = "not every service has waiters that compare any element of a list")]
pub(crate) fn any_equals(values: Option<Vec<&str>>, expected: &str) -> bool {
    values.is_some_and(|values| values.contains(&expected))
}

impl<O, E> From<WaiterError<O, E>> for crate::Error
where
    O: fmt::Debug + Send + Sync + 'static,
    E: std::error::Error + Send + Sync + 'static,
{
    fn from(error: WaiterError<O, E>) -> Self {
        Self::Unhandled(Unhandled::new(error.into()))
    }
}
