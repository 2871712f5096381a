//! The imports of a file that is emitted: those which something in it names.

use std::collections::BTreeMap;

use proc_macro2::{TokenStream, TokenTree};
use quote::quote;

/// Names that a `wire` file may use, and the modules they are in.
const NAMES: [(&str, &str); 17] = [
    ("aws_smithy_types::primitive", "Parse"),
    ("crate::config", "ConfigBag"),
    ("crate::config", "Layer"),
    ("crate::config", "SharedInterceptor"),
    ("crate::config::endpoint", "ParamsBuilder"),
    ("crate::config::http", "HttpRequest"),
    ("crate::config::http", "HttpResponse"),
    ("crate::error", "BoxError"),
    ("crate::error", "ErrorMetadata"),
    ("crate::primitives", "DateTimeFormat"),
    ("crate::runtime::http::request", "Primitive"),
    ("crate::runtime::http::request", "RequestBuilder"),
    ("crate::runtime::http::request", "Time"),
    ("crate::runtime::http::request", "host_label"),
    ("crate::runtime::http::request", "quoted"),
    ("crate::runtime::operation", "Operation"),
    ("crate::runtime::operation", "TokenMember"),
];

/// The imports of what occurs in `body`, the code of a `wire` file.
pub(in crate::emit) fn emit(body: &TokenStream) -> TokenStream {
    let mut imports: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    let mut import = |is_used: bool, module, name| {
        if is_used {
            imports.entry(module).or_default().push(name);
        }
    };
    import(
        uses_module(body, "operation"),
        "crate::runtime::operation",
        "self",
    );
    for (module, name) in NAMES {
        import(names(body, name), module, name);
    }
    let json = [
        "JsonReader",
        "JsonWriter",
        "ReadStructure",
        "WriteStructure",
        "read_structure",
    ];
    import(
        json.iter().any(|name| names(body, name)),
        "crate::json",
        "*",
    );
    import(
        uses_module(body, "response"),
        "crate::runtime::http",
        "response",
    );
    let mut paths: Vec<String> = imports
        .into_iter()
        .map(|(module, names)| match names.as_slice() {
            [name] => format!("{module}::{name}"),
            names => format!("{module}::{{{}}}", names.join(",")),
        })
        .collect();
    paths.sort();
    let paths = paths
        .iter()
        .map(|path| -> TokenStream { path.parse().expect("paths are made of identifiers") });
    quote!(#(use #paths;)*)
}

/// Whether an identifier occurs.
fn names(tokens: &TokenStream, name: &str) -> bool {
    any_pair(tokens, &|token, _| is_ident(token, name))
}

/// Whether a path begins with the module.
pub(in crate::emit) fn uses_module(tokens: &TokenStream, name: &str) -> bool {
    any_pair(tokens, &|token, next| {
        is_ident(token, name) && is_punct(next, ':')
    })
}

/// Whether a token and the one behind it satisfy `test`, at any depth.
fn any_pair(tokens: &TokenStream, test: &impl Fn(&TokenTree, Option<&TokenTree>) -> bool) -> bool {
    let mut tokens = tokens.clone().into_iter().peekable();
    while let Some(token) = tokens.next() {
        let inside = match &token {
            TokenTree::Group(group) => any_pair(&group.stream(), test),
            TokenTree::Ident(_) | TokenTree::Punct(_) | TokenTree::Literal(_) => false,
        };
        if inside || test(&token, tokens.peek()) {
            return true;
        }
    }
    false
}

fn is_ident(token: &TokenTree, name: &str) -> bool {
    matches!(token, TokenTree::Ident(ident) if ident == name)
}

fn is_punct(token: Option<&TokenTree>, punct: char) -> bool {
    matches!(token, Some(TokenTree::Punct(found)) if found.as_char() == punct)
}
