//! What can be wrong with the endpoint traits of a service.

use thiserror::Error;

/// A defect of an endpoint trait, or a part of the specification that isn't supported. Each names
/// the place inside the trait; the caller adds the file and the shape.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum EndpointError {
    /// The trait hasn't the structure that the specification gives it.
    #[error("{what} can't be read: {source}")]
    Structure {
        /// Which trait, or which part of it.
        what: String,
        /// Where reading stopped, and why.
        source: serde_json::Error,
    },
    /// The service has neither of the two traits that hold endpoint rules.
    #[error("the service has neither smithy.rules#endpointRuleSet nor smithy.rules#endpointBdd")]
    NoRules,
    /// The rules are of a version of the specification that is not known here.
    #[error("version `{0}` of endpoint rules is not supported; known are 1.0 to 1.3")]
    Version(String),
    /// A parameter is declared in a way that can't be honoured.
    #[error("parameter `{name}`: {reason}")]
    Parameter {
        /// The parameter's name in the model.
        name: String,
        /// What is wrong with it.
        reason: String,
    },
    /// The rules call a function that is not in the library.
    #[error("{at}: function `{function}` is not supported")]
    UnknownFunction {
        /// The function's name.
        function: String,
        /// Where it is called.
        at: String,
    },
    /// A function is called with arguments that it doesn't take.
    #[error("{at}: `{function}` takes {expected}")]
    Arguments {
        /// The function's name.
        function: String,
        /// What it takes.
        expected: &'static str,
        /// Where it is called.
        at: String,
    },
    /// A reference names neither a parameter nor a variable in scope.
    #[error("{at}: `{name}` is neither a parameter nor a variable in scope")]
    UnknownReference {
        /// The name.
        name: String,
        /// Where it is referred to.
        at: String,
    },
    /// `getAttr` or a template asks for an attribute that the value hasn't got.
    #[error("{at}: there is no attribute `{attribute}`")]
    UnknownAttribute {
        /// The path of the attribute.
        attribute: String,
        /// Where it is asked for.
        at: String,
    },
    /// A value is of another type than its place asks for, or may be unset there.
    #[error("{at}: {reason}")]
    Type {
        /// What is asked for, and what is there.
        reason: String,
        /// Where.
        at: String,
    },
    /// A template string is malformed.
    #[error("{at}: `{template}` has unbalanced braces")]
    Template {
        /// The template.
        template: String,
        /// Where it stands.
        at: String,
    },
    /// The decision diagram doesn't hold together.
    #[error("smithy.rules#endpointBdd: {0}")]
    Bdd(String),
    /// A trait binds a value to a parameter that doesn't exist or doesn't fit.
    #[error("endpoint parameter `{parameter}`: {reason}")]
    Binding {
        /// The parameter's name in the model.
        parameter: String,
        /// What is wrong with the binding.
        reason: String,
    },
    /// A case of `smithy.rules#endpointTests` can't be turned into a test.
    #[error("smithy.rules#endpointTests, case `{case}`: {reason}")]
    Case {
        /// The case's documentation, or its number.
        case: String,
        /// What is wrong with it.
        reason: String,
    },
}
