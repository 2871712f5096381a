//! The macro that implements the conversions which all enums of strings share.
//! Its paths are complete, since an enum can be named `Result` or `From` in its own file.

/// Implements the conversions of an enum that don't depend on its values: `FromStr`, `AsRef`, `Display` and serde.
macro_rules! string_enum {
    ($name:ident) => {
        impl std::str::FromStr for $name {
            type Err = std::convert::Infallible;

            fn from_str(value: &str) -> std::result::Result<Self, Self::Err> {
                Ok(std::convert::From::from(value))
            }
        }

        impl std::convert::AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                self.as_str()
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        #[cfg(feature = "serde")]
        $crate::runtime::serde::string! { $name }
    };
}
pub(crate) use string_enum;
