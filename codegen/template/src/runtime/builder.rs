//! The builders of structures, and the setters of fluent builders: emitted code lists the fields, the macros here do
//! the rest.
#![allow(unused_imports, unused_macros, reason = "no operation may have members")]

/// Defines the builder of a structure.
///
/// After the builder's name stands what it builds: `builds X` can't fail, `tries X` fails without a required field;
/// `with request_id` and `with meta` add what outputs and errors have beside their members. Each field has the names
/// of its three methods, its type without `Option`, and its setter unless it takes that type: `one` value, `push` an
/// item, `insert` an entry.
/// `default` or `default(value)` stands in for a missing value, `required` doesn't let it be missing.
macro_rules! builder {
    ($(#[$attribute:meta])* $builder:ident $verb:ident $value:ident with request_id; $($fields:tt)*) => {
        $crate::runtime::builder::builder! {
            @define [$(#[$attribute])*] $builder $verb $value
            [_request_id: std::option::Option<std::string::String>] [_request_id] $($fields)*
        }
    };
    ($(#[$attribute:meta])* $builder:ident $verb:ident $value:ident with meta; $($fields:tt)*) => {
        $crate::runtime::builder::builder! {
            @define [$(#[$attribute])*] $builder $verb $value
            [meta: std::option::Option<aws_smithy_types::error::ErrorMetadata>] [meta: meta.unwrap_or_default()]
            $($fields)*
        }

        impl $builder {
            /// Code, message and request ID of the error.
            pub fn meta(mut self, meta: aws_smithy_types::error::ErrorMetadata) -> Self {
                self.meta = Some(meta);
                self
            }

            /// Sets or clears [`meta`](Self::meta).
            pub fn set_meta(
                &mut self,
                meta: std::option::Option<aws_smithy_types::error::ErrorMetadata>,
            ) -> &mut Self {
                self.meta = meta;
                self
            }
        }
    };
    ($(#[$attribute:meta])* $builder:ident $verb:ident $value:ident; $($fields:tt)*) => {
        $crate::runtime::builder::builder! { @define [$(#[$attribute])*] $builder $verb $value [] [] $($fields)* }
    };
    (
        @define [$($attributes:tt)*] $builder:ident $verb:ident $value:ident
        [$($extra:ident: $extra_ty:ty)?] [$($extra_value:tt)*]
        $(
            $(#[$attribute:meta])*
            $field:ident, $set:ident, $get:ident: $ty:ty $(= $setter:ident($($arg:ty),+))?
            $(, $presence:ident $(($default:expr))?)?;
        )*
    ) => {
        $($attributes)*
        #[non_exhaustive]
        pub struct $builder {
            $(pub(crate) $field: std::option::Option<$ty>,)*
            $(pub(crate) $extra: $extra_ty,)?
        }

        impl $builder {
            $($crate::runtime::builder::setters! {
                @field [] [$(#[$attribute])*] $field, $set, $get: $ty $(= $setter($($arg),+))?
            })*
            $crate::runtime::builder::builder! {
                @build $verb $value [$($field,)* $($extra)?] [
                    $($field: $crate::runtime::builder::builder!(@value $value $field $($presence $(($default))?)?),)*
                    $($extra_value)*
                ]
            }
        }
    };
    (@build builds $value:ident [$($names:tt)*] [$($values:tt)*]) => {
        #[doc = concat!("Builds the `", stringify!($value), "`.")]
        pub fn build(self) -> $value {
            let Self { $($names)* } = self;
            $value { $($values)* }
        }
    };
    (@build tries $value:ident [$($names:tt)*] [$($values:tt)*]) => {
        #[doc = concat!("Builds the `", stringify!($value), "`.")]
        ///
        /// # Errors
        ///
        /// If a field that isn't an `Option` was not set.
        pub fn build(self) -> std::result::Result<$value, $crate::error::BuildError> {
            let Self { $($names)* } = self;
            Ok($value { $($values)* })
        }
    };
    (@value $value:ident $field:ident) => { $field };
    (@value $value:ident $field:ident default) => { $field.unwrap_or_default() };
    (@value $value:ident $field:ident default($default:expr)) => { $field.unwrap_or_else(|| $default) };
    (@value $value:ident $field:ident required) => {
        $field.ok_or_else(|| $crate::error::BuildError::missing_field(
            stringify!($field),
            concat!(
                stringify!($field),
                " was not specified but it is required when building ",
                stringify!($value),
            ),
        ))?
    };
}
pub(crate) use builder;

/// Implements the three methods of each field: one that sets or adds, one that sets or clears, and a getter. The fields
/// are those of the builder in the field `inner`; `builder!` has its own.
macro_rules! setters {
    (@field [$($inner:ident)?] [$(#[$attribute:meta])*] $field:ident, $set:ident, $get:ident: $ty:ty) => {
        $crate::runtime::builder::setters! {
            @field [$($inner)?] [$(#[$attribute])*] $field, $set, $get: $ty = one($ty)
        }
    };
    (@field [$($inner:ident)?] [$(#[$attribute:meta])*] $field:ident, $set:ident, $get:ident: $ty:ty
        = one($arg:ty)) => {
        $(#[$attribute])*
        pub fn $field(mut self, input: $arg) -> Self {
            self.$($inner.)?$field = Some(std::convert::Into::into(input));
            self
        }
        $crate::runtime::builder::setters! { @accessors [$($inner)?] $field, $set, $get: $ty }
    };
    (@field [$($inner:ident)?] [$(#[$attribute:meta])*] $field:ident, $set:ident, $get:ident: $ty:ty
        = push($arg:ty)) => {
        $(#[$attribute])*
        #[doc = concat!("\n\nAppends an item; [`", stringify!($set), "`](Self::", stringify!($set), ") replaces all.")]
        pub fn $field(mut self, input: $arg) -> Self {
            self.$($inner.)?$field.get_or_insert_default().push(std::convert::Into::into(input));
            self
        }
        $crate::runtime::builder::setters! { @accessors [$($inner)?] $field, $set, $get: $ty }
    };
    (@field [$($inner:ident)?] [$(#[$attribute:meta])*] $field:ident, $set:ident, $get:ident: $ty:ty
        = insert($key:ty, $arg:ty)) => {
        $(#[$attribute])*
        #[doc = concat!("\n\nAdds an entry; [`", stringify!($set), "`](Self::", stringify!($set), ") replaces all.")]
        pub fn $field(mut self, k: $key, v: $arg) -> Self {
            self.$($inner.)?$field.get_or_insert_default().insert(std::convert::Into::into(k), std::convert::Into::into(v));
            self
        }
        $crate::runtime::builder::setters! { @accessors [$($inner)?] $field, $set, $get: $ty }
    };
    (@accessors [$($inner:ident)?] $field:ident, $set:ident, $get:ident: $ty:ty) => {
        #[doc = concat!("Sets the value that [`", stringify!($get), "`](Self::", stringify!($get), ") tells, or clears it.")]
        pub fn $set(mut self, input: std::option::Option<$ty>) -> Self {
            self.$($inner.)?$field = input;
            self
        }

        /// The value set so far.
        pub fn $get(&self) -> &std::option::Option<$ty> {
            &self.$($inner.)?$field
        }
    };
    ($(
        $(#[$attribute:meta])*
        $field:ident, $set:ident, $get:ident: $ty:ty $(= $setter:ident($($arg:ty),+))?;
    )*) => {
        $($crate::runtime::builder::setters! {
            @field [inner] [$(#[$attribute])*] $field, $set, $get: $ty $(= $setter($($arg),+))?
        })*
    };
}
pub(crate) use setters;
