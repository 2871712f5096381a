//! Cases of responses as tests.

use aws_smithy_types::base64;
use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote};
use serde_json::Value;

use super::case::{self, Response};
use super::{Emitted, value};
use crate::emit::codec::Format;
use crate::error::ProblemKind;
use crate::ir::{Binding, Crate, Field, Operation, Presence, RustName, Structure, Type};

/// Emits the file of all tests.
pub(super) fn emit_file(lowered: &Crate, tests: &[TokenStream]) -> TokenStream {
    let lib = format_ident!("{}", lowered.package.lib_name());
    let imports = (!tests.is_empty()).then(|| {
        quote! {
            use #lib as service;

            use crate::support::*;
        }
    });
    quote! {
        //! The outputs and errors that responses become.

        #imports

        #(#tests)*
    }
}

/// The statements of a test, of an error if there is one.
///
/// ```ignore
/// let response = response(200, &[("x-name", "a")], "");
/// let operation = service::operation::get_thing::GetThing::new();
/// let result = read(&operation, response);
/// let output = result.expect("a success");
/// let actual: service::operation::get_thing::GetThingOutput = output.downcast().expect("the operation's output");
/// let expected = service::operation::get_thing::GetThingOutput::builder().set_name(Some("a".to_owned())).build();
/// assert_same("name", &actual.name, &expected.name);
/// ```
pub(super) fn emit(
    lowered: &Crate,
    operation: &Operation,
    error: Option<&RustName>,
    case: &Value,
) -> Result<Emitted, ProblemKind> {
    let case: Response = case::read(case)?;
    if !case.message.applies(lowered.protocol) {
        return Ok(None);
    }
    let structure = structure(lowered, operation, error)
        .ok_or_else(|| case.message.error("there is no such error"))?;
    let side = match Format::read(lowered.codec) {
        Format::Json | Format::Cbor => value::Side::Rounded,
        Format::Xml | Format::Query => value::Side::Exact,
    };
    let context = value::Context { lowered, side };
    let setters = value::setters(context, structure, &case.message.params)
        .map_err(|reason| case.message.error(reason))?;
    let read = emit_read(operation, &case)?;
    let actual = emit_actual(operation, error);
    let comparison = emit_comparison(operation, error, structure, &setters);
    Ok(Some(quote!(#read #actual #comparison)))
}

fn structure<'a>(
    lowered: &'a Crate,
    operation: &'a Operation,
    error: Option<&RustName>,
) -> Option<&'a Structure> {
    match error {
        None => Some(&operation.output),
        Some(name) => lowered.errors.iter().find(|error| error.name == *name),
    }
}

fn emit_read(operation: &Operation, case: &Response) -> Result<TokenStream, ProblemKind> {
    let (module, name) = (&operation.module, &operation.name);
    let headers = case
        .message
        .headers
        .iter()
        .map(|(name, value)| quote!((#name, #value)));
    let (code, body) = (case.code, emit_body(case)?);
    Ok(quote! {
        let response = response(#code, &[#(#headers),*], #body);
        let operation = service::operation::#module::#name::new();
        let result = read(&operation, response);
    })
}

/// Emits the body of a response, which is text unless its media type is binary; cases have binary bodies in base64.
fn emit_body(case: &Response) -> Result<TokenStream, ProblemKind> {
    let body = case.message.body.as_deref().unwrap_or_default();
    if case.message.media_type() != "application/cbor" {
        return Ok(quote!(#body));
    }
    let bytes = base64::decode(body).map_err(|error| case.message.error(error.to_string()))?;
    let bytes = Literal::byte_string(&bytes);
    Ok(quote!(&#bytes[..]))
}

fn emit_actual(operation: &Operation, error: Option<&RustName>) -> TokenStream {
    let module = &operation.module;
    let Some(variant) = error else {
        let ty = &operation.output.name;
        return quote! {
            let output = result.expect("a success");
            let actual: service::operation::#module::#ty = output.downcast().expect("the operation's output");
        };
    };
    let ty = operation.name.suffixed("Error");
    quote! {
        let error = result.expect_err("an error");
        let error = error.as_operation_error().and_then(|error| error.downcast_ref());
        let Some(service::operation::#module::#ty::#variant(actual)) = error else { panic!("{error:?}") };
    }
}

/// Compares member by member: a request ID isn't expected, and streams have to be read.
fn emit_comparison(
    operation: &Operation,
    error: Option<&RustName>,
    structure: &Structure,
    setters: &TokenStream,
) -> TokenStream {
    if structure.fields.is_empty() {
        return quote!(let _ = actual;);
    }
    let path = match error {
        None => {
            let (module, name) = (&operation.module, &structure.name);
            quote!(service::operation::#module::#name)
        }
        Some(name) => quote!(service::types::error::#name),
    };
    let build = value::build(structure);
    let comparisons = structure.fields.iter().map(emit_compared);
    quote! {
        let expected = #path::builder() #setters #build;
        #(#comparisons)*
    }
}

/// The comparison of a member.
fn emit_compared(field: &Field) -> TokenStream {
    let (name, text) = (&field.name, field.name.as_str());
    if field.ty == Type::ByteStream {
        return quote!(assert_same_stream(#text, actual.#name, expected.#name).await;);
    }
    let view = match field.presence {
        Presence::Optional => view(field),
        Presence::Required | Presence::Default(_) => quote!(),
    };
    quote!(assert_same(#text, &actual.#name #view, &expected.#name #view);)
}

/// What makes values equal that a case can't tell apart: a document `null` and none, nothing in the headers or the
/// body and something empty.
fn view(field: &Field) -> TokenStream {
    match (&field.binding, &field.ty) {
        (_, Type::Document) => quote!(.as_ref().filter(not_null)),
        (Binding::Header(_) | Binding::PrefixHeaders(_), Type::List { .. } | Type::Map { .. })
        | (Binding::Payload, Type::String | Type::Blob) => quote!(.clone().unwrap_or_default()),
        (
            Binding::Body
            | Binding::Payload
            | Binding::Label
            | Binding::Query(_)
            | Binding::QueryParams
            | Binding::Header(_)
            | Binding::PrefixHeaders(_)
            | Binding::StatusCode,
            _,
        ) => quote!(),
    }
}
