//! Completing an interrupted recording.

use super::admission::End;
use super::downloaded::{DownloadedSession, InvalidSession};
use super::recorder::Recorder;
use super::rules::Rule;
use super::state::Phase;
use crate::constraints::Returned;
use crate::event::{Event, EventBody, SessionStart};

impl DownloadedSession {
    /// Completes an interrupted recording, as the official SDKs do when they find one: drops the
    /// events before the start and after the end, closes what is open, and adds a `sessionEnd`
    /// after the last event if there is no end. A `sessionEnd` after `sessionComplete` stays.
    ///
    /// The SDKs give the end the time of the last event. Here it is a millisecond later.
    ///
    /// # Errors
    ///
    /// When no event is a `sessionStart`. The events are handed back.
    ///
    /// ```
    /// # use media_collection::{DownloadedSession, Event, PlayerTime, SessionStart, SessionStartParams};
    /// # let params = SessionStartParams::builder().analytics_tracking_server("t.example.com")
    /// #     .analytics_report_suite("suite").visitor_marketing_cloud_org_id("ORG@AdobeOrg")
    /// #     .id("episode-42").length(60.0).content_type("vod").player_name("tv").channel("c").build();
    /// let at = |second: i64| PlayerTime::new(second as f64, 1_700_000_000_000 + second * 1_000);
    /// # let start = SessionStart::new(at(0), params);
    /// let cut_off = vec![start.into(), Event::play(at(1)), Event::ping(at(11))];
    /// let (session, repairs) = DownloadedSession::repair(cut_off)?;
    /// assert_eq!(session.events().last().map(Event::event_name), Some("sessionEnd"));
    /// assert_eq!(repairs.added.len(), 1);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn repair(
        events: Vec<Event>,
    ) -> Result<(Self, Repairs), Returned<Vec<Event>, InvalidSession>> {
        let Some(first) = events.iter().position(is_start) else {
            let rule = if events.is_empty() { Rule::NotEmpty } else { Rule::StartFirst };
            return Err(Returned::new(events, InvalidSession::of(rule)));
        };
        let mut repairs = Repairs { dropped_before: first, ..Repairs::default() };
        let mut rest = events.into_iter().skip(first);
        let Some(Ok(start)) = rest.next().map(SessionStart::try_from) else {
            unreachable!("the first of the rest is the start that was found")
        };
        let mut recorder = Recorder::downloaded(start);
        for event in until_its_end(rest, &mut repairs) {
            let at = event.player_time;
            if event.body.ends() {
                let closing = recorder.state.closing(at);
                repairs.add(&mut recorder, closing, |recorder, event| {
                    recorder.append(event);
                });
            }
            if recorder.append(event).adjusted_by != 0 {
                repairs.adjusted += 1;
            }
        }
        if recorder.state.phase == Phase::Open {
            let ending = recorder.state.ending_at(End::Abandoned, recorder.last());
            repairs.add(&mut recorder, ending, Recorder::append_timed);
        }
        Ok((recorder.into_session(), repairs))
    }
}

/// The events up to the end of the session, without further starts and unknown types.
fn until_its_end(events: impl Iterator<Item = Event>, repairs: &mut Repairs) -> Vec<Event> {
    let is_complete = |event: &Event| matches!(event.body, EventBody::SessionComplete { .. });
    let is_end = |event: &Event| matches!(event.body, EventBody::SessionEnd { .. });
    let mut session: Vec<Event> = Vec::new();
    let mut ended = false;
    for event in events {
        if ended {
            // Only a `sessionEnd` may follow `sessionComplete`.
            if session.last().is_some_and(is_complete) && is_end(&event) {
                session.push(event);
            } else {
                repairs.dropped_after += 1;
            }
        } else if is_start(&event) || matches!(event.body, EventBody::Other(_)) {
            repairs.dropped_between += 1;
        } else {
            ended = event.body.ends();
            session.push(event);
        }
    }
    session
}

fn is_start(event: &Event) -> bool {
    matches!(event.body, EventBody::SessionStart { .. })
}

/// What [`DownloadedSession::repair`] did.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Repairs {
    /// How many events before the first `sessionStart` were dropped.
    pub dropped_before: usize,
    /// How many other starts, and events of unknown types, were dropped.
    pub dropped_between: usize,
    /// How many events after the end were dropped.
    pub dropped_after: usize,
    /// How many timestamps were moved forward, to be later than the one before.
    pub adjusted: usize,
    /// The indices, in the repaired session, of the events that were added.
    pub added: Vec<usize>,
}

impl Repairs {
    /// Appends events that were not recorded.
    fn add(
        &mut self,
        recorder: &mut Recorder,
        events: Vec<Event>,
        append: fn(&mut Recorder, Event),
    ) {
        for event in events {
            self.added.push(recorder.events().len() + 1);
            append(recorder, event);
        }
    }

    /// Whether nothing had to be repaired.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}
