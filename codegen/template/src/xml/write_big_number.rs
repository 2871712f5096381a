//! Writes numbers of any size and precision.

use super::XmlWriter;

impl XmlWriter {
    /// Writes a [`BigInteger`] or [`BigDecimal`], digit for digit.
    pub(crate) fn big_number(&mut self, value: &impl AsRef<str>) {
        self.text(value.as_ref());
    }
}
