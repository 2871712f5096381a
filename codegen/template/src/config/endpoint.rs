//! Resolves the endpoint of a call from parameters of the configuration and of the input.

mod params;
mod rules;

use std::fmt;

pub use aws_smithy_runtime_api::client::endpoint::{EndpointFuture, SharedEndpointResolver};
pub use aws_smithy_types::endpoint::Endpoint;

pub use self::params::{Params, ParamsBuilder};
use crate::error::display_error;

/// Resolves the endpoints of this service.
pub trait ResolveEndpoint: Send + Sync + fmt::Debug {
    /// Resolves the endpoint for these parameters.
    fn resolve_endpoint<'a>(&'a self, params: &'a Params) -> EndpointFuture<'a>;

    /// Converts this resolver into the one that the runtime uses.
    fn into_shared_resolver(self) -> SharedEndpointResolver
    where
        Self: Sized + 'static,
    {
        SharedEndpointResolver::new(DowncastParams(self))
    }
}

/// A resolver of this service, which the runtime can use.
#[derive(Debug)]
struct DowncastParams<T>(T);

/// The default resolver, which follows the endpoint rules of the service's model.
#[derive(Debug, Default)]
pub struct DefaultResolver {
    _private: (),
}

impl DefaultResolver {
    /// Creates the resolver.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ResolveEndpoint for DefaultResolver {
    fn resolve_endpoint<'a>(&'a self, params: &'a Params) -> EndpointFuture<'a> {
        EndpointFuture::ready(rules::resolve(params))
    }
}

/// The error that a required endpoint parameter is missing.
#[derive(Debug)]
pub struct InvalidParams {
    field: &'static str,
}

impl InvalidParams {
    #[allow(dead_code, reason = "only some services have required parameters")]
    fn missing(field: &'static str) -> Self {
        Self { field }
    }
}

display_error!(InvalidParams, "a required field was missing: `{}`", field);
