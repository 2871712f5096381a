//! Features of the SDK that a call uses, as the user agent reports them to AWS.

use aws_smithy_runtime::client::sdk_feature::SmithySdkFeature;
use aws_smithy_runtime_api::client::interceptors::context::{
    BeforeSerializationInterceptorContextMut, BeforeSerializationInterceptorContextRef,
};
use aws_smithy_runtime_api::client::runtime_plugin::StaticRuntimePlugin;
use aws_smithy_types::retry::RetryMode;

use crate::config::{ConfigBag, Intercept, RuntimeComponents, RuntimeComponentsBuilder, retry::RetryConfig};
use crate::error::BoxError;

/// The interceptor that reports a feature.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Feature {
    RetryMode,
    #[allow(dead_code, reason = "not every service has pages")]
    Paginator,
}

impl Feature {
    /// The plugin which reports this feature of a single call.
    #[allow(dead_code, reason = "not every service has pages")]
    pub(crate) fn plugin(self) -> StaticRuntimePlugin {
        let components = RuntimeComponentsBuilder::new("FeatureTrackerRuntimePlugin").with_interceptor(self);
        StaticRuntimePlugin::new().with_runtime_components(components)
    }
}

impl Intercept for Feature {
    fn name(&self) -> &'static str {
        match self {
            Self::RetryMode => "RetryModeFeatureTrackerInterceptor",
            Self::Paginator => "PaginatorFeatureTrackerInterceptor",
        }
    }

    // This hook runs before the one below: the user agent lists the features in the order of their reports.
    fn modify_before_serialization(
        &self,
        _context: &mut BeforeSerializationInterceptorContextMut<'_>,
        _runtime_components: &RuntimeComponents,
        cfg: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        match self {
            Self::RetryMode => {}
            Self::Paginator => {
                cfg.interceptor_state().store_append(SmithySdkFeature::Paginator);
            }
        }
        Ok(())
    }

    fn read_before_serialization(
        &self,
        _context: &BeforeSerializationInterceptorContextRef<'_>,
        _runtime_components: &RuntimeComponents,
        cfg: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        let feature = match self {
            Self::Paginator => return Ok(()),
            Self::RetryMode => match cfg.load::<RetryConfig>().map(RetryConfig::mode) {
                Some(RetryMode::Standard) => SmithySdkFeature::RetryModeStandard,
                Some(RetryMode::Adaptive) => SmithySdkFeature::RetryModeAdaptive,
                // A mode of a later runtime has no name here yet.
                Some(_) | None => return Ok(()),
            },
        };
        cfg.interceptor_state().store_append(feature);
        Ok(())
    }
}
