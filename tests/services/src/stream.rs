//! Bodies of requests that aren't in memory.

use std::convert::Infallible;
use std::pin::Pin;
use std::task::{Context, Poll};

use aws_smithy_types::body::SdkBody;
use aws_smithy_types::byte_stream::ByteStream;
use bytes::Bytes;
use http_body::{Body, Frame, SizeHint};

/// Whether the length of a stream is known before it is sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Length {
    /// The stream has its length.
    Known,
    /// The stream ends at some time.
    Unknown,
}

/// Returns a stream that is sent in parts.
pub fn stream(bytes: Vec<u8>, length: Length) -> ByteStream {
    let rest = Bytes::from(bytes);
    ByteStream::new(SdkBody::from_body_1_x(Parts { rest, length }))
}

/// How many bytes a part has.
const PART: usize = 30_000;

struct Parts {
    rest: Bytes,
    length: Length,
}

impl Body for Parts {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        _: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        if self.rest.is_empty() {
            return Poll::Ready(None);
        }
        let length = self.rest.len().min(PART);
        Poll::Ready(Some(Ok(Frame::data(self.rest.split_to(length)))))
    }

    fn size_hint(&self) -> SizeHint {
        match self.length {
            Length::Known => SizeHint::with_exact(self.rest.len() as u64),
            Length::Unknown => SizeHint::default(),
        }
    }
}
