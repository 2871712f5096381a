//! The formats of bodies: what generated code calls their readers and writers.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::{format_ident, quote};

use crate::ir::{Body, CodeSource, Codec, Content, Crate, Envelope, ErrorLayout, Field, Operation};

/// The format of a request body or of a response body.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::emit) enum Format {
    Json,
    Cbor,
    Xml,
    Query,
}

/// The names of a format in generated code.
pub(in crate::emit) struct Words {
    /// The module, and the variable that holds a reader or a writer: `json`.
    pub(in crate::emit) module: Ident,
    /// `JsonReader`.
    pub(in crate::emit) reader: Ident,
    /// `JsonWriter`.
    pub(in crate::emit) writer: Ident,
    /// `JsonError`.
    pub(in crate::emit) error: Ident,
}

impl Format {
    /// Returns the format of response bodies.
    pub(in crate::emit) fn read(codec: Codec) -> Self {
        match codec {
            Codec::Json => Self::Json,
            Codec::Cbor => Self::Cbor,
            Codec::Xml | Codec::Query => Self::Xml,
        }
    }

    /// Returns the format of request bodies.
    pub(in crate::emit) fn written(codec: Codec) -> Self {
        match codec {
            Codec::Json => Self::Json,
            Codec::Cbor => Self::Cbor,
            Codec::Xml => Self::Xml,
            Codec::Query => Self::Query,
        }
    }

    /// Returns the name of the module.
    pub(in crate::emit) fn module(self) -> &'static str {
        match self {
            Self::Json => "json",
            Self::Cbor => "cbor",
            Self::Xml => "xml",
            Self::Query => "query",
        }
    }

    /// Returns the path of the module.
    pub(in crate::emit) fn path(self) -> &'static str {
        match self {
            Self::Json => "crate::json",
            Self::Cbor => "crate::cbor",
            Self::Xml => "crate::xml",
            Self::Query => "crate::query",
        }
    }

    /// Returns the media type of bodies, unless the protocol has another.
    fn media_type(self) -> &'static str {
        match self {
            Self::Json => "application/json",
            Self::Cbor => "application/cbor",
            Self::Xml => "application/xml",
            Self::Query => "application/x-www-form-urlencoded",
        }
    }

    /// Returns the names in generated code.
    pub(in crate::emit) fn words(self) -> Words {
        let prefix = match self {
            Self::Json => "Json",
            Self::Cbor => "Cbor",
            Self::Xml => "Xml",
            Self::Query => "Query",
        };
        Words {
            module: format_ident!("{}", self.module()),
            reader: format_ident!("{prefix}Reader"),
            writer: format_ident!("{prefix}Writer"),
            error: format_ident!("{prefix}Error"),
        }
    }

    /// Returns the header with the media type, if it isn't set together with the body: the body is constant, or the
    /// protocol has another media type than the format usually has.
    pub(in crate::emit) fn content_type(self, operation: &Operation) -> Option<(&str, &str)> {
        let request = &operation.request;
        let content_type = request.content_type.as_str();
        let is_constant = matches!(request.body, Body::Constant(_));
        (is_constant || content_type != self.media_type()).then_some(("content-type", content_type))
    }

    /// The expression that ends the building of a request whose body is this structure, of which `value` is a reference.
    ///
    /// ```ignore
    /// request.json(&input)
    /// request.xml("CreateThingRequest xmlns=\"http://example.com\"", &input)
    /// ```
    pub(in crate::emit) fn emit_body(
        self,
        operation: &Operation,
        value: &TokenStream,
    ) -> TokenStream {
        match (&operation.request.envelope, self) {
            (Envelope::Element(name), _) => quote!(request.xml(#name, #value)),
            (Envelope::Action { operation, version }, _) => {
                quote!(request.query_body(#operation, #version, #value))
            }
            (Envelope::Value, Self::Cbor) => quote!(request.cbor(#value)),
            (Envelope::Value, Self::Json | Self::Xml | Self::Query) => quote!(request.json(#value)),
        }
    }

    /// The expression that ends the building of a request whose body is a structure that may be missing: without it, JSON
    /// has an empty object.
    pub(in crate::emit) fn emit_optional_body(
        self,
        operation: &Operation,
        field: &Field,
    ) -> TokenStream {
        let name = &field.name;
        match self {
            Self::Json => self.emit_body(operation, &quote!(&input.#name)),
            Self::Cbor | Self::Xml | Self::Query => self.emit_body_or_nothing(operation, field),
        }
    }

    /// The expression that ends the building of a request whose body is empty without a value.
    pub(in crate::emit) fn emit_body_or_nothing(
        self,
        operation: &Operation,
        field: &Field,
    ) -> TokenStream {
        let (name, media_type) = (&field.name, self.media_type());
        let body = self.emit_body(operation, &quote!(#name));
        quote! {
            match &input.#name {
                Some(#name) => #body,
                None => request.payload(#media_type, ""),
            }
        }
    }

    /// The statement that reads the members of an output in the body into `builder`.
    pub(in crate::emit) fn emit_read_members(
        self,
        content: &Content,
        builder: &TokenStream,
    ) -> TokenStream {
        match (self, content) {
            (Self::Json, _) => quote!(response::read_json(response, #builder)?;),
            (Self::Cbor, _) => quote!(response::read_cbor(response, #builder)?;),
            (Self::Xml | Self::Query, Content::Element(path)) => {
                quote!(response::read_xml(response, &[#(#path),*], #builder)?;)
            }
            (Self::Xml | Self::Query, Content::Value | Content::Member) => {
                quote!(response::read_xml_member(response, #builder)?;)
            }
        }
    }

    /// The expression that reads the body as a single value by the function `read`.
    pub(in crate::emit) fn emit_read_payload(self, read: &TokenStream) -> TokenStream {
        match self {
            Self::Json | Self::Cbor => quote!(response::json_payload(response, #read)?),
            Self::Xml | Self::Query => quote!(response::xml_payload(response, #read)?),
        }
    }
}

/// Emits the file `codec.rs`, which the runtime calls for what depends on the format of bodies.
pub(in crate::emit) fn emit_file(lowered: &Crate) -> TokenStream {
    let format = Format::read(lowered.codec);
    let module = format.words().module;
    let (place, read_error) = emit_error_reading(format, &lowered.error_layout);
    let metadata = emit_metadata(lowered);
    let empty = emit_empty_error(lowered);
    let builder = match empty {
        Some(_) => quote!({Builder, ErrorMetadata}),
        None => quote!(Builder),
    };
    let members = has_members(lowered).then(|| quote!(Members,));
    // Unions have a name for values that are unknown.
    let key = (!lowered.unions.is_empty()).then(|| quote!(key,));
    quote! {
        //! The format of bodies, and where the members of errors are in them.

        use aws_smithy_types::error::metadata::#builder;

        pub(crate) use crate::#module::ReadStructure;
        #[cfg(feature = "serde")]
        pub(crate) use crate::#module::{#members #key name};

        use crate::config::http::HttpResponse;
        use crate::error::BoxError;
        use crate::runtime::http::response;

        /// Reads the code and the message of an error response; each may be missing.
        pub(crate) fn error_metadata(response: &HttpResponse) -> Result<Builder, BoxError> {
            #empty
            let metadata = crate::#module::error_metadata(response::body(response), #place)?;
            Ok(#metadata)
        }

        /// Reads the members of an error that are in the body into `builder`.
        pub(crate) fn read_error<B: ReadStructure>(
            response: &HttpResponse,
            builder: &mut B,
        ) -> Result<(), BoxError> {
            #read_error
            Ok(())
        }
    }
}

/// Emits where the metadata of an error is besides the body, and the statement that reads the members of an error.
fn emit_error_reading(format: Format, layout: &ErrorLayout) -> (TokenStream, TokenStream) {
    let builder = quote!(builder);
    match format {
        Format::Json | Format::Cbor => (
            quote!(response.headers()),
            format.emit_read_members(&Content::Value, &builder),
        ),
        Format::Xml | Format::Query => {
            let (module, wrappers) = (format.words().module, &layout.wrappers);
            let path = quote!(&[#(#wrappers),*]);
            let read =
                quote!(crate::#module::read_error(response::body(response), #path, #builder)?;);
            (path, read)
        }
    }
}

/// Emits the metadata with the code that the service means.
fn emit_metadata(lowered: &Crate) -> TokenStream {
    let metadata = match lowered.error_layout.code {
        CodeSource::Usual => quote!(metadata),
        CodeSource::QueryErrorHeader => {
            quote!(crate::runtime::query_error::replace_code(
                metadata,
                response.headers()
            ))
        }
    };
    with_extended_request_id(lowered, metadata)
}

/// Emits the case of a response without a body whose status says what the error is.
///
/// ```ignore
/// if response::body(response).is_empty() && response.status().as_u16() == 404 {
///     return Ok(ErrorMetadata::builder().code("NotFound"));
/// }
/// ```
fn emit_empty_error(lowered: &Crate) -> Option<TokenStream> {
    lowered.error_layout.empty.map(|(status, code)| {
        let status = Literal::u16_unsuffixed(status);
        let metadata = quote!(ErrorMetadata::builder().code(#code));
        let metadata = with_extended_request_id(lowered, metadata);
        quote! {
            if response::body(response).is_empty() && response.status().as_u16() == #status {
                return Ok(#metadata);
            }
        }
    })
}

/// Adds the extended request ID to the metadata, if responses have one.
fn with_extended_request_id(lowered: &Crate, metadata: TokenStream) -> TokenStream {
    if lowered.has_extended_request_ids() {
        quote!(crate::runtime::extended_request_id::add(#metadata, response))
    } else {
        metadata
    }
}

/// Whether serde is implemented for a type with members, which it isn't for streams.
fn has_members(lowered: &Crate) -> bool {
    let mut structures = lowered.all_structures();
    !lowered.unions.is_empty() || structures.any(|structure| !structure.is_streaming())
}
