//! A plain reading of `schemas/edge/mapping.json`, by which conversions of the library are judged.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

use super::places::{self, Path, Step, shown};
use super::values::{self, Made};
use crate::fixtures::files;

/// The table.
pub struct Table(Value);

/// A conversion, with what it did not say or had to make up, as pointers into what was converted.
#[derive(Debug)]
pub struct Converted {
    pub value: Value,
    pub lost: BTreeSet<String>,
}

impl Table {
    pub fn load() -> Self {
        Self(files::json(&files::edge_schemas().join("mapping.json")))
    }

    fn rows<'a>(&'a self, part: &str, event: &str) -> impl Iterator<Item = &'a Value> {
        let rows = self.0[part].as_array().expect("it is a list").iter();
        let event = json!(event);
        rows.filter(move |row| {
            row["events"] == "all" || row["events"].as_array().unwrap().contains(&event)
        })
    }

    /// The event type of Edge for one of the older API.
    pub fn event_type(&self, event: &str) -> &str {
        self.0["events"][event].as_str().unwrap_or_else(|| panic!("{event} is unknown"))
    }

    /// An item of `events` for an event, which is valid or has only unknown members besides.
    pub fn to_edge(&self, event: &Value, session: &str) -> Result<Converted, String> {
        self.event_to_edge(event, Some(session))
    }

    fn event_to_edge(&self, event: &Value, session: Option<&str>) -> Result<Converted, String> {
        let from = event["eventType"].as_str().expect("it has a type");
        let to = self.event_type(from);
        let mut made = json!({});
        let mut lost: BTreeSet<_> = places::leaves(event).iter().map(|path| shown(path)).collect();
        for row in self.rows("members", from) {
            if session.is_none() && row["except_downloaded"] == true {
                continue;
            }
            put_in_edge(row, event, &mut made, &mut lost)?;
        }
        for row in self.rows("members", from).filter(|row| !row["if_absent"].is_null()) {
            let to = places::led("", &[], row["edge"].as_str().unwrap());
            if places::get(&made, &to).is_none() {
                places::put(&mut made, &to, row["if_absent"].clone());
                lost.insert(row["collection"].as_str().unwrap().to_owned());
            }
        }
        made["xdm"]["eventType"] = json!(format!("media.{to}"));
        self.add_always(from, &mut made);
        let collection = &mut made["xdm"]["mediaCollection"];
        if let Some(session) = session.filter(|_| from != "sessionStart") {
            collection["sessionID"] = json!(session);
        }
        let has = |list: &str| collection[list].as_array().is_some_and(|list| !list.is_empty());
        if to == "statesUpdate" && !has("statesStart") && !has("statesEnd") {
            return Err("/params: no state".to_owned());
        }
        for row in self.rows("lost_in_edge", from).filter(|row| row["weight"] == "error if true") {
            let pointer = row["collection"].as_str().unwrap();
            if event.pointer(pointer) == Some(&json!(true)) {
                return Err(format!("{pointer}: it cannot be said"));
            }
        }
        self.mark_primary(&mut made["xdm"]);
        Ok(Converted { value: made, lost })
    }

    /// The object that is there for the event type, if need be empty.
    fn add_always(&self, event: &str, made: &mut Value) {
        if let Some(object) = self.0["always"][event].as_str() {
            let path = places::led("", &[], object);
            if places::get(made, &path).is_none() {
                places::put(made, &path, json!({}));
            }
        }
    }

    /// With several namespaces one identity is the primary one.
    fn mark_primary(&self, xdm: &mut Value) {
        let Some(map) = xdm.get_mut("identityMap").and_then(Value::as_object_mut) else { return };
        if map.len() < 2 {
            return;
        }
        let order = self.0["primary"].as_array().unwrap().iter().filter_map(Value::as_str);
        let first = order.map(str::to_owned).find(|name| map.contains_key(name));
        let first = first.or_else(|| map.keys().next().cloned()).expect("it has two");
        map[&first][0]["primary"] = json!(true);
    }

    /// The one item of `events` for a downloaded session.
    pub fn downloaded_to_edge(&self, session: &[Value]) -> Result<Converted, String> {
        let mut xdm = json!({"eventType": "media.downloaded", "mediaDownloadedEvents": []});
        let mut lost = BTreeSet::new();
        for (index, event) in session.iter().enumerate() {
            let mut made = self.event_to_edge(event, None)?;
            lost.extend(made.lost.iter().map(|place| format!("/{index}{place}")));
            let inner = made.value["xdm"].as_object_mut().expect("it has a type");
            let mut take = |key: &str| inner.remove(key).unwrap_or(Value::Null);
            let item = json!({
                "mediaEventType": take("eventType"),
                "mediaEventTimestamp": take("timestamp"),
                "mediaCollection": take("mediaCollection"),
            });
            places::put(
                &mut xdm,
                &[Step::Key("mediaDownloadedEvents".to_owned()), Step::Index(index)],
                item,
            );
            // The identities of the start, and its library.
            xdm.as_object_mut().unwrap().append(inner);
        }
        let mut made = json!({"xdm": xdm});
        self.add_always("downloaded", &mut made);
        Ok(Converted { value: made, lost })
    }

    /// The items of a request, each with what holds for all: a namespace, or a library, that the
    /// item has itself comes first.
    pub fn items(&self, body: &Value) -> Vec<Value> {
        let mut items = body["events"].as_array().expect("it is valid").clone();
        for item in &mut items {
            let Some(shared) = body["xdm"].as_object() else { continue };
            for row in self.0["request"].as_array().expect("it is a list") {
                let member = row["edge"].as_str().expect("a pointer").rsplit_once('/').unwrap().1;
                let Some(shared) = shared.get(member) else { continue };
                let own = item["xdm"].get_mut(member);
                match (member, own.and_then(Value::as_object_mut)) {
                    ("identityMap", Some(own)) => {
                        for (namespace, identities) in shared.as_object().into_iter().flatten() {
                            own.entry(namespace).or_insert_with(|| identities.clone());
                        }
                    }
                    (_, Some(_)) => {}
                    (member, None) => item["xdm"][member] = shared.clone(),
                }
            }
        }
        items
    }

    /// The event for an item of `events`, which is valid. `settings` are those of the datastream.
    pub fn to_collection(&self, item: &Value, settings: &Map<String, Value>) -> Converted {
        let xdm = &item["xdm"];
        let name = xdm["eventType"].as_str().and_then(|name| name.strip_prefix("media."));
        let event = match name.expect("it is valid") {
            "adBreakSkip" => "adSkip",
            name => name,
        };
        let mut made = json!({});
        let mut lost: BTreeSet<_> = places::leaves(item).iter().map(|path| shown(path)).collect();
        lost.remove("/xdm/mediaCollection/sessionID");
        for row in self.rows("members", event).filter(|row| row["direction"] != "to_edge") {
            put_in_collection(row, item, &mut made, &mut lost);
        }
        if event == "sessionStart" {
            let params = made["params"].as_object_mut().expect("it has details");
            params.append(&mut settings.clone());
            complete_ids(params, &mut lost);
        }
        Converted { value: made, lost }
    }

    /// Adds what a tolerant receiver takes from the start of the session.
    pub fn complete(&self, event: &mut Value, start: &Value) {
        let name = event["eventType"].as_str().expect("it has a type").to_owned();
        for row in self.rows("members", &name) {
            let Some(from) = row["if_absent_from"].as_str() else { continue };
            let place = places::led("", &[], row["collection"].as_str().unwrap());
            if let (None, Some(value)) = (places::get(event, &place), start.pointer(from)) {
                places::put(event, &place, value.clone());
            }
        }
    }

    /// The events of a downloaded session.
    pub fn downloaded_to_collection(
        &self,
        item: &Value,
        settings: &Map<String, Value>,
    ) -> Vec<Value> {
        let xdm = &item["xdm"];
        let events = xdm["mediaDownloadedEvents"].as_array().expect("it is valid").iter();
        let event = |event: &Value| {
            let mut live = json!({
                "eventType": event["mediaEventType"],
                "timestamp": event["mediaEventTimestamp"],
                "mediaCollection": event["mediaCollection"],
            });
            for beside in ["identityMap", "implementationDetails"] {
                if let Some(value) = xdm.get(beside) {
                    live[beside] = value.clone();
                }
            }
            let mut made = self.to_collection(&json!({"xdm": live}), settings).value;
            if made["eventType"] == "sessionStart" {
                made["params"]["media.downloaded"] = json!(true);
            }
            made
        };
        events.map(event).collect()
    }
}

/// Puts what a row says of an event in place.
fn put_in_edge(
    row: &Value,
    event: &Value,
    made: &mut Value,
    lost: &mut BTreeSet<String>,
) -> Result<(), String> {
    let (from, to) = (row["collection"].as_str().unwrap(), row["edge"].as_str().unwrap());
    for (path, value) in places::find(event, from) {
        let place = places::led(from, &path, to);
        // A row before has said it, or it is the member of another row.
        if places::get(made, &place).is_some() || is_except(row, &path) {
            continue;
        }
        let at = shown(&path);
        match values::to_edge(row, value).map_err(|error| format!("{at}: {error}"))? {
            Made::Value(value) => {
                places::put(made, &place, value);
                lost.retain(|lost| !within(lost, &at));
            }
            Made::Less(value) => places::put(made, &place, value),
            Made::Nothing => continue,
        }
        for (key, value) in row["with"].as_object().into_iter().flatten() {
            let beside = [&place[..place.len() - 1], &[Step::Key(key.clone())]].concat();
            places::put(made, &beside, value.clone());
        }
    }
    Ok(())
}

/// Puts what a row says of an item in place.
fn put_in_collection(row: &Value, item: &Value, made: &mut Value, lost: &mut BTreeSet<String>) {
    let (from, to) = (row["edge"].as_str().unwrap(), row["collection"].as_str().unwrap());
    for (path, value) in places::find(item, from) {
        if is_except(row, &path) {
            continue;
        }
        let Some(value) = values::to_collection(row, value) else { continue };
        let said =
            if row["form"] == "pairs" { said_of(&value, &path, item) } else { vec![path.clone()] };
        lost.retain(|lost| !said.iter().any(|path| within(lost, &shown(path))));
        places::put(made, &places::led(from, &path, to), value);
    }
}

/// An entry needs both members: the id cannot be made up.
fn complete_ids(params: &mut Map<String, Value>, lost: &mut BTreeSet<String>) {
    let Some(ids) = params.get_mut("visitor.customerIDs").and_then(Value::as_object_mut) else {
        return;
    };
    ids.retain(|name, entry| {
        let has_id = entry.get("id").is_some();
        if !has_id {
            lost.insert(format!("/xdm/identityMap/{name}/0/authenticatedState"));
        }
        has_id
    });
    for entry in ids.values_mut().filter_map(Value::as_object_mut) {
        entry.entry("authState").or_insert(json!(0));
    }
    if ids.is_empty() {
        params.remove("visitor.customerIDs");
    }
}

/// The items of a list of pairs that are in the object: the last of equal names.
fn said_of(object: &Value, list: &Path, item: &Value) -> Vec<Path> {
    let pairs = places::get(item, list).and_then(Value::as_array).expect("it was read");
    let last = |name: &str| {
        pairs.iter().rposition(|pair| pair["name"] == name && pair["value"].is_string())
    };
    let names = object.as_object().expect("it was made").keys();
    names.filter_map(|name| Some([list.clone(), vec![Step::Index(last(name)?)]].concat())).collect()
}

fn is_except(row: &Value, path: &Path) -> bool {
    let names = row["except_namespaces"].as_array().into_iter().flatten().filter_map(Value::as_str);
    let mut names = names.map(|name| Step::Key(name.to_owned()));
    names.any(|name| path.contains(&name))
}

fn within(place: &str, at: &str) -> bool {
    place.strip_prefix(at).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}
