//! Emits the keys of the members of a structure or union in JSON. Its reader, its writer and its serde refer to them.

use std::collections::BTreeSet;

use proc_macro2::{Literal, TokenStream};
use quote::{ToTokens, quote};

use crate::emit::codec::Format;
use crate::emit::ty::type_path;
use crate::ir::{Binding, Codec, Field, Role, Structure, TypeRef, Union};

/// Whether an item is part of every build, or only of builds with the feature `serde`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Gate {
    /// Every build.
    Always,
    /// Builds with the feature `serde`.
    Serde,
}

impl Gate {
    /// The gate of an item that every build uses, or that only serde uses.
    pub(super) fn of(is_always_used: bool) -> Self {
        if is_always_used {
            Self::Always
        } else {
            Self::Serde
        }
    }
}

impl ToTokens for Gate {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        match self {
            Self::Always => {}
            Self::Serde => tokens.extend(quote!(#[cfg(feature = "serde")])),
        }
    }
}

/// Emits the keys of a structure. There is nothing to emit for a stream without members in JSON.
///
/// ```ignore
/// impl Members for crate::types::AgentStatus {
///     const MEMBERS: &'static [&'static str] = &[key!("AgentStatusARN"), key!("Name")];
/// }
/// ```
pub(super) fn emit_structure(
    codec: Codec,
    structure: &Structure,
    gate: Gate,
) -> Option<TokenStream> {
    let is_used = gate == Gate::Always || !structure.is_streaming();
    let path = path(structure);
    is_used.then(|| emit(codec, &path, gate, &keys(structure)))
}

/// The path of a structure in the file of its readers and writers.
pub(super) fn path(structure: &Structure) -> TokenStream {
    let name = &structure.name;
    match structure.role {
        Role::Input(_) | Role::Output(_) => quote!(#name),
        Role::Shared => quote!(crate::types::#name),
        Role::Error(_) => quote!(crate::types::error::#name),
    }
}

/// The path of a union.
pub(super) fn union_path(union: &Union) -> TokenStream {
    type_path(&TypeRef {
        name: union.name.clone(),
        is_error: false,
    })
}

/// Emits the keys of a union.
pub(super) fn emit_union(codec: Codec, union: &Union, gate: Gate) -> TokenStream {
    let path = union_path(union);
    let keys = union.variants.iter().map(|variant| variant.wire.as_str());
    let keys: Vec<String> = keys.map(str::to_owned).collect();
    emit(codec, &path, gate, &keys)
}

/// What only serde uses has complete paths, since the imports of a file don't depend on features.
fn emit(codec: Codec, path: &TokenStream, gate: Gate, keys: &[String]) -> TokenStream {
    let module = Format::read(codec).words().module;
    let json = match gate {
        Gate::Always => None,
        Gate::Serde => Some(quote!(crate::#module::)),
    };
    quote! {
        #gate
        impl #json Members for #path {
            const MEMBERS: &'static [&'static str] = &[#(#json key!(#keys)),*];
        }
    }
}

/// The keys of a structure's members. A member outside the body can have the name that another one has in the body: then
/// serde reads and writes it under another name.
fn keys(structure: &Structure) -> Vec<String> {
    let is_in_body = |field: &&Field| field.binding == Binding::Body;
    let in_body = structure.fields.iter().filter(is_in_body);
    let mut taken: BTreeSet<String> = in_body
        .map(|field| field.wire.as_str().to_owned())
        .collect();
    let mut key = |field: &Field| {
        let wire = field.wire.as_str().to_owned();
        if field.binding == Binding::Body || taken.insert(wire.clone()) {
            return wire;
        }
        let mut other = field.name.as_str().to_owned();
        while !taken.insert(other.clone()) {
            other.push('_');
        }
        other
    };
    structure.fields.iter().map(&mut key).collect()
}

/// The index of a field in `MEMBERS`.
pub(super) fn index(structure: &Structure, field: &Field) -> Literal {
    let mut fields = structure.fields.iter();
    let index = fields.position(|other| other.shape == field.shape);
    Literal::usize_unsuffixed(index.expect("a field is one of its structure"))
}
