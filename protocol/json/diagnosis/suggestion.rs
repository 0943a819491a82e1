//! Finds the name that was probably meant.

/// How many names may still be compared with those that could be meant.
pub(super) struct Comparisons(usize);

impl Default for Comparisons {
    /// Bounds the work for a text with very many unknown names.
    fn default() -> Self {
        Self(100)
    }
}

impl Comparisons {
    /// As [`suggestion`]; `None` once there were too many.
    pub(super) fn suggestion<'c>(
        &mut self,
        name: &str,
        candidates: impl IntoIterator<Item = &'c str>,
    ) -> Option<&'c str> {
        self.0 = self.0.checked_sub(1)?;
        suggestion(name, candidates)
    }
}

/// A longer name is not compared: the work grows with the square of its length.
const MAX_BYTES: usize = 64;

/// The candidate that is most like the name; `None` if none is alike.
///
/// Case, punctuation and the parts before the last dot count little: `playHead` is like `playhead`,
/// and `bitrate` like `media.qoe.bitrate`. Of equally likely candidates, the first is returned.
fn suggestion<'c>(name: &str, candidates: impl IntoIterator<Item = &'c str>) -> Option<&'c str> {
    if name.len() > MAX_BYTES {
        return None;
    }
    let name = Name::of(name);
    let mut best = None;
    for candidate in candidates {
        let cost = name.cost(&Name::of(candidate));
        if cost.is_some_and(|cost| best.is_none_or(|(least, _)| cost < least)) {
            best = cost.map(|cost| (cost, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

/// A name in lower case without punctuation: all of it, and what follows the last dot.
struct Name {
    whole: String,
    last: String,
}

impl Name {
    fn of(name: &str) -> Self {
        let plain = |text: &str| -> String {
            text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
        };
        let last = name.rsplit('.').next().unwrap_or(name);
        Self { whole: plain(name), last: plain(last) }
    }

    /// How unlikely it is that the other name was meant; `None` if it is too unlikely.
    fn cost(&self, other: &Self) -> Option<usize> {
        if self.last.is_empty() {
            return None;
        }
        if self.whole == other.whole {
            return Some(0);
        }
        // `bitrate`, or `media.sessionStart` as Media Edge spells it.
        if self.last == other.last || self.whole == other.last {
            return Some(1);
        }
        // `pause` for `pauseStart`; `adBreakEnd` for `adBreakComplete`.
        const MIN_STEM: usize = 4;
        let stem = self.last.strip_suffix("end").filter(|stem| !stem.is_empty());
        if (self.last.len() >= MIN_STEM && other.last.starts_with(&self.last))
            || stem.is_some_and(|stem| other.last.strip_suffix("complete") == Some(stem))
        {
            return Some(2);
        }
        // One letter in four may differ.
        let alike = |a: &str, b: &str| {
            let edits = distance(a, b);
            let longer = a.chars().count().max(b.chars().count());
            (edits * 4 <= longer).then_some(2 + edits)
        };
        alike(&self.whole, &other.whole).or_else(|| alike(&self.last, &other.last))
    }
}

/// How many letters have to be inserted, removed, replaced or swapped with the next one.
fn distance(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=b.len()).collect();
    for (i, from) in a.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, to) in b.iter().enumerate() {
            let mut least =
                (last[j] + usize::from(from != to)).min(last[j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && *from == b[j - 1] && a[i - 1] == *to {
                least = least.min(before[j - 1] + 1);
            }
            row.push(least);
        }
        before = std::mem::replace(&mut last, row);
    }
    last[b.len()]
}

#[cfg(test)]
mod tests {
    use super::{distance, suggestion};
    use crate::event::{EventType, QoeData, SessionStartParams};
    use crate::schema::{Described as _, Object};

    fn key(name: &str, object: &'static Object) -> Option<&'static str> {
        suggestion(name, object.members.iter().map(|member| member.key))
    }

    #[test]
    fn keys() {
        let params = SessionStartParams::SHAPE;
        for (name, meant) in [
            ("media.channelName", "media.channel"),
            ("media.Channel", "media.channel"),
            ("media_channel", "media.channel"),
            ("channel", "media.channel"),
            ("media.chanel", "media.channel"),
            ("media.lenght", "media.length"),
            ("media.playername", "media.playerName"),
            ("media.contenttype", "media.contentType"),
            ("contentType", "media.contentType"),
            ("analytics.trackingserver", "analytics.trackingServer"),
            ("analytics.reportsuite", "analytics.reportSuite"),
        ] {
            assert_eq!(key(name, params), Some(meant), "{name}");
        }
        for name in ["bitrate", "media.bitrate", "media.qoe.bitRate", "BITRATE", "qoe.bitrate"] {
            assert_eq!(key(name, QoeData::SHAPE), Some("media.qoe.bitrate"), "{name}");
        }
        for name in ["", ".", "x", "mood", "color", "media.", "ö", &"media.channel".repeat(9)] {
            assert_eq!(key(name, params), None, "{name}");
        }
    }

    #[test]
    fn event_types() {
        let types = || EventType::ALL.iter().map(|event_type| event_type.as_str());
        for (name, meant) in [
            ("Play", "play"),
            ("adbreakstart", "adBreakStart"),
            ("session_start", "sessionStart"),
            ("media.sessionStart", "sessionStart"),
            ("SESSION-END", "sessionEnd"),
            ("sesionStart", "sessionStart"),
            ("sessoinStart", "sessionStart"),
            ("pause", "pauseStart"),
            ("buffer", "bufferStart"),
            ("bitRateChange", "bitrateChange"),
            ("adBreakEnd", "adBreakComplete"),
            ("chapterEnd", "chapterComplete"),
            ("adEnd", "adComplete"),
            ("pings", "ping"),
        ] {
            assert_eq!(suggestion(name, types()), Some(meant), "{name}");
        }
        for name in ["applause", "x", "", "heartbeat", "end"] {
            assert_eq!(suggestion(name, types()), None, "{name}");
        }
    }

    #[test]
    fn distances() {
        for (a, b, edits) in [
            ("", "", 0),
            ("", "ab", 2),
            ("ab", "ba", 1),
            ("abc", "acd", 2),
            ("kitten", "sitting", 3),
        ] {
            assert_eq!((distance(a, b), distance(b, a)), (edits, edits), "{a} {b}");
        }
    }
}
