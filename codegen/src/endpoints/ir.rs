//! Endpoint rules with every Rust decision made: typed expressions and blocks of statements. Made
//! by `lower` and `bdd`, printed by `emit`.

/// What `rules.rs` is made of.
#[derive(Debug)]
pub(crate) struct Program {
    /// Values that are worked out before the first decision, in order of need (diagrams only).
    pub(crate) variables: Vec<(String, Expr)>,
    /// Parts of a diagram to which several edges lead.
    pub(crate) functions: Vec<(String, Block)>,
    pub(crate) main: Block,
    pub(crate) exhausted: Exhausted,
}

/// The text of the error when no rule matches, which depends on the trait as in the official crates.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Exhausted {
    RuleSet,
    Diagram,
}

/// Statements; the last one is a [`Step::Finish`].
pub(crate) type Block = Vec<Step>;

#[derive(Clone, Debug)]
pub(crate) enum Step {
    Let(String, Expr),
    If(Vec<Test>, Block),
    Finish(Outcome),
}

/// A condition of an `if`; several are joined by `&&`.
#[derive(Clone, Debug)]
pub(crate) enum Test {
    /// A boolean expression.
    Holds(Expr),
    /// `let Some(name) = expression`.
    Binds(String, Expr),
}

#[derive(Clone, Debug)]
pub(crate) enum Outcome {
    Endpoint(Box<Endpoint>),
    Error(Expr),
    Exhausted,
    /// The result of one of [`Program::functions`].
    Call(String),
}

#[derive(Clone, Debug)]
pub(crate) struct Endpoint {
    pub(crate) url: Expr,
    pub(crate) properties: Vec<(String, Property)>,
    pub(crate) headers: Vec<(String, Vec<Expr>)>,
}

/// A value of a property, that is, a document.
#[derive(Clone, Debug)]
pub(crate) enum Property {
    Bool(bool),
    Int(i64),
    Text(Expr),
    List(Vec<Property>),
    Object(Vec<(String, Property)>),
}

#[derive(Clone, Debug)]
pub(crate) struct Expr {
    pub(crate) kind: Kind,
    pub(crate) ty: Type,
}

#[derive(Clone, Debug)]
pub(crate) enum Kind {
    Bool(bool),
    Int(i64),
    Text(String),
    /// `format!`; made of literals and of expressions of type string.
    Template(Vec<Expr>),
    Local(String),
    /// A field of `Params`.
    Parameter(String),
    /// One of [`Program::variables`].
    Variable(String),
    /// One of them that is a `String`, read as `&str`.
    OwnedVariable(String),
    Attribute(Box<Expr>, &'static str),
    /// The element of a list; negative indexes count from the end.
    Element(Box<Expr>, i64),
    Call(Function, Vec<Expr>),
    Not(Box<Expr>),
    Equal(Box<Expr>, Box<Expr>),
    IsSet(Box<Expr>),
    /// Whether an optional boolean is set and true.
    IsTrue(Box<Expr>),
    If(Box<Expr>, Box<Expr>, Box<Expr>),
    Coalesce(Vec<Expr>),
    /// `body`, with the arguments bound to names; unset if one of the arguments is.
    Map(Vec<(String, Expr)>, Box<Expr>),
}

/// The Rust type of an expression, inside `Option` if it may be unset.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Type {
    pub(crate) base: Base,
    pub(crate) optional: bool,
}

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

/// The functions that are called at run time, each with a file of its own in `endpoint_lib`.
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
    /// The module of `endpoint_lib`, and the function in it.
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
    /// An expression that is always set.
    pub(crate) fn set(kind: Kind, base: Base) -> Self {
        Self {
            kind,
            ty: Type {
                base,
                optional: false,
            },
        }
    }

    /// An expression that may be unset.
    pub(crate) fn optional(kind: Kind, base: Base) -> Self {
        Self {
            kind,
            ty: Type {
                base,
                optional: true,
            },
        }
    }

    pub(crate) fn is_text(&self) -> bool {
        matches!(self.ty.base, Base::Str | Base::String)
    }

    /// Turns a value into whether a condition that consists of it matches: neither unset nor false.
    pub(crate) fn into_truth(self) -> Self {
        match (self.ty.base, self.ty.optional) {
            (Base::Bool, false) => self,
            (Base::Bool, true) => Self::set(Kind::IsTrue(Box::new(self)), Base::Bool),
            (_, true) => Self::set(Kind::IsSet(Box::new(self)), Base::Bool),
            (_, false) => Self::set(Kind::Bool(true), Base::Bool),
        }
    }

    /// The negation of a boolean that is set.
    pub(crate) fn negated(self) -> Self {
        match self.kind {
            Kind::Bool(value) => Self::set(Kind::Bool(!value), Base::Bool),
            Kind::Not(inner) => *inner,
            kind => Self::set(Kind::Not(Box::new(Self { kind, ty: self.ty })), Base::Bool),
        }
    }
}
