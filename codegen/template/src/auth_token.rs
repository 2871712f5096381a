//! Generates tokens that databases accept as passwords. A generated crate has those of one service.

pub mod dsql;
pub mod rds;
pub mod token;
