//! Features of the SDK which a call uses, as the user agent reports them to AWS.

use aws_smithy_runtime::client::sdk_feature::SmithySdkFeature;
use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::interceptors::Intercept;
use aws_smithy_runtime_api::client::interceptors::context::{
    BeforeSerializationInterceptorContextMut, BeforeSerializationInterceptorContextRef,
};
use aws_smithy_runtime_api::client::runtime_components::{RuntimeComponents, RuntimeComponentsBuilder};
use aws_smithy_runtime_api::client::runtime_plugin::StaticRuntimePlugin;
use aws_smithy_types::config_bag::ConfigBag;
use aws_smithy_types::retry::{RetryConfig, RetryMode};

/// Reports how the call is retried.
#[derive(Debug)]
pub(crate) struct RetryModeFeature;

impl Intercept for RetryModeFeature {
    fn name(&self) -> &'static str {
        "RetryModeFeatureTrackerInterceptor"
    }

    fn read_before_serialization(
        &self,
        _context: &BeforeSerializationInterceptorContextRef<'_>,
        _runtime_components: &RuntimeComponents,
        cfg: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        let feature = match cfg.load::<RetryConfig>().map(RetryConfig::mode) {
            Some(RetryMode::Standard) => SmithySdkFeature::RetryModeStandard,
            Some(RetryMode::Adaptive) => SmithySdkFeature::RetryModeAdaptive,
            // A mode of a later runtime has no name here yet.
            Some(_) | None => return Ok(()),
        };
        cfg.interceptor_state().store_append(feature);
        Ok(())
    }
}

#[derive(Debug)]
struct PaginatorFeature;

impl Intercept for PaginatorFeature {
    fn name(&self) -> &'static str {
        "PaginatorFeatureTrackerInterceptor"
    }

    fn modify_before_serialization(
        &self,
        _context: &mut BeforeSerializationInterceptorContextMut<'_>,
        _runtime_components: &RuntimeComponents,
        cfg: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        cfg.interceptor_state().store_append(SmithySdkFeature::Paginator);
        Ok(())
    }
}

/// The plugin which reports that a call is made by a paginator.
pub(crate) fn paginator_plugin() -> StaticRuntimePlugin {
    StaticRuntimePlugin::new().with_runtime_components(
        RuntimeComponentsBuilder::new("PaginatorFeatureTrackerRuntimePlugin")
            .with_interceptor(PaginatorFeature),
    )
}
