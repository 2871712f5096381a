//! Chooses the auth scheme of a call.

use std::borrow::Cow;
use std::fmt;

use aws_smithy_runtime_api::client::auth::{
    AuthSchemeId, AuthSchemeOption, AuthSchemeOptionResolverParams, AuthSchemeOptionsFuture,
    ResolveAuthSchemeOptions, SharedAuthSchemeOptionResolver,
};
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use aws_smithy_types::config_bag::ConfigBag;

use crate::error::display_error;
use crate::meta;

/// Resolves the auth schemes of this service.
pub trait ResolveAuthScheme: Send + Sync + fmt::Debug {
    /// Returns the auth schemes to try for these parameters, in order of preference.
    fn resolve_auth_scheme<'a>(
        &'a self,
        params: &'a Params,
        cfg: &'a ConfigBag,
        runtime_components: &'a RuntimeComponents,
    ) -> AuthSchemeOptionsFuture<'a>;

    /// Converts this resolver into the one that the runtime uses.
    fn into_shared_resolver(self) -> SharedAuthSchemeOptionResolver
    where
        Self: Sized + 'static,
    {
        SharedAuthSchemeOptionResolver::new(DowncastParams(self))
    }
}

#[derive(Debug)]
struct DowncastParams<T>(T);

impl<T: ResolveAuthScheme> ResolveAuthSchemeOptions for DowncastParams<T> {
    fn resolve_auth_scheme_options_v2<'a>(
        &'a self,
        params: &'a AuthSchemeOptionResolverParams,
        cfg: &'a ConfigBag,
        runtime_components: &'a RuntimeComponents,
    ) -> AuthSchemeOptionsFuture<'a> {
        match params.get::<Params>() {
            Some(params) => self.0.resolve_auth_scheme(params, cfg, runtime_components),
            None => AuthSchemeOptionsFuture::ready(Err("params of expected type was not present".into())),
        }
    }
}

/// The default resolver, which returns the auth schemes of the service's model.
#[derive(Debug, Default)]
pub struct DefaultAuthSchemeResolver {
    _private: (),
}

impl ResolveAuthScheme for DefaultAuthSchemeResolver {
    fn resolve_auth_scheme<'a>(
        &'a self,
        params: &'a Params,
        _cfg: &'a ConfigBag,
        _runtime_components: &'a RuntimeComponents,
    ) -> AuthSchemeOptionsFuture<'a> {
        let of_operation =
            meta::OPERATION_AUTH_SCHEMES.iter().find(|(name, _)| *name == params.operation_name());
        let schemes = of_operation.map_or(meta::AUTH_SCHEMES, |(_, schemes)| schemes);
        let option = |id: &AuthSchemeId| AuthSchemeOption::from(id.clone());
        AuthSchemeOptionsFuture::ready(Ok(schemes.iter().map(option).collect()))
    }
}

/// The parameters by which an auth scheme is chosen.
#[derive(Clone, Debug, PartialEq)]
pub struct Params {
    operation_name: Cow<'static, str>,
}

impl Params {
    /// Creates a builder for [`Params`].
    pub fn builder() -> ParamsBuilder {
        ParamsBuilder::default()
    }

    /// Returns the name of the operation.
    pub fn operation_name(&self) -> &str {
        &self.operation_name
    }
}

/// A builder for [`Params`].
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ParamsBuilder {
    operation_name: Option<Cow<'static, str>>,
}

impl ParamsBuilder {
    /// Sets the name of the operation, which is required.
    pub fn operation_name(self, operation_name: impl Into<Cow<'static, str>>) -> Self {
        self.set_operation_name(Some(operation_name.into()))
    }

    /// Sets the name of the operation, which is required.
    pub fn set_operation_name(mut self, operation_name: Option<Cow<'static, str>>) -> Self {
        self.operation_name = operation_name;
        self
    }

    /// Builds the [`Params`].
    ///
    /// # Errors
    ///
    /// Returns a [`BuildError`] if the name of the operation is missing.
    pub fn build(self) -> Result<Params, BuildError> {
        Ok(Params { operation_name: self.operation_name.ok_or(BuildError { field: "operation_name" })? })
    }
}

/// The error that a required field of [`Params`] is missing.
#[derive(Debug)]
pub struct BuildError {
    field: &'static str,
}

display_error!(BuildError, "a required field was missing: `{}`", field);
