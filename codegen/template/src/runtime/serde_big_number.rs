//! Numbers of any size and precision with serde. They become strings where a number would lose digits.

use aws_smithy_types::primitive::Encoder;
use aws_smithy_types::{BigDecimal, BigInteger, Document, Number};
use serde::ser::Serializer;

use super::serde::Wire;
use super::serde::tree::null_or;

/// Implements [`Wire`] for types that are made of digits.
macro_rules! big_numbers {
    ($($ty:ty)*) => {
        $(impl<F> Wire<F> for $ty {
            fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                let digits: &str = self.as_ref();
                match number(digits).filter(|number| text(*number) == digits) {
                    Some(number) => Wire::<F>::write(&number, serializer),
                    None => serializer.serialize_str(digits),
                }
            }

            fn read(json: Document) -> Result<Option<Self>, String> {
                let digits = match json {
                    Document::Number(number) => text(number),
                    Document::String(digits) => digits,
                    other => return null_or("a number", &other),
                };
                digits.parse().map(Some).map_err(|error| format!("expected a number: {error}"))
            }
        })*
    };
}

big_numbers! { BigInteger BigDecimal }

fn number(digits: &str) -> Option<Number> {
    let positive = digits.parse().map(Number::PosInt).ok();
    let whole = positive.or_else(|| digits.parse().map(Number::NegInt).ok());
    whole.or_else(|| digits.parse().map(Number::Float).ok())
}

fn text(number: Number) -> String {
    match number {
        Number::PosInt(value) => value.to_string(),
        Number::NegInt(value) => value.to_string(),
        Number::Float(value) => Encoder::from(value).encode().to_owned(),
    }
}
