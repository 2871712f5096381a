//! Calculates checksums with the algorithms that can be chosen.

use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_types::body::SdkBody;
use bytes::Bytes;
use crc::{CRC_32_ISCSI, CRC_64_NVME, Crc, Table};
use http_body::Body;
use sha1::Sha1;
use sha2::{Digest as _, Sha256};

// With 16 tables, these are about five times as fast as with one. CRC-32 is the default, so it has a crate of its own,
// which is even faster.
static CRC32C: Crc<u32, Table<16>> = Crc::<u32, Table<16>>::new(&CRC_32_ISCSI);
static CRC64NVME: Crc<u64, Table<16>> = Crc::<u64, Table<16>>::new(&CRC_64_NVME);

/// An algorithm of checksums.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Algorithm {
    Crc64Nvme,
    Crc32C,
    Crc32,
    Sha1,
    Sha256,
}

impl Algorithm {
    /// All algorithms. If a response has several checksums, the first of this list is verified, as in the official SDK.
    pub(crate) const ALL: [Self; 5] = [Self::Crc64Nvme, Self::Crc32C, Self::Crc32, Self::Sha1, Self::Sha256];

    /// Returns the name of the header or the trailer that contains a checksum.
    pub(crate) fn header(self) -> &'static str {
        match self {
            Self::Crc64Nvme => "x-amz-checksum-crc64nvme",
            Self::Crc32C => "x-amz-checksum-crc32c",
            Self::Crc32 => "x-amz-checksum-crc32",
            Self::Sha1 => "x-amz-checksum-sha1",
            Self::Sha256 => "x-amz-checksum-sha256",
        }
    }
}

/// A checksum that is being calculated.
pub(crate) enum Digest {
    Crc32(crc32fast::Hasher),
    Crc32C(crc::Digest<'static, u32, Table<16>>),
    Crc64Nvme(crc::Digest<'static, u64, Table<16>>),
    Sha1(Sha1),
    Sha256(Sha256),
}

impl Digest {
    pub(crate) fn new(algorithm: Algorithm) -> Self {
        match algorithm {
            Algorithm::Crc64Nvme => Self::Crc64Nvme(CRC64NVME.digest()),
            Algorithm::Crc32C => Self::Crc32C(CRC32C.digest()),
            Algorithm::Crc32 => Self::Crc32(crc32fast::Hasher::new()),
            Algorithm::Sha1 => Self::Sha1(Sha1::new()),
            Algorithm::Sha256 => Self::Sha256(Sha256::new()),
        }
    }

    pub(crate) fn update(&mut self, bytes: &[u8]) {
        match self {
            Self::Crc32(digest) => digest.update(bytes),
            Self::Crc32C(digest) => digest.update(bytes),
            Self::Crc64Nvme(digest) => digest.update(bytes),
            Self::Sha1(digest) => digest.update(bytes),
            Self::Sha256(digest) => digest.update(bytes),
        }
    }

    /// Returns the checksum.
    pub(crate) fn finish(self) -> Vec<u8> {
        match self {
            Self::Crc32(digest) => digest.finalize().to_be_bytes().to_vec(),
            Self::Crc32C(digest) => digest.finalize().to_be_bytes().to_vec(),
            Self::Crc64Nvme(digest) => digest.finalize().to_be_bytes().to_vec(),
            Self::Sha1(digest) => digest.finalize().to_vec(),
            Self::Sha256(digest) => digest.finalize().to_vec(),
        }
    }
}

/// Replaces a body by one that reads it. One that can be sent again still can.
pub(crate) fn wrap<B>(body: &mut SdkBody, wrapper: impl Fn(SdkBody) -> B + Send + Sync + 'static)
where
    B: Body<Data = Bytes, Error = BoxError> + Send + Sync + 'static,
{
    let inner = std::mem::replace(body, SdkBody::taken());
    *body = inner.map(move |inner| SdkBody::from_body_1_x(wrapper(inner)));
}
