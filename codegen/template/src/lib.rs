//! Placeholder.

#[allow(dead_code, reason = "called by emitted code only")]
mod endpoint_lib;
#[cfg(test)]
mod tests;
