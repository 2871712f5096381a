//! Resolves names in code: aliases of crates, clients in fields and returned by functions.

use std::collections::BTreeMap;

use syn::punctuated::Punctuated;
use syn::visit::{self, Visit};
use syn::{
    Field, GenericArgument, ItemStatic, ItemType, Path, PathArguments, PathSegment, ReturnType,
    Signature, Token, Type, UseTree,
};

/// The crates to look for.
pub struct Targets<'a> {
    /// Their indices, by the names that they have in code.
    pub rust_names: BTreeMap<String, usize>,
    /// The operations that their models have.
    pub operations: Vec<&'a [String]>,
}

/// The names of one file or of all files.
#[derive(Debug, Clone, Default)]
pub struct Names {
    /// The full paths of names that `use`, `extern crate` and `type` define.
    pub aliases: BTreeMap<String, Vec<String>>,
    /// The paths that everything is imported from.
    pub globs: Vec<Vec<String>>,
    /// Fields and statics that hold a client, by name.
    pub holders: BTreeMap<String, usize>,
    /// Functions and methods that return a client, by name.
    pub makers: BTreeMap<String, usize>,
}

impl Names {
    /// The names that a file defines and imports.
    pub fn of_file(file: &syn::File) -> Self {
        let mut imports = Imports::default();
        imports.visit_file(file);
        imports.0
    }

    /// Adds the fields, statics and functions of a file that hold or return a client. Aliases are looked up in `self`.
    pub fn add_clients(&mut self, file: &syn::File, targets: &Targets<'_>) {
        let mut clients = Clients {
            names: self,
            targets,
            holders: BTreeMap::new(),
            makers: BTreeMap::new(),
        };
        clients.visit_file(file);
        let (holders, makers) = (clients.holders, clients.makers);
        self.holders.extend(holders);
        self.makers.extend(makers);
    }

    /// The crate that a path leads into, and the rest of the path.
    pub fn resolve(&self, path: &Path, targets: &Targets<'_>) -> Option<(usize, Vec<String>)> {
        let names = path
            .segments
            .iter()
            .map(|it| it.ident.to_string())
            .collect();
        self.resolve_names(names, targets)
    }

    fn resolve_names(
        &self,
        names: Vec<String>,
        targets: &Targets<'_>,
    ) -> Option<(usize, Vec<String>)> {
        let mut names = self.expanded(names);
        if let Some((target, at)) = position(&names, targets) {
            return Some((target, names.split_off(at + 1)));
        }
        // Nothing but a glob can explain the name.
        let globs = self
            .globs
            .iter()
            .map(|glob| [self.expanded(glob.clone()), names.clone()].concat());
        let mut resolved = globs.filter_map(|path| {
            let (target, at) = position(&path, targets)?;
            Some((target, path[at + 1..].to_vec()))
        });
        resolved.find(|(_, rest)| is_client(rest))
    }

    /// The path with its aliases replaced, also those behind `crate::…`, which another file may define.
    fn expanded(&self, mut names: Vec<String>) -> Vec<String> {
        // An alias may lead to another; a circle ends the search.
        for _ in 0..8 {
            let is_alias = |name: &String| {
                self.aliases
                    .get(name)
                    .filter(|path| path.last() != Some(name) || path.len() > 1)
            };
            let Some((at, path)) = names
                .iter()
                .enumerate()
                .find_map(|(at, name)| Some((at, is_alias(name)?.clone())))
            else {
                break;
            };
            let longer = [path, names[at + 1..].to_vec()].concat();
            if longer == names {
                break;
            }
            names = longer;
        }
        names
    }

    /// The crate whose client a type is, holds or points to.
    pub fn client_type(&self, ty: &Type, targets: &Targets<'_>) -> Option<usize> {
        match ty {
            Type::Path(ty) => match self.resolve(&ty.path, targets) {
                Some((target, rest)) if is_client(&rest) => Some(target),
                _ => ty
                    .path
                    .segments
                    .iter()
                    .find_map(|it| self.client_argument(it, targets)),
            },
            Type::Reference(it) => self.client_type(&it.elem, targets),
            Type::Paren(it) => self.client_type(&it.elem, targets),
            Type::Group(it) => self.client_type(&it.elem, targets),
            Type::ImplTrait(it) => self.client_bound(&it.bounds, targets),
            Type::TraitObject(it) => self.client_bound(&it.bounds, targets),
            _ => None,
        }
    }

    fn client_argument(&self, segment: &PathSegment, targets: &Targets<'_>) -> Option<usize> {
        match &segment.arguments {
            PathArguments::AngleBracketed(arguments) => {
                arguments.args.iter().find_map(|it| match it {
                    GenericArgument::Type(ty) => self.client_type(ty, targets),
                    GenericArgument::AssocType(it) => self.client_type(&it.ty, targets),
                    _ => None,
                })
            }
            PathArguments::Parenthesized(_) | PathArguments::None => None,
        }
    }

    fn client_bound(
        &self,
        bounds: &Punctuated<syn::TypeParamBound, Token![+]>,
        targets: &Targets<'_>,
    ) -> Option<usize> {
        bounds.iter().find_map(|bound| match bound {
            syn::TypeParamBound::Trait(it) => it
                .path
                .segments
                .iter()
                .find_map(|it| self.client_argument(it, targets)),
            _ => None,
        })
    }
}

/// Where a name of a crate stands in a path.
fn position(names: &[String], targets: &Targets<'_>) -> Option<(usize, usize)> {
    let mut found = names.iter().enumerate();
    found.find_map(|(at, name)| Some((*targets.rust_names.get(name)?, at)))
}

/// Whether the path is that of the client, relative to the crate.
pub fn is_client(rest: &[String]) -> bool {
    matches!(rest, [client] if client == "Client")
        || matches!(rest, [module, client] if module == "client" && client == "Client")
}

/// Collects what `use`, `extern crate` and `type` define.
#[derive(Default)]
struct Imports(Names);

impl Imports {
    fn add(&mut self, before: &[String], tree: &UseTree) {
        let with = |name: &syn::Ident| match name == "self" {
            true => before.to_vec(),
            false => [before, &[name.to_string()]].concat(),
        };
        match tree {
            UseTree::Path(it) => self.add(&with(&it.ident), &it.tree),
            UseTree::Name(it) => self.alias(with(&it.ident).last().cloned(), with(&it.ident)),
            UseTree::Rename(it) => self.alias(Some(it.rename.to_string()), with(&it.ident)),
            UseTree::Glob(_) => self.0.globs.push(before.to_vec()),
            UseTree::Group(it) => it.items.iter().for_each(|tree| self.add(before, tree)),
        }
    }

    fn alias(&mut self, name: Option<String>, path: Vec<String>) {
        if let Some(name) = name.filter(|name| path.len() > 1 || path.first() != Some(name)) {
            self.0.aliases.insert(name, path);
        }
    }
}

impl<'ast> Visit<'ast> for Imports {
    fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
        self.add(&[], &item.tree);
    }

    fn visit_item_extern_crate(&mut self, item: &'ast syn::ItemExternCrate) {
        if let Some((_, rename)) = &item.rename {
            self.alias(Some(rename.to_string()), vec![item.ident.to_string()]);
        }
    }

    fn visit_item_type(&mut self, item: &'ast ItemType) {
        if let Type::Path(ty) = &*item.ty {
            let path = ty.path.segments.iter().map(|it| it.ident.to_string());
            self.alias(Some(item.ident.to_string()), path.collect());
        }
    }
}

/// Collects what holds or returns a client.
struct Clients<'a> {
    names: &'a Names,
    targets: &'a Targets<'a>,
    holders: BTreeMap<String, usize>,
    makers: BTreeMap<String, usize>,
}

impl<'ast> Visit<'ast> for Clients<'_> {
    fn visit_field(&mut self, field: &'ast Field) {
        let target = self.names.client_type(&field.ty, self.targets);
        if let (Some(target), Some(name)) = (target, &field.ident) {
            self.holders.insert(name.to_string(), target);
        }
    }

    fn visit_item_static(&mut self, item: &'ast ItemStatic) {
        if let Some(target) = self.names.client_type(&item.ty, self.targets) {
            self.holders.insert(item.ident.to_string(), target);
        }
    }

    fn visit_signature(&mut self, signature: &'ast Signature) {
        if let ReturnType::Type(_, ty) = &signature.output
            && let Some(target) = self.names.client_type(ty, self.targets)
        {
            self.makers.insert(signature.ident.to_string(), target);
        }
        visit::visit_signature(self, signature);
    }
}
