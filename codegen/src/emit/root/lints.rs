//! Allows the lints of rustc and clippy that the names and types of a crate can cause.
//!
//! The API is that of the official SDK, so the cause can't be removed. The conditions are simpler than those of the lints:
//! a crate can have an allowance that it doesn't need, but never lacks one.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use crate::config::Lints;
use crate::emit::runtime_files::member_types;
use crate::emit::types::file_stem;
use crate::emit::waiters;
use crate::ir::{Crate, Literal, Presence, Type};

/// A lint of clippy, and whether a crate can cause it.
type Lint = (&'static str, fn(&Crate) -> bool);

/// The lints that types and defaults cause.
const TYPES: [Lint; 4] = [
    ("approx_constant", has_numbers),
    ("large_enum_variant", has_enums_of_structures),
    // `SdkError` contains a response.
    ("result_large_err", |_| true),
    ("type_complexity", has_nested_collections),
];

/// The lints that names cause.
const NAMES: [Lint; 4] = [
    ("len_without_is_empty", |lowered| {
        has_method(lowered, &["len"])
    }),
    ("module_inception", has_name_of_outer_module),
    ("new_ret_no_self", |lowered| has_method(lowered, &["new"])),
    ("should_implement_trait", |lowered| {
        has_method(lowered, &TRAIT_METHODS)
    }),
];

/// The methods of the standard library's traits that `clippy::should_implement_trait` knows.
const TRAIT_METHODS: [&str; 30] = [
    "add",
    "as_mut",
    "as_ref",
    "bitand",
    "bitor",
    "bitxor",
    "borrow",
    "borrow_mut",
    "clone",
    "cmp",
    "default",
    "deref",
    "deref_mut",
    "div",
    "drop",
    "eq",
    "from_iter",
    "from_str",
    "hash",
    "index",
    "index_mut",
    "into_iter",
    "mul",
    "neg",
    "next",
    "not",
    "rem",
    "shl",
    "shr",
    "sub",
];

/// Modules that contain modules of operations, waiters and types, and modules of operations.
const MODULES: [&str; 10] = [
    "builders",
    "error",
    "input",
    "operation",
    "output",
    "paginator",
    "types",
    "waiters",
    "wire",
    "client",
];

/// Emits the attributes at the top of the crate.
///
/// ```ignore
/// #![allow(deprecated, reason = "…")]
/// #![allow(clippy::result_large_err, reason = "types and defaults are those of the official SDK")]
/// ```
pub(super) fn emit(lowered: &Crate) -> TokenStream {
    let all = match lowered.package.lints {
        Lints::Check => None,
        Lints::Allow => Some(quote!(
            #![allow(
                clippy::all,
                clippy::pedantic,
                clippy::nursery,
                clippy::restriction,
                reason = "`lints = \"allow\"` in codegen.toml"
            )]
        )),
    };
    let types = emit_caused(
        lowered,
        &TYPES,
        "types and defaults are those of the official SDK",
    );
    let names = emit_caused(lowered, &NAMES, "names are those of the official SDK");
    let package = emit_package_name(&lowered.package.lib_name());
    quote! {
        #all
        #![allow(
            deprecated,
            reason = "`Unhandled` and `Unknown` are deprecated so that users don't match on them"
        )]
        #types
        #names
        #package
    }
}

/// Emits the attribute with those of the lints that the crate can cause.
fn emit_caused(lowered: &Crate, lints: &[Lint], reason: &str) -> Option<TokenStream> {
    let caused = lints.iter().filter(|(_, is_caused)| is_caused(lowered));
    let names: Vec<_> = caused.map(|(name, _)| format_ident!("{name}")).collect();
    (!names.is_empty()).then(|| quote!(#![allow(#(clippy::#names,)* reason = #reason)]))
}

/// Emits the attribute of a crate whose name isn't in snake case, which rustc warns about.
///
/// ```ignore
/// #![allow(non_snake_case, reason = "…")]
/// ```
fn emit_package_name(lib: &str) -> Option<TokenStream> {
    let is_snake_case = !lib.contains("__") && !lib.contains(char::is_uppercase);
    (!is_snake_case).then(|| {
        quote!(
            #![allow(
                non_snake_case,
                reason = "the package has a name in another case"
            )]
        )
    })
}

/// Whether there are floating-point numbers that can be close to a constant of mathematics: defaults, and those in the
/// paths of waiters and endpoint parameters.
fn has_numbers(lowered: &Crate) -> bool {
    let mut fields = lowered.all_structures().flat_map(|it| &it.fields);
    let has_default =
        fields.any(|field| matches!(field.presence, Presence::Default(Literal::Float(_))));
    let mut operations = lowered.operations.iter();
    let has_paths = operations.any(|operation| !operation.endpoint_bindings.is_empty());
    has_default || has_paths || waiters::exist(lowered)
}

/// Whether there are enums whose variants contain structures.
fn has_enums_of_structures(lowered: &Crate) -> bool {
    !lowered.unions.is_empty() || !lowered.errors.is_empty()
}

/// Whether a list or map contains lists or maps.
fn has_nested_collections(lowered: &Crate) -> bool {
    member_types(lowered).any(|ty| ty.item().and_then(Type::item).is_some())
}

/// Whether a method of the client, a getter or a setter has one of these names.
fn has_method(lowered: &Crate, names: &[&str]) -> bool {
    let fields = lowered.all_structures().flat_map(|it| &it.fields);
    let fields = fields.map(|field| &field.name);
    let operations = lowered.operations.iter().map(|operation| &operation.module);
    let mut methods = fields.chain(operations);
    methods.any(|method| names.contains(&method.as_str()))
}

/// Whether an operation, a waiter or a type has a module that can be in a module of the same name.
fn has_name_of_outer_module(lowered: &Crate) -> bool {
    let structures = lowered.structures.iter().chain(&lowered.errors);
    let types = structures.map(|structure| &structure.name);
    let types = types.chain(lowered.unions.iter().map(|union| &union.name));
    let types = types.chain(lowered.enums.iter().map(|enumeration| &enumeration.name));
    let operations = lowered.operations.iter();
    let waiters = operations.clone().flat_map(|operation| &operation.waiters);
    let modules = operations.map(|operation| operation.module.as_str().to_owned());
    let mut modules = modules
        .chain(waiters.map(|waiter| waiter.module.as_str().to_owned()))
        .chain(types.map(file_stem));
    modules.any(|module| MODULES.contains(&module.as_str()))
}
