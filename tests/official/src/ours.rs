//! The sources under `both/`, compiled against `connect_slim`.

use connect_slim as sdk;

#[path = "both/build.rs"]
pub(crate) mod build;
#[path = "both/calls.rs"]
pub(crate) mod calls;
#[path = "both/config.rs"]
mod config;
#[path = "both/consumer.rs"]
pub(crate) mod consumer;
#[path = "both/endpoint.rs"]
pub(crate) mod endpoint;
#[path = "both/mocks.rs"]
pub(crate) mod mocks;
#[path = "both/outcome.rs"]
mod outcome;
#[path = "both/resolvers.rs"]
pub(crate) mod resolvers;
#[path = "both/wire.rs"]
pub(crate) mod wire;
