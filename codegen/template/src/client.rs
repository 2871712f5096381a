//! Defines the client. Its methods, one per operation, are defined beside the operations.

pub mod customize;

use std::sync::Arc;

use aws_smithy_runtime_api::client::runtime_plugin::RuntimePlugins;
use aws_types::sdk_config::SdkConfig;

use crate::config::{Config, ConfigBag, service};
use crate::error::BoxError;

/// The state that all clones of a client share.
#[derive(Debug)]
pub(crate) struct Handle {
    pub(crate) conf: Config,
    pub(crate) runtime_plugins: RuntimePlugins,
}

/// A client for the service.
///
/// It has one method per operation, which returns a fluent builder: set the parameters, then call
/// `send()`. Cloning a client is cheap, and the clones share connections and caches.
#[derive(Clone, Debug)]
pub struct Client {
    pub(crate) handle: Arc<Handle>,
}

impl Client {
    /// Creates a client from the configuration that the `aws-config` crate loads.
    ///
    /// # Panics
    ///
    /// Panics under the same conditions as [`Client::from_conf`].
    #[track_caller]
    pub fn new(sdk_config: &SdkConfig) -> Self {
        Self::from_conf(sdk_config.into())
    }

    /// Creates a client from the configuration of this service.
    ///
    /// # Panics
    ///
    /// Panics if the configuration has
    ///
    /// - no behavior version, unless the Cargo feature `behavior-version-latest` is enabled,
    /// - retries or timeouts but no `sleep_impl`, or
    /// - an identity resolver but no identity cache.
    #[track_caller]
    pub fn from_conf(conf: Config) -> Self {
        let runtime_plugins = service::client_plugins(conf.clone());
        validate(&runtime_plugins).unwrap_or_else(|error| panic!("Invalid client configuration: {error}"));
        Self { handle: Arc::new(Handle { conf, runtime_plugins }) }
    }

    /// Returns the configuration of this client.
    pub fn config(&self) -> &Config {
        &self.handle.conf
    }
}

fn validate(plugins: &RuntimePlugins) -> Result<(), BoxError> {
    let mut cfg = ConfigBag::base();
    let components = plugins.apply_client_configuration(&mut cfg)?;
    components.validate_base_client_config(&cfg)
}
