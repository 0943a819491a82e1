//! The lines of a snapshot as messages, and back.

use std::io::{Read as _, Write as _};

use async_nats::HeaderMap;
use async_nats::header::NATS_MESSAGE_ID;
use axum::body::Bytes;
use flate2::Compression;
use flate2::read::GzDecoder;
use flate2::write::GzEncoder;
use serde::Serialize;
use tokio::time::Instant;

use super::super::Shared;
use super::super::publish::{PATIENCE, anywhere, store};

/// The bytes of lines in a message. Compressed they are always fewer than a message may have.
const MAX_TEXT: usize = 480 * 1024;
/// The header of a part: its name and its number.
const PART: &str = "Media-Collection-Snapshot";

/// Writes lines.
pub(super) struct Chunks<'a> {
    shared: &'a Shared,
    subject: String,
    pub(super) name: String,
    text: Vec<u8>,
    /// How many messages are stored, the first and the last of them.
    pub(super) count: usize,
    pub(super) first: u64,
    pub(super) last: u64,
    /// The bytes of the lines.
    pub(super) bytes: u64,
}

impl<'a> Chunks<'a> {
    pub(super) fn new(shared: &'a Shared, partition: u32) -> Self {
        let (subject, name) = (shared.names.snapshot(partition), shared.unique("snapshot"));
        Self { shared, subject, name, text: Vec::new(), count: 0, first: 0, last: 0, bytes: 0 }
    }

    pub(super) async fn line(&mut self, line: &impl Serialize) -> Result<(), String> {
        let before = self.text.len();
        serde_json::to_writer(&mut self.text, line).map_err(|error| error.to_string())?;
        self.text.push(b'\n');
        self.bytes += (self.text.len() - before) as u64;
        while self.text.len() >= MAX_TEXT {
            self.store(MAX_TEXT).await?;
        }
        Ok(())
    }

    /// Stores what is left.
    pub(super) async fn end(&mut self) -> Result<(), String> {
        if self.text.is_empty() { Ok(()) } else { self.store(self.text.len()).await }
    }

    async fn store(&mut self, bytes: usize) -> Result<(), String> {
        let payload =
            Bytes::from(compressed(&self.text[..bytes]).map_err(|error| error.to_string())?);
        self.text.drain(..bytes);
        let mut headers = HeaderMap::new();
        headers.insert(PART, format!("{} {}", self.name, self.count));
        headers.insert(NATS_MESSAGE_ID, format!("{}-{}", self.name, self.count));
        let (client, until) = (&self.shared.client, Instant::now() + PATIENCE);
        let stored = store(client, &self.subject, &headers, &payload, until, anywhere).await?;
        if self.count == 0 {
            self.first = stored;
        }
        self.last = stored;
        self.count += 1;
        Ok(())
    }
}

/// The name and the number of a part.
pub(super) fn part_of(headers: &HeaderMap) -> Option<(&str, usize)> {
    let (name, number) = headers.get(PART)?.as_str().split_once(' ')?;
    Some((name, number.parse().ok()?))
}

fn compressed(text: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(text)?;
    encoder.finish()
}

/// The lines of a message. Its checksum tells whether they are what was written.
pub(super) fn decompressed(payload: &[u8]) -> Result<Vec<u8>, String> {
    let (mut text, most) = (Vec::new(), MAX_TEXT as u64 + 1);
    let read = GzDecoder::new(payload).take(most).read_to_end(&mut text);
    read.map_err(|error| error.to_string())?;
    if text.len() > MAX_TEXT { Err("a part is too large".to_owned()) } else { Ok(text) }
}

#[cfg(test)]
mod tests {
    use super::super::super::publish::MAX_GROUP;
    use super::{MAX_TEXT, compressed, decompressed};

    #[test]
    fn a_part_is_what_was_written_or_an_error() {
        let mut random = 1_u64;
        let any = (0..MAX_TEXT).map(|_| {
            random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            random.to_be_bytes()[0]
        });
        let any: Vec<u8> = any.collect();
        let payload = compressed(&any).unwrap();
        assert!(payload.len() < MAX_GROUP, "{}", payload.len());
        assert_eq!(decompressed(&payload).unwrap(), any);
        let text = b"{\"end\":3}\n".repeat(50);
        let payload = compressed(&text).unwrap();
        for at in 0..payload.len() {
            assert!(decompressed(&payload[..at]).is_err(), "it ends at {at}");
            let mut damaged = payload.clone();
            damaged[at] ^= 0x10;
            let read = decompressed(&damaged);
            assert!(read.is_err() || read.as_ref() == Ok(&text), "byte {at}");
        }
        let large = compressed(&vec![b' '; MAX_TEXT + 1]).unwrap();
        assert!(decompressed(&large).is_err());
    }
}
