//! Lone surrogates in `\u` escapes.
//!
//! A JavaScript string can contain a lone surrogate, and the official JavaScript SDK writes it as an
//! escape. JSON allows that, but a Rust string cannot hold it. An error would lose a session because
//! of one broken emoji, so the surrogate is replaced by U+FFFD, as in any conversion to UTF-8. The
//! event stores the original literal, which is written back.

mod find;
mod restore;

use std::borrow::Cow;

pub(crate) use find::originals;
pub(crate) use restore::to_vec;

/// Replaces every lone surrogate. The text keeps its length, so all positions stay valid.
pub(crate) fn replace_lone(text: &str) -> Cow<'_, str> {
    // Most texts have no escapes, and searching for one byte is cheap.
    if !text.as_bytes().contains(&b'\\') {
        return Cow::Borrowed(text);
    }
    let bytes = text.as_bytes();
    let mut lone = Vec::new();
    let mut at = 0;
    while let Some(found) = bytes[at..].iter().position(|byte| *byte == b'\\') {
        at += found;
        match surrogate(bytes, at) {
            Some(Surrogate::High) if surrogate(bytes, at + 6) == Some(Surrogate::Low) => at += 12,
            Some(_) => {
                lone.push(at + 2);
                at += 6;
            }
            None => at = (at + 2).min(bytes.len()),
        }
    }
    if lone.is_empty() {
        return Cow::Borrowed(text);
    }
    let mut replaced = text.to_owned();
    for digits in lone {
        replaced.replace_range(digits..digits + 4, "fffd");
    }
    Cow::Owned(replaced)
}

#[derive(PartialEq)]
enum Surrogate {
    High,
    Low,
}

/// The kind of surrogate escape at this position, if there is one.
fn surrogate(bytes: &[u8], at: usize) -> Option<Surrogate> {
    let escape = bytes.get(at..at + 6)?;
    let digits = escape.strip_prefix(br"\u")?;
    let digit = |byte: u8| char::from(byte).to_digit(16);
    let code = digits.iter().try_fold(0, |code, byte| Some(code * 16 + digit(*byte)?))?;
    match code {
        0xD800..=0xDBFF => Some(Surrogate::High),
        0xDC00..=0xDFFF => Some(Surrogate::Low),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::replace_lone;

    #[test]
    fn only_lone_surrogates_change() {
        for (text, replaced) in [
            (r"plain", r"plain"),
            (r"\n \u00e9 \ud83d\ude00", r"\n \u00e9 \ud83d\ude00"),
            (r"\ud83d", r"\ufffd"),
            (r"\uDE00 \uD83Dx", r"\ufffd \ufffdx"),
            (r"\ud83d\ud83d\ude00", r"\ufffd\ud83d\ude00"),
            (r"\\ud83d \\\ud83d", r"\\ud83d \\\ufffd"),
            (r"\ud83", r"\ud83"),
            (r"\", r"\"),
            ("é\\ud83dé", "é\\ufffdé"),
        ] {
            assert_eq!(replace_lone(text), replaced, "{text}");
        }
    }
}
