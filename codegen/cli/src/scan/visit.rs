//! Finds the calls of operations in parsed code.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use syn::parse::Parser;
use syn::punctuated::Punctuated;
use syn::visit::{self, Visit};
use syn::{Block, Expr, ExprMethodCall, FnArg, Local, Member, Pat, Signature, Token};

use super::names::{Names, Targets, is_client};

/// A call of an operation, or another use of it.
#[derive(Debug, PartialEq, Eq)]
pub struct Finding {
    /// The crate's index.
    pub target: usize,
    /// The name of the method or module.
    pub method: String,
    /// The file.
    pub file: PathBuf,
    /// Whether it is a client of the crate that is called.
    pub is_certain: bool,
}

/// The methods and functions of a client that aren't operations.
const OTHERS: [&str; 5] = ["clone", "config", "from_conf", "into", "new"];

/// The methods that return a client if they are called on something that holds one.
const ACCESSORS: [&str; 16] = [
    "as_deref",
    "as_mut",
    "as_ref",
    "await_ready",
    "borrow",
    "clone",
    "cloned",
    "deref",
    "expect",
    "get",
    "get_or_init",
    "lock",
    "read",
    "to_owned",
    "unwrap",
    "unwrap_or_else",
];

/// The functions that return what they are given, as far as methods are concerned.
const WRAPPERS: [&str; 5] = ["Arc", "Box", "Cow", "Rc", "Some"];

/// The methods that end a call.
const SENDERS: [&str; 3] = ["into_paginator", "send", "send_with"];

/// A name without what differs between an operation and its method.
pub fn normalized(name: &str) -> String {
    name.replace('_', "").to_lowercase()
}

/// Finds the calls in all files.
pub fn visit(code: &[(PathBuf, syn::File)], targets: &Targets<'_>) -> Vec<Finding> {
    let own: Vec<Names> = code.iter().map(|(_, file)| Names::of_file(file)).collect();
    let mut everywhere = Names::default();
    for names in &own {
        // What a name means in one file it may mean in another, as far as only a path through modules leads to it.
        everywhere.aliases.extend(names.aliases.clone());
    }
    let mut files: Vec<Names> = own
        .into_iter()
        .map(|names| Names {
            aliases: everywhere
                .aliases
                .clone()
                .into_iter()
                .chain(names.aliases)
                .collect(),
            ..names
        })
        .collect();
    for ((_, file), names) in code.iter().zip(&mut files) {
        names.add_clients(file, targets);
        everywhere.holders.extend(names.holders.clone());
        everywhere.makers.extend(names.makers.clone());
    }
    let mut findings = Vec::new();
    for ((path, file), mut names) in code.iter().zip(files) {
        names.holders = everywhere
            .holders
            .clone()
            .into_iter()
            .chain(names.holders)
            .collect();
        names.makers = everywhere
            .makers
            .clone()
            .into_iter()
            .chain(names.makers)
            .collect();
        let mut visitor = Visitor {
            path,
            names: &names,
            targets,
            scopes: vec![BTreeMap::new()],
            findings: Vec::new(),
        };
        visitor.visit_file(file);
        findings.append(&mut visitor.findings);
    }
    findings
}

struct Visitor<'a> {
    path: &'a Path,
    names: &'a Names,
    targets: &'a Targets<'a>,
    /// The variables of the functions and blocks around the present place: which of them are clients.
    scopes: Vec<BTreeMap<String, Option<usize>>>,
    findings: Vec<Finding>,
}

impl Visitor<'_> {
    fn add(&mut self, target: usize, method: &str, is_certain: bool) {
        self.findings.push(Finding {
            target,
            method: method.to_owned(),
            file: self.path.to_owned(),
            is_certain,
        });
    }

    fn declare(&mut self, pattern: &Pat, target: Option<usize>) {
        match pattern {
            Pat::Ident(it) => {
                if let Some(scope) = self.scopes.last_mut() {
                    scope.insert(it.ident.to_string(), target);
                }
            }
            Pat::Type(it) => self.declare(
                &it.pat,
                self.names.client_type(&it.ty, self.targets).or(target),
            ),
            Pat::Reference(it) => self.declare(&it.pat, target),
            Pat::TupleStruct(it) => it
                .elems
                .iter()
                .for_each(|pattern| self.declare(pattern, target)),
            _ => {}
        }
    }

    /// The crate whose client an expression is.
    fn client(&self, expr: &Expr) -> Option<usize> {
        match expr {
            Expr::Path(it) => self.client_path(&it.path),
            Expr::Field(it) => match &it.member {
                Member::Named(name) => self.names.holders.get(&name.to_string()).copied(),
                Member::Unnamed(_) => self.client(&it.base),
            },
            Expr::MethodCall(it) => self.client_method(it),
            Expr::Call(it) => self.client_call(it),
            Expr::Reference(it) => self.client(&it.expr),
            Expr::Paren(it) => self.client(&it.expr),
            Expr::Group(it) => self.client(&it.expr),
            Expr::Unary(it) => self.client(&it.expr),
            Expr::Try(it) => self.client(&it.expr),
            Expr::Await(it) => self.client(&it.base),
            Expr::Async(it) => self.client(last_expr(&it.block)?),
            Expr::Block(it) => self.client(last_expr(&it.block)?),
            _ => None,
        }
    }

    fn client_path(&self, path: &syn::Path) -> Option<usize> {
        let name = path.segments.last()?.ident.to_string();
        let local = self.scopes.iter().rev().find_map(|scope| scope.get(&name));
        match local {
            Some(target) if path.segments.len() == 1 => *target,
            _ => self.names.holders.get(&name).copied(),
        }
    }

    fn client_method(&self, call: &ExprMethodCall) -> Option<usize> {
        let name = call.method.to_string();
        if let Some(target) = self.names.makers.get(&name) {
            return Some(*target);
        }
        let target = self.client(&call.receiver)?;
        self.is_accessor(target, &name).then_some(target)
    }

    /// Whether a method leads from what holds a client to the client, and isn't an operation of the same name.
    fn is_accessor(&self, target: usize, method: &str) -> bool {
        ACCESSORS.contains(&method) && !has_operation(self.targets.operations[target], method)
    }

    fn client_call(&self, call: &syn::ExprCall) -> Option<usize> {
        let Expr::Path(function) = &*call.func else {
            return None;
        };
        if let Some((target, rest)) = self.names.resolve(&function.path, self.targets)
            && let [client @ .., _] = rest.as_slice()
            && is_client(client)
        {
            return Some(target);
        }
        let segments = &function.path.segments;
        let name = segments.last()?.ident.to_string();
        let is_wrapper = segments
            .iter()
            .any(|it| WRAPPERS.iter().any(|wrapper| it.ident == wrapper));
        if is_wrapper {
            return call.args.first().and_then(|argument| self.client(argument));
        }
        self.names.makers.get(&name).copied()
    }

    /// A path such as `Client::invoke` or `…::operation::invoke::InvokeInput`.
    fn path_use(&mut self, path: &syn::Path) {
        let Some((target, rest)) = self.names.resolve(path, self.targets) else {
            return;
        };
        match rest.as_slice() {
            [first, module, ..] if first == "operation" && starts_lower(module) => {
                self.add(target, module, true);
            }
            [client @ .., method] if is_client(client) && !OTHERS.contains(&method.as_str()) => {
                self.add(target, method, true);
            }
            _ => {}
        }
    }

    /// A call that is sent, on a client that isn't known. The method has to have the name of an operation.
    fn possible_call(&mut self, sent: &ExprMethodCall) {
        let mut receiver = &*sent.receiver;
        while let Expr::MethodCall(call) = receiver {
            let method = call.method.to_string();
            let mut operations = self.targets.operations.iter();
            let target = operations.position(|names| has_operation(names, &method));
            let is_unknown = call.args.is_empty() && self.client(&call.receiver).is_none();
            if let Some(target) = target.filter(|_| is_unknown) {
                self.add(target, &method, false);
            }
            receiver = &call.receiver;
        }
    }

    /// The tokens of a macro are mostly expressions or statements.
    fn macro_tokens(&mut self, tokens: &proc_macro2::TokenStream) {
        let expressions = Punctuated::<Expr, Token![,]>::parse_terminated;
        if let Ok(expressions) = expressions.parse2(tokens.clone()) {
            expressions.iter().for_each(|expr| self.visit_expr(expr));
        } else if let Ok(statements) = Block::parse_within.parse2(tokens.clone()) {
            statements
                .iter()
                .for_each(|statement| self.visit_stmt(statement));
        }
    }
}

fn has_operation(names: &[String], method: &str) -> bool {
    names
        .iter()
        .any(|name| normalized(name) == normalized(method))
}

fn starts_lower(name: &str) -> bool {
    name.starts_with(|c: char| c.is_lowercase() || c == '_')
}

fn last_expr(block: &Block) -> Option<&Expr> {
    match block.stmts.last()? {
        syn::Stmt::Expr(expr, None) => Some(expr),
        _ => None,
    }
}

impl<'ast> Visit<'ast> for Visitor<'_> {
    fn visit_signature(&mut self, signature: &'ast Signature) {
        for input in &signature.inputs {
            if let FnArg::Typed(it) = input {
                let target = self.names.client_type(&it.ty, self.targets);
                self.declare(&it.pat, target);
            }
        }
        visit::visit_signature(self, signature);
    }

    fn visit_item_fn(&mut self, item: &'ast syn::ItemFn) {
        self.scopes.push(BTreeMap::new());
        visit::visit_item_fn(self, item);
        self.scopes.pop();
    }

    fn visit_impl_item_fn(&mut self, item: &'ast syn::ImplItemFn) {
        self.scopes.push(BTreeMap::new());
        visit::visit_impl_item_fn(self, item);
        self.scopes.pop();
    }

    fn visit_block(&mut self, block: &'ast Block) {
        self.scopes.push(BTreeMap::new());
        visit::visit_block(self, block);
        self.scopes.pop();
    }

    fn visit_expr_closure(&mut self, closure: &'ast syn::ExprClosure) {
        self.scopes.push(BTreeMap::new());
        closure
            .inputs
            .iter()
            .for_each(|pattern| self.declare(pattern, None));
        visit::visit_expr_closure(self, closure);
        self.scopes.pop();
    }

    fn visit_local(&mut self, local: &'ast Local) {
        visit::visit_local(self, local);
        let target = local.init.as_ref().and_then(|init| self.client(&init.expr));
        self.declare(&local.pat, target);
    }

    fn visit_expr_let(&mut self, expr: &'ast syn::ExprLet) {
        visit::visit_expr_let(self, expr);
        let target = self.client(&expr.expr);
        self.declare(&expr.pat, target);
    }

    fn visit_expr_method_call(&mut self, call: &'ast ExprMethodCall) {
        let method = call.method.to_string();
        if let Some(target) = self.client(&call.receiver) {
            let is_other = OTHERS.contains(&method.as_str()) || self.is_accessor(target, &method);
            if call.args.is_empty() && !is_other && !self.names.makers.contains_key(&method) {
                self.add(target, &method, true);
            }
        } else if SENDERS.contains(&method.as_str()) {
            self.possible_call(call);
        }
        visit::visit_expr_method_call(self, call);
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        self.path_use(path);
        visit::visit_path(self, path);
    }

    fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
        let file = syn::File {
            shebang: None,
            frontmatter: None,
            attrs: Vec::new(),
            items: vec![syn::Item::Use(item.clone())],
        };
        for path in Names::of_file(&file).aliases.into_values() {
            let text = path.join("::");
            if let Ok(path) = syn::parse_str::<syn::Path>(&text) {
                self.path_use(&path);
            }
        }
    }

    fn visit_macro(&mut self, item: &'ast syn::Macro) {
        self.macro_tokens(&item.tokens);
        visit::visit_macro(self, item);
    }
}
