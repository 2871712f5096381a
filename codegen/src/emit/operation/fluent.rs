//! The fluent builder of an operation: parameters, then the call.

use proc_macro2::TokenStream;
use quote::quote;

use crate::ir::{Operation, Type};

/// The file `builders.rs` of an operation.
///
/// ```ignore
/// fluent_builder! {
///     /// A call of `ListThings`: set its parameters, then [`send`](Self::send) it.
///     #[derive(Clone, Debug)]
///     ListThingsFluentBuilder calls ListThings with ListThingsInputBuilder -> ListThingsOutput, ListThingsError;
/// }
/// ```
///
/// Its setters come from the table of the input's members.
pub(in crate::emit) fn emit(operation: &Operation) -> TokenStream {
    let name = &operation.name;
    let (output, error) = (&operation.output.name, name.suffixed("Error"));
    let input = operation.input.name.suffixed("Builder");
    let fluent = name.suffixed("FluentBuilder");
    let imports = emit_imports(operation);
    let docs = format!(" A call of `{name}`: set its parameters, then [`send`](Self::send) it.");
    let derive = derive(operation);
    let pages = operation.paginator.as_ref().map(|paginator| {
        let name = &paginator.name;
        quote!(, pages #name)
    });
    quote! {
        #imports

        fluent_builder! {
            #[doc = #docs]
            #derive
            #fluent calls #name with #input -> #output, #error #pages;
        }
    }
}

fn emit_imports(operation: &Operation) -> TokenStream {
    let name = &operation.name;
    let (output, error) = (&operation.output.name, name.suffixed("Error"));
    let (input_builder, output_builder) = (
        operation.input.name.suffixed("Builder"),
        output.suffixed("Builder"),
    );
    let paginator = operation.paginator.as_ref().map(|paginator| {
        let name = &paginator.name;
        quote!(use super::paginator::#name;)
    });
    quote! {
        pub use super::input::#input_builder;
        pub use super::output::#output_builder;
        #paginator
        use super::{#error, #output};
        use crate::runtime::fluent::fluent_builder;
    }
}

/// A body that streams can't be cloned.
fn derive(operation: &Operation) -> TokenStream {
    let is_streaming = operation
        .input
        .fields
        .iter()
        .any(|field| field.ty == Type::ByteStream);
    let clone = (!is_streaming).then(|| quote!(Clone,));
    quote!(#[derive(#clone Debug)])
}
