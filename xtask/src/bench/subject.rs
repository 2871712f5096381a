//! Lists the crates that are compared.

/// A client crate, with the features and flags that it is compiled with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// The generated crate with its default features.
    Slim,
    /// The generated crate with the HTTPS client that compiles faster.
    SlimLight,
    /// The official crate with its default features.
    Official,
    /// The official crate, compiled with `-Zhint-mostly-unused`: functions are compiled only if they are called.
    OfficialHint,
}

impl Subject {
    /// All subjects, in the order of the tables.
    pub const ALL: [Self; 4] = [
        Self::Slim,
        Self::SlimLight,
        Self::Official,
        Self::OfficialHint,
    ];

    /// The name in tables and of the project's directory.
    pub fn name(self) -> &'static str {
        match self {
            Self::Slim => "connect-slim",
            Self::SlimLight => "connect-slim, ring",
            Self::Official => "aws-sdk-connect",
            Self::OfficialHint => "aws-sdk-connect, mostly-unused",
        }
    }

    /// The package that is compiled.
    pub fn package(self) -> &'static str {
        match self {
            Self::Slim | Self::SlimLight => "connect-slim",
            Self::Official | Self::OfficialHint => "aws-sdk-connect",
        }
    }

    /// How often the crate alone is compiled; the shortest time counts.
    pub fn runs(self) -> usize {
        match self {
            Self::Slim | Self::SlimLight => 3,
            Self::Official | Self::OfficialHint => 1,
        }
    }

    /// The flag that only this crate is compiled with.
    pub fn rustc_flag(self) -> Option<&'static str> {
        match self {
            Self::Slim | Self::SlimLight | Self::Official => None,
            Self::OfficialHint => Some("-Zhint-mostly-unused"),
        }
    }
}
