//! Writes the example in the documentation of an operation: a call with a value for each required parameter and, where
//! the input contains a recursive structure, with a nested value of it.

use std::collections::BTreeSet;

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use crate::ir::{Crate, Field, MapKey, Operation, Presence, RustName, Structure, Type, TypeRef};

/// How many structures an example puts into each other.
const MAX_DEPTH: usize = 4;

/// Returns the code of a call, for a code block in documentation.
///
/// ```text
/// # async fn example(client: &things::Client) -> Result<(), things::Error> {
/// use things::types::Filter;
///
/// let filter = Filter::builder().and(Filter::builder().name("name").build()).build();
/// let output = client.list_things().filter(filter).send().await?;
/// println!("{output:?}");
/// # Ok(())
/// # }
/// ```
pub(super) fn write(lowered: &Crate, operation: &Operation) -> String {
    let lib = lowered.package.lib_name();
    let Call { import, statements } = call(lowered, operation);
    let import = import.map(|import| import + "\n").unwrap_or_default();
    format!(
        "# async fn example(client: &{lib}::Client) -> Result<(), {lib}::Error> {{\n{import}{statements}# Ok(())\n# }}"
    )
}

/// The code of a call.
pub(in crate::emit) struct Call {
    /// The import of the types that it needs.
    pub import: Option<String>,
    /// The statements that make the call with `client`, and print the output.
    pub statements: String,
}

/// Writes the code of a call.
pub(in crate::emit) fn call(lowered: &Crate, operation: &Operation) -> Call {
    let lib = format_ident!("{}", lowered.package.lib_name());
    let mut values = Values {
        lowered,
        types: BTreeSet::new(),
    };
    let fields = &operation.input.fields;
    let nested = fields.iter().find_map(|field| {
        let name = &field.name;
        values.nested(field).map(|value| (name, value))
    });
    let setters: Vec<TokenStream> = fields
        .iter()
        .filter_map(|field| match &nested {
            Some((name, _)) if field.name == **name => Some(quote!(.#name(#name))),
            _ if field.required => values.setter(field, 0),
            _ => None,
        })
        .collect();
    let binding = nested.map(|(name, value)| quote!(let #name = #value;));
    let method = &operation.module;
    let types = &values.types;
    let import = (!types.is_empty()).then(|| quote!(use #lib::types::{#(#types),*};));
    let statements = print(quote! {
        #binding
        let output = client.#method() #(#setters)* .send().await?;
        println!("{output:?}");
    });
    Call {
        import: import.map(print),
        statements,
    }
}

/// Formats statements as prettyplease does.
fn print(statements: TokenStream) -> String {
    let file = syn::parse2(quote!(async fn example() { #statements }))
        .expect("an example consists of statements");
    let text = prettyplease::unparse(&file);
    let lines: Vec<&str> = text.lines().collect();
    let body = lines.get(1..lines.len() - 1).unwrap_or_default();
    body.iter()
        .map(|line| format!("{}\n", line.strip_prefix("    ").unwrap_or(line)))
        .collect()
}

/// Makes up values, and collects the types that they need.
struct Values<'a> {
    lowered: &'a Crate,
    types: BTreeSet<RustName>,
}

impl<'a> Values<'a> {
    /// A value of a field whose structure contains itself: one in another.
    fn nested(&mut self, field: &Field) -> Option<TokenStream> {
        let Type::Structure(ty) = &field.ty else {
            return None;
        };
        if field.name.as_str() == "client" {
            return None;
        }
        let structure = self.structure(ty)?;
        let step = structure
            .fields
            .iter()
            .find(|field| field.recursive && contains(&field.ty, ty))?;
        let leaf = structure
            .fields
            .iter()
            .filter(|field| !field.recursive)
            .find_map(|field| self.setter(field, 1))?;
        let inner = self.built(structure, &[leaf]);
        let name = &step.name;
        let setter = match &step.ty {
            Type::Map { .. } => quote!(.#name("key", #inner)),
            _ => quote!(.#name(#inner)),
        };
        Some(self.built(structure, &[setter]))
    }

    fn structure(&self, ty: &TypeRef) -> Option<&'a Structure> {
        let mut structures = self.lowered.structures.iter();
        structures.find(|structure| !ty.is_error && structure.name == ty.name)
    }

    /// The call of a structure's builder.
    fn built(&mut self, structure: &Structure, setters: &[TokenStream]) -> TokenStream {
        let name = &structure.name;
        self.types.insert(name.clone());
        let fallible = structure.is_fallible().then(|| quote!(?));
        quote!(#name::builder() #(#setters)* .build() #fallible)
    }

    /// The call of a field's setter, for the types that have a plausible value.
    fn setter(&mut self, field: &Field, depth: usize) -> Option<TokenStream> {
        let name = &field.name;
        let value = match &field.ty {
            Type::List { member, sparse } => {
                let item = self.value(name, member, depth)?;
                if *sparse { quote!(Some(#item)) } else { item }
            }
            Type::Map { key, value, sparse } => {
                let (key, value) = (self.key(key), self.value(name, value, depth)?);
                let value = if *sparse { quote!(Some(#value)) } else { value };
                quote!(#key, #value)
            }
            ty => self.value(name, ty, depth)?,
        };
        Some(quote!(.#name(#value)))
    }

    fn key(&mut self, key: &MapKey) -> TokenStream {
        match key {
            MapKey::String => quote!("key"),
            MapKey::Enum(ty) => self.enum_value(ty),
        }
    }

    fn value(&mut self, name: &RustName, ty: &Type, depth: usize) -> Option<TokenStream> {
        Some(match ty {
            Type::String => {
                let text = name.as_str().replace('_', "-");
                quote!(#text)
            }
            Type::Boolean => quote!(true),
            Type::Byte | Type::Short | Type::Integer | Type::Long => quote!(1),
            Type::Float | Type::Double => quote!(1.0),
            Type::Enum(ty) => self.enum_value(ty),
            Type::Structure(ty) if depth < MAX_DEPTH => self.structure_value(ty, depth)?,
            Type::Union(ty) if depth < MAX_DEPTH => self.union_value(ty, depth)?,
            Type::Structure(_)
            | Type::Union(_)
            | Type::BigInteger
            | Type::BigDecimal
            | Type::Blob
            | Type::ByteStream
            | Type::Timestamp(_)
            | Type::Document
            | Type::List { .. }
            | Type::Map { .. } => return None,
        })
    }

    /// The first variant of an enum.
    fn enum_value(&mut self, ty: &TypeRef) -> TokenStream {
        let name = &ty.name;
        self.types.insert(name.clone());
        let mut enums = self.lowered.enums.iter();
        let enumeration = enums.find(|enumeration| enumeration.name == *name);
        match enumeration.and_then(|enumeration| enumeration.values.first()) {
            Some(value) => {
                let variant = &value.name;
                quote!(#name::#variant)
            }
            None => quote!(#name::from("VALUE")),
        }
    }

    /// A structure with its required fields or, if there are none, with its first ones.
    fn structure_value(&mut self, ty: &TypeRef, depth: usize) -> Option<TokenStream> {
        const OPTIONAL: usize = 2;
        let structure = self.structure(ty)?;
        let mut setters = Vec::new();
        for field in structure.fields.iter().filter(|field| field.required) {
            match self.setter(field, depth + 1) {
                None if field.presence == Presence::Required => return None,
                setter => setters.extend(setter),
            }
        }
        if setters.is_empty() {
            let optional = structure.fields.iter().filter(|field| !field.recursive);
            let optional = optional.filter_map(|field| self.setter(field, depth + 1));
            setters = optional.take(OPTIONAL).collect();
        }
        Some(self.built(structure, &setters))
    }

    /// The first variant that has a plausible value.
    fn union_value(&mut self, ty: &TypeRef, depth: usize) -> Option<TokenStream> {
        let mut unions = self.lowered.unions.iter();
        let union = unions.find(|union| union.name == ty.name)?;
        let (variant, value) = union.variants.iter().find_map(|variant| {
            let value = self.value(&variant.snake, variant.ty.as_ref()?, depth + 1)?;
            let is_text = variant.ty == Some(Type::String);
            let value = if is_text {
                quote!(#value.into())
            } else {
                value
            };
            let value = if variant.boxed {
                quote!(Box::new(#value))
            } else {
                value
            };
            Some((&variant.name, value))
        })?;
        let name = &union.name;
        self.types.insert(name.clone());
        Some(quote!(#name::#variant(#value)))
    }
}

/// Whether a value of type `ty` is or directly holds a structure.
fn contains(ty: &Type, structure: &TypeRef) -> bool {
    let held = ty.item().unwrap_or(ty);
    matches!(held, Type::Structure(name) if name == structure)
}
