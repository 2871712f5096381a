//! `tests/endpoint_tests.rs`: the trait `smithy.rules#endpointTests` goes in, one test for each of
//! its cases comes out.

use std::collections::BTreeSet;

use heck::ToSnakeCase;
use proc_macro2::{Ident, TokenStream};
use quote::quote;
use serde_json::Value;

use super::emit_expr::ident;
use super::emit_params::emit_constant;
use super::error::EndpointError;
use super::model::{Expectation, ExpectedEndpoint, TestCase, Tests};
use super::parameters::Parameter;
use super::scope::unique;

/// Emits the file, which uses nothing but the public items of the crate.
///
/// ```text
/// #[doc = "For region us-east-1 with FIPS disabled and DualStack disabled"]
/// #[tokio::test]
/// async fn for_region_us_east_1_with_fips_disabled_and_dual_stack_disabled() {
///     let params = Params::builder().region("us-east-1").use_fips(false);
///     let expected = Endpoint::builder().url("https://connect.us-east-1.amazonaws.com");
///     assert_endpoint(params, expected.build()).await;
/// }
/// ```
pub(crate) fn emit_tests(
    tests: &Tests,
    parameters: &[Parameter],
    crate_name: &Ident,
) -> Result<TokenStream, EndpointError> {
    let mut names = BTreeSet::new();
    let mut cases = Vec::new();
    for (index, case) in tests.test_cases.iter().enumerate() {
        let title = case
            .documentation
            .clone()
            .unwrap_or_else(|| format!("Case {}", index + 1));
        let name = unique(&test_name(&title), |name| names.contains(name));
        cases.push(emit_case(case, &title, &name, parameters)?);
        names.insert(name);
    }
    let helpers = emit_helpers(tests);
    Ok(quote! {
        //! The cases that the model has for its endpoint rules: parameters go in, an endpoint or an
        //! error comes out.

        use #crate_name::config::endpoint::{DefaultResolver, Endpoint, Params, ParamsBuilder, ResolveEndpoint};

        #helpers

        async fn resolve(params: ParamsBuilder) -> Result<Endpoint, String> {
            let params = params.build().expect("all required parameters are set");
            let resolver = DefaultResolver::new();
            resolver.resolve_endpoint(&params).await.map_err(|error| error.to_string())
        }

        #(#cases)*
    })
}

/// The helpers for those kinds of expectations that occur.
fn emit_helpers(tests: &Tests) -> TokenStream {
    let expects =
        |test: fn(&Expectation) -> bool| tests.test_cases.iter().any(|case| test(&case.expect));
    let endpoint = expects(|expect| matches!(expect, Expectation::Endpoint(_))).then(|| {
        quote! {
            async fn assert_endpoint(params: ParamsBuilder, expected: Endpoint) {
                assert_eq!(resolve(params).await, Ok(expected));
            }
        }
    });
    let error = expects(|expect| matches!(expect, Expectation::Error(_))).then(|| {
        quote! {
            async fn assert_error(params: ParamsBuilder, expected: &str) {
                assert_eq!(resolve(params).await, Err(expected.to_owned()));
            }
        }
    });
    let expects_property = |test: fn(&Value) -> bool| {
        tests.test_cases.iter().any(|case| match &case.expect {
            Expectation::Endpoint(endpoint) => {
                endpoint.properties.0.iter().any(|(_, value)| test(value))
            }
            Expectation::Error(_) => false,
        })
    };
    let document = expects_property(|_| true).then(|| {
        quote!(
            use aws_smithy_types::Document;
        )
    });
    let object = expects_property(has_object).then(|| {
        quote! {
            fn object<const N: usize>(members: [(&str, Document); N]) -> Document {
                let members = members.into_iter().map(|(name, value)| (name.to_owned(), value));
                Document::Object(members.collect())
            }
        }
    });
    quote!(#document #endpoint #error #object)
}

fn has_object(value: &Value) -> bool {
    match value {
        Value::Object(_) => true,
        Value::Array(values) => values.iter().any(has_object),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => false,
    }
}

/// `for_region_us_east_1`; words that aren't ASCII are left out.
fn test_name(title: &str) -> String {
    let ascii: String = title
        .chars()
        .map(|character| {
            if character.is_ascii_alphanumeric() {
                character
            } else {
                ' '
            }
        })
        .collect();
    let name = ascii.to_snake_case();
    if name.starts_with(|first: char| first.is_ascii_alphabetic()) {
        name
    } else {
        format!("case_{name}")
    }
}

fn emit_case(
    case: &TestCase,
    title: &str,
    name: &str,
    parameters: &[Parameter],
) -> Result<TokenStream, EndpointError> {
    let wrong = |reason: String| EndpointError::Case {
        case: title.to_owned(),
        reason,
    };
    let params = emit_params(case, parameters, &wrong)?;
    let assertion = match &case.expect {
        Expectation::Endpoint(endpoint) => {
            let endpoint = emit_endpoint(endpoint, &wrong)?;
            quote!(assert_endpoint(params, #endpoint).await;)
        }
        Expectation::Error(message) => quote!(assert_error(params, #message).await;),
    };
    let (name, docs) = (ident(name), format!(" {}", title.trim()));
    Ok(quote! {
        #[doc = #docs]
        #[tokio::test]
        async fn #name() {
            let params = #params;
            #assertion
        }
    })
}

fn emit_params(
    case: &TestCase,
    parameters: &[Parameter],
    wrong: &dyn Fn(String) -> EndpointError,
) -> Result<TokenStream, EndpointError> {
    let mut setters = TokenStream::new();
    for (name, value) in &case.params.0 {
        let parameter = parameters.iter().find(|parameter| parameter.name == *name);
        let parameter =
            parameter.ok_or_else(|| wrong(format!("there is no parameter `{name}`")))?;
        let constant = parameter.ty.constant(value);
        let constant =
            constant.ok_or_else(|| wrong(format!("`{name}` has a value of another type")))?;
        let setter = ident(&parameter.field);
        let value = match value {
            Value::String(text) => quote!(#text),
            _ => emit_constant(&constant),
        };
        setters.extend(quote!(.#setter(#value)));
    }
    Ok(quote!(Params::builder() #setters))
}

fn emit_endpoint(
    endpoint: &ExpectedEndpoint,
    wrong: &dyn Fn(String) -> EndpointError,
) -> Result<TokenStream, EndpointError> {
    let url = &endpoint.url;
    let mut calls = TokenStream::new();
    for (name, value) in &endpoint.properties.0 {
        let value = emit_document(value, wrong)?;
        calls.extend(quote!(.property(#name, #value)));
    }
    for (name, values) in &endpoint.headers.0 {
        calls.extend(values.iter().map(|value| quote!(.header(#name, #value))));
    }
    Ok(quote!(Endpoint::builder().url(#url) #calls .build()))
}

fn emit_document(
    value: &Value,
    wrong: &dyn Fn(String) -> EndpointError,
) -> Result<TokenStream, EndpointError> {
    match value {
        Value::Bool(value) => Ok(quote!(Document::from(#value))),
        Value::String(text) => Ok(quote!(Document::from(#text))),
        Value::Array(values) => {
            let values = values.iter().map(|value| emit_document(value, wrong));
            let values = values.collect::<Result<Vec<_>, _>>()?;
            Ok(quote!(Document::Array(vec![#(#values),*])))
        }
        Value::Object(members) => {
            let names = members.keys();
            let values = members.values().map(|value| emit_document(value, wrong));
            let values = values.collect::<Result<Vec<_>, _>>()?;
            Ok(quote!(object([#((#names, #values)),*])))
        }
        Value::Number(number) => match number.as_i64() {
            Some(number) => Ok(quote!(Document::from(#number))),
            None => Err(wrong(format!(
                "number {number} is not supported in properties"
            ))),
        },
        Value::Null => Err(wrong("null is not supported in properties".to_owned())),
    }
}
