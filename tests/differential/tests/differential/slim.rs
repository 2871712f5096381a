//! The files in `consumer`, compiled against `connect_slim`.

use connect_slim as sdk;

#[path = "consumer/build.rs"]
pub(crate) mod build;
#[path = "consumer/calls.rs"]
pub(crate) mod calls;
#[path = "consumer/config.rs"]
mod config;
#[path = "consumer/consumer.rs"]
pub(crate) mod consumer;
#[path = "consumer/endpoint.rs"]
pub(crate) mod endpoint;
#[path = "consumer/mocks.rs"]
pub(crate) mod mocks;
#[path = "consumer/outcome.rs"]
mod outcome;
#[path = "consumer/resolvers.rs"]
pub(crate) mod resolvers;
#[path = "consumer/caller.rs"]
pub(crate) mod caller;
