//! Emits `tests/endpoint_tests.rs`, which contains one test for each case of `smithy.rules#endpointTests`.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::expr::ident;
use super::params::emit_constant;
use crate::docs::{doc_attributes, plain};
use crate::ir::endpoints::program::Property;
use crate::ir::endpoints::{Constant, EndpointTest, Expectation, ExpectedEndpoint};

/// Emits the file, which uses only the public items of the crate.
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
pub(in crate::emit) fn emit(tests: &[EndpointTest], crate_name: &Ident) -> TokenStream {
    let cases = tests.iter().map(emit_case);
    let helpers = emit_helpers(tests);
    quote! {
        //! The model's test cases for the endpoint rules.

        use #crate_name::config::endpoint::{DefaultResolver, Endpoint, Params, ParamsBuilder, ResolveEndpoint};

        #helpers

        async fn resolve(params: ParamsBuilder) -> Result<Endpoint, String> {
            let params = params.build().expect("all required parameters are set");
            let resolver = DefaultResolver::new();
            resolver.resolve_endpoint(&params).await.map_err(|error| error.to_string())
        }

        #(#cases)*
    }
}

/// Emits the helpers that the cases need.
fn emit_helpers(tests: &[EndpointTest]) -> TokenStream {
    let endpoints: Vec<_> = tests
        .iter()
        .filter_map(|test| match &test.expectation {
            Expectation::Endpoint(endpoint) => Some(endpoint),
            Expectation::Error(_) => None,
        })
        .collect();
    let endpoint = (!endpoints.is_empty()).then(|| {
        quote! {
            async fn assert_endpoint(params: ParamsBuilder, expected: Endpoint) {
                assert_eq!(resolve(params).await, Ok(expected));
            }
        }
    });
    let error = (endpoints.len() < tests.len()).then(|| {
        quote! {
            async fn assert_error(params: ParamsBuilder, expected: &str) {
                assert_eq!(resolve(params).await, Err(expected.to_owned()));
            }
        }
    });
    let mut properties = endpoints
        .iter()
        .flat_map(|endpoint| &endpoint.properties)
        .map(|(_, value)| value)
        .peekable();
    let document = properties.peek().is_some().then(|| {
        quote!(
            use aws_smithy_types::Document;
        )
    });
    let object = properties.any(contains_object).then(|| {
        quote! {
            fn object<const N: usize>(members: [(&str, Document); N]) -> Document {
                let members = members.into_iter().map(|(name, value)| (name.to_owned(), value));
                Document::Object(members.collect())
            }
        }
    });
    quote!(#document #endpoint #error #object)
}

fn contains_object(value: &Property<String>) -> bool {
    match value {
        Property::Object(_) => true,
        Property::List(values) => values.iter().any(contains_object),
        Property::Bool(_) | Property::Int(_) | Property::Text(_) => false,
    }
}

fn emit_case(test: &EndpointTest) -> TokenStream {
    let setters = test.params.iter().map(|(field, value)| {
        let setter = ident(field);
        let value = match value {
            Constant::String(text) => quote!(#text),
            Constant::Bool(_) | Constant::StringArray(_) => emit_constant(value),
        };
        quote!(.#setter(#value))
    });
    let assertion = match &test.expectation {
        Expectation::Endpoint(endpoint) => {
            let endpoint = emit_endpoint(endpoint);
            quote!(assert_endpoint(params, #endpoint).await;)
        }
        Expectation::Error(message) => quote!(assert_error(params, #message).await;),
    };
    let (name, docs) = (ident(&test.name), doc_attributes(&plain(&test.title)));
    quote! {
        #docs
        #[tokio::test]
        async fn #name() {
            let params = Params::builder() #(#setters)*;
            #assertion
        }
    }
}

fn emit_endpoint(endpoint: &ExpectedEndpoint) -> TokenStream {
    let url = &endpoint.url;
    let properties = endpoint.properties.iter().map(|(name, value)| {
        let value = emit_document(value);
        quote!(.property(#name, #value))
    });
    let headers = endpoint.headers.iter().flat_map(|(name, values)| {
        values
            .iter()
            .map(move |value| quote!(.header(#name, #value)))
    });
    quote!(Endpoint::builder().url(#url) #(#properties)* #(#headers)* .build())
}

fn emit_document(value: &Property<String>) -> TokenStream {
    match value {
        Property::Bool(value) => quote!(Document::from(#value)),
        Property::Int(value) => quote!(Document::from(#value)),
        Property::Text(text) => quote!(Document::from(#text)),
        Property::List(values) => {
            let values = values.iter().map(emit_document);
            quote!(Document::Array(vec![#(#values),*]))
        }
        Property::Object(members) => {
            let names = members.iter().map(|(name, _)| name);
            let values = members.iter().map(|(_, value)| emit_document(value));
            quote!(object([#((#names, #values)),*]))
        }
    }
}
