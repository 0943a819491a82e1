//! Player states: how often each was entered, and for how long.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::amount::Amount;
use super::options::OpenStates;
use crate::constraints::MAX_NAME_CHARACTERS;
use crate::session::MAX_STATES;

/// The standard states, as XDM spells them. Senders differ in their case.
const STANDARD: [&str; 5] =
    ["fullscreen", "mute", "closedCaptioning", "pictureInPicture", "inFocus"];

/// The name of a state in reports.
pub(super) fn canonical(name: &str) -> &str {
    let standard = STANDARD.iter().find(|standard| standard.eq_ignore_ascii_case(name));
    standard.copied().unwrap_or(name)
}

/// The path of a field for one player state.
pub(super) fn of_state(xdm: &str, name: &str) -> Cow<'static, str> {
    xdm.replace("[]", &format!("[{}]", canonical(name))).into()
}

/// A player state of the session.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct State {
    pub(super) name: String,
    pub(super) count: Amount,
    /// Of what has ended.
    pub(super) time: Amount,
    /// When it began and with which event, if it is active.
    since: Option<(i64, usize)>,
}

impl State {
    /// Its whole time, if the session closes now.
    pub(super) fn time(
        &self,
        open: OpenStates,
        (last, last_event): (i64, usize),
        close: i64,
    ) -> Amount {
        let mut time = self.time;
        if let Some((since, from)) = self.since {
            let until = match open {
                OpenStates::UntilClose => close,
                OpenStates::UntilLastEvent => last,
                OpenStates::Discarded => since,
            };
            time.add(until.saturating_sub(since), from, last_event);
        }
        time
    }

    pub(super) fn is_active(&self) -> bool {
        self.since.is_some()
    }
}

/// The player states of a session, in the order in which they were first entered.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub(super) struct States(pub(super) Vec<State>);

impl States {
    /// A state starts or ends. What is active does not start again; only ten names are tracked.
    pub(super) fn change(&mut self, name: &str, starts: bool, ts: i64, event: usize) {
        let name = canonical(name);
        let known = self.0.iter().position(|state| state.name == name);
        let state = match known {
            Some(at) => &mut self.0[at],
            None if !starts || self.0.len() >= MAX_STATES => return,
            None if name.chars().count() > MAX_NAME_CHARACTERS => return,
            None => {
                let (count, time) = (Amount::default(), Amount::default());
                self.0.push(State { name: name.to_owned(), count, time, since: None });
                let last = self.0.len() - 1;
                &mut self.0[last]
            }
        };
        match (state.since, starts) {
            (None, true) => {
                state.count.count(event);
                state.since = Some((ts, event));
            }
            (Some((since, from)), false) => {
                state.time.add(ts.saturating_sub(since), from, event);
                state.since = None;
            }
            _ => {}
        }
    }
}
