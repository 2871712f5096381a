//! Emits the function that decides what the result of a poll leads to.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use crate::emit::docs::{code, doc_lines};
use crate::emit::jmespath::emit_path;
use crate::ir::jmespath::{Expression, PathValue};
use crate::ir::{
    AcceptorState, Comparison, Condition, ErrorAcceptor, Operation, OutputAcceptor, Path, Waiter,
};

/// Whether the result of a poll is compared with the input.
pub(super) fn reads_input(waiter: &Waiter) -> bool {
    let mut paths = waiter.paths.iter();
    paths.any(|path| path.value.reads(&Expression::Input))
}

/// Emits the function, and one for each value that it compares.
///
/// ```ignore
/// fn accept(result: Result<&operation::DescribeTableOutput, &operation::DescribeTableError>) -> AcceptorState {
///     match result {
///         Ok(output) => {
///             if path_1(output) == Some("ACTIVE") {
///                 AcceptorState::Success
///             } else {
///                 AcceptorState::NoAcceptorsMatched
///             }
///         }
///         Err(error) => match error.meta().code() {
///             Some("ResourceNotFoundException") => AcceptorState::Retry,
///             _ => AcceptorState::NoAcceptorsMatched,
///         },
///     }
/// }
///
/// /// `Table.TableStatus`
/// fn path_1(output: &operation::DescribeTableOutput) -> Option<&str> { … }
/// ```
pub(super) fn emit_accept(operation: &Operation, waiter: &Waiter) -> TokenStream {
    let (input, output) = (&operation.input.name, &operation.output.name);
    let error = operation.name.suffixed("Error");
    let input = reads_input(waiter).then(|| quote!(input: &operation::#input,));
    let outputs = emit_outputs(waiter);
    let errors = emit_errors(&waiter.errors, waiter.other_errors);
    let paths = (1..).zip(&waiter.paths);
    let paths = paths.map(|(number, path)| emit_path_function(operation, number, path));
    quote! {
        /// Returns what the result of a poll leads to.
        fn accept(#input result: Result<&operation::#output, &operation::#error>) -> AcceptorState {
            match result {
                #outputs
                #errors
            }
        }

        #(#paths)*
    }
}

fn emit_state(state: Option<AcceptorState>) -> TokenStream {
    match state {
        Some(AcceptorState::Success) => quote!(AcceptorState::Success),
        Some(AcceptorState::Failure) => quote!(AcceptorState::Failure),
        Some(AcceptorState::Retry) => quote!(AcceptorState::Retry),
        None => quote!(AcceptorState::NoAcceptorsMatched),
    }
}

/// Emits the arm for outputs.
fn emit_outputs(waiter: &Waiter) -> TokenStream {
    let other = emit_state(waiter.other_outputs);
    if waiter.outputs.is_empty() {
        return quote!(Ok(_) => #other,);
    }
    let branches = waiter.outputs.iter().map(|acceptor| {
        let OutputAcceptor { conditions, state } = acceptor;
        let conditions = conditions.iter().map(|one| emit_condition(waiter, one));
        let state = emit_state(Some(*state));
        quote!(if #(#conditions)||* { #state } else)
    });
    quote!(Ok(output) => { #(#branches)* { #other } })
}

/// Emits the comparison of a value, such as `path_1(output) == Some("ACTIVE")`.
fn emit_condition(waiter: &Waiter, condition: &Condition) -> TokenStream {
    let path = &waiter.paths[condition.path].value;
    let function = path_function(condition.path + 1);
    let arguments = [
        (Expression::Input, quote!(input)),
        (Expression::Output, quote!(output)),
    ];
    let arguments = arguments.into_iter().filter(|(root, _)| path.reads(root));
    let arguments = arguments.map(|(_, argument)| argument);
    let value = quote!(#function(#(#arguments),*));
    match &condition.comparison {
        Comparison::Text(expected) => quote!(#value == Some(#expected)),
        Comparison::Boolean(expected) => quote!(#value == Some(#expected)),
        Comparison::All(expected) => quote!(waiter::all_equal(#value, #expected)),
        Comparison::Any(expected) => quote!(waiter::any_equals(#value, #expected)),
    }
}

/// Emits the arm for errors.
fn emit_errors(acceptors: &[ErrorAcceptor], other: Option<AcceptorState>) -> TokenStream {
    let other = emit_state(other);
    if acceptors.is_empty() {
        return quote!(Err(_) => #other,);
    }
    let arms = acceptors.iter().map(|ErrorAcceptor { codes, state }| {
        let state = emit_state(Some(*state));
        quote!(Some(#(#codes)|*) => #state,)
    });
    quote! {
        Err(error) => match error.meta().code() {
            #(#arms)*
            _ => #other,
        },
    }
}

fn path_function(number: usize) -> Ident {
    format_ident!("path_{number}")
}

/// Emits the function that returns the value of a path. Text of several parameters needs a lifetime.
fn emit_path_function(operation: &Operation, number: usize, path: &Path) -> TokenStream {
    let function = path_function(number);
    let docs = doc_lines(&format!("Returns {}.", code(&path.text)));
    let reads_both = path.value.reads(&Expression::Input) && path.value.reads(&Expression::Output);
    let returns_text = !matches!(path.value, PathValue::Boolean(_));
    let lifetime = (reads_both && returns_text).then(|| quote!('a));
    let generics = lifetime.as_ref().map(|lifetime| quote!(<#lifetime>));
    let parameters = [
        (Expression::Input, quote!(input), &operation.input.name),
        (Expression::Output, quote!(output), &operation.output.name),
    ];
    let parameters = parameters
        .into_iter()
        .filter(|(root, ..)| path.value.reads(root))
        .map(|(_, name, ty)| quote!(#name: &#lifetime operation::#ty));
    let ty = match &path.value {
        PathValue::Text(_) => quote!(&#lifetime str),
        PathValue::Boolean(_) => quote!(bool),
        PathValue::Texts(_) => quote!(Vec<&#lifetime str>),
    };
    let value = emit_path(&path.value);
    quote! {
        #docs
        fn #function #generics(#(#parameters),*) -> Option<#ty> {
            #value
        }
    }
}
