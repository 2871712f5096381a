//! Numbers of any size and precision, which keep their digits.

use aws_smithy_types::{BigDecimal, BigInteger};

use super::{XmlReader, error::Read};

impl XmlReader<'_> {
    /// Reads a whole number of any size.
    pub(crate) fn big_integer(&mut self) -> Read<BigInteger> {
        self.parse("a whole number", |text| text.parse().ok())
    }

    /// Reads a number of any size and precision.
    pub(crate) fn big_decimal(&mut self) -> Read<BigDecimal> {
        self.parse("a number", |text| text.parse().ok())
    }
}
