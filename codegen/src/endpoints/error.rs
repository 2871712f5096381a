//! The errors of endpoint traits.

use thiserror::Error;

/// A malformed or unsupported part of an endpoint trait. Each error contains the place inside the trait; the caller adds
/// the file and the shape.
#[derive(Debug, Error)]
pub(crate) enum EndpointError {
    /// The trait doesn't have the structure that the specification requires.
    #[error("{what} can't be read: {source}")]
    Structure {
        /// The trait, or the part of it.
        what: String,
        /// The reason.
        source: serde_json::Error,
    },
    /// The service has neither of the two traits that hold endpoint rules.
    #[error("the service has neither smithy.rules#endpointRuleSet nor smithy.rules#endpointBdd")]
    NoRules,
    /// The rules are of an unknown version of the specification.
    #[error("version `{0}` of endpoint rules is not supported; known are 1.0 to 1.3")]
    Version(String),
    /// The declaration of a parameter is unsupported.
    #[error("parameter `{name}`: {reason}")]
    Parameter {
        /// The parameter's name in the model.
        name: String,
        /// The reason.
        reason: String,
    },
    /// The rules call an unknown function.
    #[error("{at}: function `{function}` is not supported")]
    UnknownFunction {
        /// The function's name.
        function: String,
        /// The place of the call.
        at: String,
    },
    /// A function is called with arguments of the wrong number or type.
    #[error("{at}: `{function}` takes {expected}")]
    Arguments {
        /// The function's name.
        function: String,
        /// The arguments that it takes.
        expected: &'static str,
        /// The place of the call.
        at: String,
    },
    /// A reference names neither a parameter nor a variable in scope.
    #[error("{at}: `{name}` is neither a parameter nor a variable in scope")]
    UnknownReference {
        /// The name.
        name: String,
        /// The place of the reference.
        at: String,
    },
    /// `getAttr` or a template refers to an attribute that the value doesn't have.
    #[error("{at}: there is no attribute `{attribute}`")]
    UnknownAttribute {
        /// The path of the attribute.
        attribute: String,
        /// The place of the reference.
        at: String,
    },
    /// A value has another type than its place requires, or can be unset there.
    #[error("{at}: {reason}")]
    Type {
        /// The required type and the actual one.
        reason: String,
        /// The place of the value.
        at: String,
    },
    /// A template string is malformed.
    #[error("{at}: `{template}` has unbalanced braces")]
    Template {
        /// The template.
        template: String,
        /// The place of the template.
        at: String,
    },
    /// The decision diagram is invalid.
    #[error("smithy.rules#endpointBdd: {0}")]
    Bdd(String),
    /// A trait binds a value to a parameter that doesn't exist or has another type.
    #[error("endpoint parameter `{parameter}`: {reason}")]
    Binding {
        /// The parameter's name in the model.
        parameter: String,
        /// The reason.
        reason: String,
    },
    /// A case of `smithy.rules#endpointTests` can't be turned into a test.
    #[error("smithy.rules#endpointTests, case `{case}`: {reason}")]
    Case {
        /// The case's documentation, or its number.
        case: String,
        /// The reason.
        reason: String,
    },
}
