//! What enums of strings have in common. Emitted code declares the enum; the macro here does the
//! rest.

/// Implements the conversions of an enum from and to its values on the wire. The enum has, beside
/// the variants listed, an `Unknown` one for values which are not in the model.
macro_rules! string_enum {
    ($name:ident { $($variant:ident = $value:literal,)* }) => {
        impl $name {
            /// The value on the wire.
            pub fn as_str(&self) -> &str {
                match self {
                    $(Self::$variant => $value,)*
                    Self::Unknown(value) => &value.0,
                }
            }

            /// All values in the model.
            pub const fn values() -> &'static [&'static str] {
                &[$($value),*]
            }

            /// Parses a value; one which is not in the model is an error.
            pub fn try_parse(value: &str) -> Result<Self, $crate::error::UnknownVariantError> {
                match Self::from(value) {
                    Self::Unknown(_) => Err($crate::error::UnknownVariantError::new(value)),
                    known => Ok(known),
                }
            }
        }

        impl From<&str> for $name {
            fn from(value: &str) -> Self {
                match value {
                    $($value => Self::$variant,)*
                    other => Self::Unknown(
                        $crate::primitives::sealed_enum_unknown::UnknownVariantValue(
                            other.to_owned(),
                        ),
                    ),
                }
            }
        }

        impl std::str::FromStr for $name {
            type Err = std::convert::Infallible;

            fn from_str(value: &str) -> Result<Self, Self::Err> {
                Ok(Self::from(value))
            }
        }

        impl AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                self.as_str()
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }
    };
}
#[allow(unused_imports, reason = "not every service has one")]
pub(crate) use string_enum;
