//! The output of `convert`.

use std::io::{self, Write};

use media_collection::edge::MAX_BODY_BYTES;
use media_collection_cli::input::{Problem, counted};
use serde::Serialize;
use serde_json::value::RawValue;

use super::converted::{Converted, Form, Loss, Sent};
use crate::output::{grouped, listed, violations};

#[derive(Serialize)]
struct Line<'a> {
    endpoint: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    session: Option<&'a str>,
    body: &'a RawValue,
}

impl<'a> Line<'a> {
    fn of(sent: &'a Sent) -> Self {
        let Sent { endpoint, session, body } = sent;
        Self { endpoint, session: session.as_deref(), body }
    }
}

/// A session as JSON.
#[derive(Serialize)]
struct Told<'a> {
    file: &'a str,
    session: Option<&'a str>,
    api: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    requests: Option<Vec<Line<'a>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    events: Option<&'a [Box<RawValue>]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    parts: Option<Divided>,
    lost: Vec<Gone<'a>>,
    errors: Vec<Wrong<'a>>,
}

#[derive(Serialize)]
struct Divided {
    sessions: usize,
    reason: String,
}

#[derive(Serialize)]
struct Gone<'a> {
    event: usize,
    pointer: &'a str,
    reason: &'a str,
    is_setting: bool,
}

#[derive(Serialize)]
struct Wrong<'a> {
    event: Option<usize>,
    pointer: &'a str,
    keyword: &'a str,
    message: &'a str,
}

impl<'a> Told<'a> {
    fn of(one: &'a Converted, with_form: bool) -> Self {
        let (requests, events) = match &one.form {
            Form::Requests(requests) if with_form => {
                (Some(requests.iter().map(Line::of).collect()), None)
            }
            Form::Events(events) if with_form => (None, Some(&events[..])),
            _ => (None, None),
        };
        let gone = |lost: &'a Loss| {
            let Loss { event, pointer, reason, is_setting, .. } = lost;
            Gone { event: *event, pointer, reason, is_setting: *is_setting }
        };
        let wrong = |problem: &'a Problem| Wrong {
            event: problem.event(),
            pointer: problem.below(),
            keyword: problem.keyword,
            message: &problem.message,
        };
        let reason = one.reason.iter().map(|reason| Wrong {
            event: None,
            pointer: "",
            keyword: Problem::FILE,
            message: reason,
        });
        Self {
            file: &one.file,
            session: one.id.as_deref(),
            api: one.api.as_str(),
            requests,
            events,
            parts: one
                .parts
                .as_ref()
                .map(|parts| Divided { sessions: parts.sessions, reason: parts.reason() }),
            lost: one.lost.iter().map(gone).collect(),
            errors: one.problems.iter().chain(&one.errors).map(wrong).chain(reason).collect(),
        }
    }
}

pub fn json(out: &mut dyn Write, all: &[Converted], with_form: bool) -> io::Result<()> {
    let all: Vec<_> = all.iter().map(|one| Told::of(one, with_form)).collect();
    serde_json::to_writer_pretty(&mut *out, &all)?;
    writeln!(out)
}

/// A line for each request, or for each session or event.
pub fn lines(out: &mut dyn Write, all: &[Converted], for_each_event: bool) -> io::Result<()> {
    for one in all {
        match &one.form {
            Form::None => {}
            Form::Requests(requests) => {
                for sent in requests {
                    line(out, &Line::of(sent))?;
                }
            }
            Form::Events(events) if for_each_event => {
                events.iter().try_for_each(|event| line(out, event))?;
            }
            Form::Events(events) => line(out, events)?,
        }
    }
    Ok(())
}

fn line(out: &mut dyn Write, value: &impl Serialize) -> io::Result<()> {
    serde_json::to_writer(&mut *out, value)?;
    writeln!(out)
}

/// A body with nothing but its items.
#[derive(serde::Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct Plain<'a> {
    #[serde(borrow)]
    events: Vec<&'a RawValue>,
}

const AROUND: usize = "{\"events\":[]}".len();

/// Bodies for the endpoint `downloaded`, with as many sessions as fit into each.
pub fn bodies(out: &mut dyn Write, all: &[Converted]) -> io::Result<()> {
    let limit = MAX_BODY_BYTES;
    let mut body = Plain { events: Vec::new() };
    let mut size = AROUND;
    for one in all {
        let Form::Requests(requests) = &one.form else { continue };
        for Sent { body: text, .. } in requests {
            let text = text.get();
            // A body with something around its items stands alone.
            let items = serde_json::from_str::<Plain<'_>>(text).map(|body| body.events);
            let items = items.unwrap_or_default();
            let more: usize = items.iter().map(|item| item.get().len() + 1).sum();
            if !body.events.is_empty() && (items.is_empty() || size + more > limit) {
                line(out, &body)?;
                (body.events, size) = (Vec::new(), AROUND);
            }
            if items.is_empty() {
                writeln!(out, "{text}")?;
            }
            body.events.extend(items);
            size += more;
        }
    }
    if body.events.is_empty() { Ok(()) } else { line(out, &body) }
}

/// What is lost and what is wrong, as text.
pub fn told(out: &mut dyn Write, all: &[Converted], with_lost: bool) -> io::Result<()> {
    for one in all {
        let lost: &[Loss] = if with_lost { &one.lost } else { &[] };
        let parts = one.parts.as_ref().filter(|_| with_lost);
        let outcome = match (&one.form, &one.reason) {
            (Form::None, Some(reason)) => format!("not converted: {reason}"),
            (Form::None, None) => "not converted".to_owned(),
            _ if lost.is_empty() && one.problems.is_empty() && parts.is_none() => continue,
            _ => {
                let settings = one.lost.iter().filter(|loss| loss.is_setting).count();
                let (lost, settings) = (one.lost.len() - settings, counted(settings, "setting"));
                format!("converted; {} lost, {settings} left out", counted(lost, "value"))
            }
        };
        writeln!(out, "{}: {outcome}", one.name())?;
        violations(out, "violation", &one.problems)?;
        violations(out, "no form", &one.errors)?;
        if let Some(parts) = parts {
            let sessions = counted(parts.sessions, "session");
            writeln!(out, "  {:<12}{sessions}: {}", "parts", parts.reason())?;
        }
        for (loss, places) in grouped(lost, Loss::kind, Loss::place) {
            let what = if loss.is_setting { "setting" } else { "lost" };
            writeln!(out, "  {what:<12}{}: {}", listed(&places), loss.reason)?;
        }
    }
    Ok(())
}
