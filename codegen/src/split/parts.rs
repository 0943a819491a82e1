//! The parts of an event besides its type: player time, parameters, metadata and quality of experience.

use serde_json::Value;

use super::{PLAYER_TIME, Splitter, is_empty_object, is_required};
use crate::error::below;
use crate::model::{Params, Place, Shape, Slot};
use crate::normalise::{is_nullable, is_refused};
use crate::{naming, quality};

impl Splitter<'_> {
    pub(super) fn player_time(&mut self, place: &Place<'_>, schema: &Value) {
        let time = schema.pointer("/properties/playerTime");
        if time.is_some_and(is_refused) {
            return;
        }
        let own = Self::of_member(place, schema, "playerTime");
        let Some(time) = time.filter(|_| is_required(schema, "playerTime")) else {
            return self.problem(own.error(
                "the event does not require a `playerTime`",
                "refer to #/definitions/playerTime and list playerTime in `required`",
            ));
        };
        let name = time.get("$ref").and_then(Value::as_str);
        let name = name.map(|name| name.trim_start_matches("#/definitions/").to_owned());
        let definition = name.and_then(|name| self.shared.get(&name));
        let found = definition.map(|found| (found.schema.clone(), found.file.clone(), &found.name));
        let (schema, file, pointer) = match &found {
            Some((schema, file, name)) => (schema, file.as_str(), below("/definitions", name)),
            None => (time, place.file, own.pointer.clone()),
        };
        if is_refused(schema) {
            return;
        }
        let at = Place { file, pointer };
        match &self.time {
            Some((known, _)) if known == schema => {}
            Some((_, first)) => {
                let first = first.clone();
                self.problem(own.error(
                    format!("the player time differs from that at {first}"),
                    "describe it in the same way in all files: the library has one player time",
                ));
            }
            None => {
                self.time = Some((schema.clone(), at.spot()));
                let schema = schema.clone();
                if schema.get("properties").is_none() {
                    return self.problem(at.error(
                        "the player time is not an object with named members",
                        "describe playhead and ts in its `properties`",
                    ));
                }
                self.shape(&at, &schema, PLAYER_TIME);
            }
        }
    }

    pub(super) fn params(&mut self, place: &Place<'_>, schema: &Value, event_type: &str) -> Params {
        let required = is_required(schema, "params");
        let params = match schema.pointer("/properties/params") {
            None => return Params::Absent,
            Some(params) if is_refused(params) => return Params::Absent,
            Some(params) if is_empty_object(self.target(params)) && !required => {
                return Params::Empty;
            }
            Some(params) => params,
        };
        let place = place.below("properties").below("params");
        let name = format!("{}Params", naming::pascal(event_type));
        let before = self.problems.len();
        match self.shape(&place, params, &name) {
            Shape::Object(name) if required => Params::Required(name),
            Shape::Object(name) => Params::Optional(name),
            // Null is a problem of the event.
            Shape::Nullable(_) => Params::Absent,
            _ => {
                if !is_refused(self.target(params)) && self.problems.len() == before {
                    self.problem(place.error(
                        "`params` is not an object with named members",
                        "list the parameters in `properties`",
                    ));
                }
                Params::Absent
            }
        }
    }

    /// What `customMetadata` may be: absent, empty, or metadata.
    pub(super) fn metadata(&mut self, place: &Place<'_>, schema: &Value) -> Slot {
        let place = place.below("properties").below("customMetadata");
        let Some(member) = schema.pointer("/properties/customMetadata") else {
            return Slot::Absent;
        };
        if is_empty_object(self.target(member)) {
            if is_required(schema, "customMetadata") {
                self.problem(place.error(
                    "`customMetadata` is required, but must be empty",
                    "remove it from `required`",
                ));
            }
            return Slot::Empty;
        }
        match self.shape(&place, member, "InlineCustomMetadata") {
            Shape::Metadata => Slot::Full,
            Shape::Nullable(_) => Slot::Absent,
            _ if is_refused(self.target(member)) => Slot::Absent,
            _ => {
                self.problem(place.error(
                    "`customMetadata` is not an object of strings with the published key pattern",
                    "refer to #/definitions/customMetadata",
                ));
                Slot::Absent
            }
        }
    }

    /// What `qoeData` may be: absent, empty, or the members of an object.
    pub(super) fn quality(&mut self, place: &Place<'_>, schema: &Value, event_type: &str) -> Slot {
        let Some(member) = schema.pointer("/properties/qoeData") else { return Slot::Absent };
        let mut place = place.below("properties").below("qoeData");
        let name = member.get("$ref").and_then(Value::as_str);
        let name = name.map(|name| name.trim_start_matches("#/definitions/").to_owned());
        let definition = name.and_then(|name| self.shared.get(&name));
        let definition = definition.map(|it| (it.schema.clone(), it.file.clone(), it.name.clone()));
        let nullable = is_nullable(member);
        let (schema_of, file, pointer) = match &definition {
            Some((schema, file, name)) => (schema, file.as_str(), below("/definitions", name)),
            None => (member, place.file, place.pointer.clone()),
        };
        if is_refused(schema_of) || nullable {
            return Slot::Absent;
        }
        if is_empty_object(schema_of) {
            if is_required(schema, "qoeData") {
                self.problem(place.error(
                    "`qoeData` is required, but must be empty",
                    "remove it from `required`",
                ));
            }
            return Slot::Empty;
        }
        if schema_of.get("properties").is_none() {
            self.problem(place.error(
                "`qoeData` is not an object with named members",
                "list the members in `properties`",
            ));
            return Slot::Absent;
        }
        place = Place { file, pointer };
        let object = self.members(&place, schema_of, quality::NAME);
        self.qualities.push((event_type.to_owned(), object));
        Slot::Full
    }
}
