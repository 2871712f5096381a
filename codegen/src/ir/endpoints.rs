//! Endpoint rules as finished data: the parameters, the program that resolves an endpoint, what operations bind to
//! parameters, and the model's test cases.

pub(crate) mod program;
pub(crate) mod visit;

use super::RustName;
use super::jmespath::PathValue;

use self::program::{Program, Property};

/// The endpoint rules of a service.
#[derive(Debug, PartialEq)]
pub struct EndpointRules {
    /// The parameters, in model order.
    pub parameters: Vec<Parameter>,
    /// The settings that `config::Builder` needs for them.
    pub client_params: Vec<ClientParam>,
    /// The rules.
    pub(crate) program: Program,
}

impl EndpointRules {
    /// Returns where the parameter's value comes from if the client's configuration has it. The client's own setting is
    /// more specific than a built-in.
    pub(crate) fn config_source(&self, parameter: &Parameter) -> Option<ConfigSource> {
        let setting = self
            .client_params
            .iter()
            .find(|param| param.name == parameter.name)
            .map(|param| ConfigSource::Setting {
                newtype: param.newtype.clone(),
                ty: param.ty,
                default: param.default.clone(),
            });
        setting.or(parameter.built_in.map(ConfigSource::BuiltIn))
    }
}

/// A parameter of the endpoint rules, which is a field of `Params`.
#[derive(Clone, Debug, PartialEq)]
pub struct Parameter {
    /// The name in the model, such as `UseFIPS`.
    pub name: String,
    /// The name of the field and of its setter, such as `use_fips`.
    pub field: String,
    /// The type of its values.
    pub ty: ParameterType,
    /// Whether it is always set once `Params` are built.
    pub required: bool,
    /// The value it has unless another one is given.
    pub default: Option<Constant>,
    /// The model's documentation.
    pub docs: Option<String>,
    /// The setting of the client's configuration that provides its value.
    pub built_in: Option<BuiltIn>,
    /// Whether its value is the account of the credentials (`AWS::Auth::AccountId`).
    pub is_account_id: bool,
}

/// The type of a parameter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ParameterType {
    /// `String`
    String,
    /// `bool`
    Bool,
    /// `Vec<String>`
    StringArray,
}

/// A value of a parameter that is known when code is generated.
#[derive(Clone, Debug, PartialEq)]
pub enum Constant {
    /// A string.
    String(String),
    /// A boolean.
    Bool(bool),
    /// Several strings.
    StringArray(Vec<String>),
}

/// A setting that all AWS clients have and that endpoint rules can read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BuiltIn {
    /// `AWS::Region`
    Region,
    /// `AWS::UseFIPS`
    UseFips,
    /// `AWS::UseDualStack`
    UseDualStack,
    /// `SDK::Endpoint`
    Endpoint,
    /// `AWS::Auth::AccountIdEndpointMode`
    AccountIdEndpointMode,
}

/// A setting of the client that only endpoint rules need, such as `force_path_style`.
#[derive(Clone, Debug, PartialEq)]
pub struct ClientParam {
    /// The name of the parameter in the model, such as `ForcePathStyle`.
    pub name: String,
    /// The name of the setter in `config::Builder`.
    pub setter: String,
    /// The name of the type in `crate::config::service_settings::endpoint` under which the value is stored: a tuple struct
    /// around the value.
    pub newtype: String,
    /// The type of its value.
    pub ty: ParameterType,
    /// The value if it isn't set.
    pub default: Option<Constant>,
    /// The model's documentation.
    pub docs: Option<String>,
}

/// Where the client's configuration holds the value of a parameter.
#[derive(Clone, Debug, PartialEq)]
pub enum ConfigSource {
    /// A setting of this client; the value is stored as `newtype`.
    Setting {
        /// The type in `crate::config::service_settings::endpoint`.
        newtype: String,
        /// The type of the value inside.
        ty: ParameterType,
        /// The value if it isn't set.
        default: Option<Constant>,
    },
    /// A setting that all AWS clients have.
    BuiltIn(BuiltIn),
}

/// A value that an operation gives to a parameter.
#[derive(Clone, Debug, PartialEq)]
pub struct EndpointBinding {
    /// The field of `Params`.
    pub field: String,
    /// The value.
    pub value: BoundValue,
    /// Whether the client's configuration can have a value, which is used if the operation's input has none.
    pub is_configurable: bool,
}

impl EndpointBinding {
    /// Whether the value replaces one of the configuration only if the input has it.
    pub fn replaces(&self) -> bool {
        self.is_configurable && self.value.reads_input()
    }
}

/// The value of an [`EndpointBinding`].
#[derive(Clone, Debug, PartialEq)]
pub enum BoundValue {
    /// The same value for each call.
    Static(Constant),
    /// A member of the input.
    Member {
        /// The field of the input, which is an `Option`.
        field: RustName,
        /// How the parameter's value is made from it.
        conversion: Conversion,
    },
    /// The value that a path into the input leads to. Its evaluation can't fail.
    Path(PathValue),
}

impl BoundValue {
    /// Whether the value depends on the operation's input.
    pub(crate) fn reads_input(&self) -> bool {
        match self {
            Self::Static(_) => false,
            Self::Member { .. } | Self::Path(_) => true,
        }
    }
}

/// How a value of the input becomes the value of a parameter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Conversion {
    /// A boolean is copied.
    Copy,
    /// A string or a list of strings is cloned.
    Clone,
    /// An enum is converted into its text.
    EnumText,
}

/// A case of `smithy.rules#endpointTests`.
#[derive(Clone, Debug, PartialEq)]
pub struct EndpointTest {
    /// The case's documentation, or its number.
    pub title: String,
    /// The name of the test function.
    pub name: String,
    /// Values of parameters, by field of `Params`.
    pub params: Vec<(String, Constant)>,
    /// The expected result.
    pub expectation: Expectation,
}

/// The expected result of an [`EndpointTest`].
#[derive(Clone, Debug, PartialEq)]
pub enum Expectation {
    /// This endpoint.
    Endpoint(ExpectedEndpoint),
    /// An error with this message.
    Error(String),
}

/// An endpoint without anything left to resolve.
#[derive(Clone, Debug, PartialEq)]
pub struct ExpectedEndpoint {
    /// The URL.
    pub url: String,
    /// Its properties, in model order.
    pub(crate) properties: Vec<(String, Property<String>)>,
    /// Its headers, in model order.
    pub headers: Vec<(String, Vec<String>)>,
}
