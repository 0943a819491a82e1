//! The quality of experience, which is one type for all events.
//!
//! The schema of an event type may describe other members than the schema of another. The type then
//! has the members of all, and each event type a table of its own that says which are valid.

use crate::error::{Error, below};
use crate::model::{Model, Object, Place, Shape, Spot};
use crate::{claims, naming};

/// The name of the type.
pub(crate) const NAME: &str = "QoeData";

/// Makes the type of the members in each event type.
pub(crate) fn unite(model: &mut Model, own: Vec<(String, Object)>, problems: &mut Vec<Error>) {
    let nowhere = Spot { file: String::new(), pointer: String::new() };
    let mut all = Object { members: Vec::new(), open: false, description: None, at: nowhere };
    if let Some((_, first)) = own.first() {
        all = first.clone();
    }
    for (_, other) in own.iter().skip(1) {
        if all.open != other.open {
            problems.push(Error::new(
                &other.at.file,
                &other.at.pointer,
                format!(
                    "the quality of experience is open here, and closed at {}, or reverse",
                    all.at
                ),
                "write the same `additionalProperties` in both",
            ));
        }
        add(&mut all, other, problems);
    }
    let is_in_all = |key: &str| {
        own.iter().all(|(_, object)| object.members.iter().any(|it| it.key == key && it.required))
    };
    for member in &mut all.members {
        member.required &= is_in_all(&member.key);
    }
    if own.iter().any(|(_, object)| object.members != all.members) {
        all.members.sort_by(|one, other| {
            other.required.cmp(&one.required).then_with(|| one.key.cmp(&other.key))
        });
    }
    for (event_type, object) in own {
        let event = model.events.iter_mut().find(|event| event.event_type == event_type);
        if let Some(event) = event.filter(|_| object.members != all.members) {
            event.quality = Some(object);
        }
    }
    // The first definition, or none if no event type has any.
    let place = Place { file: &all.at.file.clone(), pointer: all.at.pointer.clone() };
    claims::fields(&place, &all.members, problems);
    if let Err(error) = claims::type_name(model, &place, NAME) {
        problems.push(error);
    }
    model.objects.insert(NAME.to_owned(), all);
}

/// Adds the members of another event type. Those that both have must have one Rust type.
fn add(all: &mut Object, other: &Object, problems: &mut Vec<Error>) {
    for member in &other.members {
        let known = all.members.iter_mut().find(|known| known.key == member.key);
        let Some(known) = known else {
            all.members.push(member.clone());
            continue;
        };
        if known.shape == member.shape {
            continue;
        }
        match common(&known.shape, &member.shape) {
            Some(shape) => known.shape = shape,
            None => problems.push(Error::new(
                &other.at.file,
                below(&below(&other.at.pointer, "properties"), &member.key),
                format!(
                    "`{}` has another type in the quality of experience at {}, and is the field \
                     `{}` in both",
                    member.key,
                    all.at,
                    naming::field(&member.key)
                ),
                "give it the same type in both, or rename one of the keys",
            )),
        }
    }
}

/// The shape of a field that holds the values of both shapes, without their rules: these stand in the
/// table of each event type.
fn common(one: &Shape, other: &Shape) -> Option<Shape> {
    match (one.plain(), other.plain()) {
        (Shape::Nullable(one), Shape::Nullable(other)) => {
            Some(Shape::Nullable(Box::new(common(one, other)?)))
        }
        (Shape::Nullable(one), other) | (other, Shape::Nullable(one)) => {
            Some(Shape::Nullable(Box::new(common(one, other)?)))
        }
        (one, other) if one == other => Some(one.clone()),
        _ => None,
    }
}
