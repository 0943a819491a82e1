//! Which values a tracker takes.

use super::input::Input;
use super::outcome::Ignored;
use super::rules::Rules;
use crate::constraints::{Check, Checker, Look, Violation};
use crate::event::{CustomMetadata, Event, EventBody, SessionStart};
use crate::schema::{Limits, keys};

/// The keys by which one ad break, ad or chapter is told from another.
const BREAK: [&str; 3] = [keys::POD_NAME, keys::POD_INDEX, keys::POD_SECOND];
const AD: [&str; 4] = [keys::AD_ID, keys::AD_NAME, keys::POD_POSITION, keys::AD_LENGTH];
const CHAPTER: [&str; 4] =
    [keys::CHAPTER_NAME, keys::CHAPTER_INDEX, keys::CHAPTER_OFFSET, keys::CHAPTER_LENGTH];

/// What must be there: the texts, and the least value of the numbers.
struct Required {
    /// Without these the back end cannot report anything.
    ids: &'static [&'static str],
    /// Names that the SDKs require as well.
    names: &'static [&'static str],
    numbers: &'static [(&'static str, f64)],
}

const OF_START: Required = Required {
    ids: &[keys::MEDIA_ID, keys::CONTENT_TYPE],
    names: &[keys::MEDIA_NAME],
    numbers: &[(keys::LENGTH, 0.0)],
};
const OF_BREAK: Required = Required {
    ids: &[],
    names: &[keys::POD_NAME],
    numbers: &[(keys::POD_INDEX, 1.0), (keys::POD_SECOND, 0.0)],
};
const OF_AD: Required = Required {
    ids: &[keys::AD_ID],
    names: &[keys::AD_NAME],
    numbers: &[(keys::POD_POSITION, 1.0), (keys::AD_LENGTH, 0.0)],
};
const OF_CHAPTER: Required = Required {
    ids: &[],
    names: &[keys::CHAPTER_NAME],
    numbers: &[
        (keys::CHAPTER_INDEX, 1.0),
        (keys::CHAPTER_OFFSET, 0.0),
        (keys::CHAPTER_LENGTH, 0.0),
    ],
};

/// The longest name of a player state.
const LONGEST_STATE: usize = 64;

pub(super) fn of_start(start: &SessionStart, rules: &Rules) -> Result<(), Ignored> {
    require(&start.params, &OF_START, rules)?;
    check(start)
}

pub(super) fn of_opened(event: &Event, rules: &Rules) -> Result<(), Ignored> {
    let required = match &event.body {
        EventBody::AdBreakStart { .. } => OF_BREAK,
        EventBody::AdStart { .. } => OF_AD,
        _ => OF_CHAPTER,
    };
    event.body.params().map_or(Ok(()), |params| require(params, &required, rules))?;
    check(event)
}

/// Whether a call can be held: a snapshot cannot keep what JSON cannot express.
pub(super) fn of_held(input: &Input) -> Result<(), Ignored> {
    match input {
        Input::SessionStart(media) => check(&media.start),
        Input::Open(event) => check(&**event),
        _ => Ok(()),
    }
}

pub(super) fn of_error(id: &str, rules: &Rules) -> Result<(), Ignored> {
    if id.is_empty() && !rules.empty_error_ids {
        return Err(Ignored::Invalid("the id of the error is empty".into()));
    }
    Ok(())
}

pub(super) fn of_state(name: &str) -> Result<(), Ignored> {
    // Its characters are those of a key of metadata.
    if name.len() > LONGEST_STATE || !CustomMetadata::is_key(name) {
        let problem = "the name of a player state has 1 to 64 letters, digits, `_` and `.`";
        return Err(Ignored::Invalid(problem.into()));
    }
    Ok(())
}

/// Checks whether a value can be sent: the SDKs take numbers that JSON cannot express.
fn check<T: Check>(value: &T) -> Result<(), Ignored> {
    match violations(value).first() {
        Some(violation) => Err(Ignored::Invalid(violation.to_string())),
        None => Ok(()),
    }
}

/// What prevents a value from being sent.
pub(super) fn violations<T: Check>(value: &T) -> Vec<Violation> {
    let mut checker = Checker::wire_only();
    value.check_into(&Limits::NONE, &mut checker);
    checker.violations()
}

/// Checks what must be there. A name may be missing, except for the SDKs.
fn require(params: &dyn Look, required: &Required, rules: &Rules) -> Result<(), Ignored> {
    // A member may be unknown to the schemas; the SDKs do not ask.
    let is_missing = |key: &&&str| match params.text_at(key) {
        Some(text) => text.is_empty(),
        None => !rules.checks_values,
    };
    let names = required.names.iter().filter(|_| !rules.checks_values);
    if let Some(key) = required.ids.iter().chain(names).find(is_missing) {
        return Err(Ignored::Invalid(format!("`{key}` is missing or empty")));
    }
    let is_less = |(key, least): &&(&str, f64)| {
        params.member(key).is_some()
            && !params.number_at(key).is_some_and(|number| number >= *least)
    };
    match required.numbers.iter().find(is_less) {
        Some((key, least)) => Err(Ignored::Invalid(format!("`{key}` is less than {least}"))),
        None => Ok(()),
    }
}

/// Whether two events open the same ad break, ad or chapter.
pub(super) fn are_same(one: &Event, other: &Event, tolerance: f64) -> bool {
    let keys: &[&str] = match &one.body {
        EventBody::AdBreakStart { .. } => &BREAK,
        EventBody::AdStart { .. } => &AD,
        _ => &CHAPTER,
    };
    let (Some(one), Some(other)) = (one.body.params(), other.body.params()) else { return true };
    keys.iter().all(|key| match (one.number_at(key), other.number_at(key)) {
        (Some(one), Some(other)) => (one - other).abs() <= tolerance,
        (None, None) => one.text_at(key) == other.text_at(key),
        _ => false,
    })
}

/// An ad break for an ad that has none; `None` if the schemas do not allow it.
pub(super) fn break_of(number: i64, playhead: f64) -> Option<Event> {
    let body = EventBody::ad_break(number, playhead)?;
    Some(Event::new(super::moment::no_time(), body))
}
