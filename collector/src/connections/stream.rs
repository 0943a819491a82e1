//! A connection's bytes, with limits for a client that does not read.

use std::io::{self, IoSlice};
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::TcpStream;
use tokio::time::Sleep;

use super::allowance::Allowance;
use super::open::Connection;
use super::socket::Socket;

/// How long, and for how many bytes, what a client still sends is received and dropped before its
/// connection is closed.
const LINGER: Duration = Duration::from_secs(2);
const MAX_LINGERING: usize = 64 * 1024 * 1024;

/// A stream whose client has to read, and gets the response also if it still sends.
#[derive(Debug)]
pub(super) struct Stream {
    socket: Socket,
    connection: Arc<Connection>,
    /// How long writing may make no progress.
    timeout: Duration,
    /// The client does not read as fast as is written.
    stalled: Option<Stalled>,
    lingering: Option<Lingering>,
    /// The client has closed its sending side.
    ended: bool,
}

#[derive(Debug)]
struct Stalled {
    /// In which it has to read something.
    allowance: Allowance,
    /// It has taken everything since.
    is_over: bool,
}

#[derive(Debug)]
struct Lingering {
    until: Pin<Box<Sleep>>,
    dropped: usize,
}

impl Stream {
    pub(super) fn new(inner: TcpStream, connection: Arc<Connection>, timeout: Duration) -> Self {
        let socket = Socket::new(inner, &connection);
        Self { socket, connection, timeout, stalled: None, lingering: None, ended: false }
    }

    fn wrote(
        &mut self,
        cx: &mut Context<'_>,
        written: Poll<io::Result<usize>>,
    ) -> Poll<io::Result<usize>> {
        match &written {
            Poll::Pending => match self.poll_stalled(cx) {
                Poll::Ready(error) => Poll::Ready(Err(error)),
                Poll::Pending => Poll::Pending,
            },
            Poll::Ready(bytes) => {
                if let (Some(stalled), Ok(bytes)) = (&mut self.stalled, bytes) {
                    stalled.allowance.add(*bytes);
                }
                written
            }
        }
    }

    /// Ready with an error when the client has read too little for too long.
    fn poll_stalled(&mut self, cx: &mut Context<'_>) -> Poll<io::Error> {
        let timeout = self.timeout;
        let stalled = self
            .stalled
            .get_or_insert_with(|| Stalled { allowance: Allowance::new(timeout), is_over: false });
        if std::mem::take(&mut stalled.is_over) {
            // Another part of a long response follows, and the system says only now and then that the client
            // has read.
            stalled.allowance.goes_on(timeout);
        }
        ready!(stalled.allowance.poll_over(cx));
        let message = "the client does not read its response";
        Poll::Ready(io::Error::new(io::ErrorKind::TimedOut, message))
    }
}

impl AsyncRead for Stream {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        to: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let before = to.filled().len();
        let Self { socket, connection, .. } = &mut *self;
        let Poll::Ready(read) = socket.of(connection)?.poll_read(cx, to) else {
            if !socket.is_new {
                connection.waits();
            }
            return Poll::Pending;
        };
        read?;
        socket.is_new = false;
        if to.filled().len() > before {
            self.connection.received(to.filled().len() - before);
        } else {
            self.ended = true;
        }
        Poll::Ready(Ok(()))
    }
}

impl AsyncWrite for Stream {
    fn poll_write(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        let Self { socket, connection, .. } = &mut *self;
        let written = socket.of(connection)?.poll_write(cx, bytes);
        self.wrote(cx, written)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        bytes: &[IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let Self { socket, connection, .. } = &mut *self;
        let written = socket.of(connection)?.poll_write_vectored(cx, bytes);
        self.wrote(cx, written)
    }

    fn is_write_vectored(&self) -> bool {
        true
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        let Self { socket, connection, .. } = &mut *self;
        ready!(socket.of(connection)?.poll_flush(cx))?;
        if let Some(stalled) = &mut self.stalled {
            stalled.is_over = true;
        }
        Poll::Ready(Ok(()))
    }

    /// Closes the sending side. A connection that is closed while data of the client has not been read is
    /// reset, and the client may lose the response: so that is received before.
    fn poll_shutdown(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        let this = self.get_mut();
        if this.lingering.is_none() {
            ready!(this.socket.of(&this.connection)?.poll_shutdown(cx))?;
            if this.ended || !this.connection.has_more() {
                return Poll::Ready(Ok(()));
            }
        }
        let lingering = this.lingering.get_or_insert_with(|| Lingering {
            until: Box::pin(tokio::time::sleep(LINGER)),
            dropped: 0,
        });
        let mut scratch = [std::mem::MaybeUninit::uninit(); 8 * 1024];
        // Other connections have their turn after some of it.
        for _ in 0..32 {
            let mut to = ReadBuf::uninit(&mut scratch);
            match this.socket.of(&this.connection)?.poll_read(cx, &mut to) {
                Poll::Pending => {
                    ready!(lingering.until.as_mut().poll(cx));
                    return Poll::Ready(Ok(()));
                }
                Poll::Ready(Err(_)) => return Poll::Ready(Ok(())),
                Poll::Ready(Ok(())) => lingering.dropped += to.filled().len(),
            }
            if to.filled().is_empty() || lingering.dropped > MAX_LINGERING {
                return Poll::Ready(Ok(()));
            }
        }
        if lingering.until.as_mut().poll(cx).is_ready() {
            return Poll::Ready(Ok(()));
        }
        cx.waker().wake_by_ref();
        Poll::Pending
    }
}
