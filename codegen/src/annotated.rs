//! Stage 6: checks the annotations against the schemas.

use std::collections::{BTreeMap, BTreeSet};

use crate::annotations::{Annotation, Annotations, Known, Section};
use crate::error::Error;
use crate::model::{Member, Model, Shape, Slot};
use crate::{naming, reserved};

/// The only object type without a field for unknown members, so that it is small and `Copy`. Its
/// unknown members are stored in the event.
pub(crate) const WITHOUT_EXTRA: &str = "PlayerTime";

/// Members of every event. The annotations may have entries for these keys as well.
const ENVELOPE: [&str; 5] = ["eventType", "playerTime", "params", "customMetadata", "qoeData"];

/// What the annotations add to the types.
#[derive(Debug, Default)]
pub(crate) struct Additions {
    /// Enums of known integers, by name.
    pub(crate) enums: BTreeMap<String, Vec<Known>>,
    /// Known strings with their key, by the name of the generated module.
    pub(crate) values: BTreeMap<String, (String, Vec<Known>)>,
}

/// Checks that every annotation fits its target and, if the annotations are the folder's own, that
/// every annotation has a target.
pub(crate) fn check(
    model: &Model,
    annotations: &Annotations,
    problems: &mut Vec<Error>,
) -> Additions {
    let mut additions = Additions::default();
    for (type_name, member) in members(model) {
        let annotation = fitting(model, annotations, type_name, member);
        let entry = Entry { annotations, model, type_name, member, annotation: &annotation };
        problems.extend(entry.managed().err());
        let checked = entry.known_integers(&mut additions.enums);
        let checked = checked.and_then(|()| entry.known_strings(&mut additions.values));
        problems.extend(checked.err());
    }
    if annotations.are_of_the_folder() {
        all_apply(model, annotations, &additions, problems);
    }
    additions
}

/// The annotation of a member. Annotations from another folder were written for other schemas: what
/// does not fit the member is left out.
pub(crate) fn fitting(
    model: &Model,
    annotations: &Annotations,
    type_name: &str,
    member: &Member,
) -> Annotation {
    let mut annotation = annotations.key(type_name, &member.key);
    if annotations.are_of_the_folder() {
        return annotation;
    }
    if member.required || reserved::TYPE_FUNCTIONS.contains(&&*naming::field(&member.key)) {
        annotation.managed = false;
    }
    let is_taken = |name: &String| model.names.contains_key(name);
    if *member.shape.base() != Shape::Integer || annotation.enum_name.as_ref().is_some_and(is_taken)
    {
        annotation.enum_name = None;
    }
    let is_text = *member.shape.base() == Shape::String;
    let is_number = matches!(member.shape.base(), Shape::Integer | Shape::Number);
    annotation.values.retain(|known| if is_text { known.value.is_string() } else { true });
    if !is_number {
        (annotation.unit, annotation.minimum, annotation.maximum) = (None, None, None);
    }
    if !is_text {
        (annotation.min_length, annotation.pattern) = (None, None);
    }
    annotation
}

fn members(model: &Model) -> impl Iterator<Item = (&str, &Member)> {
    model
        .objects
        .iter()
        .flat_map(|(name, object)| object.members.iter().map(move |member| (name.as_str(), member)))
}

/// The annotation of one member of one type.
struct Entry<'a> {
    annotations: &'a Annotations,
    model: &'a Model,
    type_name: &'a str,
    member: &'a Member,
    annotation: &'a Annotation,
}

impl Entry<'_> {
    fn refuse(&self, of: &str, problem: impl Into<String>, remedy: &str) -> Result<(), Error> {
        let entry = (self.type_name, self.member.key.as_str());
        Err(self.annotations.refuse(entry, of, problem, remedy))
    }

    fn managed(&self) -> Result<(), Error> {
        if !self.annotation.managed {
            return Ok(());
        }
        if self.member.required {
            let problem = "the key is required, so the library cannot manage it";
            return self.refuse("managed", problem, "remove managed");
        }
        let field = naming::field(&self.member.key);
        if reserved::TYPE_FUNCTIONS.contains(&field.as_str()) {
            let problem = format!("the method `{field}`, which would read the key, already exists");
            return self.refuse("managed", problem, "remove managed");
        }
        Ok(())
    }

    fn known_integers(&self, enums: &mut BTreeMap<String, Vec<Known>>) -> Result<(), Error> {
        let Annotation { enum_name: Some(name), values, .. } = self.annotation else {
            return Ok(());
        };
        if *self.member.shape.base() != Shape::Integer {
            let problem = format!("the key is not an integer, so it cannot be the enum {name}");
            return self.refuse("enumName", problem, "remove enumName");
        }
        if let Some(at) = self.model.names.get(name) {
            let problem = format!("the Rust name `{name}` is already used by {at}");
            return self.refuse("enumName", problem, "choose another name");
        }
        if reserved::is_type(name) {
            let problem = format!("the Rust name `{name}` belongs to the library");
            return self.refuse("enumName", problem, "choose another name");
        }
        if !values.iter().all(|known| known.value.is_i64() && known.name != "Other") {
            let problem = format!("not every value can be a variant of the enum {name}");
            return self.refuse("values", problem, "list integers, with names other than Other");
        }
        if enums.get(name).is_some_and(|same| same != values) {
            let problem = format!("the enum {name} has other values at another key");
            let remedy = "list the same values, or choose another name";
            return self.refuse("enumName", problem, remedy);
        }
        enums.insert(name.clone(), values.clone());
        Ok(())
    }

    fn known_strings(
        &self,
        modules: &mut BTreeMap<String, (String, Vec<Known>)>,
    ) -> Result<(), Error> {
        let (key, values) = (&self.member.key, &self.annotation.values);
        if *self.member.shape.base() != Shape::String || values.is_empty() {
            return Ok(());
        }
        if !values.iter().all(|known| known.value.is_string()) {
            let problem = "the key takes strings, and not every value here is one";
            return self.refuse("values", problem, "list strings");
        }
        let name = naming::values_module(key);
        if let Some((other, known)) = modules.get(&name)
            && (other != key || known != values)
        {
            let problem =
                format!("the module `{name}` already contains other values for `{other}`");
            let remedy = "list the same values, or only those of one key";
            return self.refuse("values", problem, remedy);
        }
        modules.insert(name, (key.clone(), values.clone()));
        Ok(())
    }
}

/// Refuses entries without a target. Otherwise a misspelled key would lose its annotation, for
/// instance that it is personal data.
fn all_apply(
    model: &Model,
    annotations: &Annotations,
    additions: &Additions,
    problems: &mut Vec<Error>,
) {
    let events = model.events.iter().map(|event| event.event_type.clone()).collect();
    let mut types: BTreeSet<String> = model.objects.keys().cloned().collect();
    types.extend(model.choices.keys().cloned());
    types.extend(additions.enums.keys().cloned());
    if model.events.iter().any(|event| event.metadata == Slot::Full) {
        types.insert("CustomMetadata".to_owned());
    }
    let mut keys: BTreeSet<String> = ENVELOPE.map(str::to_owned).into();
    keys.extend(members(model).map(|(name, member)| annotations.entry(name, &member.key)));
    for (section, known, what) in [
        (Section::Events, &events, "the folder has no schema for this event type"),
        (Section::Types, &types, "the schemas have no type of that name"),
        (
            Section::Keys,
            &keys,
            "no schema has this key, or every type that has it has an entry of \
                                its own",
        ),
    ] {
        for name in annotations.names(section) {
            if !known.contains(name) {
                let problem = format!("the entry applies to nothing: {what}");
                let remedy = "correct the name, or remove the entry";
                problems.push(annotations.refuse_entry(section, name, problem, remedy));
            }
        }
    }
}
