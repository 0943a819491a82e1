//! Violations as Media Edge reports them.

use super::options::IncomingOptions;
use super::reason::Reason;
use crate::constraints::{Keyword, Violation, Violations};
use crate::event::Event;
use crate::json::DecodeError;
use crate::media_edge::{
    Item, Parts, downloaded_list_pointer, downloaded_pointer, is_time, item_pointer, json_path,
    session_id_pointer,
};
use crate::session::{Finding, Rule};
use crate::wire::edge::Detail;

/// The index of each item that is not valid, or `None` for the request, and why.
pub(super) type Errors = Vec<(Option<usize>, Reason)>;

/// Into what the JSONPaths lead.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Scope {
    /// The body: `$.events[0].xdm`.
    Request,
    /// The item: `$.xdm`.
    Item,
}

/// What Adobe says, and clients and their users look for.
const MISSING: &str = "Missing required field";
const NO_TIME: &str = "Field should respect ISO 8601 standard for presenting date and time with offset \
                       to UTC (e.g. 2026-01-02T03:04:05Z, 2026-01-02T03:04:05.678+02:00)";

/// The event is not valid.
pub(super) fn invalid(found: &[Violation], more: usize, scope: Scope) -> Reason {
    let details = found.iter().map(|found| detail(found, scope)).collect();
    Reason::Invalid { details, keywords: found.iter().map(|found| found.keyword).collect(), more }
}

fn detail(found: &Violation, scope: Scope) -> Detail {
    let whole = &*found.pointer;
    let pointer = match scope {
        Scope::Request => whole,
        Scope::Item => within_item(whole).map_or(whole, |(_, inside)| inside),
    };
    let reason = match found.keyword {
        Keyword::Required if found.message == ABSENT => MISSING.to_owned(),
        Keyword::Pattern if is_time(whole) => NO_TIME.to_owned(),
        _ => found.message.clone(),
    };
    Detail::new(json_path(pointer), reason)
}

/// What the reader says of a member that is missing.
const ABSENT: &str = "the member is missing";

/// The index of the item to which a pointer leads, and the pointer from there.
fn within_item(pointer: &str) -> Option<(usize, &str)> {
    let of_first = item_pointer(0);
    let rest = pointer.strip_prefix(of_first.trim_end_matches('0'))?;
    let end = rest.find('/').unwrap_or(rest.len());
    Some((rest[..end].parse().ok()?, &rest[end..]))
}

/// What is wrong around the items: for the request as a whole, and for the items that it names.
///
/// # Errors
///
/// If there is nothing to say of single events.
pub(super) fn around(error: &DecodeError) -> Result<Errors, (Reason, Option<String>)> {
    let DecodeError::Invalid(list) = error else { return Err((unreadable(error), None)) };
    match fatal(list) {
        Some(reason) => Err((reason, None)),
        None => Ok(by_item(list)),
    }
}

fn by_item(list: &Violations) -> Errors {
    let mut groups: Vec<(Option<usize>, Vec<Violation>)> = Vec::new();
    for found in list.iter() {
        let index = within_item(&found.pointer).map(|(index, _)| index);
        match groups.iter_mut().find(|(of, _)| *of == index) {
            Some((_, group)) => group.push(found.clone()),
            None => groups.push((index, vec![found.clone()])),
        }
    }
    let mut more = list.more();
    let reason = |(index, group): (Option<usize>, Vec<Violation>)| {
        (index, invalid(&group, std::mem::take(&mut more), Scope::Item))
    };
    groups.into_iter().map(reason).collect()
}

/// More events than the policy allows.
pub(super) fn fatal(list: &Violations) -> Option<Reason> {
    let of_items = item_pointer(0);
    let of_items = of_items.trim_end_matches("/0");
    let limit =
        list.iter().find(|found| found.keyword == Keyword::Limit && found.pointer == of_items)?;
    Some(Reason::TooLarge { message: limit.message.clone() })
}

/// A body that could not be read.
pub(super) fn unreadable(error: &DecodeError) -> Reason {
    let message = error.violations().iter().next().map(|found| found.message.clone());
    let message = message.unwrap_or_default();
    match error {
        DecodeError::TooLarge(_) => Reason::TooLarge { message },
        _ => Reason::NotJson { message },
    }
}

/// An event that is no start, and has no session.
pub(super) fn no_session() -> Violation {
    Violation::new(session_id_pointer(0), Keyword::Required, ABSENT)
}

/// What is wrong with the length of a session's id, in Adobe's words.
pub(super) fn length(index: usize, id: &str, options: &IncomingOptions) -> Option<Violation> {
    let characters = id.chars().count();
    let is_wrong = options.session_id_characters.is_some_and(|right| right != characters);
    let message = format!("Unexpected error. Hint: InvalidApiSidLength={characters}");
    is_wrong.then(|| Violation::new(session_id_pointer(index), Keyword::Pattern, message))
}

/// The same of all events.
pub(super) fn lengths(items: &[Item<Event>], options: &IncomingOptions) -> Vec<Violation> {
    let wrong = items.iter().enumerate();
    wrong.filter_map(|(index, item)| length(index, item.session_id.as_deref()?, options)).collect()
}

/// The same of an item that is not valid.
pub(super) fn raw_length(
    parts: &Parts<'_>,
    index: usize,
    options: &IncomingOptions,
) -> Option<Violation> {
    length(index, &parts.session_id(index)?, options)
}

pub(super) fn raw_lengths(parts: &Parts<'_>, options: &IncomingOptions) -> Vec<Violation> {
    (0..parts.len()).filter_map(|index| raw_length(parts, index, options)).collect()
}

/// What is wrong with the order of a downloaded session.
pub(super) fn of_finding(finding: &Finding) -> Violation {
    let pointer = match finding.rule {
        Rule::NotEmpty => downloaded_list_pointer(0),
        _ => downloaded_pointer(0, finding.event),
    };
    Violation::new(pointer, Keyword::Const, finding.message.to_string())
}
