//! A server that sends the given bytes, whether they are HTTP or not, and then closes the connection or keeps it open.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;

/// The action of a server after it has sent its bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Then {
    /// Closes the connection.
    HangUp,
    /// Keeps the connection open without sending anything.
    StaySilent,
}

/// A server that runs until it is dropped.
#[derive(Debug)]
pub struct RawServer {
    url: String,
    requests: Arc<AtomicUsize>,
    task: JoinHandle<()>,
}

impl RawServer {
    /// Starts a server that answers every request with these bytes.
    pub async fn start(bytes: impl Into<Vec<u8>>, then: Then) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0")
            .await
            .expect("a port is free");
        let address = listener.local_addr().expect("a listener has an address");
        let requests = Arc::new(AtomicUsize::new(0));
        Self {
            url: format!("http://{address}"),
            requests: Arc::clone(&requests),
            task: tokio::spawn(accept(listener, bytes.into(), then, requests)),
        }
    }

    /// Returns the URL of the server.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// Returns the number of requests received so far.
    pub fn requests(&self) -> usize {
        self.requests.load(Ordering::SeqCst)
    }
}

impl Drop for RawServer {
    fn drop(&mut self) {
        self.task.abort();
    }
}

async fn accept(listener: TcpListener, bytes: Vec<u8>, then: Then, requests: Arc<AtomicUsize>) {
    // The connections that stay open.
    let mut silent = Vec::new();
    while let Ok((stream, _)) = listener.accept().await {
        let mut stream = BufReader::new(stream);
        if read_request(&mut stream).await.is_err() {
            continue;
        }
        requests.fetch_add(1, Ordering::SeqCst);
        // The client might have closed the connection.
        let _ = stream.write_all(&bytes).await;
        match then {
            Then::HangUp => drop(stream.shutdown().await),
            Then::StaySilent => silent.push(stream),
        }
    }
}

/// Reads a request to the end of its body, since closing a connection with unread bytes would reset it.
async fn read_request(stream: &mut BufReader<TcpStream>) -> std::io::Result<()> {
    let mut length = 0;
    loop {
        let mut line = String::new();
        stream.read_line(&mut line).await?;
        let line = line.trim_end();
        if line.is_empty() {
            break;
        }
        if let Some((name, value)) = line.split_once(':')
            && name.eq_ignore_ascii_case("content-length")
        {
            length = value.trim().parse().expect("a length is a number");
        }
    }
    stream.read_exact(&mut vec![0; length]).await.map(drop)
}
