//! x
#[test]
fn tmp() {
    let t = std::fs::read_to_string("../models/connect.json").unwrap();
    let m = crate::Model::from_ast("models/connect.json", t.as_bytes()).unwrap();
    std::fs::write("/tmp/dfw/back.json", m.to_ast()).unwrap();
}
