//! The rules about the order of ads, ad breaks and chapters, as a table.

use serde::{Deserialize, Serialize};

use super::rules::Rule;
use crate::event::EventType;

/// What was closed to make room for an event, in this order: the ad, the ad break, the chapter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Closed {
    /// The open ad was closed by `adSkip`.
    pub ad: bool,
    /// The open ad break was closed by `adBreakComplete`.
    pub ad_break: bool,
    /// The open chapter was closed by `chapterSkip`.
    pub chapter: bool,
}

impl Closed {
    /// Whether nothing had to be closed.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        !self.ad && !self.ad_break && !self.chapter
    }

    /// As a number below 8.
    #[inline]
    pub(super) const fn bits(self) -> usize {
        self.ad as usize | (self.ad_break as usize) << 1 | (self.chapter as usize) << 2
    }

    /// What is left of it without the other.
    pub(crate) const fn without(self, other: Self) -> Self {
        Self {
            ad: self.ad && !other.ad,
            ad_break: self.ad_break && !other.ad_break,
            chapter: self.chapter && !other.chapter,
        }
    }
}

/// The rules that an event breaks. There are at most two.
pub(super) type Broken = [Option<Rule>; 2];

pub(super) const NOTHING: Broken = [None, None];

/// The rules that an event of this type breaks if this is open.
#[inline]
pub(super) fn broken(event_type: EventType, open: Closed) -> Broken {
    TABLE[event_type as usize][open.bits()]
}

/// Whether it is certain that an event of this type breaks none of these rules, and no other rule
/// about order, while the session is open.
#[inline]
pub(super) fn is_certain(event_type: EventType, open: Closed) -> bool {
    CERTAIN[event_type as usize] >> open.bits() & 1 != 0
}

/// For each event type a bit for whatever is open.
static CERTAIN: [u8; EventType::ALL.len()] = {
    let mut certain = [0; EventType::ALL.len()];
    let mut at = 0;
    while at < certain.len() {
        let event_type = EventType::ALL[at];
        let mut bits = 0;
        while bits < 8 && !has_other_rules(event_type) {
            if matches!(TABLE[event_type as usize][bits], NOTHING) {
                certain[event_type as usize] |= 1 << bits;
            }
            bits += 1;
        }
        at += 1;
    }
    certain
};

/// Whether there are rules about events of this type that depend on more than what is open.
const fn has_other_rules(event_type: EventType) -> bool {
    matches!(
        event_type,
        EventType::SessionStart
            | EventType::StateStart
            | EventType::StateEnd
            | EventType::StatesUpdate
    )
}

/// For each event type, and whatever is open.
static TABLE: [[Broken; 8]; EventType::ALL.len()] = {
    let mut table = [[NOTHING; 8]; EventType::ALL.len()];
    let mut at = 0;
    while at < table.len() {
        let mut bits = 0;
        while bits < 8 {
            let open =
                Closed { ad: bits & 1 != 0, ad_break: bits & 2 != 0, chapter: bits & 4 != 0 };
            assert!(open.bits() == bits);
            table[EventType::ALL[at] as usize][bits] = rules(EventType::ALL[at], open);
            bits += 1;
        }
        at += 1;
    }
    table
};

const fn rules(event_type: EventType, open: Closed) -> Broken {
    let Closed { ad, ad_break, chapter } = open;
    match event_type {
        EventType::Play | EventType::PauseStart | EventType::BufferStart => {
            [unless(!ad_break || ad, Rule::NoPlaybackInBreak), None]
        }
        EventType::AdBreakStart => [unless(!ad_break, Rule::OneBreak), None],
        EventType::AdBreakComplete => {
            [unless(ad_break, Rule::CloseWhatIsOpen), unless(!ad, Rule::AdClosed)]
        }
        EventType::AdStart => [unless(ad_break, Rule::AdInBreak), unless(!ad, Rule::OneAd)],
        EventType::AdComplete | EventType::AdSkip => {
            [unless(ad_break, Rule::AdInBreak), unless(ad || !ad_break, Rule::CloseWhatIsOpen)]
        }
        EventType::ChapterStart => [unless(!chapter, Rule::OneChapter), None],
        EventType::ChapterComplete | EventType::ChapterSkip => {
            [unless(chapter, Rule::CloseWhatIsOpen), None]
        }
        EventType::SessionComplete | EventType::SessionEnd => {
            [unless(!ad_break, Rule::BreakClosed), unless(!chapter, Rule::ChapterClosed)]
        }
        _ => NOTHING,
    }
}

const fn unless(holds: bool, rule: Rule) -> Option<Rule> {
    if holds { None } else { Some(rule) }
}
