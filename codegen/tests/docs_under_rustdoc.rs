//! What `docs` makes of nasty HTML goes through rustdoc with warnings denied.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use smithy_slim_codegen::docs::Docs;

const NASTY: [&str; 14] = [
    "see http://a.example.com/b_c and https://a.example.com/{id}, (https://a.example.com/x?y=[z])",
    "a <region> b <T> Vec<u8> &lt;div&gt; &lt;/p&gt; <Role kind='x'/>",
    "[x] [Y] [`z`] [a](b) [c][d] [e]: f ![g](h) [^1]",
    "<code>Vec<T></code> <code>a`b</code> <code>[x]</code> ` `` ```",
    "<pre>let x: = 1;\n```\nfn</pre><p>    indented</p>",
    "<code>Target</code> <a>Target</a> <a>Missing</a> <code>InScope</code>",
    "<a href='https://a.example.com/(x) y'>[z]</a> <a href='https://a.example.com/?<b>'>c</a> <a href='x'>Foo</a>",
    "<a href='https://a.example.com/'>https://b.example.com/</a> <a href='https://a.example.com/'>see https://b.example.com/c</a>",
    "<table><tr><th>a|b</th><td><code>c|d</code> https://a.example.com/</td></tr></table>",
    "<ul><li>a<ol><li>b<dl><dt>c</dt><dd>d<pre>e</pre></dd></dl><note>f<ul><li>g</ul></note></ul>",
    "<b>a:</b>b <i>c</i>d_e_ *f* ~~g~~ -- h\n# i\n1. j\n> k\n- l\n=== m",
    "\u{202e}turned \u{200b} \u{7} \r bare",
    "<b>unclosed <code>too <a href='https://a.example.com/'>and this",
    "<https://a.example.com/> &lt;https://a.example.com/b&gt; \"https://a.example.com/c\"",
];

#[test]
fn rustdoc_finds_nothing_to_warn_of() {
    let links = |name: &str| match name {
        "Target" => Some("crate::inner::Other".to_owned()),
        "InScope" => Some("InScope".to_owned()),
        _ => None,
    };
    let docs = NASTY.map(|html| Docs::from_html(html, &links).markdown);
    let output = rustdoc("rendered", &docs);
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
}

#[test]
fn rustdoc_would_have_warned() {
    let output = rustdoc(
        "raw",
        &NASTY.map(|html| html.replace(|c: char| c.is_control() || c == '\u{202e}', " ")),
    );
    assert!(!output.status.success());
    let stderr = String::from_utf8_lossy(&output.stderr);
    for lint in ["bare_urls", "invalid_html_tags", "broken_intra_doc_links"] {
        assert!(
            stderr.contains(lint) || stderr.contains(&lint.replace('_', "-")),
            "{lint}: {stderr}"
        );
    }
}

fn rustdoc(name: &str, docs: &[String]) -> Output {
    let mut source = "//! Docs.\n\n/// Item.\npub struct InScope;\n\n/// Items.\npub mod inner {\n    /// Item.\n    pub struct Other;\n}\n".to_owned();
    for (nth, markdown) in docs.iter().enumerate() {
        for line in markdown.lines() {
            source += &format!("/// {line}\n");
        }
        source += &format!("pub struct S{nth};\n");
    }
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join("docs_under_rustdoc")
        .join(name);
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("lib.rs"), source).unwrap();
    let rustdoc = std::env::var_os("RUSTDOC").unwrap_or_else(|| "rustdoc".into());
    let arguments = [
        "--edition",
        "2024",
        "--crate-type",
        "lib",
        "-D",
        "warnings",
        "--out-dir",
        "doc",
        "lib.rs",
    ];
    Command::new(rustdoc)
        .args(arguments)
        .current_dir(&folder)
        .output()
        .unwrap()
}
