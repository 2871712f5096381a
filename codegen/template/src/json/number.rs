//! Numbers: of any length and precision in, the Rust type of the shape out.

use aws_smithy_types::{Number, primitive::Parse};

use super::{JsonError, JsonReader};

/// So many digits always fit an `i64`.
const FAST_DIGITS: usize = 18;

impl<'a> JsonReader<'a> {
    /// Reads a `byte`: a number without a fraction in the range of the type. So with the three that follow.
    pub(crate) fn byte(&mut self) -> Result<Option<i8>, JsonError> {
        self.whole_number()
    }

    /// Reads a `short`.
    pub(crate) fn short(&mut self) -> Result<Option<i16>, JsonError> {
        self.whole_number()
    }

    /// Reads an `integer`.
    pub(crate) fn integer(&mut self) -> Result<Option<i32>, JsonError> {
        self.whole_number()
    }

    /// Reads a `long`.
    pub(crate) fn long(&mut self) -> Result<Option<i64>, JsonError> {
        self.whole_number()
    }

    /// Reads a `float`, rounded to the precision of the type.
    pub(crate) fn float(&mut self) -> Result<Option<f32>, JsonError> {
        Ok(self.any_number()?.map(Number::to_f32_lossy))
    }

    /// Reads a `double`, rounded to the precision of the type.
    pub(crate) fn double(&mut self) -> Result<Option<f64>, JsonError> {
        Ok(self.any_number()?.map(Number::to_f64_lossy))
    }

    fn whole_number<T: TryFrom<Number>>(&mut self) -> Result<Option<T>, JsonError> {
        let Some(number) = self.any_number()? else {
            return Ok(None);
        };
        match T::try_from(number) {
            Ok(whole) => Ok(Some(whole)),
            Err(_) => Err(JsonError::new(
                self.at,
                "a whole number in the range of its type",
                format!("{number:?}"),
            )),
        }
    }

    /// Reads a number, or one of the strings for what isn't a JSON number: `"NaN"`, `"Infinity"`, `"-Infinity"`.
    pub(super) fn any_number(&mut self) -> Result<Option<Number>, JsonError> {
        match self.peek() {
            Some(b'-' | b'0'..=b'9') => self.number().map(Some),
            Some(b'"') => self.non_finite().map(Some),
            _ => self.null_or("a number or null"),
        }
    }

    /// Reads a number; the cursor is at its sign or first digit.
    pub(super) fn number(&mut self) -> Result<Number, JsonError> {
        let negative = self.bytes[self.at] == b'-';
        let digits = &self.bytes[self.at + usize::from(negative)..];
        let (mut value, mut length) = (0, 0);
        while let Some(digit @ b'0'..=b'9') = digits.get(length)
            && length < FAST_DIGITS
        {
            value = value * 10 + i64::from(digit - b'0');
            length += 1;
        }
        let end = self.at + usize::from(negative) + length;
        if length == 0 || !self.ends_value(end) {
            return self.number_slowly();
        }
        self.at = end;
        Ok(match negative {
            true => Number::NegInt(-value),
            false => Number::PosInt(value.unsigned_abs()),
        })
    }

    /// Reads a number with a fraction, an exponent, or very many digits.
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

    /// What at the cursor could be part of a number.
    pub(super) fn number_literal(&self) -> &'a str {
        let rest = self.text.get(self.at..).unwrap_or_default();
        let end = rest.find(|c: char| !matches!(c, '0'..='9' | '.' | 'e' | 'E' | '+' | '-'));
        &rest[..end.unwrap_or(rest.len())]
    }

    #[cold]
    fn non_finite(&mut self) -> Result<Number, JsonError> {
        let offset = self.at;
        let text = self.quoted()?.unescape()?;
        match f64::parse_smithy_primitive(&text) {
            Ok(float) if !float.is_finite() => Ok(Number::Float(float)),
            _ => Err(JsonError::new(
                offset,
                "a number",
                format!("the string '{text}'"),
            )),
        }
    }
}

/// More lenient than JSON where the official SDK is (`007`, `1.`, `-.5`), and like it takes whole numbers of more than
/// 64 bits for floats, if need be for infinite ones.
fn parse(literal: &str) -> Option<Number> {
    let digits = literal.strip_prefix('-').unwrap_or(literal);
    let negative = digits.len() < literal.len();
    let float = || literal.parse().map(Number::Float).ok();
    if !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return float().filter(|number| number.to_f64_lossy().is_finite());
    }
    match digits.parse::<u64>() {
        Ok(value) if !negative => Some(Number::PosInt(value)),
        Ok(value) => 0_i64
            .checked_sub_unsigned(value)
            .map(Number::NegInt)
            .or_else(float),
        Err(_) => float(),
    }
}
