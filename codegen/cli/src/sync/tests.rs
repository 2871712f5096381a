//! Writing and comparing with files made by hand, and what happens when it fails in the middle.

use std::time::{Duration, SystemTime};

use super::*;

/// A directory with room for a crate.
struct Place {
    _dir: tempfile::TempDir,
    root: PathBuf,
}

impl Place {
    fn new() -> Self {
        let dir = tempfile::tempdir().unwrap();
        let root = dir.path().canonicalize().unwrap();
        Self { _dir: dir, root }
    }

    fn out(&self) -> PathBuf {
        self.root.join("out")
    }

    fn compare<'a>(&self, files: &'a Files) -> Result<Changes<'a>> {
        compare(&self.out(), Path::new("out"), files)
    }

    fn write(&self, files: &Files) -> Result<()> {
        write(&[self.compare(files)?])
    }

    /// The differences as `word path` lines.
    fn differences(&self, files: &Files) -> Vec<String> {
        let changes = self.compare(files).unwrap();
        show(&[changes])
            .lines()
            .take_while(|line| !line.is_empty())
            .map(str::to_owned)
            .collect()
    }

    /// Everything on disk below the root: directories end with `/`, links show their target.
    fn tree(&self) -> BTreeMap<String, String> {
        let mut tree = BTreeMap::new();
        let mut dirs = vec![self.root.clone()];
        while let Some(dir) = dirs.pop() {
            for entry in fs::read_dir(dir).unwrap() {
                let path = entry.unwrap().path();
                let name = path.strip_prefix(&self.root).unwrap().display().to_string();
                if path.is_symlink() {
                    tree.insert(
                        name,
                        format!("-> {}", fs::read_link(&path).unwrap().display()),
                    );
                } else if path.is_dir() {
                    tree.insert(format!("{name}/"), String::new());
                    dirs.push(path);
                } else {
                    tree.insert(name, fs::read_to_string(&path).unwrap());
                }
            }
        }
        tree
    }

    fn put(&self, path: &str, text: &str) {
        let path = self.root.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
}

fn files(list: &[(&str, &str)]) -> Files {
    let marked = [("Cargo.toml", "# @generated\n")];
    let all = marked.iter().chain(list);
    all.map(|(path, text)| (path.into(), (*text).to_owned()))
        .collect()
}

fn names(place: &Place) -> Vec<String> {
    place.tree().into_keys().collect()
}

#[test]
fn writes_a_new_crate_with_the_directories_above_it() {
    let place = Place::new();
    let files = files(&[("src/lib.rs", "a"), ("src/types/x.rs", "b")]);
    let out = place.root.join("a/b");
    write(&[compare(&out, Path::new("a/b"), &files).unwrap()]).unwrap();
    assert_eq!(
        names(&place),
        [
            "a/",
            "a/b/",
            "a/b/Cargo.toml",
            "a/b/src/",
            "a/b/src/lib.rs",
            "a/b/src/types/",
            "a/b/src/types/x.rs"
        ]
    );
}

#[test]
fn removes_stale_files_and_empty_directories_and_keeps_what_is_not_ours() {
    let place = Place::new();
    let old = files(&[("src/lib.rs", "a"), ("src/old/deep/x.rs", "b")]);
    place.write(&old).unwrap();
    place.put("out/Cargo.lock", "lock");
    place.put("out/target/debug/x", "x");
    place.put("out/.git/config", "git");
    place.put("out/src/.hidden", "not at the top");
    place.put("out/tests/target", "not at the top");

    let new = files(&[("src/lib.rs", "a")]);
    assert_eq!(
        place.differences(&new),
        [
            "unexpected out/src/.hidden",
            "unexpected out/src/old/deep/x.rs",
            "unexpected out/tests/target"
        ]
    );
    place.write(&new).unwrap();
    assert_eq!(
        names(&place),
        [
            "out/",
            "out/.git/",
            "out/.git/config",
            "out/Cargo.lock",
            "out/Cargo.toml",
            "out/src/",
            "out/src/lib.rs",
            "out/target/",
            "out/target/debug/",
            "out/target/debug/x"
        ]
    );
    assert!(place.differences(&new).is_empty());
}

#[test]
fn files_that_are_right_keep_their_time() {
    let place = Place::new();
    place
        .write(&files(&[("src/a.rs", "a"), ("src/b.rs", "b")]))
        .unwrap();
    let long_ago = SystemTime::now() - Duration::from_secs(1_000_000);
    for name in ["src/a.rs", "src/b.rs"] {
        let file = fs::File::options().write(true).open(place.out().join(name));
        file.unwrap().set_modified(long_ago).unwrap();
    }
    place
        .write(&files(&[("src/a.rs", "a"), ("src/b.rs", "changed")]))
        .unwrap();
    let time = |name| {
        fs::metadata(place.out().join(name))
            .unwrap()
            .modified()
            .unwrap()
    };
    assert_eq!(time("src/a.rs"), long_ago);
    assert_ne!(time("src/b.rs"), long_ago);
}

#[test]
fn counts_and_differences() {
    let place = Place::new();
    place
        .write(&files(&[("a", "1"), ("b", "2"), ("c", "3")]))
        .unwrap();
    let files = files(&[("a", "1"), ("b", "two\r\n"), ("d", "4")]);
    let changes = place.compare(&files).unwrap();
    assert_eq!(
        changes.differences().collect::<Vec<_>>(),
        [
            (Path::new("b"), Difference::Modified),
            (Path::new("c"), Difference::Unexpected),
            (Path::new("d"), Difference::Missing)
        ]
    );
    let counts = (changes.count(true), changes.unchanged, changes.count(false));
    assert_eq!(counts, (2, 2, 1));
}

#[test]
fn a_file_becomes_a_directory_and_back() {
    let place = Place::new();
    let file = files(&[("src/x", "file")]);
    let dir = files(&[("src/x/y/z", "inside")]);
    place.write(&file).unwrap();
    place.write(&dir).unwrap();
    assert!(place.differences(&dir).is_empty());
    place.write(&file).unwrap();
    assert_eq!(
        names(&place),
        ["out/", "out/Cargo.toml", "out/src/", "out/src/x"]
    );
}

#[test]
fn a_directory_of_somebody_else_is_refused() {
    let refused = |path: &str, text: &str| {
        let place = Place::new();
        place.put(path, text);
        let before = place.tree();
        let refused = place.write(&files(&[("src/lib.rs", "a")])).is_err();
        assert!(!refused || place.tree() == before, "{path}");
        refused
    };
    assert!(refused("out/thesis.txt", "x"));
    assert!(refused("out/Cargo.toml", "[package]"));
    assert!(refused("out/src/lib.rs", "fn f() {}"));
    assert!(refused("out/src/main.rs", "// @generated"));
    assert!(refused(
        "out/src/lib.rs",
        &("\n".repeat(20) + "// @generated")
    ));
    assert!(refused("out", "a file"));
    assert!(!refused("out/src/lib.rs", "//! @generated by us"));
    assert!(!refused("out/.git/HEAD", "a fresh repository"));
    assert!(!refused("out/Cargo.toml", "# by us\n# @generated\n"));
}

#[test]
fn a_path_that_leads_out_of_the_crate_is_refused() {
    let place = Place::new();
    for path in ["../x", "/x", "", "src/../../x"] {
        assert!(place.write(&files(&[(path, "x")])).is_err(), "{path}");
    }
    assert!(names(&place).is_empty());
}

#[cfg(unix)]
#[test]
fn links_give_way_and_their_targets_stay() {
    use std::os::unix::fs::symlink;

    let place = Place::new();
    place.write(&files(&[("src/lib.rs", "a")])).unwrap();
    place.put("precious/lib.rs", "a");
    place.put("precious/mine.rs", "mine");
    let link = |to: &str, from: &str| symlink(place.root.join(to), place.root.join(from)).unwrap();
    // A file, a whole directory, an extra, and a dangling one.
    fs::remove_file(place.root.join("out/src/lib.rs")).unwrap();
    link("precious/lib.rs", "out/src/lib.rs");
    link("precious", "out/src/types");
    link("precious", "out/extra");
    link("nowhere", "out/src/x.rs");

    let files = files(&[
        ("src/lib.rs", "a"),
        ("src/types/mine.rs", "new"),
        ("src/x.rs", "x"),
    ]);
    assert_eq!(
        place.differences(&files),
        [
            "unexpected out/extra",
            "modified out/src/lib.rs",
            "unexpected out/src/types",
            "missing out/src/types/mine.rs",
            "modified out/src/x.rs"
        ]
    );
    place.write(&files).unwrap();
    let tree = place.tree();
    assert_eq!(tree["precious/lib.rs"], "a");
    assert_eq!(tree["precious/mine.rs"], "mine");
    assert_eq!(tree["out/src/lib.rs"], "a");
    assert_eq!(tree["out/src/types/mine.rs"], "new");
    assert_eq!(tree["out/src/x.rs"], "x");
    assert!(!tree.contains_key("nowhere") && !tree.contains_key("out/extra"));
}

/// Two crates; in the second, something gets in the way between the two phases. It fails at the last rename, after
/// everything else has been done, and all of it must be undone. (A directory without write permission would be no
/// obstacle for root, whom containers run as.)
#[test]
fn a_failure_in_the_middle_undoes_everything() {
    let place = Place::new();
    let old = files(&[("src/a.rs", "a"), ("src/old/b.rs", "b"), ("src/z.rs", "z")]);
    place.write(&old).unwrap();
    place.put("out/idle/x", "x");

    let new = files(&[("src/a.rs", "A"), ("src/new/c.rs", "C"), ("src/z.rs", "Z")]);
    let second = files(&[("x.rs", "X")]);
    let second_dir = place.root.join("second/crate");
    let crates = [
        place.compare(&new).unwrap(),
        compare(&second_dir, Path::new("second/crate"), &second).unwrap(),
    ];
    let staged = write::stage(&crates).unwrap();
    fs::create_dir(place.root.join("second")).unwrap();
    let before: Vec<_> = place
        .tree()
        .into_iter()
        .filter(|(name, _)| !name.starts_with('.'))
        .collect();

    let error = format!("{:#}", write::commit(staged).unwrap_err());
    assert!(error.starts_with("nothing was changed: "), "{error}");
    assert!(error.contains("second"), "{error}");
    assert_eq!(place.tree().into_iter().collect::<Vec<_>>(), before);

    fs::remove_dir(place.root.join("second")).unwrap();
    place.write(&new).unwrap();
    assert!(place.differences(&new).is_empty());
}

/// What a killed process leaves: some files new, some old, and the staging directory.
#[test]
fn the_run_after_a_killed_one_completes_it() {
    let place = Place::new();
    let old = files(&[("src/a.rs", "a"), ("src/b.rs", "b")]);
    place.write(&old).unwrap();
    let new = files(&[("src/a.rs", "A"), ("src/b.rs", "B")]);
    let changes = [place.compare(&new).unwrap()];
    std::mem::forget(write::stage(&changes).unwrap());
    fs::rename(
        place.root.join(".out.codegen-tmp/new/src/a.rs"),
        place.out().join("src/a.rs"),
    )
    .unwrap();
    // The system drops the lock of a killed process; this one lives on, so a new file takes the locked one's place.
    fs::remove_file(place.root.join(".out.codegen-tmp/lock")).unwrap();
    place.put(".out.codegen-tmp/lock", "");

    assert_eq!(place.differences(&new), ["modified out/src/b.rs"]);
    place.write(&new).unwrap();
    assert!(place.differences(&new).is_empty());
    assert_eq!(names(&place)[0], "out/");
}

/// Killed while cleaning up, when everything is written.
#[test]
fn a_staging_directory_that_is_left_goes_away_though_nothing_is_to_be_written() {
    let place = Place::new();
    place.write(&files(&[])).unwrap();
    place.put(".out.codegen-tmp/lock", "");
    place.put(".out.codegen-tmp/old/src/lib.rs", "");
    place.write(&files(&[])).unwrap();
    assert_eq!(names(&place), ["out/", "out/Cargo.toml"]);
}

/// Killed between creating the staging directory and the lock in it.
#[test]
fn an_empty_staging_directory_is_taken_over() {
    let place = Place::new();
    fs::create_dir(place.root.join(".out.codegen-tmp")).unwrap();
    place.write(&files(&[])).unwrap();
    assert_eq!(names(&place), ["out/", "out/Cargo.toml"]);
}

#[test]
fn two_runs_at_once_do_not_mix() {
    let place = Place::new();
    let files = files(&[("src/a.rs", "a")]);
    let changes = [place.compare(&files).unwrap()];
    let first = write::stage(&changes).unwrap();
    let error = format!("{:#}", place.write(&files).unwrap_err());
    assert!(
        error.contains("another run is writing this crate"),
        "{error}"
    );
    write::commit(first).unwrap();
    assert!(place.differences(&files).is_empty());
}

#[test]
fn a_directory_that_only_looks_like_staging_is_not_deleted() {
    let place = Place::new();
    place.put(".out.codegen-tmp/mine", "x");
    assert!(place.write(&files(&[])).is_err());
    assert_eq!(place.tree()[".out.codegen-tmp/mine"], "x");
}

#[test]
fn a_long_diff_is_cut() {
    let place = Place::new();
    let list = ["a", "b", "c", "d"];
    let numbers = |sign: &str| (0..15).fold(String::new(), |text, n| format!("{text}{sign}{n}\n"));
    let (old, new) = (numbers("old"), numbers("new"));
    place
        .write(&files(&list.map(|name| (name, old.as_str()))))
        .unwrap();
    let files = files(&list.map(|name| (name, new.as_str())));
    let text = show(&[place.compare(&files).unwrap()]);

    let (names, diff) = text.split_once("\n\n").unwrap();
    assert_eq!(
        names,
        "modified out/a\nmodified out/b\nmodified out/c\nmodified out/d"
    );
    assert!(
        diff.starts_with("--- out/a\n+++ out/a (generated now)\n@@ -1,15 +1,15 @@\n-old0\n"),
        "{diff}"
    );
    let shown = diff
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('…'));
    assert_eq!(shown.count(), 40);
    assert!(
        diff.ends_with("… and 26 more lines\n\n… and 2 more files\n"),
        "{diff}"
    );
}
