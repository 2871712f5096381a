//! Text: the content of elements and the values of attributes.

use std::borrow::Cow;

use super::{XmlError, XmlReader};

impl<'a> XmlReader<'a> {
    /// Reads an element that contains nothing but text, or the value of an attribute.
    pub(super) fn text(&mut self) -> Result<Cow<'a, str>, XmlError> {
        if let Some(value) = self.attribute.take() {
            return self.unescape(value);
        }
        let mut text = Cow::Borrowed("");
        if self.closes_itself() {
            return Ok(text);
        }
        loop {
            let rest = self.rest();
            let Some(length) = rest.find('<') else {
                self.at = self.text.len();
                return Err(self.expected("the end tag of the element"));
            };
            push(&mut text, self.unescape(&rest[..length])?);
            self.at += length;
            let start = self.at;
            if rest[length..].starts_with("</") {
                return self.end_tag().map(|()| text);
            }
            if !self.skip_one_markup()? {
                return Err(self.expected("text"));
            }
            if let Some(plain) = self.text[start..self.at].strip_prefix("<![CDATA[") {
                push(&mut text, Cow::Borrowed(plain.strip_suffix("]]>").unwrap_or(plain)));
            }
        }
    }

    /// Replaces the entities in a text.
    fn unescape(&self, raw: &'a str) -> Result<Cow<'a, str>, XmlError> {
        let Some(first) = raw.find('&') else {
            return Ok(Cow::Borrowed(raw));
        };
        let (plain, mut rest) = raw.split_at(first);
        let mut text = plain.to_owned();
        while let Some(entity) = rest.strip_prefix('&') {
            let (name, behind) = entity.split_once(';').unwrap_or((entity, ""));
            let character = character(name).ok_or_else(|| {
                XmlError::new(self.at, "a predefined entity", format!("{:?}", name.get(..20).unwrap_or(name)))
            })?;
            text.push(character);
            let length = behind.find('&').unwrap_or(behind.len());
            text.push_str(&behind[..length]);
            rest = &behind[length..];
        }
        Ok(Cow::Owned(text))
    }
}

fn push<'a>(text: &mut Cow<'a, str>, more: Cow<'a, str>) {
    match text.is_empty() {
        true => *text = more,
        false => text.to_mut().push_str(&more),
    }
}

/// The character that an entity stands for. There are no others without a document type definition.
fn character(entity: &str) -> Option<char> {
    match entity {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => {
            let number = entity.strip_prefix('#')?;
            let code = match number.strip_prefix(['x', 'X']) {
                Some(digits) => u32::from_str_radix(digits, 16),
                None => number.parse(),
            };
            char::from_u32(code.ok()?)
        }
    }
}
