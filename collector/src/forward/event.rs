//! A session that is sent event by event: the library's recorder decides what is sent, this says what stands
//! around it.

use media_collection::edge::Envelope;
use media_collection::http::{Request, Response};
use media_collection::recorder::{self, NextRequest, Outcome, Outgoing, Ticket, Verbatim};
use media_collection::{Api, Event, Policy, SessionStart};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use super::request;
use super::steps::Context;
use crate::options::Limits;
use crate::sessions::Around;

/// What a session of a recorder needs next.
pub(super) enum Next {
    Send(Box<Request<Vec<u8>>>),
    /// Nothing until this moment.
    Wait(i64),
    /// What is known is to be saved.
    Save,
    /// Another line.
    Read,
    /// An event is set aside. What is to be saved is as for `End`.
    SetAside {
        event: Option<Box<RawValue>>,
        reason: String,
        status: Option<u16>,
    },
    /// Everything has arrived that was read.
    End,
    /// The session cannot be opened.
    Dead {
        start: Option<Box<RawValue>>,
        event: Option<Box<RawValue>>,
        reason: String,
        status: Option<u16>,
    },
}

/// The recorder of a session, which has at most one of its events at a time.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Online {
    recorder: Verbatim<recorder::Online>,
    /// What stood around the start in Media Edge.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    around: Option<Box<Around>>,
    /// When the other collector last took something, in milliseconds since the Unix epoch.
    #[serde(default)]
    heard: i64,
    /// The event that the recorder has.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    read: Option<Read>,
    #[serde(skip)]
    sent: Option<(Ticket, u32)>,
}

#[derive(Debug, Serialize, Deserialize)]
struct Read {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    around: Option<Box<Around>>,
}

impl Online {
    /// Takes the start of a session.
    pub(super) fn start(
        text: &RawValue,
        edge: Option<&RawValue>,
        context: &mut Context<'_>,
    ) -> Result<Self, String> {
        let around = around(edge)?;
        let text = request::with_settings(text, context.forward)?;
        let event = event(text.get())?;
        context.losses.told(&event, around.as_deref(), context.forward.to.api());
        let start = SessionStart::try_from(event).map_err(|error| error.to_string())?;
        let recorder = Verbatim::online(start);
        Ok(Self { recorder, around, heard: context.now, read: None, sent: None })
    }

    /// Takes the next event.
    pub(super) fn record(
        &mut self,
        text: &RawValue,
        edge: Option<&RawValue>,
        context: &mut Context<'_>,
    ) -> Result<(), String> {
        let around = around(edge)?;
        let event = event(text.get())?;
        context.losses.told(&event, around.as_deref(), context.forward.to.api());
        self.recorder.record(event).map_err(|error| error.to_string())?;
        self.read = Some(Read { around });
        Ok(())
    }

    /// Whether everything that was read has arrived.
    pub(super) fn is_sent(&self) -> bool {
        self.recorder.session_id().is_some() && self.read.is_none()
    }

    /// Whether that was the end of the session.
    pub(super) fn has_ended(&self) -> bool {
        self.read.is_none() && self.recorder.has_ended()
    }

    /// The id at the other collector.
    pub(super) fn upstream(&self) -> Option<&str> {
        self.recorder.session_id().map(|id| id.as_str())
    }

    pub(super) fn hurry(&mut self) {
        self.recorder.hurry();
    }

    pub(super) fn attempts(&self) -> u32 {
        self.sent.map_or(0, |(_, attempts)| attempts)
    }

    pub(super) fn next(&mut self, context: &Context<'_>) -> Next {
        // After an outage of this time the session is closed there, and what comes may be dropped without
        // a word. What the times of the events say was judged here already.
        let silence = i64::try_from(Limits::default().idle.as_millis()).unwrap_or(i64::MAX);
        self.recorder.set_renewal(context.now.saturating_sub(self.heard) >= silence);
        let outgoing = match self.recorder.next_request(context.now) {
            Ok(NextRequest::Send(outgoing)) => outgoing,
            Ok(NextRequest::Wait { until }) => return Next::Wait(until),
            Ok(NextRequest::Stopped(why)) => return self.dead(&why.to_string(), None),
            // It was withheld.
            Ok(NextRequest::Nothing) if self.read.take().is_some() => return Next::End,
            Ok(_) => return Next::Read,
            Err(error) => return self.leave_out(error.to_string()),
        };
        match self.request(&outgoing, context) {
            Ok(request) => {
                self.sent = Some((outgoing.ticket, outgoing.attempts));
                Next::Send(Box::new(request))
            }
            Err(error) => {
                let outcome = self.recorder.not_encoded(outgoing.ticket, error);
                self.after(outcome).1
            }
        }
    }

    fn request(
        &self,
        outgoing: &Outgoing,
        context: &Context<'_>,
    ) -> Result<Request<Vec<u8>>, media_collection::error::EncodeError> {
        let to = &context.forward.to;
        let Some(start) = self.around.as_deref().filter(|_| to.api() == Api::MediaEdge) else {
            return outgoing.clone().request(to);
        };
        let session = self.recorder.session_id();
        // What the recorder generates stands before the event that was read.
        let is_read = session.is_some() && self.recorder.queue().len() == 1;
        let read = self.read.as_ref().filter(|_| is_read).and_then(|read| read.around.as_deref());
        let (item, request) = match read {
            Some(around) => (around.item.clone(), around.request.clone()),
            None if session.is_none() && self.recorder.reopened() == 0 => {
                (start.item.clone(), start.request.clone())
            }
            None => (request::viewer(start), Envelope::default()),
        };
        request::event(outgoing, to, session, item, request)
    }

    /// Processes a response, or that there is none. Also says what the problem is, if the same request
    /// is to be sent again.
    pub(super) fn came(
        &mut self,
        response: Result<Response<Vec<u8>>, String>,
        context: &Context<'_>,
    ) -> (Option<String>, Next) {
        let Some((ticket, _)) = self.sent.take() else { return (None, Next::Save) };
        let Context { now, jitter, .. } = *context;
        let (outcome, problem) = match response {
            Ok(response) => (self.recorder.responded(ticket, &response, now, jitter), None),
            Err(problem) => (self.recorder.not_sent(ticket, now, jitter), Some(problem)),
        };
        if matches!(outcome, Outcome::Opened(_) | Outcome::Arrived) {
            self.heard = now;
        }
        let (reason, next) = self.after(outcome);
        (problem.or(reason), next)
    }

    fn after(&mut self, outcome: Outcome) -> (Option<String>, Next) {
        let is_empty = self.recorder.queue().len() == 0;
        let next = match outcome {
            Outcome::Kept { due, reason } => {
                let reason = reason.map_or_else(|| "no response".to_owned(), |it| it.to_string());
                return (Some(reason), Next::Wait(due));
            }
            Outcome::SetAside { event, reason } => {
                if is_empty {
                    self.read = None;
                }
                let status = reason.as_ref().and_then(|reason| reason.status());
                let status = status.map(|status| status.as_u16());
                let reason = reason.map_or_else(|| "no response".to_owned(), |it| it.to_string());
                Next::SetAside { event: event.and_then(|event| raw(&event)), reason, status }
            }
            Outcome::Stopped { why, reason } => {
                let status = reason.as_ref().and_then(|reason| reason.status());
                let status = status.map(|status| status.as_u16());
                let reason = reason.map(|reason| format!(": {reason}")).unwrap_or_default();
                self.dead(&format!("{why}{reason}"), status)
            }
            Outcome::Arrived | Outcome::Closed if is_empty => {
                self.read = None;
                Next::End
            }
            _ => Next::Save,
        };
        (None, next)
    }

    /// What comes next is not sent.
    pub(super) fn leave_out(&mut self, reason: String) -> Next {
        let Some(event) = self.recorder.set_aside() else { return self.dead(&reason, None) };
        if self.recorder.queue().len() == 0 {
            self.read = None;
        }
        Next::SetAside { event: raw(&event), reason, status: None }
    }

    fn dead(&mut self, reason: &str, status: Option<u16>) -> Next {
        let start = self.recorder.start_mut().map(|start| Event::from(start.clone()));
        let start = start.and_then(|start| raw(&start));
        let last = self.read.take().and_then(|_| self.recorder.queue().last().and_then(raw));
        Next::Dead { start, event: last, reason: reason.to_owned(), status }
    }
}

/// An event as it is stored.
fn raw(event: &Event) -> Option<Box<RawValue>> {
    RawValue::from_string(String::from_utf8(event.encode().ok()?).ok()?).ok()
}

/// Reads tolerantly, since the event was accepted before.
pub(super) fn event(text: &str) -> Result<Event, String> {
    let policy = Policy::tolerant().with_max_bytes(usize::MAX);
    Event::decode(text.as_bytes(), &policy).map_err(|error| error.to_string())
}

/// What stood around an event in Media Edge.
pub(super) fn around(edge: Option<&RawValue>) -> Result<Option<Box<Around>>, String> {
    let read = |edge: &RawValue| serde_json::from_str(edge.get()).map(Box::new);
    edge.map(read).transpose().map_err(|error| error.to_string())
}
