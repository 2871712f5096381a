//! The algorithms, and how their results are written.

use aws_smithy_types::base64;
use crc::{CRC_32_ISCSI, CRC_32_ISO_HDLC, CRC_64_NVME, Crc};
use sha1::Sha1;
use sha2::{Digest as _, Sha256};

static CRC32: Crc<u32> = Crc::<u32>::new(&CRC_32_ISO_HDLC);
static CRC32C: Crc<u32> = Crc::<u32>::new(&CRC_32_ISCSI);
static CRC64NVME: Crc<u64> = Crc::<u64>::new(&CRC_64_NVME);

/// An algorithm of checksums.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Algorithm {
    Crc64Nvme,
    Crc32C,
    Crc32,
    Sha256,
    Sha1,
}

impl Algorithm {
    /// All algorithms. If a response has several checksums, the first of this list is verified.
    pub(super) const ALL: [Self; 5] = [Self::Crc64Nvme, Self::Crc32C, Self::Crc32, Self::Sha256, Self::Sha1];

    /// Returns the algorithm with this name, in upper or lower case.
    pub(super) fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|algorithm| algorithm.name().eq_ignore_ascii_case(name))
    }

    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Crc64Nvme => "CRC64NVME",
            Self::Crc32C => "CRC32C",
            Self::Crc32 => "CRC32",
            Self::Sha256 => "SHA256",
            Self::Sha1 => "SHA1",
        }
    }

    /// Returns the name of the header or the trailer that contains a checksum.
    pub(super) fn header(self) -> &'static str {
        match self {
            Self::Crc64Nvme => "x-amz-checksum-crc64nvme",
            Self::Crc32C => "x-amz-checksum-crc32c",
            Self::Crc32 => "x-amz-checksum-crc32",
            Self::Sha256 => "x-amz-checksum-sha256",
            Self::Sha1 => "x-amz-checksum-sha1",
        }
    }

    /// Returns how many characters a checksum has in base64.
    pub(super) fn base64_len(self) -> usize {
        let bytes: usize = match self {
            Self::Crc64Nvme => 8,
            Self::Crc32C | Self::Crc32 => 4,
            Self::Sha256 => 32,
            Self::Sha1 => 20,
        };
        bytes.div_ceil(3) * 4
    }

    /// Returns the checksum of `bytes` in base64.
    pub(super) fn checksum(self, bytes: &[u8]) -> String {
        let mut digest = Digest::new(self);
        digest.update(bytes);
        digest.finish()
    }
}

/// A checksum that is being calculated.
pub(super) enum Digest {
    Crc32(crc::Digest<'static, u32>),
    Crc64(crc::Digest<'static, u64>),
    Sha1(Sha1),
    Sha256(Sha256),
}

impl Digest {
    pub(super) fn new(algorithm: Algorithm) -> Self {
        match algorithm {
            Algorithm::Crc64Nvme => Self::Crc64(CRC64NVME.digest()),
            Algorithm::Crc32C => Self::Crc32(CRC32C.digest()),
            Algorithm::Crc32 => Self::Crc32(CRC32.digest()),
            Algorithm::Sha256 => Self::Sha256(Sha256::new()),
            Algorithm::Sha1 => Self::Sha1(Sha1::new()),
        }
    }

    pub(super) fn update(&mut self, bytes: &[u8]) {
        match self {
            Self::Crc32(digest) => digest.update(bytes),
            Self::Crc64(digest) => digest.update(bytes),
            Self::Sha1(digest) => digest.update(bytes),
            Self::Sha256(digest) => digest.update(bytes),
        }
    }

    /// Returns the checksum in base64.
    pub(super) fn finish(self) -> String {
        match self {
            Self::Crc32(digest) => base64::encode(digest.finalize().to_be_bytes()),
            Self::Crc64(digest) => base64::encode(digest.finalize().to_be_bytes()),
            Self::Sha1(digest) => base64::encode(digest.finalize()),
            Self::Sha256(digest) => base64::encode(digest.finalize()),
        }
    }
}
