//! What structures and fluent builders do with their members: emitted code lists the members once, the macros here
//! make getters, builder and setters of the list. Paths are whole, since a shape may be called `Option`.
#![allow(unused_imports, unused_macros, reason = "no operation may have members")]

/// Implements the getters of a structure and defines its builder.
///
/// After the builder's name stands what it builds: `builds X` can't fail, `tries X` fails without a required field;
/// `with request_id` and `with meta` add what outputs and errors have beside their members; `called by` names the
/// fluent builder that has the same setters. What follows is for [serde](super::serde): `streaming` or `completed`.
///
/// Each member has its name on the wire and, if need be, the format of its timestamps; then the names of its getter
/// and setter, of its `set_…` and of its `get_…`, its type without `Option`, and its kind if it isn't taken and lent
/// as it is: `text` is lent as `&str`, a number is a `copy`; of a `list(T)`, of `texts` and of a `map(K, V)` the setter
/// adds an item, and a `boxed(T)` is lent without its box.
/// `default`, `default(value)` or `zero` (which isn't sent) stands in for a missing value, `required` doesn't let it
/// be missing.
macro_rules! builder {
    ($(#[$attribute:meta])* $builder:ident $verb:ident $value:ident with request_id $(, $serde:ident)?; $($members:tt)*) => {
        $crate::runtime::builder::builder! {
            @define [$(#[$attribute])*] $builder $verb $value [$($serde)?]
            [_request_id: std::option::Option<std::string::String>] [_request_id] $($members)*
        }
    };
    ($(#[$attribute:meta])* $builder:ident $verb:ident $value:ident with meta $(, $serde:ident)?; $($members:tt)*) => {
        $crate::runtime::builder::builder! {
            @define [$(#[$attribute])*] $builder $verb $value [$($serde)?]
            [meta: std::option::Option<aws_smithy_types::error::ErrorMetadata>] [meta: meta.unwrap_or_default()]
            $($members)*
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
    ($(#[$attribute:meta])* $builder:ident $verb:ident $value:ident, called by $fluent:ident $(, $serde:ident)?; $($members:tt)*) => {
        $crate::runtime::builder::builder! {
            $(#[$attribute])* $builder $verb $value $(, $serde)?; $($members)*
        }

        impl super::builders::$fluent {
            $crate::runtime::builder::setters! { $($members)* }
        }
    };
    ($(#[$attribute:meta])* $builder:ident $verb:ident $value:ident $(, $serde:ident)?; $($members:tt)*) => {
        $crate::runtime::builder::builder! {
            @define [$(#[$attribute])*] $builder $verb $value [$($serde)?] [] [] $($members)*
        }
    };
    (
        @define [$($attributes:tt)*] $builder:ident $verb:ident $value:ident [$($serde:ident)?]
        [$($extra:ident: $extra_ty:ty)?] [$($extra_value:tt)*]
        $(
            $(#[$attribute:meta])*
            $wire:literal $(as $format:ident)? => $field:ident, $set:ident, $get:ident: $ty:ty $(= $kind:ident $(($($arg:tt)*))?)?
            $(, $presence:ident $(($default:expr))?)?;
        )*
    ) => {
        impl $value {
            $($crate::runtime::builder::getter! {
                [$(#[$attribute])*] $field: $ty [$($kind $(($($arg)*))?)?] [$($presence)?]
            })*

            /// A builder without any value set.
            pub fn builder() -> $builder {
                std::default::Default::default()
            }
        }

        $($attributes)*
        #[non_exhaustive]
        pub struct $builder {
            $(pub(crate) $field: std::option::Option<$ty>,)*
            $(pub(crate) $extra: $extra_ty,)?
        }

        impl $builder {
            $($crate::runtime::builder::setters! {
                @member [] [$(#[$attribute])*] $field, $set, $get: $ty [$($kind $(($($arg)*))?)?]
            })*
            $crate::runtime::builder::builder! {
                @build $verb $value [$($field,)* $($extra)?] [
                    $($field: $crate::runtime::builder::builder!(@value $value $field $($presence $(($default))?)?),)*
                    $($extra_value)*
                ]
            }
        }

        #[cfg(feature = "serde")]
        $crate::runtime::serde::structure! {
            $verb $value [$($serde)?]
            $($wire [$($format)?] $field $set [$($presence)?];)*
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
    (@value $value:ident $field:ident zero) => { $field.unwrap_or_default() };
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

/// Implements the getter of a member: of its kind and, in the last brackets, of its presence unless it is an `Option`.
macro_rules! getter {
    ([$($attributes:tt)*] $field:ident: $ty:ty [copy] []) => {
        $($attributes)* pub fn $field(&self) -> std::option::Option<$ty> { self.$field }
    };
    ([$($attributes:tt)*] $field:ident: $ty:ty [copy] [$presence:ident]) => {
        $($attributes)* pub fn $field(&self) -> $ty { self.$field }
    };
    ([$($attributes:tt)*] $field:ident: $ty:ty [text] []) => {
        $($attributes)* pub fn $field(&self) -> std::option::Option<&str> { self.$field.as_deref() }
    };
    ([$($attributes:tt)*] $field:ident: $ty:ty [text] [$presence:ident]) => {
        $($attributes)* pub fn $field(&self) -> &str { &self.$field }
    };
    ([$($attributes:tt)*] $field:ident: $ty:ty [texts] [$($presence:ident)?]) => {
        $crate::runtime::builder::getter! {
            [$($attributes)*] $field: $ty [list(std::string::String)] [$($presence)?]
        }
    };
    ([$($attributes:tt)*] $field:ident: $ty:ty [list($item:ty)] []) => {
        $($attributes)* pub fn $field(&self) -> &[$item] { self.$field.as_deref().unwrap_or_default() }
    };
    ([$($attributes:tt)*] $field:ident: $ty:ty [list($item:ty)] [$presence:ident]) => {
        $($attributes)* pub fn $field(&self) -> &[$item] { &self.$field }
    };
    ([$($attributes:tt)*] $field:ident: $ty:ty [boxed($inner:ty)] []) => {
        $($attributes)* pub fn $field(&self) -> std::option::Option<&$inner> { self.$field.as_deref() }
    };
    ([$($attributes:tt)*] $field:ident: $ty:ty [boxed($inner:ty)] [$presence:ident]) => {
        $($attributes)* pub fn $field(&self) -> &$inner { &self.$field }
    };
    ([$($attributes:tt)*] $field:ident: $ty:ty [$($kind:tt)*] []) => {
        $($attributes)* pub fn $field(&self) -> std::option::Option<&$ty> { self.$field.as_ref() }
    };
    ([$($attributes:tt)*] $field:ident: $ty:ty [$($kind:tt)*] [$presence:ident]) => {
        $($attributes)* pub fn $field(&self) -> &$ty { &self.$field }
    };
}
pub(crate) use getter;

/// Implements the three methods of each member: one that sets or adds, one that sets or clears, and one that tells the
/// value. The values are those of the builder in the field `inner`; `builder!` has its own.
macro_rules! setters {
    (@member [$($inner:ident)?] [$($attributes:tt)*] $field:ident, $set:ident, $get:ident: $ty:ty [$($kind:tt)*]) => {
        $crate::runtime::builder::setters! { @set [$($inner)?] [$($attributes)*] $field, $set: $ty [$($kind)*] }

        #[doc = concat!("Sets the value that [`", stringify!($get), "`](Self::", stringify!($get), ") tells, or clears it.")]
        pub fn $set(mut self, input: std::option::Option<$ty>) -> Self {
            self.$($inner.)?$field = input;
            self
        }

        /// The value set so far.
        pub fn $get(&self) -> &std::option::Option<$ty> { &self.$($inner.)?$field }
    };
    (@set [$($inner:ident)?] [$($attributes:tt)*] $field:ident, $set:ident: $ty:ty [text]) => {
        $($attributes)*
        pub fn $field(mut self, input: impl std::convert::Into<$ty>) -> Self {
            self.$($inner.)?$field = Some(std::convert::Into::into(input));
            self
        }
    };
    (@set [$($inner:ident)?] [$($attributes:tt)*] $field:ident, $set:ident: $ty:ty [boxed($boxed:ty)]) => {
        $crate::runtime::builder::setters! { @set [$($inner)?] [$($attributes)*] $field, $set: $ty [text] }
    };
    (@set [$($inner:ident)?] [$($attributes:tt)*] $field:ident, $set:ident: $ty:ty [texts]) => {
        $crate::runtime::builder::setters! {
            @set [$($inner)?] [$($attributes)*] $field, $set: $ty [list(impl std::convert::Into<std::string::String>)]
        }
    };
    (@set [$($inner:ident)?] [$($attributes:tt)*] $field:ident, $set:ident: $ty:ty [list($item:ty)]) => {
        $($attributes)*
        #[doc = concat!("\n\nAppends an item; [`", stringify!($set), "`](Self::", stringify!($set), ") replaces all.")]
        pub fn $field(mut self, input: $item) -> Self {
            self.$($inner.)?$field.get_or_insert_default().push(std::convert::Into::into(input));
            self
        }
    };
    (@set [$($inner:ident)?] [$($attributes:tt)*] $field:ident, $set:ident: $ty:ty [map($key:ty, $item:ty)]) => {
        $($attributes)*
        #[doc = concat!("\n\nAdds an entry; [`", stringify!($set), "`](Self::", stringify!($set), ") replaces all.")]
        pub fn $field(mut self, k: $key, v: $item) -> Self {
            self.$($inner.)?$field.get_or_insert_default().insert(std::convert::Into::into(k), std::convert::Into::into(v));
            self
        }
    };
    (@set [$($inner:ident)?] [$($attributes:tt)*] $field:ident, $set:ident: $ty:ty [$(copy)?]) => {
        $($attributes)*
        pub fn $field(mut self, input: $ty) -> Self {
            self.$($inner.)?$field = Some(input);
            self
        }
    };
    ($(
        $(#[$attribute:meta])*
        $wire:literal $(as $format:ident)? => $field:ident, $set:ident, $get:ident: $ty:ty $(= $kind:ident $(($($arg:tt)*))?)?
        $(, $presence:ident $(($default:expr))?)?;
    )*) => {
        $($crate::runtime::builder::setters! {
            @member [inner] [$(#[$attribute])*] $field, $set, $get: $ty [$($kind $(($($arg)*))?)?]
        })*
    };
}
pub(crate) use setters;
