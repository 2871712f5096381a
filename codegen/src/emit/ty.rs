//! Types as tokens: short names from the prelude unless the file defines a type of the same name.

use std::collections::BTreeSet;

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use crate::ir::{Field, MapKey, Presence, RustName, Type, TypeRef};
use crate::model::traits::TimestampFormat;

/// What a generated file defines itself, and therefore can't take from the prelude.
#[derive(Debug, Clone, Default)]
pub(crate) struct Scope(BTreeSet<String>);

impl Scope {
    /// The scope of a file that defines the types `names`.
    pub(crate) fn defining<'a>(names: impl IntoIterator<Item = &'a RustName>) -> Self {
        Self(
            names
                .into_iter()
                .map(|name| name.as_str().to_owned())
                .collect(),
        )
    }

    fn prelude(&self, name: &str, path: TokenStream) -> TokenStream {
        let ident = format_ident!("{name}");
        if self.0.contains(name) {
            path
        } else {
            quote!(#ident)
        }
    }

    /// `Option`.
    pub(crate) fn option(&self) -> TokenStream {
        self.prelude("Option", quote!(std::option::Option))
    }

    /// `Result`.
    pub(crate) fn result(&self) -> TokenStream {
        self.prelude("Result", quote!(std::result::Result))
    }

    /// `Default`.
    pub(crate) fn default_trait(&self) -> TokenStream {
        self.prelude("Default", quote!(std::default::Default))
    }

    /// `From`.
    pub(crate) fn from(&self) -> TokenStream {
        self.prelude("From", quote!(std::convert::From))
    }

    /// `Into`.
    pub(crate) fn into(&self) -> TokenStream {
        self.prelude("Into", quote!(std::convert::Into))
    }

    /// `String`.
    pub(crate) fn string(&self) -> TokenStream {
        self.prelude("String", quote!(std::string::String))
    }

    fn vec(&self) -> TokenStream {
        self.prelude("Vec", quote!(std::vec::Vec))
    }

    fn boxed(&self) -> TokenStream {
        self.prelude("Box", quote!(std::boxed::Box))
    }

    /// The type of a value, without `Option` and `Box`.
    pub(crate) fn ty(&self, ty: &Type) -> TokenStream {
        match ty {
            Type::Boolean => quote!(bool),
            Type::Byte => quote!(i8),
            Type::Short => quote!(i16),
            Type::Integer => quote!(i32),
            Type::Long => quote!(i64),
            Type::Float => quote!(f32),
            Type::Double => quote!(f64),
            Type::BigInteger => quote!(aws_smithy_types::BigInteger),
            Type::BigDecimal => quote!(aws_smithy_types::BigDecimal),
            Type::String => self.string(),
            Type::Blob => quote!(crate::primitives::Blob),
            Type::ByteStream => quote!(crate::primitives::ByteStream),
            Type::Timestamp(_) => quote!(crate::primitives::DateTime),
            Type::Document => quote!(aws_smithy_types::Document),
            Type::Enum(name) | Type::Structure(name) | Type::Union(name) => type_path(name),
            Type::List { member, sparse } => {
                let (vec, item) = (self.vec(), self.item(member, *sparse));
                quote!(#vec<#item>)
            }
            Type::Map { key, value, sparse } => {
                let (key, item) = (self.map_key(key), self.item(value, *sparse));
                quote!(std::collections::HashMap<#key, #item>)
            }
        }
    }

    /// The type of a collection's items.
    pub(crate) fn item(&self, ty: &Type, sparse: bool) -> TokenStream {
        let (option, ty) = (self.option(), self.ty(ty));
        if sparse { quote!(#option<#ty>) } else { ty }
    }

    /// The type of a map's keys.
    pub(crate) fn map_key(&self, key: &MapKey) -> TokenStream {
        match key {
            MapKey::String => self.string(),
            MapKey::Enum(name) => type_path(name),
        }
    }

    /// The type of a value that may be in a box.
    pub(crate) fn boxed_ty(&self, ty: &Type, is_boxed: bool) -> TokenStream {
        let (boxed, ty) = (self.boxed(), self.ty(ty));
        if is_boxed { quote!(#boxed<#ty>) } else { ty }
    }

    /// The type of a structure's field.
    pub(crate) fn field_ty(&self, field: &Field) -> TokenStream {
        let (option, ty) = (self.option(), self.boxed_ty(&field.ty, field.boxed));
        match field.presence {
            Presence::Optional => quote!(#option<#ty>),
            Presence::Required | Presence::Default(_) => ty,
        }
    }
}

/// The format of the timestamps in a value, unless it is the usual one: `as DateTime`.
pub(crate) fn time_format(ty: &Type) -> Option<TokenStream> {
    match ty.timestamp_format()? {
        TimestampFormat::DateTime => Some(quote!(as DateTime)),
        TimestampFormat::HttpDate => Some(quote!(as HttpDate)),
        TimestampFormat::EpochSeconds => None,
    }
}

/// The path of a type of the crate.
pub(crate) fn type_path(ty: &TypeRef) -> TokenStream {
    let name = &ty.name;
    if ty.is_error {
        quote!(crate::types::error::#name)
    } else {
        quote!(crate::types::#name)
    }
}

/// The path of the builder of a structure type.
pub(crate) fn builder_path(ty: &TypeRef) -> TokenStream {
    let name = ty.name.suffixed("Builder");
    if ty.is_error {
        quote!(crate::types::error::builders::#name)
    } else {
        quote!(crate::types::builders::#name)
    }
}
