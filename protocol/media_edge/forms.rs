//! Single values, as each API writes them.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use super::table::Form;
use super::tenant::Tenant;
use super::time;
use crate::constraints::Keyword;
use crate::event::CustomMetadata;

/// The prefix of event types.
pub(super) const PREFIX: &str = "media.";

/// `adSkip`, as the published contract names it by mistake; and its name.
const MISNAMED: (&str, &str) = ("adBreakSkip", "adSkip");

pub(super) const NAME: &str = "name";
pub(super) const VALUE: &str = "value";

/// What becomes of a value.
pub(super) enum Made {
    /// It says the same.
    Same(Value),
    /// It says less.
    Less(Value),
    /// It says nothing.
    Nothing,
}

/// Why a value has no form on the other side.
pub(super) type Problem = (Keyword, &'static str);

/// 2^63, the first number that does not fit into 64 bits.
const END: f64 = 9_223_372_036_854_775_808.0;

const NOT_64_BITS: Problem = (Keyword::Limit, "the number does not fit into 64 bits");

/// The value of Media Edge for one of the Media Collection API. One of another type stays as it is, and
/// is found invalid.
pub(super) fn to_edge(form: &Form, value: &Value, tenant: Tenant<'_>) -> Result<Made, Problem> {
    Ok(match (form, value) {
        (Form::Type, Value::String(name)) => Made::Same(format!("{PREFIX}{name}").into()),
        (Form::Time, Value::Number(_)) => {
            let problem = (Keyword::Limit, "the time is not in the years 0 to 9999");
            let text = value.as_i64().and_then(time::written).ok_or(problem)?;
            Made::Same(text.into())
        }
        (Form::Integer { bits }, Value::Number(_)) if !fits(value, *bits) => Made::Nothing,
        (Form::Number { down }, Value::Number(_)) => whole(value, *down)?,
        (Form::Choice { values, otherwise }, Value::String(text)) => match otherwise {
            _ if values.contains(&text.as_str()) => Made::Same(value.clone()),
            Some(otherwise) => Made::Less((*otherwise).into()),
            None => Made::Nothing,
        },
        (Form::State(states), Value::Number(_)) => {
            let index = value.as_u64().and_then(|index| usize::try_from(index).ok());
            let state = index.and_then(|index| states.get(index));
            state.map_or(Made::Nothing, |state| Made::Same((*state).into()))
        }
        (Form::Pairs, Value::Object(pairs)) => Made::Same(list(pairs, tenant)?),
        _ => Made::Same(value.clone()),
    })
}

/// A list of pairs, in the order of the keys.
fn list(pairs: &Map<String, Value>, tenant: Tenant<'_>) -> Result<Value, Problem> {
    let mut names = BTreeSet::new();
    let pair = |(key, value): (&String, &Value)| {
        let name = tenant.add(key).into_owned();
        if !names.insert(name.clone()) {
            let message = "two keys have the same name with the prefix of the tenant";
            return Err((Keyword::Duplicate, message));
        }
        let pair = [(NAME.to_owned(), name.into()), (VALUE.to_owned(), value.clone())];
        Ok(Value::Object(Map::from_iter(pair)))
    };
    pairs.iter().map(pair).collect()
}

/// Whether an integer fits into so many bits, with its sign.
fn fits(value: &Value, bits: u32) -> bool {
    let end = 1_i128 << (bits - 1);
    value.as_i64().is_some_and(|number| (-end..end).contains(&i128::from(number)))
}

/// Integers as they are; a fraction is rounded down, or to the nearest, half up.
fn whole(value: &Value, down: bool) -> Result<Made, Problem> {
    if let Some(number) = value.as_i64() {
        return Ok(Made::Same(number.into()));
    }
    let number = value.as_f64().ok_or(NOT_64_BITS)?;
    let whole = if down { number.floor() } else { (number + 0.5).floor() };
    // An event has 2^63 for the last integers of 64 bits, which its numbers cannot tell apart.
    if whole == END {
        return Ok(Made::Less(i64::MAX.into()));
    }
    let value = integer_of(whole).ok_or(NOT_64_BITS)?.into();
    Ok(if whole == number { Made::Same(value) } else { Made::Less(value) })
}

/// A whole number as an integer, if it fits.
pub(super) fn integer_of(number: f64) -> Option<i64> {
    #[allow(clippy::cast_possible_truncation, reason = "it is whole, and in the range")]
    (number.fract() == 0.0 && (-END..END).contains(&number)).then_some(number as i64)
}

/// Whether a number is whole: `10.0` is, as in the schemas.
pub(super) fn is_whole(value: &Value) -> bool {
    value.is_i64() || value.is_u64() || value.as_f64().is_some_and(|number| number.fract() == 0.0)
}

/// The value of the Media Collection API for one of Media Edge that is valid. `None`: it says nothing.
pub(super) fn to_collection(
    form: &Form,
    value: &Value,
    tenant: Tenant<'_>,
) -> Result<Option<Value>, Problem> {
    Ok(match (form, value) {
        (Form::Integer { .. } | Form::Number { .. }, _) => {
            let whole = value.as_i64().or_else(|| value.as_f64().and_then(integer_of));
            Some(whole.ok_or(NOT_64_BITS)?.into())
        }
        (Form::Type, Value::String(name)) => event_type(name).map(Value::from),
        (Form::Time, Value::String(text)) => {
            let problem = (Keyword::Limit, "the time is in UTC not in the years 0 to 9999");
            Some(time::read(text).ok_or(problem)?.into())
        }
        (Form::State(states), Value::String(state)) => {
            states.iter().position(|known| known == state).map(Value::from)
        }
        (Form::Pairs, Value::Array(items)) => {
            let pairs = items.iter().filter_map(|item| pair(item, tenant));
            let pairs = pairs.map(|(name, value)| (name.to_owned(), Value::from(value)));
            Some(Value::Object(pairs.collect()))
        }
        _ => Some(value.clone()),
    })
}

/// An item of a list of pairs that is metadata: with a name that it can have, and a value.
pub(super) fn pair<'a>(item: &'a Value, tenant: Tenant<'_>) -> Option<(&'a str, &'a str)> {
    let name = item.get(NAME)?.as_str().filter(|name| CustomMetadata::is_key(name))?;
    Some((tenant.strip(name), item.get(VALUE)?.as_str()?))
}

/// The event type without its prefix.
pub(super) fn event_type(name: &str) -> Option<&str> {
    name.strip_prefix(PREFIX).map(own_name)
}

/// The event type that a name without the prefix means.
pub(super) fn own_name(name: &str) -> &str {
    if name == MISNAMED.0 { MISNAMED.1 } else { name }
}

/// Whether an event says what was written: the value that it has here, if any, is the same one, or what
/// becomes of it.
pub(super) fn is_same(
    form: &Form,
    written: &Value,
    present: Option<&Value>,
    tenant: Tenant<'_>,
) -> bool {
    let nothing = Value::Array(Vec::new());
    match (form, present) {
        // Events have numbers with 53 bits.
        (Form::Number { .. }, Some(present)) => written.as_f64() == present.as_f64(),
        (Form::Choice { .. }, Some(present)) => match to_edge(form, written, tenant) {
            Ok(Made::Same(value) | Made::Less(value)) => value == *present,
            _ => false,
        },
        (Form::Pairs, _) | (_, Some(_)) => {
            let one = to_collection(form, written, tenant);
            let other = to_collection(form, present.unwrap_or(&nothing), tenant);
            one.is_ok() && one == other
        }
        (_, None) => true,
    }
}
