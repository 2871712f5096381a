//! Defines the checksums of messages, which are added to requests and verified in responses.

use std::collections::BTreeSet;

/// The checksums of an operation's messages.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Checksums {
    /// The checksum that is added to the request.
    pub request: Option<RequestChecksum>,
    /// The checksum that is verified in the response.
    pub response: Option<ResponseChecksum>,
    /// The names of algorithms that the model has and the runtime doesn't.
    pub unsupported: BTreeSet<String>,
}

impl Checksums {
    /// Whether an algorithm can be chosen for one of the messages.
    pub fn are_flexible(&self) -> bool {
        let is_flexible = match &self.request {
            Some(RequestChecksum::Flexible { .. }) => true,
            Some(RequestChecksum::Md5) | None => false,
        };
        is_flexible || self.response.is_some()
    }
}

/// The checksum of a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RequestChecksum {
    /// The MD5 of the body, in the header `Content-MD5`.
    Md5,
    /// A checksum whose algorithm is chosen for each call.
    Flexible {
        /// The header with the name of the algorithm, in lowercase.
        algorithm_header: String,
        /// Whether the service rejects requests without a checksum.
        required: bool,
    },
}

/// The checksum of a response.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ResponseChecksum {
    /// The header that asks for a checksum, in lowercase.
    pub mode_header: String,
    /// The algorithms whose checksums are verified.
    pub algorithms: Vec<ChecksumAlgorithm>,
}

/// An algorithm of flexible checksums.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChecksumAlgorithm {
    /// CRC-32 of ISO-HDLC, as in Ethernet and zlib.
    Crc32,
    /// CRC-32 of Castagnoli, as in iSCSI.
    Crc32C,
    /// CRC-64 of NVM Express.
    Crc64Nvme,
    /// SHA-1.
    Sha1,
    /// SHA-256.
    Sha256,
}

impl ChecksumAlgorithm {
    const ALL: [Self; 5] = [
        Self::Crc32,
        Self::Crc32C,
        Self::Crc64Nvme,
        Self::Sha1,
        Self::Sha256,
    ];

    /// Returns the algorithm with this name.
    pub fn from_name(name: &str) -> Option<Self> {
        let mut all = Self::ALL.into_iter();
        all.find(|algorithm| algorithm.name() == name)
    }

    /// Returns the name that models have for the algorithm.
    pub fn name(self) -> &'static str {
        match self {
            Self::Crc32 => "CRC32",
            Self::Crc32C => "CRC32C",
            Self::Crc64Nvme => "CRC64NVME",
            Self::Sha1 => "SHA1",
            Self::Sha256 => "SHA256",
        }
    }
}
