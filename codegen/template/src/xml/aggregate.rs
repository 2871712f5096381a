//! Values that hold members: structures, unions, and the body of a response.

use super::{XmlError, XmlReader, error::Read, tag};

/// A builder that can be filled from XML. Implemented by generated code.
pub(crate) trait ReadStructure: Default {
    /// The type of the value that is built.
    type Value;

    /// The names of the members on the wire; those of attributes begin with `@`.
    const MEMBERS: &'static [&'static str];

    /// Reads the value of the member with this index in [`Self::MEMBERS`], or [skips](XmlReader::skip) the value if
    /// there is no such member.
    fn read_member(&mut self, member: usize, xml: &mut XmlReader<'_>) -> Result<(), XmlError>;

    /// Builds the value; required members that were missing get a default.
    fn finish(self) -> Self::Value;
}

/// A union that can be read from XML. Implemented by generated code.
pub(crate) trait ReadUnion: Sized {
    /// The names of the variants on the wire.
    const MEMBERS: &'static [&'static str];

    /// Reads the variant with this index in [`Self::MEMBERS`]; the value of any other index is
    /// [skipped](XmlReader::skip) and unknown.
    fn read_variant(member: usize, xml: &mut XmlReader<'_>) -> Read<Self>;
}

/// Implements [`ReadStructure`] for a builder. After the head there is a line for each member: its index,
/// its name on the wire, the field that takes it, and what reads it. `field else value` is what stands in for a
/// required member that was missing; `tries` says that the builder asks for one.
macro_rules! read_structure {
    (
        $xml:ident: $builder:ty => $value:ty $(, $tries:ident)?;
        $($index:literal $name:literal => $field:ident = $read:expr;)*
        $($missing:ident else $default:expr;)*
    ) => {
        impl ReadStructure for $builder {
            type Value = $value;

            const MEMBERS: &'static [&'static str] = &[$($name),*];

            fn read_member(&mut self, member: usize, $xml: &mut XmlReader<'_>) -> Result<(), XmlError> {
                match member {
                    $($index => self.$field = $read,)*
                    _ => $xml.skip()?,
                }
                Ok(())
            }

            #[allow(unused_mut, reason = "most structures have no such members")]
            fn finish(mut self) -> Self::Value {
                $(if self.$missing.is_none() {
                    self.$missing = Some($default);
                })*
                $crate::xml::read_structure!(@built self.build() $(, $tries)?)
            }
        }
    };
    (@built $value:expr) => { $value };
    (@built $value:expr, tries) => { $value.expect("every required member has a value") };
}
pub(crate) use read_structure;

/// Implements [`ReadUnion`]. For each variant there is a line with its index, its name on the wire, and what reads it.
macro_rules! read_union {
    ($xml:ident: $union:ty; $($index:literal $name:literal => $variant:expr;)*) => {
        impl ReadUnion for $union {
            const MEMBERS: &'static [&'static str] = &[$($name),*];

            fn read_variant(member: usize, $xml: &mut XmlReader<'_>) -> Result<Option<Self>, XmlError> {
                Ok(match member {
                    $($index => $variant,)*
                    _ => $xml.skip().map(|()| Some(Self::Unknown))?,
                })
            }
        }
    };
}
pub(crate) use read_union;

impl<'a> XmlReader<'a> {
    /// Reads the body of a response into a builder; an empty body has no members. The members are in the innermost of
    /// the elements that `wrappers` names, one inside the other, below the outermost element.
    pub(crate) fn read_members_into<B: ReadStructure>(
        mut self,
        wrappers: &[&str],
        builder: &mut B,
    ) -> Result<(), XmlError> {
        if self.text.trim_start().is_empty() {
            return Ok(());
        }
        if self.enter(wrappers)? {
            self.members(builder)?;
        }
        self.finish()
    }

    /// Enters the outermost element, and the elements that `wrappers` names, one inside the other. Returns false if
    /// there is no such element.
    pub(super) fn enter(&mut self, wrappers: &[&str]) -> Result<bool, XmlError> {
        self.root()?;
        for wrapper in wrappers {
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

    fn members<B: ReadStructure>(&mut self, builder: &mut B) -> Result<(), XmlError> {
        let mut attributes = self.attributes;
        while let Some((name, value, rest)) = tag::attribute(attributes) {
            let is_member =
                |member: &&str| member.strip_prefix('@').is_some_and(|member| tag::matches(name, member));
            if let Some(member) = B::MEMBERS.iter().position(is_member) {
                self.attribute = Some(value);
                builder.read_member(member, self)?;
            }
            attributes = rest;
        }
        while let Some(tag) = self.next()? {
            builder.read_member(find(tag.name, B::MEMBERS), self)?;
        }
        Ok(())
    }
}

/// The index of the member that an element called `name` is; if it is none, the number of members.
fn find(name: &str, members: &[&str]) -> usize {
    members.iter().position(|member| tag::matches(name, member)).unwrap_or(members.len())
}
