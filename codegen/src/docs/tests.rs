//! Tables of HTML and the Markdown it becomes.

use std::path::Path;

use super::*;

fn links(name: &str) -> Option<String> {
    let path = match name {
        "Queue" => "crate::types::Queue",
        "ListQueues" => "crate::client::Client::list_queues",
        "InScope" => "InScope",
        _ => return None,
    };
    Some(path.to_owned())
}

fn markdown(html: &str) -> String {
    Docs::from_html(html, &links).markdown
}

fn check(cases: &[(&str, &str)]) {
    for (html, expected) in cases {
        assert_eq!(markdown(html), *expected, "{html}");
    }
}

#[test]
fn inline_markup() {
    check(&[
        ("plain text", "plain text"),
        ("  <p>\n   spaces \t and\n lines </p> ", "spaces and lines"),
        (
            "<p>a <b>b</b> <i>c</i> <em>d</em> <strong>e</strong>.</p>",
            "a **b** *c* *d* **e**.",
        ),
        ("a<b> b </b>c", "a **b** c"),
        ("a <code> b  c </code>d", "a `b c` d"),
        ("<code></code>a<b></b><b> </b>", "a"),
        ("<code>a`b</code> <code>`</code>", "``a`b`` `` ` ``"),
        ("<code>a</code><code>b</code>", "`a` `b`"),
        ("<code>arn:<i>Region</i>:x</code>", "`arn:Region:x`"),
        (
            "&lt;a&gt; &amp; &quot;b&quot;&nbsp;c &#x41; &amp;lt;",
            "\\<a> & \"b\" c A \\&lt;",
        ),
        ("see <u>this</u> <text>too</text>", "see this too"),
        ("zero\u{200b}width \u{202e}turned", "zerowidth turned"),
    ]);
}

#[test]
fn emphasis_only_where_markdown_sees_it() {
    check(&[
        ("<b>a:</b>b", "a:b"),
        ("a<i>b</i>c", "a*b*c"),
        ("a<i>(b)</i>", "a(b)"),
        ("<b><i>a</i></b> b", "**a** b"),
        ("<b>a</b><i>b</i> c", "**a**b c"),
        ("<b>a <i>b</b> c</i> d", "**a b** c d"),
        ("<b>open", "open"),
        ("close</b> d", "close d"),
        ("<b><code>a</code></b>: b", "**`a`**: b"),
    ]);
}

#[test]
fn links_to_the_web_and_to_items() {
    check(&[
        (
            "<a href=\"https://a.example/b_(c)\">the <b>page</b> [x]</a>.",
            "[the page \\[x\\]](https://a.example/b_%28c%29).",
        ),
        (
            "a<a href='http://a.example'> b </a>c",
            "a [b](http://a.example) c",
        ),
        (
            "<a href='https://a.example/'>https://a.example/</a>",
            "<https://a.example/>",
        ),
        (
            "<a href='https://a.example/?a=1&amp;b=2'>b</a>",
            "[b](https://a.example/?a=1&b=2)",
        ),
        (
            "<a href='/relative'>a b</a> <a href='mailto:a@b.c'>mail</a> <a href='https://'>x</a>",
            "a b mail x",
        ),
        (
            "hey!<a href='https://a.example/'>b</a>",
            "hey\\![b](https://a.example/)",
        ),
        (
            "<code>Queue</code> <code>Other</code>",
            "[`Queue`](crate::types::Queue) `Other`",
        ),
        ("<code>InScope</code>", "[`InScope`]"),
        (
            "<a>ListQueues</a> <a>NoSuchThing</a> <a>words</a>",
            "[`ListQueues`](crate::client::Client::list_queues) `NoSuchThing` words",
        ),
        (
            "<code><a>Queue</a></code>",
            "[`Queue`](crate::types::Queue)",
        ),
        (
            "<a href='https://a.example/API_ListQueues.html'>ListQueues</a>",
            "[`ListQueues`](crate::client::Client::list_queues)",
        ),
        (
            "<a href='https://a.example/guide'>Queue</a>",
            "[Queue](https://a.example/guide)",
        ),
        (
            "<a href='https://a.example/'><code>Queue</code></a>",
            "[`Queue`](https://a.example/)",
        ),
        (
            "<code><a href='https://a.example/'>x</a></code>",
            "[`x`](https://a.example/)",
        ),
        ("<a href='https://a.example/'>unclosed", "unclosed"),
    ]);
}

#[test]
fn text_that_looks_like_markdown() {
    check(&[
        (
            "[x] *y* _z_ a_b ~c~ |d| \\e `f`",
            "\\[x\\] \\*y\\* \\_z\\_ a_b \\~c\\~ \\|d\\| \\\\e \\`f\\`",
        ),
        ("# a", "\\# a"),
        ("- a", "\\- a"),
        ("+ a", "\\+ a"),
        ("1. a", "1\\. a"),
        ("12) a", "12\\) a"),
        ("> a", "\\> a"),
        ("=== a", "\\=== a"),
        ("use --flag", "use \\-\\-flag"),
        (
            "see http://a.example/b_c, or (https://a.example).",
            "see <http://a.example/b_c>, or (<https://a.example>).",
        ),
        ("https://a.example/{id}/x.", "`https://a.example/{id}/x`."),
        (
            "https:// and http://localhost",
            "https:// and http://localhost",
        ),
        ("arn:<region>:<account-id>", "arn:\\<region>:\\<account-id>"),
        ("a <Tag kind=\"b\"/> c", "a \\<Tag kind=\"b\"/> c"),
        ("a <value>b</value> c", "a b c"),
        ("1 < 2", "1 \\< 2"),
    ]);
}

#[test]
fn blocks() {
    check(&[
        ("<p>a</p><p>b</p>c", "a\n\nb\n\nc"),
        ("a<br>b<br/>c", "a\n\nb\n\nc"),
        ("<ul><li><p>a</p></li><li>b</li></ul>", "- a\n- b"),
        (
            "<ol><li>a<ul><li>b</li></ul></li><li>c</li></ol>",
            "1. a\n   - b\n2. c",
        ),
        (
            "<ul><li><p>a</p><p>b</p></li><li>c</li></ul>",
            "- a\n\n  b\n\n- c",
        ),
        (
            "<ul><li>a</li></ul><ul><li>b</li></ul><ol><li>c</li></ol>",
            "- a\n\n* b\n\n1. c",
        ),
        (
            "<dl><dt>a</dt><dd><p>b</p></dd><dt>c</dt><dd>d</dd></dl>",
            "- **a**: b\n- **c**: d",
        ),
        (
            "a:<note><p>b</p><p>c</p></note>d",
            "a:\n\n> **Note:** b\n>\n> c\n\nd",
        ),
        (
            "a:<important><ul><li>b</li></ul></important>",
            "a:\n\n> **Important:**\n>\n> - b",
        ),
        ("<p>a</p><h2>b #</h2><p>c</p>", "a\n\n## b \\#\n\nc"),
        (
            "<p>a</p><pre>\n  <code>b`\n\tc</code>\n\n</pre>",
            "a\n\n```text\nb`\n  c\n```",
        ),
        ("<pre>```</pre>", "````text\n```\n````"),
        (
            "<p>a</p><table><tr><th>b</th><th>c</th></tr><tr><td>d|e <p>f</p></td></tr></table>",
            "a\n\n| b | c |\n| --- | --- |\n| d\\|e f |  |",
        ),
    ]);
}

#[test]
fn tags_out_of_order() {
    check(&[
        ("", ""),
        ("<p></p> <p> </p><ul></ul><note></note>", ""),
        ("<li>a<li>b", "- a\n- b"),
        ("a<ul>b<li>c</ul>d", "a\n\n- b\n- c\n\nd"),
        (
            "z<ul><li>a<ul><li>b</ul><li>c</ul>d",
            "z\n\n- a\n  - b\n- c\n\nd",
        ),
        ("<ul/>a", "a"),
        ("</p></ul></li></note>a</code></a></pre>", "a"),
        ("<note>a<p>b", "> **Note:** a\n>\n> b"),
        ("<code>a<p>b</p>", "`a`\n\nb"),
        ("<pre>a", "```text\na\n```"),
        ("<dd>a</dd>", "- a"),
        ("a <b", "a"),
        ("a <!-- b --> c", "a c"),
    ]);
}

#[test]
fn the_summary_comes_first() {
    check(&[
        (
            "<p>Lists the queues. They are sorted.</p>",
            "Lists the queues.\n\nThey are sorted.",
        ),
        (
            "<note><p>Old.</p></note><p>Lists the queues.</p>",
            "Lists the queues.\n\n> **Note:** Old.",
        ),
        (
            "<ul><li>Link</li></ul><p>A contact center.</p>",
            "A contact center.\n\n- Link",
        ),
        (
            "<p><fullname>Service</fullname><p>A contact center.</p>",
            "A contact center.",
        ),
        ("<fullname>Service</fullname>", "# Service"),
        (
            "<note>a</note><p>Values:</p><ul><li>b</li></ul>",
            "> **Note:** a\n\nValues:\n\n- b",
        ),
    ]);
}

#[test]
fn first_sentences() {
    let cases = [
        ("The name of a queue. It is unique.", "The name of a queue."),
        (
            "A name, e.g. a Queue, or i.e. Another. More.",
            "A name, e.g. a Queue, or i.e. Another.",
        ),
        (
            "Stored in Amazon S3. The bucket is yours.",
            "Stored in Amazon S3.",
        ),
        (
            "Uses version 1.2.3 of it. More.",
            "Uses version 1.2.3 of it.",
        ),
        (
            "See https://a.example/b.c. More.",
            "See <https://a.example/b.c>.",
        ),
        (
            "Only in U.S. Regions of it. More.",
            "Only in U.S. Regions of it.",
        ),
        (
            "Optional. The name of it. More.",
            "Optional. The name of it.",
        ),
        (
            "The name (a text. With more) of it. More.",
            "The name (a text. With more) of it.",
        ),
        (
            "The name of <code>Queue</code>. <code>a</code> is it.",
            "The name of [`Queue`](crate::types::Queue).",
        ),
        (
            "It is called \"a queue.\" That is all.",
            "It is called \"a queue.\"",
        ),
        (
            "<b>It is all bold. Even this.</b> More.",
            "**It is all bold. Even this.** More.",
        ),
        ("The name of a queue. </p>", "The name of a queue."),
        ("The name of a queue", "The name of a queue"),
        ("Is this a question? Yes.", "Is this a question?"),
        (
            "<ul><li>The first item of it. More.</li></ul>",
            "The first item of it.",
        ),
        ("<pre>a</pre>", ""),
    ];
    for (html, expected) in cases {
        assert_eq!(Docs::from_html(html, &links).summary(), expected, "{html}");
    }
}

#[test]
fn lines_are_filled_but_links_and_code_stay_whole() {
    let words = "word ".repeat(30);
    let html = format!(
        "<ul><li>{words}<a href='https://a.example/{}'>a b c</a> 1. {words}</li></ul>",
        "x".repeat(80)
    );
    let markdown = markdown(&html);
    for (nth, line) in markdown.lines().enumerate() {
        assert!(
            line.starts_with(if nth == 0 { "- " } else { "  " }),
            "{line}"
        );
        assert!(
            line.chars().count() <= 92 || line.starts_with("  [a b c]("),
            "{line}"
        );
        assert!(
            line.chars().count() > 70 || line.ends_with("word"),
            "{line}"
        );
    }
    assert_eq!(
        Docs::from_html(&"word ".repeat(60), &links)
            .markdown
            .lines()
            .count(),
        4
    );
}

#[test]
fn every_beginning_of_a_text_is_taken() {
    let html = "<p>a <code>b<i>c</code> <a href=\"https://a.example\">d</p></a><dl><dt>e<dd><ol><li>f</dl>\
                <note><table><td>g<tr><ul><li>h</table><pre>i</note></pre><h2>j<p>&lt;k &am &#0; é</h2><x y='z'>";
    for (end, _) in html.char_indices() {
        let docs = Docs::from_html(&html[..end], &links);
        assert_eq!(docs.markdown.trim(), docs.markdown);
        assert_eq!(docs.is_empty(), docs.markdown.is_empty());
    }
}

#[test]
fn attributes_become_comments() {
    let print = |tokens: TokenStream| {
        crate::format::format_file(Path::new("a.rs"), &|| tokens.clone(), "").unwrap()
    };
    let outer = |markdown| {
        let docs = doc_attributes(markdown);
        print(quote!(mod m { #docs struct S; }))
    };
    assert_eq!(
        outer("a\n\n  b */ \u{1}\t\nc"),
        "mod m {\n    /// a\n    ///\n    ///   b */\n    /// c\n    struct S;\n}\n"
    );
    assert_eq!(outer(""), "mod m {\n    struct S;\n}\n");
    let file = inner_doc_attributes("a\n\nb");
    assert_eq!(print(file), "//! a\n//!\n//! b\n");
}

#[test]
fn commonmark() {
    let cases = [
        ("One.\nTwo.\n\nThree.", "One. Two.\n\nThree."),
        ("# Title\n\ntext", "# Title\n\ntext"),
        ("a *b* **c** `d<e>` f_g_h", "a *b* **c** `d<e>` f_g_h"),
        ("- a\n- b\n  - c", "- a\n- b\n  - c"),
        ("1. a\n2. b", "1. a\n2. b"),
        (
            "See [the guide](https://example.com/a) and <https://example.com>.",
            "See [the guide](https://example.com/a) and <https://example.com>.",
        ),
        (
            "```rust\nlet x = not rust;\n```",
            "```text\nlet x = not rust;\n```",
        ),
        ("~~~\na ``` b\n~~~", "````text\na ``` b\n````"),
        ("a\n\n    indented\n\nb", "a\n\n```text\nindented\n```\n\nb"),
        (
            "Vec<String>, a[0], <b>bold</b>, <region>",
            "Vec\\<String>, a\\[0\\], **bold**, \\<region>",
        ),
        (
            "| a | b |\n|---|---|\n| c | d |",
            "| a | b |\n| --- | --- |\n| c | d |",
        ),
        (
            "<p>An <code>HTML</code> block.</p>\n\nText.",
            "An `HTML` block.\n\nText.",
        ),
        ("See `Queue`.", "See [`Queue`](crate::types::Queue)."),
        ("", ""),
    ];
    for (text, expected) in cases {
        assert_eq!(
            Docs::from_commonmark(text, &links).markdown,
            expected,
            "{text}"
        );
    }
}
