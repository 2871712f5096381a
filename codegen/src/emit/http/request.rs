//! Emits the serialization of an input as a request.

mod body;
mod text;
mod uri;

use proc_macro2::TokenStream;
use quote::quote;

use crate::emit::codec::Format;
use crate::emit::imports::Imports;
use crate::ir::{Binding, Body, Codec, Field, Operation, Part, Type};

/// The module of the builder and of the values that become text.
const REQUEST: &str = "crate::runtime::http::request";

/// Emits the method `serialize` of an operation.
///
/// ```ignore
/// fn serialize(input: UpdateThingInput, _: &mut ConfigBag) -> Result<HttpRequest, BoxError> {
///     let mut request = RequestBuilder::new("POST");
///     request.path("/things/");
///     request.label("thing_id", input.thing_id.as_deref(), "");
///     request.query("dryRun", input.dry_run.map(Primitive));
///     request.header("owner", "x-owner", input.owner.as_deref());
///     request.json(&input)
/// }
/// ```
pub(in crate::emit) fn emit(
    imports: &mut Imports,
    codec: Codec,
    operation: &Operation,
) -> TokenStream {
    emit_function(imports, codec, operation, &quote!(serialize))
}

/// Emits the method `serialize_presigned` of an operation, whose presigned requests are those of `operation`.
pub(in crate::emit) fn emit_presigned(
    imports: &mut Imports,
    codec: Codec,
    operation: &Operation,
) -> TokenStream {
    emit_function(imports, codec, operation, &quote!(serialize_presigned))
}

fn emit_function(
    imports: &mut Imports,
    codec: Codec,
    operation: &Operation,
    function: &TokenStream,
) -> TokenStream {
    let format = Format::written(codec);
    let method = &operation.request.method;
    let host_prefix = emit_host_prefix(imports, operation);
    let uri = uri::emit(imports, operation);
    let fields = &operation.input.fields;
    let queries: Vec<_> = fields
        .iter()
        .filter_map(|field| emit_query(imports, field))
        .collect();
    let endpoint_fields = emit_endpoint_fields(operation);
    let query_params = fields
        .iter()
        .filter_map(|field| emit_query_params(operation, field));
    let constant_headers = emit_constant_headers(format, operation);
    let headers: Vec<_> = fields
        .iter()
        .filter_map(|field| emit_header(imports, field))
        .collect();
    let prefix_headers = fields.iter().filter_map(emit_prefix_headers);
    let body = body::emit(format, operation);
    let (input, ty) = (input_name(operation), &operation.input.name);
    let config = host_prefix.as_ref().map_or(quote!(_), |_| quote!(config));
    let builder = imports.item(REQUEST, "RequestBuilder");
    imports.item("crate::config", "ConfigBag");
    imports.item("crate::config::http", "HttpRequest");
    imports.item("crate::error", "BoxError");
    quote! {
        fn #function(#input: #ty, #config: &mut ConfigBag) -> Result<HttpRequest, BoxError> {
            #host_prefix
            let mut request = #builder::new(#method);
            #(#endpoint_fields)*
            #uri
            #(#query_params)*
            #(#queries)*
            #(#constant_headers)*
            #(#headers)*
            #(#prefix_headers)*
            #body
        }
    }
}

/// Emits the checks of fields that only the endpoint contains.
fn emit_endpoint_fields(operation: &Operation) -> impl Iterator<Item = TokenStream> {
    let indexes = operation.adjustments.endpoint_fields.iter();
    indexes.map(|index| {
        let name = &operation.input.fields[*index].name;
        let text = name.as_str();
        quote!(request.required(#text, &input.#name.as_deref().filter(|text| !text.trim().is_empty()));)
    })
}

fn input_name(operation: &Operation) -> TokenStream {
    let is_used = matches!(operation.request.body, Body::Members(_));
    if operation.input.fields.is_empty() && !is_used {
        quote!(_)
    } else {
        quote!(input)
    }
}

/// Emits the headers that have the same value in every request, in the order of the official SDK.
fn emit_constant_headers(format: Format, operation: &Operation) -> Vec<TokenStream> {
    let others = operation.request.headers.iter();
    let headers = format.content_type(operation).into_iter();
    headers
        .chain(others.map(|(name, value)| (name.as_str(), value.as_str())))
        .map(|(name, value)| quote!(request.constant_header(#name, #value);))
        .collect()
}

/// Emits the statements that store the prefix of the host where the runtime looks for it.
///
/// ```ignore
/// let account_label = host_label("account", input.account.as_ref())?;
/// let prefix = EndpointPrefix::new(format!("{account_label}.data."))?;
/// config.interceptor_state().store_put(prefix);
/// ```
fn emit_host_prefix(imports: &mut Imports, operation: &Operation) -> Option<TokenStream> {
    let mut labels = Vec::new();
    let mut template = String::new();
    for part in operation.host_prefix.as_ref()? {
        match part {
            Part::Text(text) => template.push_str(text),
            Part::Label(label) => {
                let field = &operation.input.fields[label.field].name;
                let (name, variable) = (field.as_str(), field.suffixed("_label"));
                template.push_str(&format!("{{{variable}}}"));
                let host_label = imports.item(REQUEST, "host_label");
                labels.push(quote!(let #variable = #host_label(#name, input.#field.as_ref())?;));
            }
        }
    }
    let prefix = if labels.is_empty() {
        quote!(#template)
    } else {
        quote!(format!(#template))
    };
    Some(quote! {
        #(#labels)*
        let prefix = aws_smithy_runtime_api::client::endpoint::EndpointPrefix::new(#prefix)?;
        config.interceptor_state().store_put(prefix);
    })
}

fn emit_query(imports: &mut Imports, field: &Field) -> Option<TokenStream> {
    let Binding::Query(wire) = &field.binding else {
        return None;
    };
    let values = text::emit_values(imports, field);
    let required = field.required.then(|| {
        let name = &field.name;
        let text = name.as_str();
        quote!(request.required(#text, &input.#name);)
    });
    Some(quote!(#required request.query(#wire, #values);))
}

/// Emits the entries of a map as parameters, except those whose names are bound to other members.
fn emit_query_params(operation: &Operation, field: &Field) -> Option<TokenStream> {
    if field.binding != Binding::QueryParams {
        return None;
    }
    let name = &field.name;
    let bound = operation
        .input
        .fields
        .iter()
        .filter_map(|field| match &field.binding {
            Binding::Query(wire) => Some(wire.as_str()),
            Binding::Body
            | Binding::Payload
            | Binding::Label
            | Binding::QueryParams
            | Binding::Header(_)
            | Binding::PrefixHeaders(_)
            | Binding::StatusCode => None,
        });
    let literals = operation.request.uri.query.iter();
    let bound = bound.chain(literals.map(|parameter| parameter.name.as_str()));
    let is_map_of_lists =
        matches!(&field.ty, Type::Map { value, .. } if matches!(**value, Type::List { .. }));
    let entries = if is_map_of_lists {
        quote!(input.#name.iter().flatten())
    } else {
        quote!(input.#name.iter().flatten().map(|(name, value)| (name, [value])))
    };
    Some(quote!(request.query_params(&[#(#bound),*], #entries);))
}

fn emit_header(imports: &mut Imports, field: &Field) -> Option<TokenStream> {
    let Binding::Header(wire) = &field.binding else {
        return None;
    };
    let name = field.name.as_str();
    Some(if matches!(field.ty, Type::List { .. }) {
        let items = text::emit_list_items(imports, field);
        quote!(request.header_list(#name, #wire, #items);)
    } else {
        let values = text::emit_values(imports, field);
        quote!(request.header(#name, #wire, #values);)
    })
}

fn emit_prefix_headers(field: &Field) -> Option<TokenStream> {
    let Binding::PrefixHeaders(prefix) = &field.binding else {
        return None;
    };
    let name = &field.name;
    let text = name.as_str();
    Some(quote!(request.prefix_headers(#text, #prefix, input.#name.iter().flatten());))
}
