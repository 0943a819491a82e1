//! One session on its way: its lines, and how far it is.

mod aside;
mod forgotten;

use std::collections::VecDeque;
use std::mem;

use media_collection::http::Response;
use serde_json::value::RawValue;

use super::event::{Next, Online};
use super::saved::Saved;
use super::steps::{Came, Context, Step};
use super::stored::Stored;
use super::upload::Upload;
use crate::sessions::{Closed, Id};
use crate::storage::{Line, Place};

/// For so long an event can be stored after the `sessionEnd` that overtook it, in milliseconds, with some
/// time more for the storage.
const SETTLED: u64 = 5_500;
/// A request that failed so often is set aside, if as many others were taken meanwhile: it is not the way
/// that fails.
const MAX_ATTEMPTS: u32 = 20;

/// A session with something to send.
#[derive(Debug)]
pub(super) struct Session {
    pub(super) id: Id,
    pub(super) saved: Saved,
    lines: VecDeque<Stored>,
    upload: Option<Upload>,
    /// The lines that are not needed any more once the session is saved.
    pub(super) settled: Vec<Place>,
    /// The bytes of the lines that are settled.
    pub(super) released: usize,
    pub(super) in_flight: bool,
    /// It was forgotten, and before that it was over.
    forgotten: Option<bool>,
    /// How many requests were taken when the present one failed first.
    failing: Option<u64>,
    /// Why, the last time.
    pub(super) problem: Option<String>,
}

impl Session {
    pub(super) fn new(id: Id, saved: Option<Saved>) -> Self {
        let session = id.to_string();
        Self {
            id,
            saved: saved.unwrap_or_else(|| Saved { session, ..Saved::default() }),
            lines: VecDeque::new(),
            upload: None,
            settled: Vec::new(),
            released: 0,
            in_flight: false,
            forgotten: None,
            failing: None,
            problem: None,
        }
    }

    /// Whether this line is done.
    pub(super) fn has_done(&self, place: Place) -> bool {
        place < self.saved.next || self.saved.ahead.contains(&place)
    }

    pub(super) fn push(&mut self, stored: Stored) -> usize {
        let bytes = stored.text.len();
        let forgets = stored.forgets;
        self.lines.push_back(stored);
        if forgets || self.forgotten.is_some() {
            self.forget(forgets);
        }
        bytes
    }

    /// Whether it has nothing to do.
    pub(super) fn is_idle(&self) -> bool {
        let is_sent = self.saved.online.as_ref().is_none_or(Online::is_sent);
        self.lines.is_empty() && self.upload.is_none() && !self.in_flight && is_sent
    }

    /// What comes next, unless a request is on its way.
    pub(super) fn step(&mut self, context: &mut Context<'_>) -> Step {
        if self.forgotten.is_some() {
            return self.leave(context);
        }
        loop {
            let step = if let Some(upload) = &mut self.upload {
                upload.step(context.now)
            } else if let Some(online) = &mut self.saved.online {
                let next = online.next(context);
                self.after(next, context)
            } else {
                None
            };
            if let Some(step) = step {
                self.in_flight = matches!(step, Step::Send(_));
                return step;
            }
            match self.next_line(context) {
                Ok(Some(line)) => {
                    self.saved.at = context.millis();
                    if self.read(&line, context) {
                        return Step::Save;
                    }
                }
                Ok(None) => return Step::Idle,
                Err(until) => return Step::Wait(until),
            }
        }
    }

    /// The line that comes next. A `sessionEnd` waits for the events that it may have overtaken: if they
    /// are there, they come first; if they still can be, it says until when.
    fn next_line(&mut self, context: &Context<'_>) -> Result<Option<Stored>, i64> {
        let Some(first) = self.lines.front() else { return Ok(None) };
        let settled = first.ended.map(|received| received + SETTLED);
        let mut at = 0;
        if let Some(settled) = settled {
            let overtaken = self.lines.iter().skip(1);
            match overtaken.clone().position(|line| line.ended.is_none() && line.is_event()) {
                Some(behind) => at = behind + 1,
                None if settled > context.read_until => {
                    let until = i64::try_from(settled).unwrap_or(i64::MAX);
                    return Err(until.max(context.now + 100));
                }
                None => {}
            }
        }
        let Some(line) = self.lines.remove(at) else { return Ok(None) };
        if at == 0 {
            self.saved.next = line.place.after().max(self.saved.next);
            let next = self.saved.next;
            self.saved.ahead.retain(|place| *place >= next);
        } else {
            self.saved.ahead.push(line.place);
        }
        self.settled.push(line.place);
        self.released += line.text.len();
        Ok(Some(line))
    }

    /// Takes a line. Returns whether that is to be saved before anything else happens.
    fn read(&mut self, stored: &Stored, context: &mut Context<'_>) -> bool {
        let line = match Line::read(&stored.text) {
            Ok(line) => line,
            Err(error) => {
                let Place { segment, line } = stored.place;
                tracing::warn!("segment {segment}, line {}: {error}; not forwarded", line + 1);
                return true;
            }
        };
        if let Some(reason) = line.closed {
            return self.closed(reason);
        }
        if let Some(events) = line.events {
            return self.uploaded(stored.place, events, line.edge.as_deref(), context);
        }
        if let Some(text) = line.start {
            if self.saved.online.is_some() || self.saved.dead.is_some() {
                return true;
            }
            match Online::start(&text, line.edge.as_deref(), context) {
                Ok(online) => self.saved.online = Some(online),
                Err(reason) => self.give_up(&reason, None, Some(&text), context),
            }
            return self.saved.online.is_none();
        }
        let Some(text) = line.event else { return true };
        let is_end = stored.ended.is_some();
        if let Some(online) = &mut self.saved.online {
            match online.record(&text, line.edge.as_deref(), context) {
                Ok(()) => return false,
                Err(reason) => self.set_aside(&reason, None, Some(&text), context),
            }
        } else if !self.saved.skipped {
            let reason = match &self.saved.dead {
                Some(reason) => format!("its session was not opened: {reason}"),
                None if self.saved.done => "it came after the end of its session".to_owned(),
                None if context.forward.only_new => {
                    self.saved.skipped = true;
                    return true;
                }
                None => {
                    let reason = "the start of its session cannot be read, or is gone".to_owned();
                    self.saved.dead = Some(reason.clone());
                    reason
                }
            };
            self.set_aside(&reason, None, Some(&text), context);
        }
        self.saved.done |= is_end;
        true
    }

    /// The session is closed here: the other collector closes it by its own time limits.
    fn closed(&mut self, reason: Closed) -> bool {
        tracing::debug!("session {} is over: {reason}", self.id);
        self.finish();
        true
    }

    fn finish(&mut self) {
        self.saved.done = true;
        for place in self.saved.ahead.drain(..) {
            self.saved.next = self.saved.next.max(place.after());
        }
        (self.saved.online, self.upload, self.saved.parts) = (None, None, 0);
    }

    fn uploaded(
        &mut self,
        place: Place,
        events: Vec<Box<RawValue>>,
        edge: Option<&RawValue>,
        context: &mut Context<'_>,
    ) -> bool {
        if self.saved.done {
            return true;
        }
        match Upload::new(&events, edge, self.saved.parts, context) {
            Ok(upload) => {
                self.upload = Some(upload.with_events(events));
                // Until all parts have arrived it is read again.
                self.saved.next = place;
                self.settled.retain(|settled| *settled != place);
                false
            }
            Err(reason) => {
                self.set_aside_all(&reason, None, &events, context);
                self.finish();
                true
            }
        }
    }

    /// Carries out what the recorder or a response led to.
    fn after(&mut self, next: Next, context: &mut Context<'_>) -> Option<Step> {
        match next {
            Next::Send(request) => Some(Step::Send(request)),
            Next::Wait(until) => Some(Step::Wait(until)),
            Next::Save => Some(Step::Save),
            Next::Read => None,
            Next::SetAside { event, reason, status } => {
                self.set_aside(&reason, status, event.as_deref(), context);
                self.after(Next::End, context).or(Some(Step::Save))
            }
            Next::End => {
                let has_ended = self.saved.online.as_ref().is_some_and(Online::has_ended);
                if has_ended {
                    self.finish();
                }
                Some(Step::Save)
            }
            Next::Dead { start, event, reason, status } => {
                self.give_up(&reason, status, start.as_deref(), context);
                if let Some(event) = event {
                    self.set_aside(&reason, status, Some(&event), context);
                }
                Some(Step::Save)
            }
        }
    }

    /// Processes what came of the request: a response, or why there is none.
    pub(super) fn came(
        &mut self,
        response: Result<Response<Vec<u8>>, String>,
        context: &mut Context<'_>,
    ) -> (Came, Step) {
        self.in_flight = false;
        if self.forgotten.is_some() {
            return (Came::Answered, self.leave(context));
        }
        self.saved.at = context.millis();
        let attempts = self.attempts();
        let (problem, next) = if let Some(upload) = &mut self.upload {
            upload.came(response, context)
        } else if let Some(online) = &mut self.saved.online {
            online.came(response, context)
        } else {
            return (Came::Answered, Step::Save);
        };
        let Some(problem) = problem else {
            self.failing = None;
            return (Came::Answered, self.advance(next, context));
        };
        self.problem = Some(problem);
        let before = *self.failing.get_or_insert(context.taken);
        if attempts + 1 >= MAX_ATTEMPTS && context.taken - before >= u64::from(MAX_ATTEMPTS) {
            self.failing = None;
            let next = self.leave_out();
            return (Came::Answered, self.advance(next, context));
        }
        (Came::Failed, self.advance(next, context))
    }

    fn advance(&mut self, next: Next, context: &mut Context<'_>) -> Step {
        if self.upload.is_none() {
            return self.after(next, context).unwrap_or(Step::Save);
        }
        match next {
            Next::Wait(until) => Step::Wait(until),
            Next::SetAside { reason, status, .. } => {
                let events = self.upload.take().map(Upload::into_events).unwrap_or_default();
                self.set_aside_all(&reason, status, &events, context);
                self.finish_upload();
                Step::Save
            }
            Next::End => {
                self.finish_upload();
                Step::Save
            }
            _ => {
                self.saved.parts += 1;
                Step::Save
            }
        }
    }

    fn finish_upload(&mut self) {
        let place = self.saved.next;
        self.saved.next = place.after();
        self.settled.push(place);
        self.finish();
    }

    /// The next attempt is due now.
    pub(super) fn hurry(&mut self) {
        if let Some(upload) = &mut self.upload {
            upload.hurry();
        } else if let Some(online) = &mut self.saved.online {
            online.hurry();
        }
    }

    fn attempts(&self) -> u32 {
        let online = self.saved.online.as_ref().map(Online::attempts);
        self.upload.as_ref().map(Upload::attempts).or(online).unwrap_or_default()
    }

    /// The present request is not sent any more.
    fn leave_out(&mut self) -> Next {
        let problem = self.problem.clone().unwrap_or_default();
        let reason = format!("sent {MAX_ATTEMPTS} times without success: {problem}");
        match &mut self.saved.online {
            Some(online) if self.upload.is_none() => online.leave_out(reason),
            _ => Next::SetAside { event: None, reason, status: None },
        }
    }

    /// What was settled since the last time, when it is on the disk.
    pub(super) fn take_settled(&mut self) -> (Vec<Place>, usize) {
        (mem::take(&mut self.settled), mem::take(&mut self.released))
    }
}
