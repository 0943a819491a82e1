//! The thread that forwards: it knows every session that has something to send, and who waits for what.

use std::collections::{BTreeMap, HashMap};
use std::io;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, mpsc};
use std::time::{Duration, Instant};

use media_collection::http::Response;

use super::due::Due;
use super::figures::{Figures, Waiting};
use super::kept::{Kept, Progress, Rejections};
use super::lost::Losses;
use super::options::Forward;
use super::session::Session;
use super::source::Source;
use super::steps::{Came, Context, Step};
use super::stored::Stored;
use super::way::Way;
use super::workers::Job;
use crate::clock::{since_epoch, system_time};
use crate::sessions::Id;
use crate::storage::{Line, Place, received_of, session_of};

/// The most bytes of lines in memory: with more, none is read.
const MAX_BYTES: usize = 32 * 1024 * 1024;
/// So many lines are read before responses are looked at.
const MAX_LINES: usize = 2_000;
/// How long it waits for messages, for what nobody tells it.
const TICK: Duration = Duration::from_millis(500);
/// How long a stop waits for what is on its way.
const STOP: Duration = Duration::from_secs(5);
/// After an error of the disk it is tried again after this time.
const RETRY: Duration = Duration::from_secs(1);

/// What the thread is told.
pub(super) enum Message {
    /// Lines have become safe.
    Stored,
    Came {
        session: u64,
        response: Result<Response<Vec<u8>>, String>,
    },
    Stop,
}

pub(super) struct Dispatcher {
    forward: Forward,
    source: Box<dyn Source>,
    progress: Box<dyn Progress>,
    aside: Box<dyn Rejections>,
    losses: Losses,
    jobs: mpsc::Sender<Job>,
    /// Where workers send what came.
    messages: mpsc::Sender<Message>,
    /// The sessions in memory, which have something to do, by their numbers.
    sessions: HashMap<u64, Session>,
    numbers: HashMap<Id, u64>,
    last_number: u64,
    due: Due,
    /// Those that go on when they are saved.
    unsaved: Vec<u64>,
    /// Those that are saved with the next commit.
    saved: Vec<u64>,
    /// The places of the lines in memory, with when each was received, in milliseconds since the Unix epoch.
    lines: BTreeMap<Place, Option<u64>>,
    bytes: usize,
    in_flight: usize,
    reading: Reading,
    way: Way,
    figures: Arc<Figures>,
    waiting: Arc<Waiting>,
    committed: Instant,
    /// The disk has failed.
    retry: Option<Instant>,
}

/// How far the lines were read.
struct Reading {
    /// There are more.
    has_more: bool,
    /// Everything that was stored before was read.
    until: u64,
}

impl Dispatcher {
    pub(super) fn open(
        kept: Kept,
        forward: Forward,
        jobs: mpsc::Sender<Job>,
        messages: mpsc::Sender<Message>,
        figures: &Arc<Figures>,
    ) -> io::Result<Self> {
        let Kept { mut source, mut progress, rejections } = kept;
        let from = match progress.from() {
            Some(from) => from,
            None if forward.only_new => source.end()?,
            None => Place::default(),
        };
        progress.commit(from)?;
        source.seek(from);
        source.release(from);
        Ok(Self {
            forward,
            source,
            progress,
            aside: rejections,
            losses: Losses::default(),
            jobs,
            messages,
            sessions: HashMap::new(),
            numbers: HashMap::new(),
            last_number: 0,
            due: Due::default(),
            unsaved: Vec::new(),
            saved: Vec::new(),
            lines: BTreeMap::new(),
            bytes: 0,
            in_flight: 0,
            reading: Reading { has_more: true, until: 0 },
            way: Way::default(),
            figures: Arc::clone(figures),
            waiting: figures.log(),
            committed: Instant::now(),
            retry: None,
        })
    }

    /// Forwards until it is told to stop. False if it stopped since somebody else forwards.
    pub(super) fn run(mut self, messages: &mpsc::Receiver<Message>, is_told: &AtomicBool) -> bool {
        let mut stop = None;
        loop {
            let first = messages.recv_timeout(self.patience(stop.is_some()));
            if matches!(first, Err(mpsc::RecvTimeoutError::Disconnected)) {
                return true;
            }
            for message in first.into_iter().chain(messages.try_iter().take(MAX_LINES)) {
                match message {
                    Message::Stored => is_told.store(false, Ordering::Release),
                    Message::Came { session, response } => self.came(session, response),
                    Message::Stop => stop = Some(Instant::now() + STOP),
                }
            }
            if self.retry.is_none_or(|moment| Instant::now() >= moment) {
                let worked = self.turn(stop.is_some());
                if self.progress.is_lost() {
                    // What is on its way is the other one's now: it may arrive twice.
                    return stop.is_some();
                }
                self.retry = worked.err().map(|error| {
                    tracing::error!("forwarding waits: {error}");
                    Instant::now() + RETRY
                });
            }
            let since = self.lines.first_key_value().and_then(|(_, received)| *received);
            self.waiting.set(self.lines.len(), self.bytes, since, self.way.is_out());
            if stop.is_some_and(|stop| self.in_flight == 0 || Instant::now() >= stop) {
                return true;
            }
        }
    }

    /// How long nothing happens if nobody says so.
    fn patience(&self, stops: bool) -> Duration {
        if let Some(retry) = self.retry {
            return retry.saturating_duration_since(Instant::now()).min(TICK);
        }
        if stops || self.in_flight >= self.room() {
            return TICK;
        }
        if self.due.has_ready() || (self.reading.has_more && self.bytes < MAX_BYTES) {
            return Duration::ZERO;
        }
        let due = self.due.moment().map(|moment| moment.saturating_sub(now()));
        due.map_or(TICK, |due| Duration::from_millis(u64::try_from(due).unwrap_or(0)).min(TICK))
    }

    /// How many requests may be on their way.
    fn room(&self) -> usize {
        if self.way.is_out() { 1 } else { self.forward.parallel.max(1) }
    }

    fn turn(&mut self, stops: bool) -> io::Result<()> {
        self.commit()?;
        if stops {
            return Ok(());
        }
        self.read()?;
        self.send();
        // What was decided without a request is saved before it goes on.
        while !self.unsaved.is_empty() {
            self.commit()?;
            self.send();
        }
        let now = system_time();
        self.aside.tidy(now)
    }

    /// Reads lines, and gives them to their sessions.
    fn read(&mut self) -> io::Result<()> {
        let begun = system_time();
        let mut line = Vec::new();
        self.reading.has_more = true;
        for _ in 0..MAX_LINES {
            if self.bytes >= MAX_BYTES {
                // Nothing that comes can be waited for.
                self.reading.until = u64::MAX;
                return Ok(());
            }
            let Some(place) = self.source.read(&mut line)? else {
                let until = self.source.read_until(begun);
                self.reading = Reading { has_more: false, until };
                return Ok(());
            };
            if line.trim_ascii().is_empty() {
                continue;
            }
            let Some(id) = session_of(&line).map(|session| Id::from(&*session)) else {
                let Place { segment, line } = place;
                tracing::warn!("segment {segment}, line {} cannot be read", line + 1);
                continue;
            };
            let number = self.number(id)?;
            let Some(session) = self.sessions.get_mut(&number) else { continue };
            if !session.has_done(place) {
                self.bytes += session.push(Stored::new(place, &line));
                self.lines.insert(place, received_of(&line));
            }
            if !session.in_flight {
                self.due.now(number);
            }
        }
        self.reading.until = match Line::read(&line) {
            Ok(line) => line.received.saturating_sub(self.source.delay()),
            Err(_) => self.reading.until,
        };
        Ok(())
    }

    /// The number of a session, which is in memory then.
    fn number(&mut self, id: Id) -> io::Result<u64> {
        if let Some(number) = self.numbers.get(&id) {
            return Ok(*number);
        }
        let saved = match self.progress.load(&id) {
            Ok(saved) => saved,
            Err(error) if error.kind() == io::ErrorKind::InvalidData => {
                tracing::error!("{error}; the session is taken for unknown");
                None
            }
            Err(error) => return Err(error),
        };
        self.last_number += 1;
        let number = self.last_number;
        self.numbers.insert(id.clone(), number);
        self.sessions.insert(number, Session::new(id, saved));
        Ok(number)
    }

    /// Sends what is due, as far as there is room.
    fn send(&mut self) {
        let now = now();
        while self.in_flight < self.room()
            && let Some(number) = self.due.next(now)
        {
            let Some(mut session) = self.sessions.remove(&number) else { continue };
            if !session.in_flight {
                let step = session.step(&mut self.context(now));
                self.sessions.insert(number, session);
                self.follow(number, step);
            } else {
                self.sessions.insert(number, session);
            }
        }
    }

    fn context(&mut self, now: i64) -> Context<'_> {
        Context {
            now,
            jitter: jitter(),
            forward: &self.forward,
            aside: &mut *self.aside,
            losses: &mut self.losses,
            read_until: self.reading.until,
            taken: self.way.taken(),
            figures: &self.figures,
        }
    }

    fn follow(&mut self, number: u64, step: Step) {
        match step {
            Step::Send(request) => {
                self.in_flight += 1;
                // The workers live as long as this.
                let (request, to) = (*request, self.messages.clone());
                let _ = self.jobs.send(Job { session: number, request, to });
            }
            Step::Wait(until) => self.due.at(until, number),
            Step::Save => self.unsaved.push(number),
            Step::Idle => match self.sessions.get(&number) {
                Some(session) if !session.settled.is_empty() => self.unsaved.push(number),
                _ => self.drop_idle(number),
            },
        }
    }

    fn drop_idle(&mut self, number: u64) {
        if self.sessions.get(&number).is_some_and(Session::is_idle)
            && let Some(session) = self.sessions.remove(&number)
        {
            self.numbers.remove(&session.id);
        }
    }

    /// Processes what came of a request.
    fn came(&mut self, number: u64, response: Result<Response<Vec<u8>>, String>) {
        self.in_flight -= 1;
        self.figures.sent(&response);
        let Some(mut session) = self.sessions.remove(&number) else { return };
        let (came, step) = session.came(response, &mut self.context(now()));
        match came {
            Came::Answered => self.answered(),
            Came::Failed => self.way.failed(&self.forward.to, &session, self.bytes),
        }
        self.sessions.insert(number, session);
        self.follow(number, step);
    }

    fn answered(&mut self) {
        if !self.way.works(&self.forward.to) {
            return;
        }
        for session in self.sessions.values_mut() {
            session.hurry();
        }
        self.due.hurry();
    }

    /// Writes what is known of the sessions that changed. Then they go on.
    fn commit(&mut self) -> io::Result<()> {
        for number in self.unsaved.drain(..) {
            let Some(session) = self.sessions.get_mut(&number) else { continue };
            if session.is_forgotten() {
                self.progress.erase(&session.id);
            } else if let Err(error) = self.progress.save(&session.id, &session.saved) {
                tracing::error!("session {}: {error}; it may arrive twice", session.id);
            }
            let (settled, bytes) = session.take_settled();
            for place in settled {
                self.lines.remove(&place);
            }
            self.bytes -= bytes;
            self.saved.push(number);
        }
        // The place of a line that is not whole yet can be before those of others.
        let next = self.source.next_place();
        let from = self.lines.first_key_value().map_or(next, |(first, _)| next.min(*first));
        if self.saved.is_empty() && self.committed.elapsed() < RETRY {
            return Ok(());
        }
        // An event is rather twice in the file than never.
        self.aside.write()?;
        self.progress.commit(from)?;
        self.committed = Instant::now();
        self.source.release(from);
        for number in std::mem::take(&mut self.saved) {
            if self.sessions.get(&number).is_some_and(Session::is_idle) {
                self.drop_idle(number);
            } else {
                self.due.now(number);
            }
        }
        Ok(())
    }
}

/// The time in milliseconds since the Unix epoch.
fn now() -> i64 {
    i64::try_from(system_time()).unwrap_or(i64::MAX)
}

/// A number from 0 to 1 that spreads the attempts of many sessions.
fn jitter() -> f64 {
    f64::from(since_epoch().subsec_nanos() % 1_000_000) / 1_000_000.0
}
