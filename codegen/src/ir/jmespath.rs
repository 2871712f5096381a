//! Defines typed JMESPath expressions over the input and the output of an operation:
//! <https://jmespath.org/specification.html>.
//!
//! An expression has a value or is null, which means that a member on the way isn't set. `M` identifies the members: a
//! [`Step`] is a field of a generated structure.

use super::Step;

/// An expression whose value is not a computed list.
#[derive(Debug, Clone, PartialEq)]
pub enum Expression<M = Step> {
    /// The operation's input.
    Input,
    /// The operation's output.
    Output,
    /// The element of the innermost list that is being projected or filtered.
    Element,
    /// A member of a structure or union.
    Member(Box<MemberOf<M>>),
    /// A constant.
    Literal(Literal),
    /// An integer as a floating-point number.
    Float(Box<Expression<M>>),
    /// `length`
    Length(Box<Countable<M>>),
    /// `contains`, of a list
    ListContains(Box<List<M>>, Box<Expression<M>>),
    /// `contains`, of a text
    TextContains(Box<Expression<M>>, Box<Expression<M>>),
    /// A comparison of two values of the same type.
    Compare(Box<Expression<M>>, Comparator, Box<Expression<M>>),
    /// `&&`, of booleans
    And(Box<Expression<M>>, Box<Expression<M>>),
    /// `||`, of booleans
    Or(Box<Expression<M>>, Box<Expression<M>>),
    /// `!`, of a boolean
    Not(Box<Expression<M>>),
}

/// A member of a structure or union.
#[derive(Debug, Clone, PartialEq)]
pub struct MemberOf<M = Step> {
    /// The structure or union.
    pub of: Expression<M>,
    /// What the member is in Rust.
    pub access: Access,
    /// The member.
    pub member: M,
    /// How the member is read.
    pub read: Read,
}

/// What a member is in Rust.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// A field of a structure.
    Field,
    /// A variant of a union, which is null if the union is another one.
    Variant,
}

/// How a stored value becomes the value of an expression.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Read {
    /// It is copied: a boolean, an `i64` or an `f64`.
    Copied,
    /// A smaller integer becomes an `i64`.
    Integer,
    /// An `f32` becomes an `f64`.
    Float,
    /// A `String` becomes a `&str`.
    Text,
    /// An enum becomes a `&str`.
    EnumText,
    /// A `Vec` becomes a slice.
    Slice,
    /// A structure or a map is borrowed.
    Borrowed,
}

/// A constant.
#[derive(Debug, Clone, PartialEq)]
pub enum Literal {
    /// A boolean.
    Boolean(bool),
    /// An integer.
    Integer(i64),
    /// A floating-point number.
    Float(f64),
    /// A text.
    Text(String),
}

/// An operator that compares two values. Only numbers are ordered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Comparator {
    /// `==`
    Equal,
    /// `!=`
    NotEqual,
    /// `<`
    Less,
    /// `<=`
    LessOrEqual,
    /// `>`
    Greater,
    /// `>=`
    GreaterOrEqual,
}

impl Comparator {
    /// Whether a comparison with null has a result: null equals null, but null can't be ordered.
    pub fn accepts_null(self) -> bool {
        match self {
            Self::Equal | Self::NotEqual => true,
            Self::Less | Self::LessOrEqual | Self::Greater | Self::GreaterOrEqual => false,
        }
    }
}

/// A value that has a length.
#[derive(Debug, Clone, PartialEq)]
pub enum Countable<M = Step> {
    /// The number of elements.
    List(List<M>),
    /// The number of entries of a map.
    Map(Expression<M>),
    /// The number of characters.
    Text(Expression<M>),
}

/// A list: where its elements come from, and what happens to each of them. Every stage skips elements that are null.
#[derive(Debug, Clone, PartialEq)]
pub struct List<M = Step> {
    /// Where the elements come from.
    pub source: Source<M>,
    /// What happens to each of them, in order.
    pub stages: Vec<Stage<M>>,
}

/// Where the elements of a list come from.
#[derive(Debug, Clone, PartialEq)]
pub enum Source<M = Step> {
    /// The elements of a list that is stored.
    Elements {
        /// The list.
        list: Expression<M>,
        /// Whether there can be nulls.
        sparse: bool,
        /// How an element is read.
        read: Read,
    },
    /// The values of a map.
    Values {
        /// The map.
        map: Expression<M>,
        /// Whether there can be nulls.
        sparse: bool,
        /// How a value is read.
        read: Read,
    },
    /// The keys of a map.
    Keys(Expression<M>),
    /// The values of several expressions.
    Several(Vec<Expression<M>>),
    /// A single value. The list is null if the value is.
    Single(Expression<M>),
}

/// What happens to the elements of a list.
#[derive(Debug, Clone, PartialEq)]
pub enum Stage<M = Step> {
    /// Only those that aren't null are kept.
    Present,
    /// Only those that fulfill a condition are kept.
    Filter(Expression<M>),
    /// Each becomes the value of an expression.
    Map(Expression<M>),
    /// Each becomes the elements of a list.
    FlatMap(List<M>),
}

/// The value that a whole path leads to.
#[derive(Debug, Clone, PartialEq)]
pub enum PathValue<M = Step> {
    /// A text.
    Text(Expression<M>),
    /// A boolean.
    Boolean(Expression<M>),
    /// A list of texts.
    Texts(List<M>),
}

/// Replaces a member; the first argument is the structure or union that it belongs to.
type Replace<'f, M, N> = dyn FnMut(&Expression<M>, Access, M) -> N + 'f;

impl<M> Expression<M> {
    /// Replaces the members.
    pub fn map<N>(self, replace: &mut Replace<'_, M, N>) -> Expression<N> {
        let mut boxed = |expression: Box<Self>| Box::new(expression.map(replace));
        match self {
            Self::Input => Expression::Input,
            Self::Output => Expression::Output,
            Self::Element => Expression::Element,
            Self::Literal(literal) => Expression::Literal(literal),
            Self::Float(integer) => Expression::Float(boxed(integer)),
            Self::TextContains(text, part) => Expression::TextContains(boxed(text), boxed(part)),
            Self::Compare(left, comparator, right) => {
                Expression::Compare(boxed(left), comparator, boxed(right))
            }
            Self::And(left, right) => Expression::And(boxed(left), boxed(right)),
            Self::Or(left, right) => Expression::Or(boxed(left), boxed(right)),
            Self::Not(operand) => Expression::Not(boxed(operand)),
            Self::Member(it) => {
                let member = replace(&it.of, it.access, it.member);
                Expression::Member(Box::new(MemberOf {
                    of: it.of.map(replace),
                    access: it.access,
                    member,
                    read: it.read,
                }))
            }
            Self::Length(countable) => Expression::Length(Box::new(match *countable {
                Countable::List(list) => Countable::List(list.map(replace)),
                Countable::Map(map) => Countable::Map(map.map(replace)),
                Countable::Text(text) => Countable::Text(text.map(replace)),
            })),
            Self::ListContains(list, element) => Expression::ListContains(
                Box::new(list.map(replace)),
                Box::new(element.map(replace)),
            ),
        }
    }

    /// Returns the expressions that the value is computed from.
    fn operands(&self) -> Vec<&Self> {
        match self {
            Self::Input | Self::Output | Self::Element | Self::Literal(_) => Vec::new(),
            Self::Member(it) => vec![&it.of],
            Self::Float(operand) | Self::Not(operand) => vec![operand],
            Self::TextContains(left, right)
            | Self::Compare(left, _, right)
            | Self::And(left, right)
            | Self::Or(left, right) => vec![left, right],
            Self::ListContains(list, element) => {
                let mut operands = list.source.operands();
                operands.push(element);
                operands
            }
            Self::Length(countable) => match &**countable {
                Countable::List(list) => list.source.operands(),
                Countable::Map(operand) | Countable::Text(operand) => vec![operand],
            },
        }
    }

    /// Whether the value depends on `root`, which is the input, the output or the element.
    pub fn reads(&self, root: &Self) -> bool
    where
        M: PartialEq,
    {
        self == root || self.operands().iter().any(|operand| operand.reads(root))
    }
}

impl<M> List<M> {
    /// Creates the list of the elements as they are.
    pub fn new(source: Source<M>) -> Self {
        Self {
            source,
            stages: Vec::new(),
        }
    }

    /// Replaces the members.
    pub fn map<N>(self, replace: &mut Replace<'_, M, N>) -> List<N> {
        let source = match self.source {
            Source::Elements { list, sparse, read } => Source::Elements {
                list: list.map(replace),
                sparse,
                read,
            },
            Source::Values { map, sparse, read } => Source::Values {
                map: map.map(replace),
                sparse,
                read,
            },
            Source::Keys(map) => Source::Keys(map.map(replace)),
            Source::Single(value) => Source::Single(value.map(replace)),
            Source::Several(several) => {
                let several = several.into_iter();
                Source::Several(several.map(|one| one.map(replace)).collect())
            }
        };
        let stages = self.stages.into_iter().map(|stage| match stage {
            Stage::Present => Stage::Present,
            Stage::Filter(condition) => Stage::Filter(condition.map(replace)),
            Stage::Map(value) => Stage::Map(value.map(replace)),
            Stage::FlatMap(list) => Stage::FlatMap(list.map(replace)),
        });
        List {
            source,
            stages: stages.collect(),
        }
    }
}

impl<M> PathValue<M> {
    /// Replaces the members.
    pub fn map<N>(self, replace: &mut Replace<'_, M, N>) -> PathValue<N> {
        match self {
            Self::Text(text) => PathValue::Text(text.map(replace)),
            Self::Boolean(boolean) => PathValue::Boolean(boolean.map(replace)),
            Self::Texts(list) => PathValue::Texts(list.map(replace)),
        }
    }

    /// Whether the value depends on `root`, which is the input or the output.
    pub fn reads(&self, root: &Expression<M>) -> bool
    where
        M: PartialEq,
    {
        match self {
            Self::Text(expression) | Self::Boolean(expression) => expression.reads(root),
            Self::Texts(list) => {
                let mut operands = list.source.operands().into_iter();
                operands.any(|operand| operand.reads(root))
            }
        }
    }
}

impl PathValue {
    /// Whether evaluation can fail.
    pub fn is_fallible(&self) -> bool {
        match self {
            Self::Text(expression) | Self::Boolean(expression) => expression.is_fallible(),
            Self::Texts(list) => list.is_fallible(),
        }
    }
}

impl<M> List<M> {
    /// Skips nulls, as every projection does.
    pub fn skip_nulls(&mut self) {
        if self.can_contain_null() {
            self.stages.push(Stage::Present);
        }
    }

    /// Whether nulls are among the elements.
    pub fn can_contain_null(&self) -> bool {
        match self.stages.last() {
            None => self.source.can_contain_null(),
            Some(Stage::FlatMap(list)) => list.can_contain_null(),
            Some(Stage::Present | Stage::Filter(_) | Stage::Map(_)) => false,
        }
    }
}

impl<M> Source<M> {
    fn can_contain_null(&self) -> bool {
        match self {
            Self::Elements { sparse, .. } | Self::Values { sparse, .. } => *sparse,
            Self::Several(_) => true,
            Self::Keys(_) | Self::Single(_) => false,
        }
    }

    /// Returns the expressions that the elements come from.
    pub fn operands(&self) -> Vec<&Expression<M>> {
        match self {
            Self::Elements { list: operand, .. }
            | Self::Values { map: operand, .. }
            | Self::Keys(operand)
            | Self::Single(operand) => vec![operand],
            Self::Several(several) => several.iter().collect(),
        }
    }
}

impl Expression {
    /// Whether the value can be null.
    pub fn is_nullable(&self) -> bool {
        match self {
            Self::Member(it) => it.member.optional || it.of.is_nullable(),
            Self::Float(operand) => operand.is_nullable(),
            Self::Compare(left, comparator, right) => {
                !comparator.accepts_null() && (left.is_nullable() || right.is_nullable())
            }
            Self::And(left, right) | Self::Or(left, right) => {
                left.is_nullable() || right.is_nullable()
            }
            Self::Input
            | Self::Output
            | Self::Element
            | Self::Literal(_)
            | Self::Length(_)
            | Self::ListContains(..)
            | Self::TextContains(..)
            | Self::Not(_) => false,
        }
    }

    /// Whether evaluation can fail: a function fails if its argument is null.
    pub fn is_fallible(&self) -> bool {
        let own = match self {
            Self::Length(countable) => match &**countable {
                Countable::List(list) => list.is_nullable() || list.is_fallible(),
                Countable::Map(operand) | Countable::Text(operand) => operand.is_nullable(),
            },
            Self::ListContains(list, _) => list.is_nullable() || list.is_fallible(),
            Self::TextContains(text, _) => text.is_nullable(),
            Self::Input
            | Self::Output
            | Self::Element
            | Self::Member(_)
            | Self::Literal(_)
            | Self::Float(_)
            | Self::Compare(..)
            | Self::And(..)
            | Self::Or(..)
            | Self::Not(_) => false,
        };
        own || self.operands().into_iter().any(Self::is_fallible)
    }
}

impl List {
    /// Whether the list itself can be null.
    pub fn is_nullable(&self) -> bool {
        match &self.source {
            Source::Elements { list: operand, .. }
            | Source::Values { map: operand, .. }
            | Source::Keys(operand)
            | Source::Single(operand) => operand.is_nullable(),
            Source::Several(_) => false,
        }
    }

    /// Whether evaluation can fail.
    pub fn is_fallible(&self) -> bool {
        let operands = self.source.operands();
        operands.into_iter().any(Expression::is_fallible)
            || self.stages.iter().any(Stage::is_fallible)
    }
}

impl Stage {
    /// Whether the evaluation for an element can fail.
    pub fn is_fallible(&self) -> bool {
        match self {
            Self::Present => false,
            Self::Filter(expression) | Self::Map(expression) => expression.is_fallible(),
            Self::FlatMap(list) => list.is_fallible(),
        }
    }
}
