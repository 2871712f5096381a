//! Placeholder.

mod json;
#[cfg(test)]
mod tests;
