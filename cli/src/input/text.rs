//! Bytes to text: byte order marks, UTF-16 and gzip. Names files that are no text by their first
//! bytes.

use std::borrow::Cow;

use media_collection_collector::gzip;

use super::NoSession;

/// The most bytes of a file that is unpacked: a GiB.
const MAX_UNPACKED: usize = 1 << 30;

/// The text in these bytes, without byte order marks.
pub(super) fn of(bytes: &[u8]) -> Result<Cow<'_, str>, NoSession> {
    if bytes.starts_with(&gzip::MAGIC) {
        let unpacked = gzip::gunzip(bytes, MAX_UNPACKED)
            .map_err(|error| NoSession::new(format!("begins as a gzip file, but {error}")))?;
        if unpacked.starts_with(&gzip::MAGIC) {
            return Err(NoSession::new("is gzip in gzip: unpack it first"));
        }
        return unpacked_text(&unpacked).map(|text| Cow::Owned(text.into_owned()));
    }
    unpacked_text(bytes)
}

fn unpacked_text(bytes: &[u8]) -> Result<Cow<'_, str>, NoSession> {
    if let Some((_, message)) = BINARY.iter().find(|(magic, _)| bytes.starts_with(magic)) {
        return Err(NoSession::new(*message));
    }
    let text = match bytes {
        [0xff, 0xfe, 0, 0, ..] | [0, 0, 0xfe, 0xff, ..] => {
            return Err(NoSession::new("is UTF-32: save it as UTF-8"));
        }
        [0xff, 0xfe, units @ ..] => Cow::Owned(utf16(units, u16::from_le_bytes)?),
        [0xfe, 0xff, units @ ..] => Cow::Owned(utf16(units, u16::from_be_bytes)?),
        // Without a mark: JSON begins with two ASCII characters.
        [1..=0x7f, 0, 1..=0x7f, 0, ..] => Cow::Owned(utf16(bytes, u16::from_le_bytes)?),
        [0, 1..=0x7f, 0, 1..=0x7f, ..] => Cow::Owned(utf16(bytes, u16::from_be_bytes)?),
        _ => std::str::from_utf8(bytes).map(Cow::Borrowed).map_err(|error| {
            if bytes.iter().take(1024).any(|byte| *byte == 0) {
                return NoSession::new("is not text: `check --help` lists what is read");
            }
            let byte = error.valid_up_to();
            NoSession::new(format!("is not UTF-8 from byte {byte} on: save it as UTF-8"))
        })?,
    };
    Ok(without_marks(text))
}

/// Files that were put together have a mark at the beginning of each.
fn without_marks(text: Cow<'_, str>) -> Cow<'_, str> {
    const MARK: char = '\u{feff}';
    match text {
        text if !text.contains(MARK) => text,
        Cow::Borrowed(text) if !text.contains("\n\u{feff}") => {
            Cow::Borrowed(text.trim_start().trim_start_matches(MARK))
        }
        text => Cow::Owned(text.trim_start().trim_start_matches(MARK).replace("\n\u{feff}", "\n")),
    }
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<String, NoSession> {
    let (units, rest) = bytes.as_chunks::<2>();
    let text = char::decode_utf16(units.iter().map(|bytes| unit(*bytes))).collect::<Result<_, _>>();
    match text {
        Ok(text) if rest.is_empty() => Ok(text),
        _ => Err(NoSession::new("begins as UTF-16, and is not valid: save it as UTF-8")),
    }
}

/// The first bytes of files that are often mistaken for what a command reads.
const BINARY: &[(&[u8], &str)] = &[
    (
        b"PK\x03\x04",
        "is a zip archive, as Fiddler (.saz) and others save sessions: export them as HAR",
    ),
    (
        b"\xac\xed\0\x05",
        "is a session file of Charles (.chls): export it as a JSON session file or as HAR",
    ),
    (
        b"redb\x1a\x0a\xa9\x0d\x0a",
        "is a store: `media-collection list --store FILE` shows its sessions, and `export` prints one",
    ),
    (b"SQLite format 3\0", "is an SQLite database: export its sessions as JSON"),
    (b"\xd4\xc3\xb2\xa1", PACKETS),
    (b"\xa1\xb2\xc3\xd4", PACKETS),
    (b"\x0a\x0d\x0d\x0a", PACKETS),
    (b"\x28\xb5\x2f\xfd", "is compressed with zstd: unpack it first"),
    (b"BZh", "is compressed with bzip2: unpack it first"),
    (b"\xfd7zXZ\0", "is compressed with xz: unpack it first"),
];

const PACKETS: &str = "is a capture of packets, whose content is encrypted: record with the \
                       browser's developer tools or a proxy, and export as HAR";

#[cfg(test)]
mod tests {
    use super::of;

    fn utf16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(bytes).collect()
    }

    #[test]
    fn marks_and_encodings() {
        let text = r#"{"name":"größe 🎬"}"#;
        let marked = format!("\u{feff}{text}");
        for bytes in [
            text.as_bytes().to_vec(),
            marked.as_bytes().to_vec(),
            format!("\u{feff}{marked}").into_bytes(),
            format!("\r\n{marked}").into_bytes(),
            utf16(text, u16::to_le_bytes),
            utf16(text, u16::to_be_bytes),
            utf16(&marked, u16::to_le_bytes),
            utf16(&marked, u16::to_be_bytes),
        ] {
            assert_eq!(of(&bytes).unwrap(), text, "{bytes:?}");
        }
        let lines = of("\u{feff}{}\n\u{feff}{}\r\n\u{feff}{}".as_bytes()).unwrap();
        assert_eq!(lines, "{}\n{}\r\n{}");
        // In a string it is a character like another.
        let inside = "[\"a\u{feff}b\"]";
        assert_eq!(of(inside.as_bytes()).unwrap(), inside);
    }

    #[test]
    fn what_is_no_text_is_named() {
        for (bytes, name) in [
            (&b"PK\x03\x04\x14\0"[..], "zip"),
            (b"\x1f\x8b\x08\0\0", "gzip"),
            (b"\xff\xfe\0\0{\0\0\0", "UTF-32"),
            (b"\xff\xfe{", "UTF-16"),
            (b"\xff\xfe\0\xd8{\0", "UTF-16"),
            (b"\xac\xed\0\x05", "Charles"),
            (b"{\"a\":\"\xff\"}", "not UTF-8 from byte 6 on"),
            (b"\x89PNG\r\n\0\xff", "is not text"),
        ] {
            let message = of(bytes).unwrap_err().message;
            assert!(message.contains(name), "{message}");
        }
    }
}
