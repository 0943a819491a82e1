//! Writing `mediaCollection`.

use super::super::forms::{NAME, VALUE};
use super::super::table::{Cell, Check, Form, Holds, Part, Plan, Row, Step, holds};
use super::super::tenant::Tenant;
use super::write_frame::key;
use crate::constraints::{Inside, Look};
use crate::event::{CustomMetadata, Event};
use crate::json::fast::{Declined, EXACT, WriteFast as _, close, close_array, write_string};
use crate::schema::{Scalar, keys as collection};

/// Writes the members of an event. `session_id` is `None` in a downloaded session.
pub(super) fn write(
    event: &Event,
    plan: &Plan,
    session_id: Option<Option<&str>>,
    tenant: Tenant<'_>,
    text: &mut Vec<u8>,
) -> Result<(), Declined> {
    let name = event.event_name();
    let begin = text.len();
    let mut has_state = false;
    for part in plan.parts.all {
        // Most events have no quality.
        if event.qoe_data.is_none() && is_of_quality_only(part) {
            continue;
        }
        let before = text.len();
        text.extend_from_slice(part.written);
        let members = text.len();
        let is_said = match &part.holds {
            Holds::Playhead(cell) => {
                playhead(cell, event, text)?;
                true
            }
            Holds::SessionId => match session_id {
                None => false,
                Some(id) => {
                    write_string(id.ok_or(Declined)?, text)?;
                    true
                }
            },
            Holds::Pairs => match event.custom_metadata() {
                None => false,
                Some(pairs) => {
                    metadata(pairs, tenant, text)?;
                    true
                }
            },
            Holds::Params(cells) | Holds::Quality(cells) => {
                for cell in cells.all {
                    self::cell(cell, event, name, session_id.is_none(), text)?;
                }
                let is_said = text.len() > members || part.always;
                if is_said {
                    close(text, members);
                }
                is_said
            }
            Holds::List(cell) => {
                let is_said = list(cell, event, name, text)?;
                has_state |= is_said;
                is_said
            }
        };
        if !is_said {
            text.truncate(before);
            is_optional(part, session_id.is_none())?;
        }
    }
    if plan.needs_state && !has_state {
        return Err(Declined);
    }
    close(text, begin);
    Ok(())
}

/// Whether nothing but the quality of experience can say it.
fn is_of_quality_only(part: &Part) -> bool {
    match &part.holds {
        Holds::Quality(cells) if !part.required && !part.always => {
            cells.all.iter().all(|cell| cell.rows.len() == 1)
        }
        _ => false,
    }
}

fn is_optional(part: &Part, is_downloaded: bool) -> Result<(), Declined> {
    let is_of_open = is_downloaded && matches!(part.holds, Holds::SessionId);
    if part.required && !is_of_open { Err(Declined) } else { Ok(()) }
}

fn playhead(cell: &Cell, event: &Event, text: &mut Vec<u8>) -> Result<(), Declined> {
    let seconds = event.player_time.playhead().ok_or(Declined)?;
    match cell.read.form {
        Form::Number { down } => number(cell, seconds, down, text),
        _ => Err(Declined),
    }
}

/// Writes a number as an integer, as far as events have exact ones.
fn number(cell: &Cell, number: f64, down: bool, text: &mut Vec<u8>) -> Result<(), Declined> {
    let whole = match down {
        _ if number.fract() == 0.0 => number,
        true => number.floor(),
        false => (number + 0.5).floor(),
    };
    #[allow(clippy::cast_precision_loss, reason = "it is a power of two")]
    let is_exact = number.abs() <= EXACT as f64;
    if !is_exact {
        return Err(Declined);
    }
    #[allow(clippy::cast_possible_truncation, reason = "it is whole, and in the range")]
    integer(cell, whole as i64, text)
}

fn integer(cell: &Cell, number: i64, text: &mut Vec<u8>) -> Result<(), Declined> {
    match cell.check {
        Check::Integer { least } if number >= least => number.write_fast(text),
        _ => Err(Declined),
    }
}

/// The value that a row means, of its part of the event.
fn said<'e>(row: &Row, event: &'e Event) -> Option<&'e dyn Look> {
    let (part, key) = row.of_part()?;
    match part {
        collection::PARAMS => event.body.params()?.member(key),
        collection::QOE_DATA => (event.qoe_data.as_deref()? as &dyn Look).member(key),
        _ => None,
    }
}

/// Writes a member by the first row that says something.
fn cell(
    cell: &Cell,
    event: &Event,
    name: &str,
    is_downloaded: bool,
    text: &mut Vec<u8>,
) -> Result<(), Declined> {
    let before = text.len();
    let mut if_absent = None;
    for row in cell.rows.iter().filter(|row| cell.hold || holds(row.events, name)) {
        if is_downloaded && row.except_downloaded {
            continue;
        }
        if_absent = if_absent.or(row.if_absent);
        let Some(value) = said(row, event) else { continue };
        text.extend_from_slice(cell.written);
        if value_of(cell, row, value, text)? {
            return Ok(());
        }
        text.truncate(before);
    }
    match if_absent {
        Some(value) => {
            text.extend_from_slice(cell.written);
            write_string(value, text)
        }
        None if cell.required => Err(Declined),
        None => Ok(()),
    }
}

/// Writes a value. `false` if it says nothing.
fn value_of(
    cell: &Cell,
    row: &Row,
    value: &dyn Look,
    text: &mut Vec<u8>,
) -> Result<bool, Declined> {
    match (&row.form, value.scalar().ok_or(Declined)?) {
        (Form::Text, Scalar::Text(value)) if cell.check.allows(value) => write_string(value, text)?,
        (Form::Flag, Scalar::Boolean(flag)) => flag.write_fast(text)?,
        (Form::Integer { bits }, Scalar::Integer(value)) => {
            let end = 1_i128 << (bits - 1);
            if !(-end..end).contains(&i128::from(value)) {
                return Ok(false);
            }
            integer(cell, value, text)?;
        }
        (Form::Number { down }, Scalar::Number(value)) => number(cell, value, *down, text)?,
        (Form::Choice { values, otherwise }, Scalar::Text(value)) => {
            let value = if values.contains(&value) { Some(value) } else { *otherwise };
            let Some(value) = value else { return Ok(false) };
            write_string(value, text)?;
        }
        _ => return Err(Declined),
    }
    Ok(true)
}

/// Writes a list of objects with one member. `false` if it has no items.
fn list(cell: &Cell, event: &Event, name: &str, text: &mut Vec<u8>) -> Result<bool, Declined> {
    let begin = text.len();
    let item = |value: Option<&str>, text: &mut Vec<u8>| {
        let value = value.filter(|value| cell.check.allows(value)).ok_or(Declined)?;
        text.push(b',');
        let begin = text.len();
        text.extend_from_slice(cell.written);
        write_string(value, text)?;
        close(text, begin);
        Ok(())
    };
    for row in cell.rows.iter().filter(|row| cell.hold || holds(row.events, name)) {
        let Some(value) = said(row, event) else { continue };
        match (&row.form, row.collection) {
            (Form::Item, [_, _]) => item(value.text(), text)?,
            (Form::Text, [_, _, Step::Any, Step::Key(member)]) => {
                let mut wrong = None;
                value.each(&mut |inside, state| {
                    let is_item = matches!(inside, Inside::Index(_)) && state.is_plain();
                    let name = state.text_at(member).filter(|_| is_item);
                    wrong = wrong.take().or_else(|| item(name, text).err());
                });
                if let Some(declined) = wrong {
                    return Err(declined);
                }
            }
            _ => return Err(Declined),
        }
    }
    if text.len() == begin {
        return Ok(false);
    }
    close_array(text, begin);
    Ok(true)
}

fn metadata(
    pairs: &CustomMetadata,
    tenant: Tenant<'_>,
    text: &mut Vec<u8>,
) -> Result<(), Declined> {
    let begin = text.len();
    for (name, value) in pairs.iter() {
        let written = tenant.add(name);
        // Two names may have become one.
        if tenant.0.is_some() && tenant.strip(&written) != name {
            return Err(Declined);
        }
        text.push(b',');
        let begin = text.len();
        key(NAME, text);
        write_string(&written, text)?;
        key(VALUE, text);
        write_string(value, text)?;
        close(text, begin);
    }
    close_array(text, begin);
    Ok(())
}
