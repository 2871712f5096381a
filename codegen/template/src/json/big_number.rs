//! Numbers of any size and precision, which keep their digits.

use std::{error::Error, str::FromStr};

use aws_smithy_types::{BigDecimal, BigInteger};

use super::{JsonError, JsonReader, JsonWriter, error::Read};

impl JsonReader<'_> {
    /// Reads a whole number of any size.
    pub(crate) fn big_integer(&mut self) -> Read<BigInteger> {
        self.big_number()
    }

    /// Reads a number of any size and precision.
    pub(crate) fn big_decimal(&mut self) -> Read<BigDecimal> {
        self.big_number()
    }

    fn big_number<T>(&mut self) -> Read<T>
    where
        T: FromStr<Err: Error + Send + Sync + 'static>,
    {
        let first = self.peek();
        let offset = self.at;
        let literal = match first {
            Some(b'-' | b'0'..=b'9') => {
                let literal = self.number_literal();
                self.number().map(|_| literal)?
            }
            #[cfg(feature = "lenient")]
            Some(b'"') => self.number_in_text()?,
            _ => return self.null_or("a number or null"),
        };
        match literal.parse() {
            Ok(number) => Ok(Some(number)),
            Err(error) => Err(JsonError::new(offset, "a number", literal).because(error)),
        }
    }
}

impl JsonWriter {
    /// Writes a [`BigInteger`] or [`BigDecimal`], digit for digit.
    pub(crate) fn big_number(&mut self, value: &impl AsRef<str>) {
        self.raw(value.as_ref());
    }
}
