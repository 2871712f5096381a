//! Converts calls of the rules engine's standard library into typed expressions.
//!
//! <https://smithy.io/2.0/additional-specs/rules-engine/standard-library.html>

use super::{Scope, local_name, unique};
use crate::endpoints::error::EndpointError;
use crate::endpoints::model::Expression;
use crate::ir::endpoints::program::{Base, Expr, Function, Kind, Type};

/// Names that emitted code uses itself, so that variables must not have them.
pub(crate) const RESERVED: [&str; 14] = [
    "endpoint_at",
    "fail",
    "is_valid_host_label",
    "is_virtual_hostable_s3_bucket",
    "list",
    "object",
    "params",
    "parse_arn",
    "parse_url",
    "resolve_partition",
    "split",
    "substring",
    "uri_encode",
    "values",
];

/// Lowers a call.
pub(crate) fn call(
    scope: &Scope,
    function: &str,
    argv: &[Expression],
    at: &str,
) -> Result<Expr, EndpointError> {
    if function == "getAttr" {
        return get_attr(scope, argv, at);
    }
    let call = Call { function, at };
    let arguments = argv
        .iter()
        .map(|argument| scope.expression(argument, at))
        .collect::<Result<Vec<_>, _>>()?;
    match function {
        "isSet" => call.is_set(arguments),
        "not" => call.not(arguments),
        "booleanEquals" => call.boolean_equals(arguments),
        "stringEquals" => call.string_equals(arguments),
        "coalesce" => call.coalesce(arguments),
        "ite" => call.if_then_else(arguments),
        _ => call.library(arguments),
    }
}

/// Applies a function to arguments. If one of them can be unset, so can the result.
pub(crate) fn lift(arguments: Vec<Expr>, apply: impl FnOnce(Vec<Expr>) -> Expr) -> Expr {
    let mut mapped: Vec<(String, Expr)> = Vec::new();
    let mut bound = Vec::new();
    for argument in arguments {
        if !argument.ty.optional {
            bound.push(argument);
            continue;
        }
        let name = unique(&closure_name(&argument), |name| {
            mapped.iter().any(|(taken, _)| taken == name)
        });
        bound.push(Expr::set(Kind::Local(name.clone()), argument.ty.base));
        mapped.push((name, argument));
    }
    let body = apply(bound);
    if mapped.is_empty() {
        return body;
    }
    let base = body.ty.base;
    Expr::optional(Kind::Map(mapped, Box::new(body)), base)
}

/// Returns the value at a path such as `resourceId[1]`.
pub(crate) fn attribute(value: Expr, path: &str, at: &str) -> Result<Expr, EndpointError> {
    let mut value = value;
    for part in path.split('.') {
        let (key, index) = match part.split_once('[') {
            Some((key, index)) => (key, Some(index)),
            None => (part, None),
        };
        let unknown = || EndpointError::UnknownAttribute {
            attribute: path.to_owned(),
            at: at.to_owned(),
        };
        if !key.is_empty() {
            value = field(value, key).ok_or_else(unknown)?;
        }
        if let Some(index) = index {
            let index = index
                .strip_suffix(']')
                .and_then(|index| index.parse().ok())
                .ok_or_else(unknown)?;
            value = element(value, index).ok_or_else(unknown)?;
        }
    }
    Ok(value)
}

fn closure_name(value: &Expr) -> String {
    let name = match &value.kind {
        Kind::Local(name)
        | Kind::Parameter(name)
        | Kind::Variable(name)
        | Kind::OwnedVariable(name) => name,
        Kind::Attribute(_, field) => *field,
        Kind::Map(_, body) => return closure_name(body),
        _ => "value",
    };
    unique(&local_name(name), |name| RESERVED.contains(&name))
}

fn get_attr(scope: &Scope, argv: &[Expression], at: &str) -> Result<Expr, EndpointError> {
    let [value, Expression::String(path)] = argv else {
        return Err(Call {
            function: "getAttr",
            at,
        }
        .wrong("a value and a path"));
    };
    attribute(scope.expression(value, at)?, path, at)
}

fn field(value: Expr, key: &str) -> Option<Expr> {
    let (field, base) = match (value.ty.base, key) {
        (Base::Partition, "name") => ("name", Base::Str),
        (Base::Partition, "dnsSuffix") => ("dns_suffix", Base::Str),
        (Base::Partition, "dualStackDnsSuffix") => ("dual_stack_dns_suffix", Base::Str),
        (Base::Partition, "supportsFIPS") => ("supports_fips", Base::Bool),
        (Base::Partition, "supportsDualStack") => ("supports_dual_stack", Base::Bool),
        (Base::Partition, "implicitGlobalRegion") => ("implicit_global_region", Base::Str),
        (Base::Arn, "partition") => ("partition", Base::Str),
        (Base::Arn, "service") => ("service", Base::Str),
        (Base::Arn, "region") => ("region", Base::Str),
        (Base::Arn, "accountId") => ("account_id", Base::Str),
        (Base::Arn, "resourceId") => ("resource_id", Base::Strs),
        (Base::Url, "scheme") => ("scheme", Base::Str),
        (Base::Url, "authority") => ("authority", Base::Str),
        (Base::Url, "path") => ("path", Base::Str),
        // The only attribute that a URL owns. It is moved out unless the URL is in a variable.
        (Base::Url, "normalizedPath") if is_place(&value) => ("normalized_path", Base::Str),
        (Base::Url, "normalizedPath") => ("normalized_path", Base::String),
        (Base::Url, "isIp") => ("is_ip", Base::Bool),
        _ => return None,
    };
    Some(lift(vec![value], |mut values| {
        Expr::set(Kind::Attribute(Box::new(values.remove(0)), field), base)
    }))
}

fn is_place(value: &Expr) -> bool {
    matches!(value.kind, Kind::Local(_) | Kind::Variable(_))
}

fn element(value: Expr, index: i64) -> Option<Expr> {
    matches!(value.ty.base, Base::Strs | Base::Strings).then(|| {
        lift(vec![value], |mut values| {
            Expr::optional(Kind::Element(Box::new(values.remove(0)), index), Base::Str)
        })
    })
}

/// A call whose arguments are already lowered.
struct Call<'a> {
    function: &'a str,
    at: &'a str,
}

impl Call<'_> {
    fn wrong(&self, expected: &'static str) -> EndpointError {
        EndpointError::Arguments {
            function: self.function.to_owned(),
            expected,
            at: self.at.to_owned(),
        }
    }

    fn is_set(&self, arguments: Vec<Expr>) -> Result<Expr, EndpointError> {
        let [value] = <[Expr; 1]>::try_from(arguments).map_err(|_| self.wrong("one value"))?;
        let kind = if value.ty.optional {
            Kind::IsSet(Box::new(value))
        } else {
            Kind::Bool(true)
        };
        Ok(Expr::set(kind, Base::Bool))
    }

    fn not(&self, arguments: Vec<Expr>) -> Result<Expr, EndpointError> {
        let [value] = self.arguments(arguments, Base::Bool, "one boolean")?;
        Ok(lift(vec![value], |mut values| values.remove(0).negated()))
    }

    /// Simplifies comparisons with a constant: `booleanEquals(UseFIPS, true)` is `use_fips`.
    fn boolean_equals(&self, arguments: Vec<Expr>) -> Result<Expr, EndpointError> {
        let [left, right] = self.arguments(arguments, Base::Bool, "two booleans")?;
        Ok(match (&left.kind, &right.kind) {
            (Kind::Bool(constant), _) => equals_constant(right, *constant),
            (_, Kind::Bool(constant)) => equals_constant(left, *constant),
            _ => equal(left, right),
        })
    }

    fn string_equals(&self, arguments: Vec<Expr>) -> Result<Expr, EndpointError> {
        let [left, right] = self.arguments(arguments, Base::Str, "two strings")?;
        Ok(match (&left.kind, &right.kind) {
            (Kind::Text(_), _) => equal(right, left),
            _ => equal(left, right),
        })
    }

    /// Drops the values after one that is always set, since they are never used.
    fn coalesce(&self, arguments: Vec<Expr>) -> Result<Expr, EndpointError> {
        let wrong = || self.wrong("two or more values of the same type");
        let base = common_base(&arguments).ok_or_else(wrong)?;
        let reachable = arguments.iter().position(|value| !value.ty.optional);
        let mut values = arguments;
        values.truncate(reachable.map_or(values.len(), |last| last + 1));
        if values.len() == 1 {
            return Ok(values.remove(0));
        }
        let ty = Type {
            base,
            optional: reachable.is_none(),
        };
        Ok(Expr {
            kind: Kind::Coalesce(values),
            ty,
        })
    }

    fn if_then_else(&self, arguments: Vec<Expr>) -> Result<Expr, EndpointError> {
        let wrong = || self.wrong("a boolean and two values of the same type");
        let [condition, then, otherwise] = <[Expr; 3]>::try_from(arguments).map_err(|_| wrong())?;
        if condition.ty.base != Base::Bool {
            return Err(wrong());
        }
        let branches = [then, otherwise];
        let base = common_base(&branches).ok_or_else(wrong)?;
        let optional = branches.iter().any(|value| value.ty.optional);
        let [then, otherwise] = branches.map(Box::new);
        let kind = Kind::If(Box::new(condition.into_truth()), then, otherwise);
        Ok(Expr {
            kind,
            ty: Type { base, optional },
        })
    }

    /// Lowers a call of a function that runs in the generated crate.
    fn library(&self, arguments: Vec<Expr>) -> Result<Expr, EndpointError> {
        let Some(Signature {
            function,
            takes,
            expected,
            gives,
        }) = signature(self.function)
        else {
            let (function, at) = (self.function.to_owned(), self.at.to_owned());
            return Err(EndpointError::UnknownFunction { function, at });
        };
        let fits = |(value, base): (&Expr, &Base)| has_base(value, *base);
        let is_negative = |value: &Expr| matches!(value.kind, Kind::Int(number) if number < 0);
        if arguments.len() != takes.len()
            || !arguments.iter().zip(takes).all(fits)
            || arguments.iter().any(is_negative)
        {
            return Err(self.wrong(expected));
        }
        Ok(lift(arguments, |values| Expr {
            kind: Kind::Call(function, values),
            ty: gives,
        }))
    }

    /// Checks number and type of the arguments.
    fn arguments<const N: usize>(
        &self,
        arguments: Vec<Expr>,
        base: Base,
        expected: &'static str,
    ) -> Result<[Expr; N], EndpointError> {
        let arguments = <[Expr; N]>::try_from(arguments).map_err(|_| self.wrong(expected))?;
        let fits = arguments.iter().all(|value| has_base(value, base));
        fits.then_some(arguments)
            .ok_or_else(|| self.wrong(expected))
    }
}

/// The parameters and the result of a function.
struct Signature {
    function: Function,
    takes: &'static [Base],
    expected: &'static str,
    gives: Type,
}

fn signature(name: &str) -> Option<Signature> {
    use Base::{Arn, Bool, Int, Partition, Str, String, Strs, Url};
    let set = |base| Type {
        base,
        optional: false,
    };
    let optional = |base| Type {
        base,
        optional: true,
    };
    let (function, takes, expected, gives): (_, &[Base], _, _) = match name {
        "aws.isVirtualHostableS3Bucket" => (
            Function::IsVirtualHostableS3Bucket,
            &[Str, Bool],
            "a string and a boolean",
            set(Bool),
        ),
        "aws.parseArn" => (Function::ParseArn, &[Str], "one string", optional(Arn)),
        "aws.partition" => (
            Function::ResolvePartition,
            &[Str],
            "one string",
            set(Partition),
        ),
        "isValidHostLabel" => (
            Function::IsValidHostLabel,
            &[Str, Bool],
            "a string and a boolean",
            set(Bool),
        ),
        "parseURL" => (Function::ParseUrl, &[Str], "one string", optional(Url)),
        "split" => (
            Function::Split,
            &[Str, Str, Int],
            "two strings and a limit",
            set(Strs),
        ),
        "substring" => {
            let expected = "a string, two positions and a boolean";
            (
                Function::Substring,
                &[Str, Int, Int, Bool],
                expected,
                optional(Str),
            )
        }
        "uriEncode" => (Function::UriEncode, &[Str], "one string", set(String)),
        _ => return None,
    };
    Some(Signature {
        function,
        takes,
        expected,
        gives,
    })
}

/// Both kinds of strings are accepted as a string.
fn has_base(value: &Expr, base: Base) -> bool {
    if base == Base::Str {
        value.is_text()
    } else {
        value.ty.base == base
    }
}

fn equals_constant(value: Expr, constant: bool) -> Expr {
    if constant {
        return value;
    }
    lift(vec![value], |mut values| values.remove(0).negated())
}

fn equal(left: Expr, right: Expr) -> Expr {
    Expr::set(Kind::Equal(Box::new(left), Box::new(right)), Base::Bool)
}

/// Returns the type that all values have; if both `&str` and `String` occur, it is `String`.
fn common_base(values: &[Expr]) -> Option<Base> {
    let first = values.first()?;
    if values.iter().all(|value| value.ty.base == first.ty.base) {
        return Some(first.ty.base);
    }
    values.iter().all(Expr::is_text).then_some(Base::String)
}
