//! A session that was uploaded in one request, and is sent so; to Media Edge in several if it is too large
//! for one.

use media_collection::edge::{Item, MAX_BODY_BYTES};
use media_collection::http::{Request, Response};
use media_collection::recorder::{OnlineOptions, Outcome, Uploading};
use media_collection::{Api, Collector, DownloadedSession, Event, RawSession, edge};
use serde_json::value::RawValue;

use super::event::{self, Next};
use super::request;
use super::steps::{Context, Step};
use crate::sessions::Around;

/// The requests of a session that are left.
#[derive(Debug)]
pub(super) struct Upload {
    requests: Vec<Request<Vec<u8>>>,
    uploading: Uploading,
    events: Vec<Box<RawValue>>,
}

impl Upload {
    /// Makes the requests, but for those that have arrived.
    pub(super) fn new(
        texts: &[Box<RawValue>],
        around: Option<&RawValue>,
        arrived: usize,
        context: &mut Context<'_>,
    ) -> Result<Self, String> {
        let around = event::around(around)?;
        let to = &context.forward.to;
        let mut events = Vec::with_capacity(texts.len());
        for (index, text) in texts.iter().enumerate() {
            let event = if index == 0 {
                event::event(request::with_settings(text, context.forward)?.get())
            } else {
                event::event(text.get())
            };
            let event = event?;
            let around = around.as_deref().filter(|_| index == 0);
            context.losses.told(&event, around, to.api());
            events.push(event);
        }
        let mut requests = match to.api() {
            Api::MediaEdge => to_edge(events, around.as_deref(), to)?,
            _ => {
                let request = to.upload_raw(&RawSession::from(events));
                vec![request.map_err(|error| error.to_string())?]
            }
        };
        requests.drain(..arrived.min(requests.len() - 1));
        // The next one is the last.
        requests.reverse();
        let uploading = Uploading::new(OnlineOptions::default());
        Ok(Self { requests, uploading, events: Vec::new() })
    }

    pub(super) fn with_events(mut self, events: Vec<Box<RawValue>>) -> Self {
        self.events = events;
        self
    }

    pub(super) fn into_events(self) -> Vec<Box<RawValue>> {
        self.events
    }

    pub(super) fn hurry(&mut self) {
        self.uploading.hurry();
    }

    pub(super) const fn attempts(&self) -> u32 {
        self.uploading.attempts()
    }

    pub(super) fn step(&mut self, now: i64) -> Option<Step> {
        if let Some(until) = self.uploading.due(now) {
            return Some(Step::Wait(until));
        }
        self.requests.last().cloned().map(|request| Step::Send(Box::new(request)))
    }

    /// As for an online session.
    pub(super) fn came(
        &mut self,
        response: Result<Response<Vec<u8>>, String>,
        context: &Context<'_>,
    ) -> (Option<String>, Next) {
        let Context { now, jitter, .. } = *context;
        let (outcome, problem) = match response {
            Ok(response) => (self.uploading.responded(&response, now, jitter), None),
            Err(problem) => (self.uploading.not_sent(now, jitter), Some(problem)),
        };
        match outcome {
            Outcome::Kept { due, reason } => {
                let reason = reason.map(|reason| reason.to_string());
                let problem = problem.or(reason).unwrap_or_else(|| "no response".to_owned());
                (Some(problem), Next::Wait(due))
            }
            Outcome::SetAside { reason, .. } => {
                let status = reason.as_ref().and_then(|reason| reason.status());
                let status = status.map(|status| status.as_u16());
                let reason = reason.map_or_else(|| "no response".to_owned(), |it| it.to_string());
                (None, Next::SetAside { event: None, reason, status })
            }
            _ => {
                self.requests.pop();
                self.uploading = Uploading::new(OnlineOptions::default());
                (None, if self.requests.is_empty() { Next::End } else { Next::Save })
            }
        }
    }
}

/// The requests to Media Edge.
fn to_edge(
    events: Vec<Event>,
    around: Option<&Around>,
    to: &Collector,
) -> Result<Vec<Request<Vec<u8>>>, String> {
    let whole = make(events.clone(), around, false, to);
    let parts = || {
        let session = DownloadedSession::try_from(events).ok()?;
        let parts = edge::parts(&session).ok().filter(|parts| parts.len() > 1)?;
        let parts = parts.into_iter().map(|part| make(part.into_events(), around, true, to));
        parts.collect::<Result<Vec<_>, _>>().ok()
    };
    match whole {
        Ok(request) => Ok(vec![request]),
        Err(error) => parts().ok_or(error),
    }
}

fn make(
    events: Vec<Event>,
    around: Option<&Around>,
    is_part: bool,
    to: &Collector,
) -> Result<Request<Vec<u8>>, String> {
    let Some(around) = around else {
        let request = to.upload_raw(&RawSession::from(events));
        return request.map_err(|error| error.to_string());
    };
    let item = if is_part { request::viewer(around) } else { around.item.clone() };
    let mut request = edge::Request::from(Item::new(events).with_envelope(item));
    if !is_part {
        request.envelope = around.request.clone();
    }
    let request = to.relay(&request).map_err(|error| error.to_string())?;
    debug_assert!(request.body().len() <= MAX_BODY_BYTES);
    Ok(request)
}
