//! The reader: a cursor over the text of a body, and the grammar of XML around its values.

use super::{
    XmlError,
    tag::{self, Tag},
};

/// The number of elements that may be open at once, so that no body can exhaust the stack.
const MAX_DEPTH: usize = 128;

/// Reads XML elements one after the other.
///
/// A method that reads a value starts behind the start tag of an element and ends behind its end tag.
pub(crate) struct XmlReader<'a> {
    pub(super) text: &'a str,
    /// The offset of the next byte.
    pub(super) at: usize,
    /// The names of the elements that are open.
    open: Vec<&'a str>,
    /// Whether the innermost element has no content and no end tag: `<name/>`.
    is_closed: bool,
    /// The attributes of the innermost element, as long as none of its content is read.
    pub(super) attributes: &'a str,
    /// The value of the attribute that is read next, instead of content.
    pub(super) attribute: Option<&'a str>,
}

impl<'a> XmlReader<'a> {
    /// Creates a reader at the beginning of `bytes`.
    ///
    /// # Errors
    ///
    /// The bytes aren't UTF-8.
    pub(crate) fn new(bytes: &'a [u8]) -> Result<Self, XmlError> {
        let text = str::from_utf8(bytes)
            .map_err(|error| XmlError::new(error.valid_up_to(), "text in UTF-8", "other bytes"))?;
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        Ok(Self { text, at: 0, open: Vec::new(), is_closed: false, attributes: "", attribute: None })
    }

    /// Reads the start tag of the outermost element.
    pub(super) fn root(&mut self) -> Result<Tag<'a>, XmlError> {
        self.skip_markup()?;
        match self.rest().trim_start().starts_with('<') {
            true => self.start(),
            false => Err(self.expected("an element")),
        }
    }

    /// Whether the outermost element is called `name`.
    pub(crate) fn root_is(&mut self, name: &str) -> bool {
        self.root().is_ok_and(|tag| tag.name == name)
    }

    /// Reads the start tag of the next element inside the innermost open one; without another element, reads the end
    /// tag of the open one and returns `None`. Text between elements is skipped.
    pub(super) fn next(&mut self) -> Result<Option<Tag<'a>>, XmlError> {
        if self.closes_itself() {
            return Ok(None);
        }
        loop {
            self.at += self.rest().find('<').unwrap_or(self.rest().len());
            if self.rest().starts_with("</") {
                return self.end_tag().map(|()| None);
            }
            if !self.skip_one_markup()? {
                return self.start().map(Some);
            }
        }
    }

    /// Reads the rest of an element and drops it.
    pub(crate) fn skip(&mut self) -> Result<(), XmlError> {
        if self.attribute.take().is_some() {
            return Ok(());
        }
        let depth = self.open.len();
        while self.open.len() >= depth && depth > 0 {
            self.next()?;
        }
        Ok(())
    }

    /// Reads and drops what is left of the body, which has to be well-formed.
    pub(super) fn finish(mut self) -> Result<(), XmlError> {
        while !self.open.is_empty() {
            self.next()?;
        }
        self.skip_markup()?;
        match self.rest().trim_start() {
            "" => Ok(()),
            _ => Err(self.expected("the end")),
        }
    }

    /// The name of the innermost element.
    pub(super) fn innermost(&self) -> &'a str {
        self.open.last().copied().unwrap_or_default()
    }

    /// Whether the next element is called `name`.
    pub(super) fn next_is(&self, name: &str) -> bool {
        let next = tag::start(self.rest().trim_start());
        next.is_some_and(|(tag, _)| tag.name == name)
    }

    pub(super) fn rest(&self) -> &'a str {
        &self.text[self.at..]
    }

    /// Whether the innermost element has no content, in which case it is closed.
    pub(super) fn closes_itself(&mut self) -> bool {
        let closes = std::mem::take(&mut self.is_closed);
        if closes {
            self.open.pop();
        }
        closes
    }

    /// Reads a start tag.
    fn start(&mut self) -> Result<Tag<'a>, XmlError> {
        let Some((tag, length)) = tag::start(self.rest()) else {
            return Err(self.expected("a start tag"));
        };
        if self.open.len() == MAX_DEPTH {
            return Err(XmlError::new(self.at, "at most 128 levels of nesting", "one more"));
        }
        self.at += length;
        self.open.push(tag.name);
        self.is_closed = tag.is_closed;
        self.attributes = tag.attributes;
        Ok(tag)
    }

    /// Reads the end tag of the innermost element.
    pub(super) fn end_tag(&mut self) -> Result<(), XmlError> {
        let name = self.open.pop().unwrap_or_default();
        let behind = self.rest().strip_prefix("</").and_then(|rest| rest.strip_prefix(name));
        match behind.and_then(|rest| rest.trim_start().strip_prefix('>')) {
            Some(rest) => {
                self.at = self.text.len() - rest.len();
                Ok(())
            }
            None => Err(self.expected("the end tag of the element")),
        }
    }

    /// Skips comments, processing instructions and the white space around them.
    fn skip_markup(&mut self) -> Result<(), XmlError> {
        loop {
            self.at = self.text.len() - self.rest().trim_start().len();
            if self.rest().starts_with("<![CDATA[") || !self.skip_one_markup()? {
                return Ok(());
            }
        }
    }

    /// Skips a comment, a processing instruction, or a section of plain text. Returns false if there is none.
    pub(super) fn skip_one_markup(&mut self) -> Result<bool, XmlError> {
        let rest = self.rest();
        for (start, end) in [("<!--", "-->"), ("<?", "?>"), ("<![CDATA[", "]]>")] {
            if let Some(inside) = rest.strip_prefix(start) {
                let Some(length) = inside.find(end) else {
                    self.at = self.text.len();
                    return Err(self.expected(end));
                };
                self.at += start.len() + length + end.len();
                return Ok(true);
            }
        }
        match rest.starts_with("<!") {
            true => Err(self.expected("no document type definition")),
            false => Ok(false),
        }
    }

    /// Creates the error that there is something else than `expected` at the cursor.
    #[cold]
    pub(super) fn expected(&self, expected: &'static str) -> XmlError {
        let found: String = self.rest().chars().take(20).collect();
        match found.is_empty() {
            true => XmlError::new(self.at, expected, "the end"),
            false => XmlError::new(self.at, expected, format!("{found:?}")),
        }
    }
}
