//! A socket that goes with its connection from one runtime to another.

use std::io;
use std::pin::Pin;

use tokio::net::TcpStream;

use super::open::Connection;

#[derive(Debug)]
pub(super) struct Socket {
    /// `None` if it could not go on.
    stream: Option<TcpStream>,
    /// How often the connection had moved when this went with it.
    moved: usize,
    /// Whether the runtime does not know yet if there is something to read.
    pub(super) is_new: bool,
}

impl Socket {
    pub(super) fn new(stream: TcpStream, connection: &Connection) -> Self {
        Self { stream: Some(stream), moved: connection.moved(), is_new: true }
    }

    /// The stream, which is of this runtime.
    pub(super) fn of(&mut self, connection: &Connection) -> io::Result<Pin<&mut TcpStream>> {
        let moved = connection.moved();
        if moved != self.moved
            && let Some(stream) = self.stream.take()
        {
            (self.moved, self.is_new) = (moved, true);
            self.stream = Some(TcpStream::from_std(stream.into_std()?)?);
        }
        self.stream.as_mut().map(Pin::new).ok_or_else(|| io::ErrorKind::NotConnected.into())
    }
}
