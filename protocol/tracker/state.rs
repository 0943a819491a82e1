//! What a tracker remembers of a viewing.

use serde::{Deserialize, Serialize};

use super::input::Input;
use super::media::Media;
use super::quality::Quality;
use super::rules::{PING, Reset, Rules, StateOrder};
use super::shared::Shared;
use crate::event::{Event, EventType};

/// What the viewer asked the player to do last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub(super) enum Asked {
    /// Nothing yet.
    #[default]
    Nothing,
    Play,
    Pause,
}

/// What the player does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub(super) enum Doing {
    #[default]
    Starting,
    Playing,
    Paused,
    Buffering,
    Seeking,
}

impl Doing {
    /// The event that says so.
    pub(super) const fn event_type(self) -> EventType {
        match self {
            Self::Starting => EventType::Ping,
            Self::Playing => EventType::Play,
            Self::Paused | Self::Seeking => EventType::PauseStart,
            Self::Buffering => EventType::BufferStart,
        }
    }
}

/// The quality that was sent last.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub(super) enum SentQuality {
    #[default]
    Nothing,
    Quality(Quality),
    /// That of an error, with its id.
    OfError,
}

/// When a call was made: by the clock of the timers, and with which timestamp.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
pub(super) struct At {
    pub(super) time: i64,
    pub(super) ts: i64,
}

/// A call that waits for the ad break before the content.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct Held {
    pub(super) at: At,
    pub(super) input: Input,
}

/// The playhead of a live stream, which follows the time.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub(super) struct Following {
    /// How far it is behind the live edge, in milliseconds.
    pub(super) behind: i64,
    pub(super) dvr: bool,
    /// It stands still.
    pub(super) stands: bool,
}

/// All times are in milliseconds, by the clock of the timers.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct State {
    /// `None`: nothing is being watched.
    #[serde(skip_serializing_if = "is_default")]
    pub(super) media: Option<Shared<Media>>,
    #[serde(skip_serializing_if = "is_default")]
    pub(super) asked: Asked,
    #[serde(skip_serializing_if = "is_default")]
    pub(super) buffering: bool,
    #[serde(skip_serializing_if = "is_default")]
    pub(super) seeking: bool,
    #[serde(with = "crate::session::any_number")]
    pub(super) playhead: f64,
    #[serde(skip_serializing_if = "is_default")]
    pub(super) live: Option<Following>,
    #[serde(skip_serializing_if = "is_default")]
    pub(super) ad_break: Option<Shared<Event>>,
    #[serde(skip_serializing_if = "is_default")]
    pub(super) ad: Option<Shared<Event>>,
    #[serde(skip_serializing_if = "is_default")]
    pub(super) chapter: Option<Shared<Event>>,
    /// The names of the states, and whether they are active, in the order of their first start.
    #[serde(skip_serializing_if = "is_default")]
    pub(super) states: Option<Shared<Vec<(String, bool)>>>,
    #[serde(skip_serializing_if = "is_default")]
    pub(super) quality: Option<Quality>,
    #[serde(skip_serializing_if = "is_default")]
    pub(super) sent_quality: SentQuality,
    /// What the last event said that says what the player does, and when.
    #[serde(skip_serializing_if = "is_default")]
    pub(super) reported: Doing,
    #[serde(skip_serializing_if = "is_default")]
    pub(super) reported_at: i64,
    /// The time between two pings.
    pub(super) interval: i64,
    /// Events are recorded: no limit has ended the session, and the viewer has not opted out.
    #[serde(skip_serializing_if = "is_default")]
    pub(super) tracking: bool,
    /// When the session began that a collector knows.
    #[serde(skip_serializing_if = "is_default")]
    pub(super) began_at: i64,
    /// Calls are held, since when.
    #[serde(skip_serializing_if = "is_default")]
    pub(super) holding: bool,
    #[serde(skip_serializing_if = "is_default")]
    pub(super) held_since: i64,
    #[serde(skip_serializing_if = "is_default")]
    pub(super) held: Vec<Held>,
    /// A pause has ended the session, and what ends the pause opens another one.
    #[serde(skip_serializing_if = "is_default")]
    pub(super) muted: bool,
    /// Nothing plays, since when.
    #[serde(skip_serializing_if = "is_default")]
    pub(super) idle: bool,
    #[serde(skip_serializing_if = "is_default")]
    pub(super) idle_since: i64,
    #[serde(skip_serializing_if = "is_default")]
    pub(super) content_started: bool,
    #[serde(skip_serializing_if = "is_default")]
    pub(super) content_since: Option<i64>,
    /// When the last event was recorded.
    #[serde(skip_serializing_if = "is_default")]
    pub(super) heard_at: i64,
    /// The timestamp of the last event.
    pub(super) last_ts: i64,
    /// The viewer has opted out.
    #[serde(skip_serializing_if = "is_default")]
    pub(super) opted_out: bool,
    /// A session of this viewing was opened before.
    #[serde(skip_serializing_if = "is_default")]
    pub(super) opened: bool,
    /// How many ad breaks were opened for ads without one.
    #[serde(skip_serializing_if = "is_default")]
    pub(super) automatic_breaks: i64,
    /// The open ad break is one of them.
    #[serde(skip_serializing_if = "is_default")]
    pub(super) break_is_automatic: bool,
    /// The last ad of an automatic break ended then: the break waits for another.
    #[serde(skip_serializing_if = "is_default")]
    pub(super) break_waits: Option<At>,
    /// How often the recorder had reopened the session.
    #[serde(skip_serializing_if = "is_default")]
    pub(super) reopened: u32,
}

/// Left out of a snapshot, which a store writes with every event.
fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

impl Default for State {
    fn default() -> Self {
        Self {
            media: None,
            asked: Asked::default(),
            buffering: false,
            seeking: false,
            playhead: 0.0,
            live: None,
            ad_break: None,
            ad: None,
            chapter: None,
            states: None,
            quality: None,
            sent_quality: SentQuality::default(),
            reported: Doing::default(),
            reported_at: 0,
            interval: PING,
            tracking: false,
            began_at: 0,
            holding: false,
            held_since: 0,
            held: Vec::new(),
            muted: false,
            idle: false,
            idle_since: 0,
            content_started: false,
            content_since: None,
            heard_at: 0,
            last_ts: i64::MIN,
            opted_out: false,
            opened: false,
            automatic_breaks: 0,
            break_is_automatic: false,
            break_waits: None,
            reopened: 0,
        }
    }
}

impl State {
    /// Whether neither the content nor an ad plays.
    pub(super) fn is_idle(&self) -> bool {
        self.asked != Asked::Play || self.buffering || self.seeking
    }

    pub(super) fn doing(&self) -> Doing {
        match self.asked {
            _ if self.buffering => Doing::Buffering,
            _ if self.seeking => Doing::Seeking,
            Asked::Nothing => Doing::Starting,
            Asked::Play => Doing::Playing,
            Asked::Pause => Doing::Paused,
        }
    }

    /// Whether an ad break is open, and no ad in it.
    pub(super) fn is_between_ads(&self) -> bool {
        self.ad_break.is_some() && self.ad.is_none()
    }

    /// Whether a player state is active; `None` if it never was.
    pub(super) fn state(&self, name: &str) -> Option<bool> {
        let states = self.states.as_ref()?;
        states.iter().find(|(known, _)| known == name).map(|(_, active)| *active)
    }

    pub(super) fn states(&self) -> &[(String, bool)] {
        self.states.as_ref().map_or(&[], |states| states)
    }

    /// The names of the active states, in the order in which a new session enters them.
    pub(super) fn active_states(&self, order: StateOrder) -> Vec<String> {
        let states = self.states();
        let active = states.iter().filter(|(_, active)| *active).map(|(name, _)| name.clone());
        let mut active: Vec<_> = active.collect();
        if order == StateOrder::Hashed {
            let mut buckets = 16;
            while states.len() * 4 > buckets * 3 {
                buckets *= 2;
            }
            active.sort_by_key(|name| {
                let hash = java_hash(name);
                (hash ^ (hash >> 16)) as usize & (buckets - 1)
            });
        }
        active
    }

    pub(super) fn set_state(&mut self, name: &str, active: bool) {
        let states = self.states.get_or_insert_default().make_mut();
        match states.iter_mut().find(|(known, _)| known == name) {
            Some((_, known)) => *known = active,
            None => states.push((name.to_owned(), active)),
        }
    }

    /// The session is no more: what plays, or plays next, begins another one.
    pub(super) fn lose_session(&mut self) {
        if std::mem::take(&mut self.tracking) {
            self.muted = true;
        }
    }

    /// Clears what an SDK may carry over from one viewing to the next.
    pub(super) fn reset(&mut self, when: Reset, rules: &Rules) {
        if rules.reset == when {
            (self.holding, self.held_since) = (false, 0);
            self.held.clear();
            (self.muted, self.idle, self.idle_since) = (false, false, 0);
            (self.content_started, self.content_since) = (false, None);
        }
    }
}

/// The hash of a string in Java.
fn java_hash(text: &str) -> u32 {
    text.encode_utf16()
        .fold(0, |hash: u32, unit| hash.wrapping_mul(31).wrapping_add(u32::from(unit)))
}
