//! What is found in a session while its events arrive, and what is left of that when there are too many
//! sessions: it is made again of the events when somebody looks.

use std::borrow::{Borrow, Cow};

use media_collection::lint::{Arrived, Linter, Window};
use media_collection::{Event, Policy};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de, ser};

use super::Written;
use super::event_text::EventText;
use super::found::{Counts, Found, Judged};
use super::reported::Reported;

/// The most bytes of the events in the window that a copy of a session has.
const MAX_WAITING: usize = 1024 * 1024;

/// An event that the page can show.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct ShownEvent {
    /// How many events of the session arrived before it.
    pub(crate) index: usize,
    pub(super) received: u64,
    pub(crate) event: EventText,
}

/// The events of a session and what is found in them. In a snapshot the events that have left the window stand
/// behind it.
#[derive(Debug, Serialize, Deserialize)]
pub(super) enum Details {
    Judged(Box<Judging>),
    Packed(Box<Packed>),
}

/// What judges a session event by event.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Judging {
    /// The events that left the window, in the order of the back end.
    #[serde(skip)]
    pub(super) events: Vec<ShownEvent>,
    window: Window<Waiting>,
    /// `None` once the session is finished.
    linter: Option<Linter>,
    pub(super) found: Found,
    /// How many of the findings are counted among all.
    pub(super) counted: usize,
    /// `None` if nobody looked: it can be made of the events.
    #[serde(skip)]
    pub(super) reported: Option<Box<Reported>>,
}

/// A session that nobody looks at, of very many: only what it takes to make the rest again.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Packed {
    /// Those that had left the window, then the others as they arrived; none if the log has them.
    #[serde(skip)]
    pub(super) events: Vec<ShownEvent>,
    pub(super) is_in_log: bool,
    /// What had been found before, and how many findings are counted among all.
    counts: Counts,
    pub(super) counted: usize,
}

/// An event in the window.
#[derive(Debug, Clone)]
struct Waiting {
    event: Event,
    received: u64,
    /// Its text, if it is to be shown.
    text: Option<EventText>,
}

/// An event in the window, as a snapshot has it.
#[derive(Serialize, Deserialize)]
struct SavedWaiting {
    received: u64,
    /// Whether its text is to be shown.
    shown: bool,
    event: EventText,
}

impl Serialize for Waiting {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let event = match &self.text {
            Some(text) => text.clone(),
            None => EventText::of(&self.event).map_err(ser::Error::custom)?,
        };
        let (received, shown) = (self.received, self.text.is_some());
        SavedWaiting { received, shown, event }.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Waiting {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let SavedWaiting { received, shown, event: text } = Deserialize::deserialize(deserializer)?;
        // It was accepted before, perhaps with another policy.
        let event = Event::decode(text.get().as_bytes(), &Policy::tolerant());
        let event = event.map_err(de::Error::custom)?;
        Ok(Self { event, received, text: shown.then_some(text) })
    }
}

impl Borrow<Event> for Waiting {
    fn borrow(&self) -> &Event {
        &self.event
    }
}

impl Judging {
    pub(super) fn new(is_edge: bool) -> Self {
        Self {
            events: Vec::new(),
            window: Window::new(),
            linter: Some(Linter::new()),
            found: Found::new(is_edge),
            counted: 0,
            reported: None,
        }
    }

    /// Takes an event, which is shown if it `is_kept`.
    pub(super) fn add(&mut self, now: u64, Written { event, text }: Written, is_kept: bool) {
        let waiting = Waiting { event, received: now, text: is_kept.then_some(text) };
        let Self { window, linter, found, reported, events, .. } = self;
        window.push(waiting, |arrived| {
            released(arrived, linter.as_mut(), found, reported.as_deref_mut(), events);
        });
    }

    /// No more events come.
    pub(super) fn finish(&mut self) {
        let Self { window, linter, found, reported, events, .. } = self;
        window.flush(|arrived| {
            released(arrived, linter.as_mut(), found, reported.as_deref_mut(), events);
        });
        if let Some(linter) = linter.take() {
            linter.finish(|finding| found.add(finding, None));
            if let Some(reported) = reported {
                reported.finish();
            }
        }
    }

    /// The events in the window that can be shown. One that arrives later can come before them.
    fn waiting(&self) -> Vec<ShownEvent> {
        let waiting = self.window.held().into_iter().filter_map(|arrived| {
            let Waiting { received, text, .. } = &arrived.item;
            let event = text.clone()?;
            Some(ShownEvent { index: arrived.index, received: *received, event })
        });
        waiting.collect()
    }

    /// What is found, and the report: so far, with what there would be if nothing came before the
    /// events in the window.
    fn judged(&self, is_closed: bool) -> Judged<'_> {
        let waiting = self.window.held();
        let reported = self.reported.as_deref();
        let (Some(linter), false) = (&self.linter, waiting.is_empty() && !is_closed) else {
            let (found, reported) = (Cow::Borrowed(&self.found), reported.map(Cow::Borrowed));
            return Judged { found, reported, is_settled: true };
        };
        let (mut linter, mut found) = (linter.clone(), self.found.clone());
        let mut reported = reported.cloned();
        for arrived in waiting {
            let event = Some(arrived.item.borrow());
            linter.arrived(arrived, |finding| found.add(finding, event));
            if let Some(reported) = &mut reported {
                reported.arrived(arrived);
            }
        }
        if is_closed {
            linter.finish(|finding| found.add(finding, None));
            if let Some(reported) = &mut reported {
                reported.finish();
            }
        }
        let reported = reported.map(Cow::Owned);
        Judged { found: Cow::Owned(found), reported, is_settled: false }
    }

    /// A copy with these events instead of those that have left the window. If the events in the window
    /// are very large, it has none of them: they are shown when they have left it.
    fn excerpt(&self, events: Vec<ShownEvent>) -> Self {
        let waiting = self.window.held().into_iter();
        let text =
            |arrived: &Arrived<Waiting>| arrived.item.text.as_ref().map(|text| text.get().len());
        let bytes: usize = waiting.map(|arrived| text(arrived).unwrap_or(0)).sum();
        Self {
            events,
            window: if bytes <= MAX_WAITING { self.window.clone() } else { Window::new() },
            linter: self.linter.clone(),
            found: self.found.clone(),
            counted: self.counted,
            reported: self.reported.clone(),
        }
    }
}

impl Details {
    /// The events that can be shown and have left the window.
    pub(super) fn events(&self) -> &[ShownEvent] {
        match self {
            Self::Judged(judging) => &judging.events,
            Self::Packed(packed) => &packed.events,
        }
    }

    pub(super) fn waiting(&self) -> Vec<ShownEvent> {
        match self {
            Self::Judged(judging) => judging.waiting(),
            Self::Packed(_) => Vec::new(),
        }
    }

    pub(super) fn judged(&self, is_closed: bool) -> Judged<'_> {
        match self {
            Self::Judged(judging) => judging.judged(is_closed),
            Self::Packed(packed) => Judged {
                found: Cow::Owned(Found::counted(packed.counts)),
                reported: None,
                is_settled: false,
            },
        }
    }

    pub(super) fn excerpt(&self, events: Vec<ShownEvent>) -> Self {
        match self {
            Self::Judged(judging) => Self::Judged(Box::new(judging.excerpt(events))),
            Self::Packed(packed) => Self::Packed(Box::new(Packed { events, ..**packed })),
        }
    }

    pub(super) fn judging_mut(&mut self) -> Option<&mut Judging> {
        match self {
            Self::Judged(judging) => Some(judging),
            Self::Packed(_) => None,
        }
    }

    pub(super) fn is_packed(&self) -> bool {
        matches!(self, Self::Packed(_))
    }

    /// A copy without the events that have left the window, and without the report.
    #[cfg(feature = "nats")]
    pub(super) fn frame(&self) -> Self {
        match self {
            Self::Judged(judging) => Self::Judged(Box::new(Judging {
                events: Vec::new(),
                window: judging.window.clone(),
                linter: judging.linter.clone(),
                found: judging.found.clone(),
                counted: judging.counted,
                reported: None,
            })),
            Self::Packed(packed) => {
                Self::Packed(Box::new(Packed { events: Vec::new(), ..**packed }))
            }
        }
    }

    /// The events that can be shown and have left the window.
    pub(super) fn events_mut(&mut self) -> &mut Vec<ShownEvent> {
        match self {
            Self::Judged(judging) => &mut judging.events,
            Self::Packed(packed) => &mut packed.events,
        }
    }

    /// Drops what can be made again.
    pub(super) fn pack(&mut self, is_in_log: bool) {
        let Self::Judged(judging) = self else { return };
        let (counts, counted) = (judging.found.counts(), judging.counted);
        let mut events = Vec::new();
        if !is_in_log {
            let mut waiting = judging.waiting();
            waiting.sort_by_key(|shown| shown.index);
            events.reserve_exact(judging.events.len() + waiting.len());
            events.append(&mut judging.events);
            events.extend(waiting);
        }
        *self = Self::Packed(Box::new(Packed { events, is_in_log, counts, counted }));
    }
}

/// Takes an event that left the window.
fn released(
    arrived: Arrived<Waiting>,
    linter: Option<&mut Linter>,
    found: &mut Found,
    reported: Option<&mut Reported>,
    events: &mut Vec<ShownEvent>,
) {
    if let Some(linter) = linter {
        linter.arrived(&arrived, |finding| found.add(finding, Some(&arrived.item.event)));
    }
    if let Some(reported) = reported {
        reported.arrived(&arrived);
    }
    let Waiting { received, text, .. } = arrived.item;
    if let Some(event) = text {
        if events.is_empty() {
            // Of many sessions there is one event for a while.
            events.reserve_exact(1);
        }
        events.push(ShownEvent { index: arrived.index, received, event });
    }
}
