//! Refuses schemas that would use a Rust name twice, or a name of the library.

use std::collections::BTreeMap;

use crate::error::Error;
use crate::model::{Event, Member, Model, Place};
use crate::{naming, reserved};

/// Reserves the Rust names that are generated for a type called `name`.
pub(crate) fn type_name(model: &mut Model, place: &Place<'_>, name: &str) -> Result<(), Error> {
    let remedy = "give the definition or the key another name";
    if !naming::is_type_name(name) {
        let problem = format!("its Rust name would be `{name}`, which no type can have");
        return Err(place.error(problem, remedy));
    }
    if reserved::is_type(name) {
        let problem = format!("the Rust name `{name}` belongs to the library");
        return Err(place.error(problem, remedy));
    }
    for item in naming::items_of_type(name) {
        // Called again for every reference to the same definition.
        let known = model.names.entry(item.clone()).or_insert_with(|| place.spot());
        if *known != place.spot() {
            let problem = format!("the Rust name `{item}` is already used by {known}");
            return Err(place.error(problem, remedy));
        }
    }
    Ok(())
}

/// The name of the event's variant, which must be unique.
pub(crate) fn variant(model: &Model, place: &Place<'_>, event_type: &str) -> Result<String, Error> {
    let variant = naming::pascal(event_type);
    if !naming::is_type_name(&variant) || variant == "Other" {
        return Err(place.error(
            format!("the variant `{variant}` of the event belongs to the library"),
            "add a naming rule to the generator",
        ));
    }
    if let Some(other) = model.events.iter().find(|other| other.variant == variant) {
        return Err(place.error(
            format!("this event and the one at {} would both be the variant `{variant}`", other.at),
            "add a naming rule to the generator",
        ));
    }
    Ok(variant)
}

/// Checks that the names of the event's constructors are unique, also among the other functions of
/// `Event` and `Recorder`.
pub(crate) fn constructors(model: &Model, place: &Place<'_>, event: &Event) -> Result<(), Error> {
    for function in event.constructors() {
        if reserved::is_function(&function) {
            return Err(place.error(
                format!("the constructor `{function}` of the event belongs to the library"),
                "add a naming rule to the generator",
            ));
        }
        let taken = |other: &&Event| other.constructors().any(|taken| taken == function);
        if let Some(other) = model.events.iter().find(taken) {
            let at = &other.at;
            return Err(place.error(
                format!(
                    "this event and the one at {at} would both have the constructor `{function}`"
                ),
                "add a naming rule to the generator",
            ));
        }
    }
    Ok(())
}

/// Checks that the field names of an object are unique.
pub(crate) fn fields(place: &Place<'_>, members: &[Member], problems: &mut Vec<Error>) {
    let mut names: BTreeMap<String, &str> = BTreeMap::new();
    for member in members {
        let name = naming::field(&member.key);
        let at = place.below("properties").below(&member.key);
        // Names of the struct's field `extra`, and of functions of its builder.
        if ["", "extra", "maybe_extra", "build"].contains(&name.as_str()) {
            problems.push(at.error(
                format!("the key `{}` cannot be converted to a field name", member.key),
                "add a naming rule to the generator",
            ));
            continue;
        }
        // The builder has two setters for an optional member.
        let maybe = (!member.required).then(|| format!("maybe_{name}"));
        for setter in [Some(name), maybe].into_iter().flatten() {
            if let Some(other) = names.insert(setter.clone(), &member.key) {
                problems.push(at.error(
                    format!("`{other}` and `{}` would both be the field `{setter}`", member.key),
                    "add a naming rule to the generator",
                ));
                break;
            }
        }
    }
}
