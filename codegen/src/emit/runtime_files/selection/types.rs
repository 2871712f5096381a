//! Selects the files that the types of a crate need wherever they are used.

use super::{File, Selection};
use crate::emit::redact;
use crate::ir::{Codec, Crate, Structure, Type, Variant};

impl Selection {
    /// Adds what the types need.
    pub(super) fn add_types(&mut self, lowered: &Crate) {
        for ty in member_types(lowered) {
            self.add_type(lowered.codec, ty);
        }
        if has_sensitive(lowered) {
            self.add(&[File::Redacted]);
        }
    }

    /// Adds what a type and those of its items need.
    fn add_type(&mut self, codec: Codec, ty: &Type) {
        self.add_encoded(codec, ty);
        match ty {
            Type::BigInteger | Type::BigDecimal => self.add(&[File::SerdeBigNumber]),
            Type::List { member: item, .. } | Type::Map { value: item, .. } => {
                self.add_type(codec, item);
            }
            Type::Boolean
            | Type::Byte
            | Type::Short
            | Type::Integer
            | Type::Long
            | Type::Float
            | Type::Double
            | Type::String
            | Type::Blob
            | Type::ByteStream
            | Type::Timestamp(_)
            | Type::Document
            | Type::Enum(_)
            | Type::Structure(_)
            | Type::Union(_) => {}
        }
    }
}

/// Returns whether a member, or an item of one, has this type.
pub(in crate::emit) fn uses(lowered: &Crate, ty: &Type) -> bool {
    member_types(lowered).any(|member| innermost(member) == ty)
}

fn innermost(ty: &Type) -> &Type {
    match ty {
        Type::List { member: item, .. } | Type::Map { value: item, .. } => innermost(item),
        ty => ty,
    }
}

/// Returns the types of all members.
fn member_types(lowered: &Crate) -> impl Iterator<Item = &Type> {
    let fields = structures(lowered).flat_map(|structure| &structure.fields);
    let variants = variants(lowered).filter_map(|variant| variant.ty.as_ref());
    fields.map(|field| &field.ty).chain(variants)
}

/// Returns all structures of the crate: inputs, outputs, errors, and shared ones.
fn structures(lowered: &Crate) -> impl Iterator<Item = &Structure> {
    let messages = lowered
        .operations
        .iter()
        .flat_map(|operation| [&operation.input, &operation.output]);
    messages.chain(&lowered.structures).chain(&lowered.errors)
}

fn variants(lowered: &Crate) -> impl Iterator<Item = &Variant> {
    lowered.unions.iter().flat_map(|union| &union.variants)
}

/// Returns whether something must not be printed.
fn has_sensitive(lowered: &Crate) -> bool {
    structures(lowered).any(redact::is_needed)
        || variants(lowered).any(|variant| variant.sensitive)
        || lowered
            .enums
            .iter()
            .any(|enumeration| enumeration.sensitive)
}
