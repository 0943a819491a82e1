//! A session in parts, for a receiver that limits the size of one.

use super::admission::End;
use super::downloaded::DownloadedSession;
use super::reopening::reopen_before;
use super::state::{Phase, SessionState};
use crate::event::{Event, EventBody, SessionStart};

/// How many bytes are kept free for the events that end a part.
const RESERVE: usize = 1_000;

/// A part that is being filled.
struct Part {
    start: SessionStart,
    events: Vec<Event>,
    state: SessionState,
    bytes: usize,
    /// Whether it has an event of the session.
    is_begun: bool,
}

impl Part {
    fn new(start: SessionStart, state: SessionState, bytes: usize) -> Self {
        Self { start, events: Vec::new(), state, bytes, is_begun: false }
    }

    fn push(&mut self, mut event: Event, bytes: usize) {
        self.state.adjust(&mut event.player_time);
        self.state.advance(&event);
        self.bytes += bytes;
        self.events.push(event);
    }
}

impl DownloadedSession {
    /// The session in parts of at most so many bytes, which is one if it fits. Each but the last is
    /// ended as if the viewer had left, and the next begins in the same state, with `media.resume`.
    ///
    /// A part never begins with what only closes something, or with an ad: so one may have some bytes
    /// more.
    pub(crate) fn in_parts<E>(
        &self,
        limit: usize,
        size_of: impl Fn(&Event) -> Result<usize, E>,
    ) -> Result<Vec<Self>, E> {
        let size_of_start = |start: &SessionStart| size_of(&Event::from(start.clone()));
        let limit = limit.saturating_sub(RESERVE);
        let mut parts = Vec::new();
        let state = SessionState::of(self.start());
        let mut part = Part::new(self.start().clone(), state, size_of_start(self.start())?);
        for event in self.events() {
            let bytes = size_of(event)?;
            let is_full = part.bytes.saturating_add(bytes) > limit && part.is_begun;
            if is_full && part.may_end_before(event) {
                let (start, restoring) = reopen_before(&part.start, &part.state, event, true);
                let mut state = part.state.clone();
                state.last = Some(start.player_time);
                let next = Part::new(start, state, 0);
                parts.push(std::mem::replace(&mut part, next).ended());
                part.bytes = size_of_start(&part.start)?;
                for event in restoring {
                    let bytes = size_of(&event)?;
                    part.push(event, bytes);
                }
            }
            part.push(event.clone(), bytes);
            part.is_begun = true;
        }
        parts.push(Self::new(part.start, part.events));
        Ok(parts)
    }
}

impl Part {
    /// Whether the next part may begin with this event: it does not only close something, and an ad is
    /// not torn from the beginning of its break.
    fn may_end_before(&self, event: &Event) -> bool {
        let is_first_ad = self.state.open().ad_break
            && !self.state.open().ad
            && matches!(event.body, EventBody::AdStart { .. });
        self.state.phase == Phase::Open && !event.body.closes() && !is_first_ad
    }

    fn ended(mut self) -> DownloadedSession {
        let last = self.state.last.unwrap_or(self.start.player_time);
        self.events.extend(self.state.ending_at(End::Abandoned, last));
        DownloadedSession::new(self.start, self.events)
    }
}
