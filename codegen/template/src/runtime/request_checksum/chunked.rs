//! Encodes a body as `aws-chunked`: one chunk with the whole body, and a trailer with its checksum.

use std::pin::Pin;
use std::task::{Context, Poll, ready};

use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_types::base64;
use aws_smithy_types::body::SdkBody;
use bytes::Bytes;
use http_body::{Body, Frame, SizeHint};

use crate::runtime::checksum_algorithm::{Algorithm, Digest};

/// A body that is encoded while it is sent.
pub(super) struct Chunked {
    body: SdkBody,
    length: u64,
    sent: u64,
    algorithm: Algorithm,
    digest: Digest,
    part: Part,
}

/// The part of the encoding that is sent next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Head,
    Data,
    End,
}

impl Chunked {
    /// Creates the encoding of a body of this length.
    pub(super) fn new(body: SdkBody, length: u64, algorithm: Algorithm) -> Self {
        Self { body, length, sent: 0, algorithm, digest: Digest::new(algorithm), part: Part::Head }
    }

    /// Returns the end of the chunk, the empty chunk that is the last, and the trailer.
    fn tail(&mut self) -> String {
        let digest = std::mem::replace(&mut self.digest, Digest::new(self.algorithm));
        let checksum = base64::encode(digest.finish());
        let end_of_chunk = if self.length > 0 { "\r\n" } else { "" };
        format!("{end_of_chunk}0\r\n{}:{checksum}\r\n\r\n", self.algorithm.header())
    }

    fn poll_data(&mut self, cx: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, BoxError>>> {
        let frame = match ready!(Pin::new(&mut self.body).poll_frame(cx)) {
            Some(frame) => frame?,
            None if self.sent != self.length => {
                let (sent, length) = (self.sent, self.length);
                let error = format!("the body has {sent} bytes, but its length was given as {length}");
                return Poll::Ready(Some(Err(error.into())));
            }
            None => {
                self.part = Part::End;
                return Poll::Ready(Some(Ok(Frame::data(self.tail().into()))));
            }
        };
        if let Some(data) = frame.data_ref() {
            self.digest.update(data);
            self.sent += data.len() as u64;
        }
        Poll::Ready(Some(Ok(frame)))
    }
}

/// Returns the length of the encoding of a body with `length` bytes.
pub(super) fn encoded_len(length: u64, algorithm: Algorithm) -> u64 {
    let chunk = if length > 0 { head(length).len() as u64 + length + 2 } else { 0 };
    let trailer = algorithm.header().len() + 1 + base64_len(algorithm) + 2;
    chunk + 3 + trailer as u64 + 2
}

fn head(length: u64) -> String {
    format!("{length:X}\r\n")
}

/// Returns how many characters a checksum has in base64.
fn base64_len(algorithm: Algorithm) -> usize {
    let bytes: usize = match algorithm {
        Algorithm::Crc64Nvme => 8,
        Algorithm::Crc32C | Algorithm::Crc32 => 4,
        Algorithm::Sha1 => 20,
        Algorithm::Sha256 => 32,
    };
    bytes.div_ceil(3) * 4
}

impl Body for Chunked {
    type Data = Bytes;
    type Error = BoxError;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, BoxError>>> {
        match self.part {
            Part::Head => {
                self.part = Part::Data;
                if self.length == 0 {
                    return self.poll_data(cx);
                }
                Poll::Ready(Some(Ok(Frame::data(head(self.length).into()))))
            }
            Part::Data => self.poll_data(cx),
            Part::End => Poll::Ready(None),
        }
    }

    fn size_hint(&self) -> SizeHint {
        SizeHint::with_exact(encoded_len(self.length, self.algorithm))
    }
}
