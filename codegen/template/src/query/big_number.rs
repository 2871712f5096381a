//! Numbers of any size and precision, which keep their digits.

use super::QueryWriter;

impl QueryWriter {
    /// Writes a [`BigInteger`] or [`BigDecimal`], digit for digit.
    pub(crate) fn big_number(&mut self, value: &impl AsRef<str>) {
        self.text(value.as_ref());
    }
}
