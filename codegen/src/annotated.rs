//! Stage 5: checks the annotations against the schemas.

use std::collections::{BTreeMap, BTreeSet};

use crate::annotations::{Annotation, Annotations, Known, Section};
use crate::error::{Error, below};
use crate::model::{Member, Model, Object, Shape, Slot};
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
pub(crate) fn check(model: &Model, annotations: &Annotations) -> Result<Additions, Error> {
    let mut additions = Additions::default();
    if let Some(time) = model.objects.get(WITHOUT_EXTRA) {
        stays_copy(time)?;
    }
    for (type_name, member) in members(model) {
        let annotation = annotations.key(type_name, &member.key);
        let entry = Entry { annotations, model, type_name, member, annotation: &annotation };
        entry.managed()?;
        entry.known_integers(&mut additions.enums)?;
        entry.known_strings(&mut additions.values)?;
    }
    if annotations.are_of_the_folder() {
        all_apply(model, annotations, &additions)?;
    }
    Ok(additions)
}

fn members(model: &Model) -> impl Iterator<Item = (&str, &Member)> {
    model
        .objects
        .iter()
        .flat_map(|(name, object)| object.members.iter().map(move |member| (name.as_str(), member)))
}

/// [`WITHOUT_EXTRA`] must be closed, and all its members must be `Copy`.
fn stays_copy(time: &Object) -> Result<(), Error> {
    let refuse = |pointer: String, problem: &str, remedy: &str| {
        Err(Error::new(&time.at.file, pointer, problem, remedy))
    };
    if time.open {
        return refuse(
            time.at.pointer.clone(),
            "the player time is not a closed object",
            "write `\"additionalProperties\": false`, as the published schemas do",
        );
    }
    for member in &time.members {
        if !matches!(member.shape, Shape::Integer | Shape::Number | Shape::Boolean) {
            return refuse(
                below(&below(&time.at.pointer, "properties"), &member.key),
                "a member of the player time is neither a number nor a boolean",
                "extend the generator, which makes `PlayerTime` a `Copy` type",
            );
        }
    }
    Ok(())
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
        if self.member.shape != Shape::Integer {
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
        if self.member.shape != Shape::String || values.is_empty() {
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
fn all_apply(model: &Model, annotations: &Annotations, additions: &Additions) -> Result<(), Error> {
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
                return Err(annotations.refuse_entry(section, name, problem, remedy));
            }
        }
    }
    Ok(())
}
