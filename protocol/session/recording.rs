//! Events of one session, and the state that they led to.

use serde::{Deserialize, Serialize};

use super::recorder::Refused;
use super::state::{Phase, Progress, Recorded, begun};
use super::stored::stored_start;
use crate::constraints::{Check as _, Checker, Violations};
use crate::event::{Event, SessionStart};
use crate::schema::Limits;

/// Events of one session with where they have led, each at a time of its own.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Recording {
    #[serde(deserialize_with = "stored_start")]
    pub(crate) start: SessionStart,
    #[serde(with = "super::stored::events")]
    pub(crate) events: Vec<Event>,
    pub(crate) progress: Progress,
}

impl Recording {
    pub(crate) fn new(start: SessionStart) -> Self {
        let start = begun(start);
        let progress = Progress::of(&start);
        Self { start, events: Vec::new(), progress }
    }

    /// Takes the event in at the next free time.
    pub(crate) fn push(&mut self, mut event: Event) -> Recorded {
        let recorded = self.progress.mend(&mut event.player_time);
        self.progress.advance(&event);
        self.events.push(event);
        recorded
    }

    /// Closes what is open, and ends with the event, unless the session has ended already.
    pub(crate) fn end(&mut self, last: Event) {
        if self.progress.phase != Phase::Open {
            return;
        }
        for event in self.progress.closing(last.player_time) {
            self.push(event);
        }
        self.push(last);
    }
}

/// The event as given, if it could be recorded there at its time or the next free one.
pub(crate) fn recordable(progress: &Progress, mut event: Event) -> Result<Event, Refused> {
    let given = event.player_time;
    progress.mend(&mut event.player_time);
    let rule = progress.refuses(&event);
    let violations = unwritable(&event);
    event.player_time = given;
    match (rule, violations) {
        (Some(rule), _) => Err(Refused::Rule { rule, event: Box::new(event) }),
        (None, Some(violations)) => Err(Refused::NoJson { violations, event: Box::new(event) }),
        (None, None) => Ok(event),
    }
}

/// What keeps an event from having a JSON form.
fn unwritable(event: &Event) -> Option<Violations> {
    let mut checker = Checker::wire_only();
    event.check_into(&Limits::NONE, &mut checker);
    let violations = checker.violations();
    (!violations.is_empty()).then(|| Violations::new(violations, 0))
}
