//! Compares and writes files made by hand, also where writing fails in the middle.

use std::time::{Duration, SystemTime};

use smithy_slim_codegen::{Config, Operations};

use super::*;
use crate::crate_spec::Changelog;
use crate::manifest::Manifest;

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

    fn compare(&self, files: &Files) -> Result<Changes> {
        compare(&self.spec("out", &[]), files.clone())
    }

    fn write(&self, files: &Files) -> Result<()> {
        write(&[self.compare(files)?], &Loose::new(), Force::No).map(drop)
    }

    fn spec(&self, out: &str, keep: &[&str]) -> CrateSpec {
        CrateSpec {
            config: Config::new("out", Operations::All),
            model: PathBuf::new(),
            source: String::new(),
            service: None,
            out: self.root.join(out),
            out_shown: out.into(),
            spans: BTreeMap::new(),
            keep: keep.iter().map(PathBuf::from).collect(),
            changelog: Changelog::None,
            manifest: Manifest::default(),
        }
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
    let all = [("Cargo.toml", "")].iter().chain(list);
    all.map(|(path, text)| (path.into(), format!("# @generated\n{text}")))
        .collect()
}

fn names(place: &Place) -> Vec<String> {
    place.tree().into_keys().collect()
}

#[test]
fn a_new_crate_is_written_with_the_directories_above_it() {
    let place = Place::new();
    let files = files(&[("src/lib.rs", "a"), ("src/types/x.rs", "b")]);
    let changes = compare(&place.spec("a/b", &[]), files).unwrap();
    write(&[changes], &Loose::new(), Force::No).unwrap();
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
fn files_and_directories_that_are_out_of_date_are_removed() {
    let place = Place::new();
    let old = files(&[("src/lib.rs", "a"), ("src/old/deep/x.rs", "b")]);
    place.write(&old).unwrap();
    place.put("out/Cargo.lock", "lock");
    place.put("out/target/debug/x", "x");
    place.put("out/.git/config", "git");

    let new = files(&[("src/lib.rs", "a")]);
    assert_eq!(
        place.differences(&new),
        ["unexpected out/src/old/deep/x.rs"]
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
fn files_of_the_user_stop_the_run_unless_it_is_forced() {
    let place = Place::new();
    let files = files(&[("src/lib.rs", "a"), ("NOTICE", "generated")]);
    place.write(&files).unwrap();
    place.put("out/src/.hidden", "not at the top");
    place.put("out/tests/target", "not at the top");
    place.put("out/NOTICE", "mine");
    let before = place.tree();
    assert_eq!(
        place.differences(&files),
        [
            "in the way out/NOTICE",
            "not generated out/src/.hidden",
            "not generated out/tests/target"
        ]
    );
    let error = place.write(&files).unwrap_err().to_string();
    assert!(
        error.contains(": out/NOTICE, out/src/.hidden, out/tests/target; list them in `keep`"),
        "{error}"
    );
    assert_eq!(place.tree(), before);

    let keep = place.spec("out", &["src/.hidden", "tests", "NOTICE"]);
    let kept = compare(&keep, files.clone()).unwrap();
    assert_eq!(kept.differences().count(), 0);

    let changes = [place.compare(&files).unwrap()];
    write(&changes, &Loose::new(), Force::Yes).unwrap();
    assert!(place.differences(&files).is_empty());
}

#[test]
fn files_that_are_up_to_date_keep_their_time() {
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
    let counts = (changes.to_write(), changes.unchanged, changes.to_remove());
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
fn links_are_not_followed_and_their_targets_stay() {
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
            "not generated out/extra",
            "in the way out/src/lib.rs",
            "not generated out/src/types",
            "missing out/src/types/mine.rs",
            "in the way out/src/x.rs"
        ]
    );
    assert!(place.write(&files).is_err());
    let changes = [place.compare(&files).unwrap()];
    write(&changes, &Loose::new(), Force::Yes).unwrap();
    let tree = place.tree();
    assert_eq!(tree["precious/lib.rs"], "a");
    assert_eq!(tree["precious/mine.rs"], "mine");
    assert_eq!(tree["out/src/lib.rs"], "# @generated\na");
    assert_eq!(tree["out/src/types/mine.rs"], "# @generated\nnew");
    assert_eq!(tree["out/src/x.rs"], "# @generated\nx");
    assert!(!tree.contains_key("nowhere") && !tree.contains_key("out/extra"));
}

/// A directory with somebody's file is where a file has to be, which only the last step notices. All before it is undone.
#[test]
fn a_failure_in_the_middle_undoes_everything() {
    let place = Place::new();
    let old = files(&[("src/a.rs", "a"), ("src/old/b.rs", "b")]);
    place.write(&old).unwrap();
    let new = files(&[("src/a.rs", "A"), ("src/new/c.rs", "C")]);
    place.put("loose.txt/mine", "mine");
    let before = place.tree();
    let loose = [(place.root.join("loose.txt"), "text".to_owned())].into();
    let changes = [place.compare(&new).unwrap()];
    let error = format!("{:#}", write(&changes, &loose, Force::No).unwrap_err());
    assert!(error.starts_with("nothing was changed: "), "{error}");
    let after = place
        .tree()
        .into_iter()
        .filter(|(name, _)| !name.ends_with("new/"));
    assert_eq!(after.collect::<BTreeMap<_, _>>(), before);
}

/// What a killed process leaves: some files new, some old, and a temporary directory.
#[test]
fn the_run_after_a_killed_one_completes_it() {
    let place = Place::new();
    let old = files(&[("src/a.rs", "a"), ("src/b.rs", "b")]);
    place.write(&old).unwrap();
    let new = files(&[("src/a.rs", "A"), ("src/b.rs", "B")]);
    place.put("out/src/a.rs", "# @generated\nA");
    place.put("out/.smithy-slim-x/1", "// @generated B");
    assert_eq!(place.differences(&new), ["modified out/src/b.rs"]);
    place.write(&new).unwrap();
    assert!(place.differences(&new).is_empty());
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
        diff.starts_with(
            "--- out/a\n+++ out/a (generated now)\n@@ -1,16 +1,16 @@\n # @generated\n-old0\n"
        ),
        "{diff}"
    );
    let shown = diff
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('…'));
    assert_eq!(shown.count(), 40);
    assert!(
        diff.ends_with("… and 28 more lines\n\n… and 2 more files\n"),
        "{diff}"
    );
}
