//! Decompresses gzip, within limits: a few bytes can be made to expand to gigabytes.

use std::io::Read as _;

use flate2::bufread::MultiGzDecoder;

/// The first two bytes of every gzip stream.
pub const MAGIC: [u8; 2] = [0x1f, 0x8b];

/// How many times larger than its compressed form a text may be, once it has more bytes than
/// [`ALWAYS_ALLOWED`]. Events reach 10 to 20; gzip itself ends at 1,032.
pub const MAX_RATIO: usize = 250;

/// Texts of up to this many bytes may have any ratio.
pub const ALWAYS_ALLOWED: usize = 64 * 1024;

/// Why bytes were not decompressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum GunzipError {
    /// The bytes are not gzip, or end too early.
    #[error("is not gzip, or is incomplete")]
    Invalid,
    /// The text would have more bytes than the limit.
    #[error("has more than {max} bytes when it is decompressed")]
    TooLarge {
        /// The limit in bytes.
        max: usize,
    },
    /// The text would be more than [`MAX_RATIO`] times larger than the bytes.
    #[error("is more than {MAX_RATIO} times larger when it is decompressed: send it uncompressed")]
    TooDense,
}

/// The most bytes that [`gunzip`] can return for compressed bytes of this length.
#[must_use]
pub const fn most(compressed: usize, max: usize) -> usize {
    let by_ratio = compressed.saturating_mul(MAX_RATIO);
    let by_ratio = if by_ratio < ALWAYS_ALLOWED { ALWAYS_ALLOWED } else { by_ratio };
    if by_ratio < max { by_ratio } else { max }
}

/// Decompresses one or more gzip members to a text of at most `max` bytes. It never holds more than
/// [`most`] bytes, and one more.
///
/// # Errors
///
/// When the bytes are not gzip, or exceed a limit.
pub fn gunzip(compressed: &[u8], max: usize) -> Result<Vec<u8>, GunzipError> {
    let most = most(compressed.len(), max);
    let mut text = Vec::new();
    // One more byte than allowed shows that there is more.
    let limit = u64::try_from(most).unwrap_or(u64::MAX).saturating_add(1);
    let read = MultiGzDecoder::new(compressed).take(limit).read_to_end(&mut text);
    if text.len() > most {
        return Err(if most < max { GunzipError::TooDense } else { GunzipError::TooLarge { max } });
    }
    read.map_err(|_| GunzipError::Invalid)?;
    Ok(text)
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use flate2::Compression;
    use flate2::write::GzEncoder;

    use super::{ALWAYS_ALLOWED, GunzipError, MAX_RATIO, gunzip, most};

    fn gzip(text: &[u8]) -> Vec<u8> {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
        encoder.write_all(text).unwrap();
        encoder.finish().unwrap()
    }

    #[test]
    fn what_was_compressed_comes_back() {
        for text in [&b""[..], b"{}", &[b'x'; ALWAYS_ALLOWED]] {
            assert_eq!(gunzip(&gzip(text), usize::MAX).as_deref(), Ok(text));
        }
        let members = [gzip(b"[1,"), gzip(b"2]")].concat();
        assert_eq!(gunzip(&members, usize::MAX).as_deref(), Ok(&b"[1,2]"[..]));
    }

    #[test]
    fn the_limits_are_exact() {
        let text = [b'x'; 1_000];
        assert_eq!(gunzip(&gzip(&text), 1_000).as_deref(), Ok(&text[..]));
        let error = gunzip(&gzip(&text), 999);
        assert_eq!(error, Err(GunzipError::TooLarge { max: 999 }));
        let bomb = gzip(&vec![0; 32 * 1024 * 1024]);
        assert_eq!(gunzip(&bomb, usize::MAX), Err(GunzipError::TooDense));
        assert_eq!(most(bomb.len(), usize::MAX), bomb.len() * MAX_RATIO);
        // A bomb in a bomb is a text of bytes like another.
        assert!(gunzip(&gzip(&bomb), usize::MAX).is_ok());
    }

    #[test]
    fn what_is_not_gzip_is_an_error() {
        let text = b"{\"eventType\":\"ping\"}";
        let whole = gzip(text);
        for end in 0..whole.len() {
            let cut = gunzip(&whole[..end], 1_000);
            assert_eq!(cut, Err(GunzipError::Invalid), "{end} bytes");
        }
        for at in 0..whole.len() {
            let mut changed = whole.clone();
            changed[at] ^= 0x10;
            // Some bits have no meaning; the checksum covers all others.
            let read = gunzip(&changed, 1_000);
            assert!(read.is_err() || read.as_deref() == Ok(text), "byte {at}");
        }
        assert_eq!(gunzip(&[&whole[..], b"more"].concat(), 1_000), Err(GunzipError::Invalid));
    }
}
