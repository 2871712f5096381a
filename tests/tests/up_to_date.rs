//! Checks that `generated/` is up to date.

use std::path::Path;

#[test]
fn generated_crates_are_up_to_date() {
    let codegen_toml = Path::new(env!("CARGO_MANIFEST_DIR")).join("../codegen.toml");
    if let Err(error) = smithy_slim::check(codegen_toml) {
        panic!("{error}");
    }
}
