//! The sources under `both/`, compiled against `aws_sdk_connect`.

use aws_sdk_connect as sdk;

#[path = "both/build.rs"]
mod build;
#[path = "both/config.rs"]
mod config;
#[path = "both/outcome.rs"]
mod outcome;
#[path = "both/wire.rs"]
pub(crate) mod wire;
