//! Runs random sequences of commands on two crates that share a model.
//!
//! Whatever the order: each command works or explains itself, `codegen` succeeds afterwards and `codegen --check` finds
//! nothing, and no file of the user's is gone or changed. `SMITHY_SLIM_SEQUENCES=200 cargo test -p smithy-slim sequences`
//! tries more of them.

use std::collections::BTreeSet;

use crate::testing::{FIRST, NEXT, Sandbox, State};

/// A generator of numbers (splitmix64), so that every run tries the same sequences.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((mixed ^ (mixed >> 31)) % (limit as u64)).unwrap()
    }

    fn one<'a>(&mut self, list: &[&'a str]) -> &'a str {
        list[self.below(list.len())]
    }
}

const PACKAGES: [&str; 2] = ["one", "two"];

/// The user's own files: kept by `keep`, beside the crates, and inside of one without being listed.
const MINE: [&str; 4] = [
    "one/LICENSE",
    "notes.txt",
    "models/own.md",
    "two/tests/mine.rs",
];

fn sandbox() -> Sandbox {
    let sandbox = Sandbox::new();
    let without_put = State {
        operations: &["Delete", "Get", "List"],
        ..NEXT
    };
    sandbox.write("without.json", &without_put.ast());
    let with_more = State {
        operations: &["Delete", "Get", "List", "More", "Put"],
        ..FIRST
    };
    sandbox.write("more.json", &with_more.ast());
    sandbox
}

/// The first commands, without which most others have nothing to work on.
const BEGINNING: [&str; 2] = [
    "init small --operations Get,List --package one --from {root}/first.json",
    "init small --operations List,Delete --package two --from {root}/first.json",
];

/// A random command line.
fn command(random: &mut Random) -> String {
    let source = random.one(&["first", "next", "without", "more"]);
    let operation = random.one(&["Get", "Put", "List", "Delete", "More", "Nothing"]);
    let package = random.one(&PACKAGES);
    match random.below(10) {
        0 => format!(
            "init small --operations {operation} --package {package} --from {{root}}/{source}.json"
        ),
        1..=3 => format!("add {operation} --package {package} --from {{root}}/{source}.json"),
        4 => format!("add {operation} --package {package} --write-version"),
        5 | 6 => format!("remove {operation} --package {package}"),
        7 => format!("update --package {package} --from {{root}}/{source}.json"),
        8 => format!(
            "update --package {package} --from {{root}}/{source}.json --write-version --documentation keep"
        ),
        _ => "codegen".to_owned(),
    }
}

/// Makes some of the user's files, where there is a crate to put them in, and lists those inside of crates in `keep`.
fn leave_files(sandbox: &Sandbox, mine: &mut BTreeSet<&'static str>) {
    for file in MINE {
        let dir = file.split('/').next().unwrap();
        let is_in_crate = PACKAGES.contains(&dir);
        let is_there = !is_in_crate || sandbox.path(dir).join("Cargo.toml").exists();
        if !is_there || !mine.insert(file) {
            continue;
        }
        sandbox.write(file, "mine");
        if is_in_crate {
            let out = format!("out = \"{dir}\"\n");
            sandbox.replace(
                "codegen.toml",
                &out,
                &format!("{out}keep = [\"LICENSE\", \"tests\"]\n"),
            );
        }
    }
}

#[test]
fn two_crates_on_one_model_survive_commands_in_every_order() {
    let count = std::env::var("SMITHY_SLIM_SEQUENCES")
        .ok()
        .and_then(|it| it.parse().ok());
    let mut done = BTreeSet::new();
    for seed in 0..count.unwrap_or(6) {
        let mut random = Random(seed);
        let sandbox = sandbox();
        let mut mine = BTreeSet::new();
        let mut history = Vec::new();
        for step in 0..12 {
            let line = match BEGINNING.get(step).filter(|_| seed % 4 != 0) {
                Some(line) => (*line).to_owned(),
                None => command(&mut random),
            };
            let outcome = sandbox.run(&line);
            history.push(format!("{line} -> {}", outcome.code));
            if outcome.code == 0 {
                done.insert(line.split(' ').next().unwrap().to_owned());
            } else {
                assert!(outcome.stderr.contains("error: "), "{seed}: {history:#?}");
            }
            if !sandbox.path("codegen.toml").exists() {
                continue;
            }
            leave_files(&sandbox, &mut mine);
            for line in ["codegen", "codegen --check"] {
                let after = sandbox.run(line);
                assert_eq!(after.code, 0, "{seed}: {history:#?}\n{after:?}");
            }
            for file in &mine {
                assert_eq!(sandbox.read(file), "mine", "{seed}: {file} {history:#?}");
            }
        }
    }
    let all = ["add", "codegen", "init", "remove", "update"].map(str::to_owned);
    assert_eq!(
        done,
        BTreeSet::from(all),
        "every command has succeeded somewhere"
    );
}
