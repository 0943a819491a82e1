//! Which Rust names the schemas take; two that meet in one name, or meet one of the library's,
//! are refused.

use std::collections::BTreeMap;

use crate::error::Error;
use crate::model::{Event, Member, Model, Place};
use crate::{naming, reserved};

/// Takes the names that a type called `name` brings with it.
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
        // The same place comes by once for each reference to it.
        let known = model.names.entry(item.clone()).or_insert_with(|| place.spot());
        if *known != place.spot() {
            let problem = format!("the Rust name `{item}` is also that of {known}");
            return Err(place.error(problem, remedy));
        }
    }
    Ok(())
}

/// The event's variant must differ from the other events'.
pub(crate) fn variant(model: &Model, place: &Place<'_>, event_type: &str) -> Result<String, Error> {
    let variant = naming::pascal(event_type);
    if !naming::is_type_name(&variant) || variant == "Other" {
        return Err(place.error(
            format!("the variant `{variant}` of the event belongs to the library"),
            "teach the generator another name for it",
        ));
    }
    if let Some(other) = model.events.iter().find(|other| other.variant == variant) {
        return Err(place.error(
            format!("the event and that of {} would both be the variant `{variant}`", other.at),
            "teach the generator another name for one of them",
        ));
    }
    Ok(variant)
}

/// The event's constructors must differ from the other events' and from what `Event` and
/// `Recorder` have of their own.
pub(crate) fn constructors(model: &Model, place: &Place<'_>, event: &Event) -> Result<(), Error> {
    for function in event.constructors() {
        if reserved::is_function(&function) {
            return Err(place.error(
                format!("the constructor `{function}` of the event belongs to the library"),
                "teach the generator another name for it",
            ));
        }
        let taken = |other: &&Event| other.constructors().any(|taken| taken == function);
        if let Some(other) = model.events.iter().find(taken) {
            let at = &other.at;
            return Err(place.error(
                format!("the event and that of {at} would both have the constructor `{function}`"),
                "teach the generator another name for one of them",
            ));
        }
    }
    Ok(())
}

/// Two keys that meet in one field name cannot both be kept.
pub(crate) fn fields(place: &Place<'_>, members: &[Member]) -> Result<(), Error> {
    let mut names: BTreeMap<String, &str> = BTreeMap::new();
    for member in members {
        let name = naming::field(&member.key);
        let at = place.below("properties").below(&member.key);
        // The struct has a field `extra`, its builder `maybe_extra` and `build`.
        if ["", "extra", "maybe_extra", "build"].contains(&name.as_str()) {
            return Err(at.error(
                format!("the key `{}` gives no usable field name", member.key),
                "teach the generator a name for it",
            ));
        }
        // The builder has two setters for what is optional.
        let maybe = (!member.required).then(|| format!("maybe_{name}"));
        for setter in [Some(name), maybe].into_iter().flatten() {
            if let Some(other) = names.insert(setter.clone(), &member.key) {
                return Err(at.error(
                    format!("`{other}` and `{}` would both be the field `{setter}`", member.key),
                    "teach the generator another name for one of them",
                ));
            }
        }
    }
    Ok(())
}
