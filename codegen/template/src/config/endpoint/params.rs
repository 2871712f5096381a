//! Stand-in for the emitted endpoint parameters of the service: the client's configuration goes
//! in, the parameters of its endpoint rules come out.

use aws_smithy_runtime_api::client::endpoint::{self, EndpointResolverParams};
use aws_smithy_types::config_bag::ConfigBag;
use aws_types::endpoint_config::{EndpointUrl, UseDualStack, UseFips};
use aws_types::region::Region;

use super::{DowncastParams, EndpointFuture, InvalidParams, ResolveEndpoint};

/// What an endpoint is chosen by.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Params {
    region: Option<String>,
    use_dual_stack: bool,
    use_fips: bool,
    endpoint: Option<String>,
}

impl Params {
    /// Creates a builder of [`Params`].
    pub fn builder() -> ParamsBuilder {
        ParamsBuilder::default()
    }

    /// The AWS region to which the request goes.
    pub fn region(&self) -> Option<&str> {
        self.region.as_deref()
    }

    /// Whether to use the dual-stack endpoint.
    pub fn use_dual_stack(&self) -> Option<bool> {
        Some(self.use_dual_stack)
    }

    /// Whether to use the FIPS-compliant endpoint of the region.
    pub fn use_fips(&self) -> Option<bool> {
        Some(self.use_fips)
    }

    /// The endpoint to use instead of the one of the region.
    pub fn endpoint(&self) -> Option<&str> {
        self.endpoint.as_deref()
    }
}

/// Builder of [`Params`].
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ParamsBuilder {
    region: Option<String>,
    use_dual_stack: Option<bool>,
    use_fips: Option<bool>,
    endpoint: Option<String>,
}

impl ParamsBuilder {
    /// The parameters that come from the configuration of the client.
    pub(crate) fn from_config(cfg: &ConfigBag) -> Self {
        Self {
            region: cfg.load::<Region>().map(ToString::to_string),
            use_dual_stack: cfg.load::<UseDualStack>().map(|setting| setting.0),
            use_fips: cfg.load::<UseFips>().map(|setting| setting.0),
            endpoint: cfg.load::<EndpointUrl>().map(|url| url.0.clone()),
        }
    }

    /// Sets [`region`](Params::region).
    pub fn region(mut self, value: impl Into<String>) -> Self {
        self.region = Some(value.into());
        self
    }

    /// Sets [`use_fips`](Params::use_fips).
    pub fn use_fips(mut self, value: impl Into<bool>) -> Self {
        self.use_fips = Some(value.into());
        self
    }

    /// Builds the [`Params`].
    pub fn build(self) -> Result<Params, InvalidParams> {
        Ok(Params {
            region: self.region,
            use_dual_stack: self.use_dual_stack.unwrap_or(false),
            use_fips: self.use_fips.unwrap_or(false),
            endpoint: self.endpoint,
        })
    }
}

impl<T: ResolveEndpoint> endpoint::ResolveEndpoint for DowncastParams<T> {
    fn resolve_endpoint<'a>(&'a self, params: &'a EndpointResolverParams) -> EndpointFuture<'a> {
        match params.get::<Params>() {
            Some(params) => self.0.resolve_endpoint(params),
            None => EndpointFuture::ready(Err("params of expected type was not present".into())),
        }
    }
}
