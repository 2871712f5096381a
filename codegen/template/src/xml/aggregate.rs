//! Values that hold members: structures, unions, and the body of a response.

use super::{XmlError, XmlReader, error::Read, tag};

/// A structure or union, which is an XML element. Implemented by generated code.
pub(crate) trait Members {
    /// The names of the members, those of attributes with `@` in front. They include members outside the
    /// body, which only serde reads and writes.
    const MEMBERS: &'static [&'static str];
}

/// A builder that can be filled from XML. Implemented by generated code.
pub(crate) trait ReadStructure: Default {
    /// The type that the builder builds.
    type Value: Members;

    /// Reads the value of the member with this index in [`Members::MEMBERS`]; [skips](XmlReader::skip) the value if the
    /// index is that of no member.
    fn read_member(&mut self, member: usize, xml: &mut XmlReader<'_>) -> Result<(), XmlError>;

    /// Builds the value; required members that were missing get a default.
    fn finish(self) -> Self::Value;
}

/// A union that can be read from XML. Implemented by generated code.
pub(crate) trait ReadUnion: Members + Sized {
    /// Reads the value of the variant with this index in [`Members::MEMBERS`]; [skips](XmlReader::skip) the value of an
    /// unknown variant.
    fn read_variant(member: usize, xml: &mut XmlReader<'_>) -> Result<Option<Self>, XmlError>;
}

impl<'a> XmlReader<'a> {
    /// Reads the value of a member with `read` and puts it into `place`.
    pub(crate) fn member<T>(
        &mut self,
        place: &mut Option<T>,
        read: impl FnOnce(&mut Self) -> Read<T>,
    ) -> Result<(), XmlError> {
        *place = read(self)?;
        Ok(())
    }

    /// Reads the body of a response into a builder. The members are in the innermost of the elements that `path` names,
    /// of which the first is the outermost one, and each other is the first one inside the element before it. Without
    /// names, they are in the outermost element, and an empty body has none.
    ///
    /// # Errors
    ///
    /// The body isn't XML, or has other elements.
    pub(crate) fn read_members_into<B: ReadStructure>(
        mut self,
        path: &[&'static str],
        builder: &mut B,
    ) -> Result<(), XmlError> {
        if path.is_empty() && self.text.trim_start().is_empty() {
            return Ok(());
        }
        let mut start = self.at;
        let mut tag = Some(self.root()?);
        for (depth, name) in path.iter().enumerate() {
            if depth > 0 {
                start = self.at;
                tag = self.next()?;
            }
            if !tag.is_some_and(|tag| tag::matches(tag.name, name)) {
                return Err(XmlError::new(start, name, "another element"));
            }
        }
        self.members(builder)?;
        self.finish()
    }

    /// Reads the body of a response, whose outermost element is a member, into a builder; an empty body has no members.
    pub(crate) fn read_member_into<B: ReadStructure>(mut self, builder: &mut B) -> Result<(), XmlError> {
        if self.text.trim_start().is_empty() {
            return Ok(());
        }
        let tag = self.root()?;
        builder.read_member(find(tag.name, B::Value::MEMBERS), &mut self)?;
        self.finish()
    }

    /// Enters the outermost element, and the elements that `wrappers` names, one inside the other. Returns false if
    /// there is no such element.
    pub(super) fn enter(&mut self, wrappers: &[&str]) -> Result<bool, XmlError> {
        let root = self.root()?;
        // An element that would be inside others may be the outermost one.
        let inside = wrappers.iter().position(|wrapper| *wrapper == root.name).map_or(0, |index| index + 1);
        for wrapper in &wrappers[inside..] {
            loop {
                match self.next()? {
                    None => return Ok(false),
                    Some(tag) if tag::matches(tag.name, wrapper) => break,
                    Some(_) => self.skip()?,
                }
            }
        }
        Ok(true)
    }

    /// Reads the body of a response as a single value by `read`, whatever the name of its element is.
    pub(crate) fn payload<T>(mut self, read: impl FnOnce(&mut Self) -> Read<T>) -> Read<T> {
        self.root()?;
        let value = read(&mut self)?;
        self.finish()?;
        Ok(value)
    }

    /// Reads an element into the builder `B`, and builds.
    pub(crate) fn structure<B: ReadStructure>(&mut self) -> Read<B::Value> {
        let mut builder = B::default();
        self.members(&mut builder)?;
        Ok(Some(builder.finish()))
    }

    /// Reads an element that contains exactly one variant.
    pub(crate) fn union<T: ReadUnion>(&mut self) -> Read<T> {
        let start = self.at;
        let mut variant = None;
        while let Some(tag) = self.next()? {
            if variant.is_some() {
                return Err(XmlError::new(self.at, "one variant of a union", "two"));
            }
            variant = T::read_variant(find(tag.name, T::MEMBERS), self)?;
        }
        match variant {
            Some(variant) => Ok(Some(variant)),
            None => Err(XmlError::new(start, "one variant of a union", "none")),
        }
    }

    pub(super) fn members<B: ReadStructure>(&mut self, builder: &mut B) -> Result<(), XmlError> {
        let mut attributes = self.attributes;
        while let Some((name, value, rest)) = tag::attribute(attributes) {
            let is_member =
                |member: &&str| member.strip_prefix('@').is_some_and(|member| tag::matches(name, member));
            if let Some(member) = B::Value::MEMBERS.iter().position(is_member) {
                self.attribute = Some(value);
                builder.read_member(member, self)?;
            }
            attributes = rest;
        }
        while let Some(tag) = self.next()? {
            builder.read_member(find(tag.name, B::Value::MEMBERS), self)?;
        }
        Ok(())
    }
}

/// The index of the member that an element called `name` is; if it is none, the number of members.
fn find(name: &str, members: &[&str]) -> usize {
    members.iter().position(|member| tag::matches(name, member)).unwrap_or(members.len())
}
