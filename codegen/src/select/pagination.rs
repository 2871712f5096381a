//! Resolves the `paginated` trait of an operation:
//! <https://smithy.io/2.0/spec/behavior-traits.html#paginated-trait>.

use super::operation::Source;
use super::shapes::{Kind, Member, Target};
use crate::error::ProblemKind;
use crate::model::traits::Paginated;
use crate::model::{SimpleKind, Traits};
use crate::validate::{Checker, Reported};

/// How an operation is paginated.
#[derive(Debug, Clone)]
pub struct Pagination<'m> {
    /// The index of the input member that takes the token.
    pub input_token: usize,
    /// The members that lead from the output to the next token.
    pub output_token: Vec<Member<'m>>,
    /// The members that lead from the output to the items.
    pub items: Option<Vec<Member<'m>>>,
    /// The index of the input member that limits a page.
    pub page_size: Option<usize>,
}

/// Resolves the traits of operation and service. Reports members that don't exist or whose types don't fit their roles.
/// Returns `None` if the operation isn't paginated.
pub(super) fn resolve<'m>(
    checker: &mut Checker<'_>,
    operation: Source<'_, 'm>,
    service: &Traits,
) -> Result<Option<Pagination<'m>>, Reported> {
    let Some(own) = &operation.traits.paginated else {
        return Ok(None);
    };
    let paginated = merge(own, service);
    let mut finder = Finder { checker, operation };
    let input_token = finder.input_token(paginated.input_token.as_deref());
    let output_token = finder.output_token(paginated.output_token.as_deref());
    if let (Ok((_, input)), Ok(output)) = (&input_token, &output_token) {
        finder.check_tokens(input, output);
    }
    let items = paginated.items.as_deref().map(|path| finder.items(path));
    let page_size = paginated.page_size.as_deref();
    let page_size = page_size.map(|name| finder.page_size(name));
    Ok(Some(Pagination {
        input_token: input_token?.0,
        output_token: output_token?,
        items: items.transpose()?,
        page_size: page_size.transpose()?,
    }))
}

/// Fills the gaps of the operation's trait with the service's.
fn merge(operation: &Paginated, service: &Traits) -> Paginated {
    let own = operation.clone();
    let shared = service.paginated.clone().unwrap_or_default();
    Paginated {
        input_token: own.input_token.or(shared.input_token),
        output_token: own.output_token.or(shared.output_token),
        items: own.items.or(shared.items),
        page_size: own.page_size.or(shared.page_size),
    }
}

struct Finder<'a, 'c, 'm> {
    checker: &'a mut Checker<'c>,
    operation: Source<'a, 'm>,
}

impl<'m> Finder<'_, '_, 'm> {
    fn report(&mut self, message: String) -> Reported {
        let kind = ProblemKind::Pagination(message);
        self.checker.report(self.operation.id, kind)
    }

    fn input_token(&mut self, name: Option<&str>) -> Result<(usize, Member<'m>), Reported> {
        let role = "input token";
        let name = name.ok_or_else(|| self.report(missing(role)))?;
        self.input_member(role, name)
    }

    fn output_token(&mut self, path: Option<&str>) -> Result<Vec<Member<'m>>, Reported> {
        let role = "output token";
        let path = path.ok_or_else(|| self.report(missing(role)))?;
        self.output_path(role, path)
    }

    fn check_tokens(&mut self, input: &Member<'m>, output: &[Member<'m>]) {
        let Some(output) = output.last() else { return };
        if !self.has_same_type(input.target, output.target) {
            let (input, output) = (input.name, output.name);
            self.report(format!(
                "input token `{input}` and output token `{output}` have different types"
            ));
        }
    }

    fn items(&mut self, path: &str) -> Result<Vec<Member<'m>>, Reported> {
        let items = self.output_path("items", path)?;
        let is_collection = |member| self.category(member) == Category::Collection;
        if items.last().is_some_and(is_collection) {
            Ok(items)
        } else {
            Err(self.report(format!("items `{path}` must be a list or a map")))
        }
    }

    fn page_size(&mut self, name: &str) -> Result<usize, Reported> {
        let (index, member) = self.input_member("page size", name)?;
        match self.category(&member) {
            Category::Number(_) => Ok(index),
            Category::String | Category::Collection | Category::Other => {
                Err(self.report(format!("page size `{name}` must be a number")))
            }
        }
    }

    /// Finds a member of the input and its index.
    fn input_member(&mut self, role: &str, name: &str) -> Result<(usize, Member<'m>), Reported> {
        let mut members = self.operation.input_members().iter().enumerate();
        match members.find(|(_, member)| member.name == name) {
            Some((index, member)) => Ok((index, member.clone())),
            None => Err(self.report(not_found(role, name, self.operation.input))),
        }
    }

    /// Finds the members along a path that starts in the output.
    fn output_path(&mut self, role: &str, path: &str) -> Result<Vec<Member<'m>>, Reported> {
        let mut owner = self.operation.output;
        let mut found = Vec::new();
        for name in path.split('.') {
            let mut members = self.operation.resolver.members(owner).iter();
            let Some(member) = members.find(|member| member.name == name) else {
                return Err(self.report(not_found(role, path, self.operation.output)));
            };
            owner = member.target;
            found.push(member.clone());
        }
        Ok(found)
    }

    /// Whether values of both shapes have the same type in Rust.
    fn has_same_type(&self, one: Target<'m>, other: Target<'m>) -> bool {
        if one == other {
            return true;
        }
        let resolver = self.operation.resolver;
        let (Some(one), Some(other)) = (resolver.shape(one), resolver.shape(other)) else {
            // The shape itself has a problem.
            return true;
        };
        let is_sparse = |traits: &Traits| traits.sparse.is_some();
        let are_sparse = is_sparse(one.traits) == is_sparse(other.traits);
        match (&one.kind, &other.kind) {
            (Kind::Simple(one), Kind::Simple(other)) => one == other,
            (Kind::IntEnum, Kind::IntEnum | Kind::Simple(SimpleKind::Integer))
            | (Kind::Simple(SimpleKind::Integer), Kind::IntEnum) => true,
            (Kind::List(one), Kind::List(other)) => {
                are_sparse && self.has_same_type(one.target, other.target)
            }
            (
                Kind::Map {
                    key: one_key,
                    value: one,
                },
                Kind::Map {
                    key: other_key,
                    value: other,
                },
            ) => {
                are_sparse
                    && self.has_same_type(one_key.target, other_key.target)
                    && self.has_same_type(one.target, other.target)
            }
            _ => false,
        }
    }

    fn category(&self, member: &Member<'m>) -> Category {
        let shape = self.operation.resolver.shape(member.target);
        match shape.map(|shape| &shape.kind) {
            Some(Kind::Simple(kind)) => simple_category(*kind),
            Some(Kind::Enum(_)) => Category::String,
            Some(Kind::IntEnum) => Category::Number(SimpleKind::Integer),
            Some(Kind::List(_) | Kind::Map { .. }) => Category::Collection,
            Some(Kind::Structure(_) | Kind::Union(_)) | None => Category::Other,
        }
    }
}

fn missing(role: &str) -> String {
    format!("the `paginated` trait has no {role}")
}

fn not_found(role: &str, path: &str, structure: Target<'_>) -> String {
    let structure = structure.id().name();
    format!("{role} `{path}` is not a member of {structure}")
}

/// What kinds of values a member can have, as far as pagination is concerned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Category {
    String,
    Number(SimpleKind),
    Collection,
    Other,
}

fn simple_category(kind: SimpleKind) -> Category {
    match kind {
        SimpleKind::String => Category::String,
        SimpleKind::Byte | SimpleKind::Short | SimpleKind::Integer | SimpleKind::Long => {
            Category::Number(kind)
        }
        SimpleKind::Blob
        | SimpleKind::Boolean
        | SimpleKind::Float
        | SimpleKind::Double
        | SimpleKind::BigInteger
        | SimpleKind::BigDecimal
        | SimpleKind::Timestamp
        | SimpleKind::Document => Category::Other,
    }
}
