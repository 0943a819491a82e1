//! The body of a request as a value: what is in it, and what is wrong with it.

use serde_json::Value;

use super::generated::REQUESTS;
use super::options::ReadOptions;
use super::table::Kind;
use super::{forms, keys, lenient, valid};
use crate::constraints::{Keyword, Violation, Violations};
use crate::event::Original;
use crate::json::{DecodeError, originals, replace_lone, unreadable};
use crate::schema::Mode;

/// A body, taken apart. Pointers lead into the whole.
pub(super) struct Body {
    /// Each item, and what it is.
    pub(super) items: Vec<(Value, Part)>,
    /// The body without its items.
    pub(super) around: Value,
    /// What is wrong outside of the items.
    pub(super) violations: Vec<Violation>,
    /// The literals of strings with lone surrogates.
    pub(super) literals: Vec<Original>,
}

/// What an item is.
pub(super) enum Part {
    /// An event or a session as the schemas have it.
    Valid,
    Invalid(Vec<Violation>),
    /// No event of this API.
    Other,
}

/// Whose path a body was sent to.
#[derive(Clone, Copy)]
pub(super) enum Path<'a> {
    /// That of an event type, or `downloaded`.
    Of(&'a str),
    /// One for everything: each item has its own event type.
    Any,
}

impl Path<'_> {
    /// What is valid for an item. `Err` is what it is otherwise.
    fn kind_of(self, item: &Value, pointer: &str) -> Result<&'static Kind, Part> {
        let name = match self {
            Self::Of(endpoint) => Some(endpoint),
            Self::Any => {
                let name = &item[keys::XDM][keys::EVENT_TYPE];
                let name = name.as_str().and_then(|name| name.strip_prefix(forms::PREFIX));
                if name.is_none() && item.is_object() {
                    return Err(Part::Other);
                }
                name.filter(|name| *name != keys::DOWNLOADED).map(forms::own_name)
            }
        };
        name.and_then(kind).and_then(valid::of_item).ok_or_else(|| {
            let pointer = format!("{pointer}/{}/{}", keys::XDM, keys::EVENT_TYPE);
            let message = "must be the name of an event, with the prefix `media.`";
            Part::Invalid(vec![Violation::new(pointer, Keyword::Enum, message)])
        })
    }
}

impl Body {
    /// Reads a text, and checks everything by the schemas.
    pub(super) fn of(
        path: Path<'_>,
        text: &str,
        options: &ReadOptions,
    ) -> Result<Self, DecodeError> {
        let (mut body, literals) = parsed(text)?;
        let endpoint = match path {
            Path::Of(endpoint) => kind(endpoint),
            Path::Any => REQUESTS.first().map(|(_, kind)| *kind),
        };
        let Some(endpoint) = endpoint else {
            let message = "Media Edge has no endpoint of this name";
            let found = vec![Violation::new("", Keyword::Enum, message)];
            return Err(DecodeError::Invalid(options.listed(found)));
        };
        lenient::complete(options, &mut body);
        let list = format!("/{}", keys::EVENTS);
        let items = match body.get_mut(keys::EVENTS) {
            Some(Value::Array(items)) => std::mem::take(items),
            _ => Vec::new(),
        };
        let is_open = options.policy.mode == Mode::Tolerant;
        let mut violations = valid::violations(endpoint, &body, is_open);
        if !items.is_empty() {
            violations.retain(|found| found.pointer != list);
        }
        let inner =
            |item: &Value| item[keys::XDM][keys::DOWNLOADED_EVENTS].as_array().map_or(1, Vec::len);
        if items.iter().map(inner).sum::<usize>() > options.policy.max_events {
            violations.push(Violation::new(list.clone(), Keyword::Limit, "too many events"));
        }
        if let Some(body) = body.as_object_mut() {
            body.remove(keys::EVENTS);
        }
        let checked = |(index, item): (usize, Value)| {
            let at = format!("{list}/{index}");
            let part = match path.kind_of(&item, &at) {
                Err(part) => part,
                Ok(kind) => match valid::violations(kind, &item, is_open) {
                    none if none.is_empty() => Part::Valid,
                    found => Part::Invalid(below(&at, found)),
                },
            };
            (item, part)
        };
        let items = items.into_iter().enumerate().map(checked).collect();
        Ok(Self { items, around: body, violations, literals })
    }
}

/// The violations of an item as those of the body.
pub(super) fn below(around: &str, found: Vec<Violation>) -> Vec<Violation> {
    let below =
        |found: Violation| Violation { pointer: format!("{around}{}", found.pointer), ..found };
    found.into_iter().map(below).collect()
}

/// What is valid in a request to an endpoint.
pub(super) fn kind(endpoint: &str) -> Option<&'static Kind> {
    REQUESTS.iter().find(|(name, _)| *name == endpoint).map(|(_, kind)| *kind)
}

/// The text, if it is within the limit and UTF-8.
pub(super) fn readable<'a>(text: &'a [u8], options: &ReadOptions) -> Result<&'a str, DecodeError> {
    let limit = options.policy.max_bytes;
    if text.len() > limit {
        let message = format!("has {} bytes; the limit is {limit}", text.len());
        return Err(DecodeError::TooLarge(one(Keyword::Limit, message)));
    }
    std::str::from_utf8(text).map_err(|error| {
        let message = format!("is not UTF-8 from byte {} on", error.valid_up_to());
        DecodeError::Unreadable(one(Keyword::Utf8, message))
    })
}

/// The value of a text, and the literals of its strings with lone surrogates.
fn parsed(text: &str) -> Result<(Value, Vec<Original>), DecodeError> {
    let readable = replace_lone(text);
    let value = serde_json::from_str(&readable).map_err(|error| {
        let (keyword, message) = unreadable(&error);
        DecodeError::Unreadable(one(keyword, message))
    })?;
    let literals = if readable == text { Vec::new() } else { originals(text, &readable) };
    Ok((value, literals))
}

fn one(keyword: Keyword, message: String) -> Violations {
    Violations::new(vec![Violation::new("", keyword, message)], 0)
}
