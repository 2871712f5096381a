//! Selects the files that the types of a crate need wherever they are used.

use super::{File, Selection};
use crate::emit::redact;
use crate::ir::{Codec, Crate, Type, Variant};

impl Selection {
    /// Adds what the types need.
    pub(super) fn add_types(&mut self, lowered: &Crate) {
        for ty in member_types(lowered) {
            self.add_type(lowered.codec, ty);
        }
        if !lowered.enums.is_empty() {
            self.add(&[File::EnumUnknown, File::StringEnum]);
        }
        if has_sensitive(lowered) {
            self.add(&[File::Redacted]);
        }
    }

    /// Adds what a type and those of its items need.
    fn add_type(&mut self, codec: Codec, ty: &Type) {
        self.add_encoded(codec, ty);
        if matches!(ty, Type::BigInteger | Type::BigDecimal) {
            self.add(&[File::SerdeBigNumber]);
        }
        if let Some(item) = ty.item() {
            self.add_type(codec, item);
        }
    }
}

/// Returns whether a member, or an item of one, has this type.
pub(in crate::emit) fn uses(lowered: &Crate, ty: &Type) -> bool {
    member_types(lowered).any(|member| member.innermost() == ty)
}

/// Returns the types of all members.
pub(in crate::emit) fn member_types(lowered: &Crate) -> impl Iterator<Item = &Type> {
    let fields = lowered
        .all_structures()
        .flat_map(|structure| &structure.fields);
    let variants = variants(lowered).filter_map(|variant| variant.ty.as_ref());
    fields.map(|field| &field.ty).chain(variants)
}

fn variants(lowered: &Crate) -> impl Iterator<Item = &Variant> {
    lowered.unions.iter().flat_map(|union| &union.variants)
}

/// Returns whether something must not be printed.
fn has_sensitive(lowered: &Crate) -> bool {
    lowered.all_structures().any(redact::is_needed)
        || variants(lowered).any(|variant| variant.sensitive)
        || lowered
            .enums
            .iter()
            .any(|enumeration| enumeration.sensitive)
}
