//! The program that resolves an endpoint: typed expressions and blocks of statements, with every Rust decision made.

/// The contents of `config/endpoint/rules.rs`.
#[derive(Debug, PartialEq)]
pub(crate) struct Program {
    /// Values that are computed before the first decision, each before those that need it (decision diagrams only).
    pub(crate) variables: Vec<(String, Expr)>,
    /// Parts of a decision diagram to which several edges lead.
    pub(crate) functions: Vec<(String, Block)>,
    /// The body of `resolve`.
    pub(crate) main: Block,
    /// What happens if no rule matches.
    pub(crate) exhausted: Exhausted,
}

/// The error if no rule matches. Its text depends on the trait, as in the official crates.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Exhausted {
    RuleSet,
    Diagram,
}

/// Statements, of which the last one is a [`Statement::Finish`].
pub(crate) type Block = Vec<Statement>;

/// A statement.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Statement {
    /// Binds a local variable.
    Let(String, Expr),
    /// Runs the block if all tests hold.
    If(Vec<Test>, Block),
    /// Returns.
    Finish(Outcome),
}

/// A condition of an `if`; several are joined by `&&`.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Test {
    /// A boolean expression.
    Holds(Expr),
    /// `let Some(name) = expression`.
    Binds(String, Expr),
}

/// The result of a block.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Outcome {
    Endpoint(Box<Endpoint>),
    /// An error with this message.
    Error(Expr),
    /// No rule matched.
    Exhausted,
    /// The result of one of [`Program::functions`].
    Call(String),
}

/// An endpoint that the rules lead to.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Endpoint {
    pub(crate) url: Expr,
    pub(crate) properties: Vec<(String, Property)>,
    pub(crate) headers: Vec<(String, Vec<Expr>)>,
}

/// A value of a property, which is a document with text of type `T`.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Property<T = Expr> {
    Bool(bool),
    Int(i64),
    Text(T),
    List(Vec<Property<T>>),
    Object(Vec<(String, Property<T>)>),
}

/// A typed expression.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Expr {
    pub(crate) kind: Kind,
    pub(crate) ty: Type,
}

/// The kind of an expression.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Kind {
    Bool(bool),
    Int(i64),
    Text(String),
    /// `format!` of literals and of expressions of type string.
    Template(Vec<Expr>),
    /// A local variable.
    Local(String),
    /// A field of `Params`.
    Parameter(String),
    /// One of [`Program::variables`].
    Variable(String),
    /// One of [`Program::variables`] that is a `String`, read as `&str`.
    OwnedVariable(String),
    /// A field of a partition, an ARN or a URL.
    Attribute(Box<Expr>, &'static str),
    /// The element of a list; negative indexes count from the end.
    Element(Box<Expr>, i64),
    Call(Function, Vec<Expr>),
    Not(Box<Expr>),
    Equal(Box<Expr>, Box<Expr>),
    IsSet(Box<Expr>),
    /// Whether an optional boolean is set and true.
    IsTrue(Box<Expr>),
    /// `if condition { then } else { otherwise }`
    If(Box<Expr>, Box<Expr>, Box<Expr>),
    /// The first value that is set.
    Coalesce(Vec<Expr>),
    /// `body`, with the arguments bound to names; unset if one of the arguments is unset.
    Map(Vec<(String, Expr)>, Box<Expr>),
}

/// The Rust type of an expression, in an `Option` if it can be unset.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Type {
    pub(crate) base: Base,
    pub(crate) optional: bool,
}

/// A type without `Option`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Base {
    Bool,
    Int,
    /// `&str`
    Str,
    /// `String`
    String,
    /// `Vec<&str>`
    Strs,
    /// `&[String]`
    Strings,
    Partition,
    Url,
    Arn,
}

/// A function that is called at run time; each has its own file in `endpoint_lib`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Function {
    IsValidHostLabel,
    IsVirtualHostableS3Bucket,
    ParseArn,
    ParseUrl,
    ResolvePartition,
    Split,
    Substring,
    UriEncode,
}

impl Function {
    /// Returns the module of `endpoint_lib` and the function in it.
    pub(crate) fn path(self) -> (&'static str, &'static str) {
        match self {
            Self::IsValidHostLabel => ("host", "is_valid_host_label"),
            Self::IsVirtualHostableS3Bucket => ("s3", "is_virtual_hostable_s3_bucket"),
            Self::ParseArn => ("arn", "parse_arn"),
            Self::ParseUrl => ("url", "parse_url"),
            Self::ResolvePartition => ("partition", "resolve_partition"),
            Self::Split => ("split", "split"),
            Self::Substring => ("substring", "substring"),
            Self::UriEncode => ("uri_encode", "uri_encode"),
        }
    }
}

impl Expr {
    /// Creates an expression that is always set.
    pub(crate) fn set(kind: Kind, base: Base) -> Self {
        Self {
            kind,
            ty: Type {
                base,
                optional: false,
            },
        }
    }

    /// Creates an expression that can be unset.
    pub(crate) fn optional(kind: Kind, base: Base) -> Self {
        Self {
            kind,
            ty: Type {
                base,
                optional: true,
            },
        }
    }

    /// Whether the expression is a string.
    pub(crate) fn is_text(&self) -> bool {
        matches!(self.ty.base, Base::Str | Base::String)
    }

    /// Converts a value into whether a condition that consists of it matches: it is neither unset nor false.
    pub(crate) fn into_truth(self) -> Self {
        match (self.ty.base, self.ty.optional) {
            (Base::Bool, false) => self,
            (Base::Bool, true) => Self::set(Kind::IsTrue(Box::new(self)), Base::Bool),
            (_, true) => Self::set(Kind::IsSet(Box::new(self)), Base::Bool),
            (_, false) => Self::set(Kind::Bool(true), Base::Bool),
        }
    }

    /// Negates a boolean that is set.
    pub(crate) fn negated(self) -> Self {
        match self.kind {
            Kind::Bool(value) => Self::set(Kind::Bool(!value), Base::Bool),
            Kind::Not(inner) => *inner,
            kind => Self::set(Kind::Not(Box::new(Self { kind, ty: self.ty })), Base::Bool),
        }
    }
}
