//! Unit tests of what is copied into generated crates.

mod auth_token;
mod cbor;
mod endpoint_partition;
mod endpoint_strings;
mod endpoint_url;
mod http_interceptors;
mod http_request;
mod http_response;
mod json_differential;
mod json_error;
#[cfg(feature = "lenient")]
mod json_lenient;
mod json_official;
mod json_read;
mod json_sample;
mod json_text;
mod json_write;
mod protocol_support;
mod query;
mod runtime_adjustments;
mod runtime_auth;
mod runtime_checksums;
mod runtime_config;
mod runtime_endpoint_discovery;
mod runtime_errors;
mod runtime_http;
mod runtime_idempotency;
mod runtime_paginator;
mod runtime_presign;
mod runtime_send;
mod runtime_serde;
mod runtime_support;
mod runtime_waiter;
mod xml;
