//! Emits the deserialization of a response as an output or an error.

use proc_macro2::TokenStream;
use quote::quote;

use super::emit_format;
use crate::emit::builder;
use crate::emit::codec::Format;
use crate::emit::imports::Imports;
use crate::emit::ty::type_path;
use crate::emit::wire;
use crate::ir::{Binding, Codec, Field, Operation, Structure, Type};
use crate::model::traits::TimestampFormat;

/// Whether reading the structure needs an implementation of `ReadStructure`: for members in the body, or to make up
/// for required members that weren't sent.
pub(in crate::emit) fn reads_structure(structure: &Structure) -> bool {
    structure.has_body_members() || structure.is_fallible() || structure.is_corrected()
}

/// Emits the method `deserialize` of an operation, or `deserialize_streaming` if the body streams.
///
/// ```ignore
/// fn deserialize(response: &HttpResponse) -> Result<GetThingOutput, BoxError> {
///     let mut output = super::builders::GetThingOutputBuilder {
///         _request_id: response::request_id(response),
///         ..Default::default()
///     };
///     response::read_json(response, &mut output)?;
///     output.owner = response::header(response, "x-owner", str::parse)?;
///     Ok(ReadStructure::finish(output))
/// }
/// ```
pub(in crate::emit) fn emit(
    imports: &mut Imports,
    codec: Codec,
    operation: &Operation,
) -> TokenStream {
    import_response(imports);
    let format = Format::read(codec);
    let output = &operation.output;
    let (name, builder) = (&output.name, output.name.suffixed("Builder"));
    let body = output
        .has_body_members()
        .then(|| format.emit_read_members(&operation.response.content, &quote!(&mut output)));
    let bound = emit_all_bound(imports, format, output, &quote!(output));
    let (mutable, others) = if output.fields.is_empty() {
        (None, None)
    } else {
        (Some(quote!(mut)), Some(quote!(..Default::default())))
    };
    let finish = if reads_structure(output) {
        imports.glob(format.path());
        quote!(ReadStructure::finish(output))
    } else {
        quote!(output.build())
    };
    let extended_request_id = output.extended_request_id.then(|| {
        imports.item("crate::runtime", "extended_request_id");
        quote!(_extended_request_id: extended_request_id::of(response),)
    });
    let body = quote! {
        let #mutable output = super::builders::#builder {
            #extended_request_id
            _request_id: response::request_id(response),
            #others
        };
        #body
        #bound
        Ok(#finish)
    };
    if operation.output.is_streaming() {
        quote! {
            fn deserialize_streaming(response: &mut HttpResponse) -> Option<Result<#name, BoxError>> {
                let mut read_output = || { #body };
                Some(read_output())
            }
        }
    } else {
        quote! {
            fn deserialize(response: &HttpResponse) -> Result<#name, BoxError> {
                #body
            }
        }
    }
}

/// Emits the method of an error's builder that reads its members, if some are outside the body.
///
/// ```ignore
/// impl ThrottledBuilder {
///     pub(crate) fn read_response(&mut self, response: &HttpResponse) -> Result<(), BoxError> { … }
/// }
/// ```
pub(in crate::emit) fn emit_error(
    imports: &mut Imports,
    codec: Codec,
    error: &Structure,
) -> Option<TokenStream> {
    if !error.is_bound() {
        return None;
    }
    import_response(imports);
    let builder = builder::path(error);
    let body = error
        .has_body_members()
        .then(|| quote!(crate::codec::read_error(response, self)?;));
    let bound = emit_all_bound(imports, Format::read(codec), error, &quote!(self));
    Some(quote! {
        impl #builder {
            /// Reads the members from wherever they are in the response.
            pub(crate) fn read_response(&mut self, response: &HttpResponse) -> Result<(), BoxError> {
                #body
                #bound
                Ok(())
            }
        }
    })
}

/// Imports the names in the signatures of methods that read a response.
fn import_response(imports: &mut Imports) {
    imports.item("crate::config::http", "HttpResponse");
    imports.item("crate::error", "BoxError");
    imports.item("crate::runtime::http", "response");
}

/// Emits the statements that read the members outside the body into the builder `target`.
fn emit_all_bound(
    imports: &mut Imports,
    format: Format,
    structure: &Structure,
    target: &TokenStream,
) -> TokenStream {
    let bound: Vec<_> = structure
        .fields
        .iter()
        .filter_map(|field| {
            let (name, value) = (&field.name, emit_bound(imports, format, field)?);
            Some(quote!(#target.#name = #value;))
        })
        .collect();
    quote!(#(#bound)*)
}

fn emit_bound(imports: &mut Imports, format: Format, field: &Field) -> Option<TokenStream> {
    match &field.binding {
        Binding::Header(wire) => Some(emit_header(imports, field, wire.as_str())),
        Binding::PrefixHeaders(prefix) => {
            Some(quote!(response::prefix_headers(response, #prefix)?))
        }
        Binding::StatusCode => Some(quote!(Some(response.status().as_u16().into()))),
        Binding::Payload => Some(emit_payload(imports, format, field)),
        Binding::Body | Binding::Label | Binding::Query(_) | Binding::QueryParams => None,
    }
}

fn emit_header(imports: &mut Imports, field: &Field, wire: &str) -> TokenStream {
    match &field.ty {
        Type::List { member, .. } => match &**member {
            Type::Timestamp(timestamp) => {
                let format = emit_lenient_format(imports, *timestamp);
                quote!(response::time_list(response, #wire, #format)?)
            }
            Type::String if field.media_type.is_some() => {
                quote!(response::header_list(response, #wire, response::base64_text)?)
            }
            member => {
                let parse = emit_parse(imports, member);
                quote!(response::header_list(response, #wire, #parse)?)
            }
        },
        Type::String if field.media_type.is_some() => {
            quote!(response::header(response, #wire, response::base64_text)?)
        }
        ty => {
            let parse = emit_parse(imports, ty);
            let value = quote!(response::header(response, #wire, #parse));
            if field.skip_invalid {
                quote!(#value.unwrap_or_default())
            } else {
                quote!(#value?)
            }
        }
    }
}

/// Emits the function that parses a value.
fn emit_parse(imports: &mut Imports, ty: &Type) -> TokenStream {
    match ty {
        Type::Timestamp(timestamp) => {
            let format = emit_lenient_format(imports, *timestamp);
            quote!(|text| crate::primitives::DateTime::from_str(text, #format))
        }
        ty if ty.is_copy() => {
            let parse = imports.item("aws_smithy_types::primitive", "Parse");
            quote!(#parse::parse_smithy_primitive)
        }
        _ => quote!(str::parse),
    }
}

/// Emits the format of a timestamp in a header. Services may send an offset instead of `Z`.
fn emit_lenient_format(imports: &mut Imports, format: TimestampFormat) -> TokenStream {
    match format {
        TimestampFormat::DateTime => {
            let formats = imports.item("crate::primitives", "DateTimeFormat");
            quote!(#formats::DateTimeWithOffset)
        }
        TimestampFormat::EpochSeconds | TimestampFormat::HttpDate => emit_format(imports, format),
    }
}

fn emit_payload(imports: &mut Imports, format: Format, field: &Field) -> TokenStream {
    match &field.ty {
        Type::ByteStream => quote!(Some(response::stream(response))),
        Type::Blob => quote!(response::payload(response).map(crate::primitives::Blob::new)),
        Type::Enum(ty) => {
            let path = type_path(ty);
            quote!(response::payload(response).map(str::from_utf8).transpose()?.map(#path::from))
        }
        Type::String => quote!(
            response::payload(response)
                .map(str::from_utf8)
                .transpose()?
                .map(str::to_owned)
        ),
        _ => {
            imports.glob(format.path());
            format.emit_read_payload(&wire::read_function(format, field))
        }
    }
}
