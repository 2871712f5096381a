//! Selects the files that the types of a crate need wherever they are used.

use super::{File, Selection};
use crate::emit::redact;
use crate::ir::{Crate, Structure, Type, Variant};
use crate::model::traits::TimestampFormat;

impl Selection {
    /// Adds what the types need.
    pub(super) fn add_types(&mut self, lowered: &Crate) {
        for ty in member_types(lowered) {
            self.add_type(ty);
        }
        if has_sensitive(lowered) {
            self.add(&[File::Redacted]);
        }
    }

    fn add_type(&mut self, ty: &Type) {
        match ty {
            Type::Blob => self.add(&[File::JsonBlob]),
            Type::Document => self.add(&[File::JsonDocument]),
            Type::BigInteger | Type::BigDecimal => {
                self.add(&[File::JsonBigNumber, File::SerdeBigNumber]);
            }
            Type::Timestamp(TimestampFormat::EpochSeconds) => self.add(&[File::JsonEpochSeconds]),
            Type::Timestamp(TimestampFormat::DateTime | TimestampFormat::HttpDate) => {
                self.add(&[File::JsonTime]);
            }
            Type::List { member, sparse } => self.add_collection(member, *sparse),
            Type::Map { value, sparse, .. } => self.add_collection(value, *sparse),
            Type::Boolean
            | Type::Byte
            | Type::Short
            | Type::Integer
            | Type::Long
            | Type::Float
            | Type::Double
            | Type::String
            | Type::ByteStream
            | Type::Enum(_)
            | Type::Structure(_)
            | Type::Union(_) => {}
        }
    }

    fn add_collection(&mut self, item: &Type, sparse: bool) {
        if sparse {
            self.add(&[File::JsonSparse]);
        }
        self.add_type(item);
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
