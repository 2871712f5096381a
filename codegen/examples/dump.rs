use std::path::Path;
fn main() {
    let a: Vec<String> = std::env::args().collect();
    let t = std::time::Instant::now();
    let bytes = std::fs::read(&a[1]).unwrap();
    let model = smithy_slim::Model::from_ast(&a[1], &bytes).unwrap_or_else(|e| panic!("{e}"));
    eprintln!("read {:?}", t.elapsed());
    let ops = if a[2] == "all" { smithy_slim::Operations::All } else { smithy_slim::Operations::Named(a[2].split(',').map(str::to_owned).collect()) };
    let c = smithy_slim::Config { package: a[3].clone(), version: "0.1.0".into(), operations: ops, protocol_tests: a.len() > 5 };
    let out = smithy_slim::generate(&model, &c).unwrap_or_else(|e| panic!("{e}"));
    eprintln!("gen {:?} {} files {} lines", t.elapsed(), out.files.len(), out.files.values().map(|f| f.lines().count()).sum::<usize>());
    for w in out.warnings { eprintln!("warning: {w}"); }
    for (p, f) in out.files { let p = Path::new(&a[4]).join(p); std::fs::create_dir_all(p.parent().unwrap()).unwrap(); std::fs::write(p, f).unwrap(); }
}
