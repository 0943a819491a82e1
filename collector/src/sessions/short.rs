//! Texts of clients, as short as they are shown.

use std::borrow::Cow;

/// The most characters of the name of a player, an ad or a chapter.
pub(crate) const MAX_NAME: usize = 100;

/// The text, truncated to `max` characters, or where its JSON has twice as many bytes. Control characters,
/// which JSON needs six bytes for and nobody can see, become spaces.
pub(crate) fn shortened(text: &str, max: usize) -> String {
    let mut left = 2 * max;
    let mut ends = text.char_indices().enumerate().map(|(count, (at, letter))| {
        let fits = count < max && bytes(letter) <= left;
        left = left.saturating_sub(bytes(letter));
        (at, fits)
    });
    let cut = ends.find(|(_, fits)| !fits);
    let visible = |text: &str| text.replace(is_hidden, " ");
    match cut {
        None => visible(text),
        Some((at, _)) => visible(&text[..at]) + "…",
    }
}

/// The text, truncated to so many bytes of JSON.
pub(super) fn cut(text: Cow<'_, str>, mut left: usize) -> String {
    let end = text.char_indices().find(|(_, letter)| {
        let fits = bytes(*letter) <= left;
        left = left.saturating_sub(bytes(*letter));
        !fits
    });
    let text = end.map_or(&*text, |(at, _)| &text[..at]);
    text.replace(is_hidden, " ")
}

/// How many bytes the text has in JSON.
pub(super) fn json_bytes(text: &str) -> usize {
    text.chars().map(bytes).sum()
}

fn is_hidden(letter: char) -> bool {
    letter < ' ' && !matches!(letter, '\n' | '\r' | '\t')
}

fn bytes(letter: char) -> usize {
    match letter {
        '"' | '\\' | '\n' | '\r' | '\t' => 2,
        _ => letter.len_utf8(),
    }
}

#[cfg(test)]
mod tests {
    use super::{cut, json_bytes, shortened};

    #[test]
    fn texts_are_short_in_json_too() {
        assert_eq!(shortened("a title", 7), "a title");
        assert_eq!(shortened("a title", 6), "a titl…");
        assert_eq!(shortened("\u{1}\u{0}x", 9), "  x");
        let wide = "\u{1F600}".repeat(200);
        assert_eq!(shortened(&wide, 200), format!("{}…", "\u{1F600}".repeat(100)));
        assert_eq!(cut(wide.into(), 9), "\u{1F600}\u{1F600}");
        for text in ["\u{0}".repeat(500), "\"".repeat(500), "é\n".repeat(500)] {
            let json = serde_json::to_string(&shortened(&text, 100)).unwrap();
            assert!(json.len() <= 2 * 100 + 5, "{json}");
            let json = serde_json::to_string(&cut(text.as_str().into(), 100)).unwrap();
            assert!(json.len() <= 102, "{json}");
            assert_eq!(json_bytes(&cut(text.into(), 100)), json.len() - 2);
        }
    }
}
