//! Reads numbers of any length and precision into the Rust types of shapes.

use aws_smithy_types::{Number, primitive::Parse};

use super::{JsonError, JsonReader, error::Read};

/// The powers of ten by which short numbers are divided. Both are exact as `f64`, so the quotient is rounded only once.
const POWERS_OF_TEN: [f64; 16] =
    [1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15];

impl<'a> JsonReader<'a> {
    /// Reads a `byte`, which is a number without a fraction in the range of the type.
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
        Ok(self.any_number()?.map(Number::to_f32_lossy))
    }

    /// Reads a `double`, rounded to the precision of the type.
    pub(crate) fn double(&mut self) -> Read<f64> {
        Ok(self.any_number()?.map(Number::to_f64_lossy))
    }

    fn whole_number<T: TryFrom<Number>>(&mut self) -> Read<T> {
        let Some(number) = self.any_number()? else {
            return Ok(None);
        };
        match T::try_from(number) {
            Ok(whole) => Ok(Some(whole)),
            Err(_) => {
                Err(JsonError::new(self.at, "a whole number in the range of its type", format!("{number:?}")))
            }
        }
    }

    /// Reads a number, or one of the strings for values that JSON has no numbers for: `"NaN"`, `"Infinity"`, `"-Infinity"`.
    pub(super) fn any_number(&mut self) -> Read<Number> {
        match self.peek() {
            Some(b'-' | b'0'..=b'9') => self.number().map(Some),
            Some(b'"') => self.non_finite().map(Some),
            _ => self.null_or("a number or null"),
        }
    }

    /// Reads a number, with the cursor at its sign or first digit. Short numbers without an exponent need only one pass.
    pub(super) fn number(&mut self) -> Result<Number, JsonError> {
        let negative = self.bytes[self.at] == b'-';
        let start = self.at + usize::from(negative);
        let (mut end, mut point) = (start, None);
        let mut digits = 0_i64;
        loop {
            match self.bytes.get(end) {
                Some(digit @ b'0'..=b'9') => {
                    digits = digits.wrapping_mul(10).wrapping_add((digit - b'0').into())
                }
                Some(b'.') if point.is_none() => point = Some(end),
                _ => break,
            }
            end += 1;
        }
        let fraction = point.map(|point| end - point - 1);
        let length = end - start - usize::from(point.is_some());
        if !(1..POWERS_OF_TEN.len()).contains(&length) || !self.ends_value(end) {
            return self.number_slowly();
        }
        self.at = end;
        Ok(match fraction {
            Some(fraction) => {
                let value = digits as f64 / POWERS_OF_TEN[fraction];
                Number::Float(if negative { -value } else { value })
            }
            None if negative => Number::NegInt(-digits),
            None => Number::PosInt(digits.unsigned_abs()),
        })
    }

    /// Reads a number with an exponent or very many digits.
    fn number_slowly(&mut self) -> Result<Number, JsonError> {
        let literal = self.number_literal();
        let end = self.at + literal.len();
        match parse(literal).filter(|_| self.ends_value(end)) {
            Some(number) => {
                self.at = end;
                Ok(number)
            }
            None => Err(JsonError::new(self.at, "a number", format!("'{literal}'"))),
        }
    }

    /// Returns the text at the cursor that can be part of a number.
    pub(super) fn number_literal(&self) -> &'a str {
        let in_number = |byte: &&u8| matches!(byte, b'0'..=b'9' | b'.' | b'e' | b'E' | b'+' | b'-');
        let length = self.bytes[self.at..].iter().take_while(in_number).count();
        self.text.get(self.at..self.at + length).unwrap_or_default()
    }

    #[cold]
    fn non_finite(&mut self) -> Result<Number, JsonError> {
        let offset = self.at;
        let text = self.quoted()?.unescape()?;
        #[cfg(feature = "lenient")]
        if let Some(number) = parse(&text) {
            return Ok(number);
        }
        match f64::parse_smithy_primitive(&text) {
            Ok(float) if !float.is_finite() => Ok(Number::Float(float)),
            _ => Err(JsonError::new(offset, "a number", format!("the string '{text}'"))),
        }
    }
}

/// Parses a number. Like the official SDK, it accepts some numbers that JSON doesn't (`007`, `1.`, `-.5`), and reads
/// integers of more than 64 bits as floats, which can be infinite.
pub(super) fn parse(literal: &str) -> Option<Number> {
    let digits = literal.strip_prefix('-').unwrap_or(literal);
    let negative = digits.len() < literal.len();
    let float = || literal.parse().map(Number::Float).ok();
    if !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return float().filter(|number| number.to_f64_lossy().is_finite());
    }
    match digits.parse::<u64>() {
        Ok(value) if !negative => Some(Number::PosInt(value)),
        Ok(value) => 0_i64.checked_sub_unsigned(value).map(Number::NegInt).or_else(float),
        Err(_) => float(),
    }
}
