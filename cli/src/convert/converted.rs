//! A session that was converted, and what became of its values.

use media_collection::Violation;
use media_collection::edge::{Lost, MAX_BODY_BYTES, json_path};
use media_collection::error::EncodeError;
use media_collection_cli::input::{Api, Problem, Session, counted};
use serde_json::value::RawValue;

use crate::exit;

/// A session of a file.
pub struct Source {
    pub file: String,
    /// Its number in the file, from 1, if there are several.
    pub number: Option<usize>,
    pub session: Session,
}

pub struct Converted {
    pub file: String,
    pub id: Option<String>,
    number: Option<usize>,
    pub api: Api,
    pub form: Form,
    /// Set if it was too large for a request.
    pub parts: Option<Parts>,
    pub lost: Vec<Loss>,
    /// What is wrong with the values of the session.
    pub problems: Vec<Problem>,
    /// What has no form in the other API.
    pub errors: Vec<Problem>,
    /// Why it was not converted, if not for these errors.
    pub reason: Option<String>,
    is_unreadable: bool,
}

/// What a session was converted into.
pub enum Form {
    /// It has none, or is not whole.
    None,
    Requests(Vec<Sent>),
    /// The JSON of the events.
    Events(Vec<Box<RawValue>>),
}

/// A request of Media Edge.
pub struct Sent {
    pub endpoint: String,
    /// The id of the session, which of a start is not in the body.
    pub session: Option<String>,
    pub body: Box<RawValue>,
}

/// The sessions that one became because it was too large for a request.
pub struct Parts {
    pub sessions: usize,
    /// What its own body had.
    pub bytes: usize,
}

impl Parts {
    pub fn reason(&self) -> String {
        let bytes = self.bytes;
        format!(
            "the body would have {bytes} bytes, and Media Edge takes up to {MAX_BODY_BYTES}; each session but \
             the last is ended as if the viewer had left, and the next begins there with media.resume"
        )
    }
}

/// A value that is lost.
pub struct Loss {
    /// The place of the event.
    pub event: usize,
    /// JSON Pointer into the event; of Media Edge, into the body of its request.
    pub pointer: String,
    /// Of Media Edge, the same as a JSONPath.
    path: Option<String>,
    pub reason: &'static str,
    pub is_setting: bool,
}

impl Loss {
    /// A value of an event.
    pub fn of_event(event: usize, lost: Lost) -> Self {
        let Lost { pointer, reason, is_setting, .. } = lost;
        Self { event, pointer, path: None, reason, is_setting }
    }

    /// A value of a request of Media Edge.
    pub fn of_request(event: usize, lost: Lost) -> Self {
        let path = Some(json_path(&lost.pointer));
        Self { path, ..Self::of_event(event, lost) }
    }

    /// What it has in common with equal losses: all settings are one, and all items of a list.
    pub fn kind(&self) -> (String, &'static str) {
        if self.is_setting {
            return (String::new(), self.reason);
        }
        let is_index = |step: &str| !step.is_empty() && step.bytes().all(|b| b.is_ascii_digit());
        let steps = self.pointer.split('/').map(|step| if is_index(step) { "*" } else { step });
        (steps.collect::<Vec<_>>().join("/"), self.reason)
    }

    /// Where it is, as it is printed.
    pub fn place(&self) -> String {
        match &self.path {
            Some(path) => format!("/{} {path}", self.event),
            None => format!("/{}{}", self.event, self.pointer),
        }
    }
}

fn named(file: &str, id: Option<&str>, number: Option<usize>) -> String {
    match (id, number) {
        (Some(id), _) => format!("{file} [{id}]"),
        (None, Some(number)) => format!("{file} [session {number}]"),
        (None, None) => file.to_owned(),
    }
}

impl Source {
    /// The file, and which of its sessions it is.
    pub fn name(&self) -> String {
        named(&self.file, self.session.id.as_deref(), self.number)
    }
}

impl Converted {
    /// A session of which nothing is converted yet.
    pub fn new(source: &mut Source) -> Self {
        let Source { file, number, session } = source;
        Self {
            file: file.clone(),
            id: session.id.clone(),
            number: *number,
            api: session.api,
            form: Form::None,
            parts: None,
            lost: Vec::new(),
            problems: std::mem::take(&mut session.problems),
            errors: Vec::new(),
            reason: None,
            is_unreadable: session.is_unreadable,
        }
    }

    /// Whether the session can be converted. If not, why not is told.
    pub fn is_whole(&mut self, session: &Session) -> bool {
        if session.is_whole() && !session.events.is_empty() {
            return true;
        }
        let missing = session.count - session.events.len() + session.guessed.len();
        self.reason = Some(match missing {
            0 => "there is no event".to_owned(),
            _ => format!("{} cannot be read", counted(missing, "event")),
        });
        false
    }

    /// Adds what prevents a conversion. `place` makes the pointer into the session of one into what was
    /// encoded.
    pub fn refuse(
        &mut self,
        session: &Session,
        error: &EncodeError,
        place: impl Fn(&str) -> String,
    ) {
        for Violation { pointer, keyword, message, .. } in &error.violations {
            let mut problem = Problem {
                pointer: place(pointer),
                path: None,
                keyword: keyword.as_str(),
                message: message.clone(),
            };
            let place = problem.event();
            let mut events = session.events.iter().enumerate();
            let event = events.find(|(index, _)| Some(session.place(*index)) == place);
            if let Some((_, event)) = event {
                problem.message = format!("in `{}`: {message}", event.event_name());
            }
            self.errors.push(problem);
        }
    }

    /// The file, and which of its sessions it is.
    pub fn name(&self) -> String {
        named(&self.file, self.id.as_deref(), self.number)
    }

    pub fn exit_code(&self) -> u8 {
        if self.is_unreadable {
            return exit::UNUSABLE;
        }
        let is_fine = self.problems.is_empty() && self.errors.is_empty() && self.reason.is_none();
        if is_fine { exit::FINE } else { exit::WRONG }
    }
}

/// Texts that the library has encoded are JSON.
pub fn raw(text: Vec<u8>) -> Option<Box<RawValue>> {
    String::from_utf8(text).ok().and_then(|text| RawValue::from_string(text).ok())
}
