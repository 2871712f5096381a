//! Numbers: any encoding is read into the Rust type of the shape.

use aws_smithy_types::Number;

use super::{CborError, CborReader, error::Read, read::Major};

impl CborReader<'_> {
    /// Reads a `byte`: a number without a fraction in the range of the type.
    pub(crate) fn byte(&mut self) -> Read<i8> {
        self.whole_number()
    }

    /// Reads a `short`.
    pub(crate) fn short(&mut self) -> Read<i16> {
        self.whole_number()
    }

    /// Reads an `integer`.
    pub(crate) fn integer(&mut self) -> Read<i32> {
        self.whole_number()
    }

    /// Reads a `long`.
    pub(crate) fn long(&mut self) -> Read<i64> {
        self.whole_number()
    }

    /// Reads a `float`, rounded to the precision of the type.
    pub(crate) fn float(&mut self) -> Read<f32> {
        Ok(self.number_or_null()?.map(Number::to_f32_lossy))
    }

    /// Reads a `double`, rounded to the precision of the type.
    pub(crate) fn double(&mut self) -> Read<f64> {
        Ok(self.number_or_null()?.map(Number::to_f64_lossy))
    }

    fn whole_number<T: TryFrom<Number>>(&mut self) -> Read<T> {
        let offset = self.at;
        let Some(number) = self.number_or_null()? else {
            return Ok(None);
        };
        match T::try_from(number) {
            Ok(whole) => Ok(Some(whole)),
            Err(_) => {
                let found = format!("{number:?}");
                Err(CborError::new(offset, "a whole number in the range of its type", found))
            }
        }
    }

    fn number_or_null(&mut self) -> Read<Number> {
        if self.null() { Ok(None) } else { self.number().map(Some) }
    }

    /// Reads an integer of either sign or a floating-point number of any width.
    pub(super) fn number(&mut self) -> Result<Number, CborError> {
        if !matches!(self.major(), Some(Major::Unsigned | Major::Negative | Major::Simple)) {
            return Err(self.expected("a number or null"));
        }
        let offset = self.at;
        let head = self.head()?;
        let invalid = || CborError::new(offset, "a number or null", "a value of another type");
        let argument = head.argument.ok_or_else(invalid)?;
        match (head.major, head.info) {
            (Major::Unsigned, _) => Ok(Number::PosInt(argument)),
            // The value is -1 - argument, which is the complement of its bits.
            (Major::Negative, _) => Ok(match i64::try_from(argument) {
                Ok(argument) => Number::NegInt(!argument),
                Err(_) => Number::Float(-1.0 - argument as f64),
            }),
            (Major::Simple, 25) => Ok(Number::Float(half(argument))),
            (Major::Simple, 26) => Ok(Number::Float(f32::from_bits(argument as u32).into())),
            (Major::Simple, 27) => Ok(Number::Float(f64::from_bits(argument))),
            _ => Err(invalid()),
        }
    }
}

/// The value of a half-precision number: one bit of sign, five of exponent and ten of significand.
fn half(bits: u64) -> f64 {
    let exponent = (bits >> 10 & 0x1f) as i32;
    let significand = (bits & 0x3ff) as f64;
    let absolute = match exponent {
        0 => significand * 2_f64.powi(-24),
        31 if significand == 0.0 => f64::INFINITY,
        31 => f64::NAN,
        _ => (significand + 1024.0) * 2_f64.powi(exponent - 25),
    };
    if bits >> 15 == 1 { -absolute } else { absolute }
}
