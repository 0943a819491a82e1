//! Events that are almost right: what clients get wrong, and what they may do.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use crate::fixtures::random::Random;

/// Members of the envelope.
const ENVELOPE: [&str; 5] = ["eventType", "playerTime", "params", "customMetadata", "qoeData"];

/// The events to begin with, by type, so that the many pings do not crowd out the rest.
pub struct Seeds {
    names: Vec<String>,
    events: BTreeMap<String, Vec<Value>>,
}

impl Seeds {
    pub fn new(all: impl IntoIterator<Item = Value>) -> Self {
        let mut events = BTreeMap::<String, Vec<Value>>::new();
        for event in all {
            let name = event["eventType"].as_str().expect("a seed has a type").to_owned();
            events.entry(name).or_default().push(event);
        }
        Self { names: events.keys().cloned().collect(), events }
    }

    pub fn types(&self) -> usize {
        self.names.len()
    }

    pub fn any(&self, random: &mut Random) -> &Value {
        let name = &self.names[random.below(self.names.len())];
        self.of(name, random)
    }

    fn of(&self, name: &str, random: &mut Random) -> &Value {
        let events = &self.events[name];
        &events[random.below(events.len())]
    }

    /// One event with one to three changes, which may leave it valid.
    pub fn mutated(&self, random: &mut Random) -> Value {
        let mut event = self.any(random).clone();
        for _ in 0..=random.below(3) {
            self.change(&mut event, random);
        }
        event
    }

    fn change(&self, event: &mut Value, random: &mut Random) {
        match random.below(25) {
            0 => remove_member(event, random),
            1 => *any_node(event, random) = odd_value(random),
            2 => rename_key(event, random),
            3 => add_member(event, random),
            4 => move_member(event, random),
            5 => self.copy_part(event, random),
            6 => self.other_type(event, random),
            7 | 8 => empty_object(event, random),
            9 => metadata(event, random, false),
            10 => array_form(event, random),
            11 => nest(event, random),
            12 => number(event, random, false),
            13 => other_kind(event, random),
            14 | 15 => metadata(event, random, true),
            16..=18 => number(event, random, true),
            19 | 20 => text(event, random),
            21 => huge_playhead(event),
            _ => self.borrow_member(event, random),
        }
    }

    /// `params`, `customMetadata` or `qoeData` of another event.
    fn copy_part(&self, event: &mut Value, random: &mut Random) {
        let key = random.pick(&["params", "customMetadata", "qoeData", "playerTime"]);
        let other = self.any(random);
        if let (Some(part), Some(members)) = (other.get(key), event.as_object_mut()) {
            members.insert(key.to_owned(), part.clone());
        }
    }

    /// A member that an event of the same type has: often an optional one.
    fn borrow_member(&self, event: &mut Value, random: &mut Random) {
        let Some(name) = event.get("eventType").and_then(Value::as_str) else { return };
        if !self.events.contains_key(name) {
            return;
        }
        let other = self.of(name, random);
        let key = ENVELOPE[random.below(ENVELOPE.len())];
        let Some(part) = other.get(key) else { return };
        let Some(members) = event.as_object_mut() else { return };
        match (members.get_mut(key), part) {
            (Some(Value::Object(own)), Value::Object(part)) if !part.is_empty() => {
                let (key, value) = part.iter().nth(random.below(part.len())).unwrap();
                own.insert(key.clone(), value.clone());
            }
            _ => {
                members.insert(key.to_owned(), part.clone());
            }
        }
    }

    fn other_type(&self, event: &mut Value, random: &mut Random) {
        let name = match random.below(6) {
            0 => random.pick(&["", "Play", "adPause", "play ", "eventType", "sessionstart"]).into(),
            1 => odd_value(random),
            _ => Value::from(self.names[random.below(self.names.len())].clone()),
        };
        if let Some(members) = event.as_object_mut() {
            members.insert("eventType".to_owned(), name);
        }
    }
}

/// A random node of those that `wanted` lets through; the event itself comes along rarely.
fn node<'a>(
    event: &'a mut Value,
    random: &mut Random,
    wanted: impl Fn(&Value) -> bool,
) -> Option<&'a mut Value> {
    fn collect(value: &Value, at: &str, wanted: &impl Fn(&Value) -> bool, to: &mut Vec<String>) {
        if wanted(value) {
            to.push(at.to_owned());
        }
        match value {
            Value::Array(items) => {
                for (index, item) in items.iter().enumerate() {
                    collect(item, &format!("{at}/{index}"), wanted, to);
                }
            }
            Value::Object(members) => {
                for (key, value) in members {
                    let key = key.replace('~', "~0").replace('/', "~1");
                    collect(value, &format!("{at}/{key}"), wanted, to);
                }
            }
            _ => {}
        }
    }

    let mut places = Vec::new();
    collect(event, "", &wanted, &mut places);
    if places.is_empty() {
        return None;
    }
    let place = &places[random.below(places.len())];
    event.pointer_mut(place)
}

fn any_node<'a>(event: &'a mut Value, random: &mut Random) -> &'a mut Value {
    node(event, random, |_| true).expect("there is the event itself")
}

fn object<'a>(event: &'a mut Value, random: &mut Random) -> Option<&'a mut Map<String, Value>> {
    node(event, random, Value::is_object).and_then(Value::as_object_mut)
}

fn any_key(members: &Map<String, Value>, random: &mut Random) -> Option<String> {
    let keys: Vec<_> = members.keys().map(String::as_str).collect();
    (!keys.is_empty()).then(|| random.pick(&keys).to_owned())
}

fn remove_member(event: &mut Value, random: &mut Random) {
    if let Some(members) = object(event, random)
        && let Some(key) = any_key(members, random)
    {
        members.remove(&key);
    }
}

fn rename_key(event: &mut Value, random: &mut Random) {
    let Some(members) = object(event, random) else { return };
    let Some(key) = any_key(members, random) else { return };
    let value = members.remove(&key).unwrap();
    let renamed = match random.below(6) {
        0 => key.to_uppercase(),
        1 => key.to_lowercase(),
        2 => format!("{key}x"),
        3 => format!("media.{key}"),
        4 => key.replace('.', "_"),
        _ => key.chars().skip(1).collect(),
    };
    members.insert(renamed, value);
}

fn add_member(event: &mut Value, random: &mut Random) {
    let key = random.pick(&["", "x", "media.ad.skippable", "a/b", "m~n", "é", "__proto__", "ts"]);
    let value = if random.once_in(2) { json!(1) } else { odd_value(random) };
    if let Some(members) = object(event, random) {
        members.insert(key.to_owned(), value);
    }
}

/// For instance quality values into `params`.
fn move_member(event: &mut Value, random: &mut Random) {
    let Some(from) = object(event, random) else { return };
    let Some(key) = any_key(from, random) else { return };
    let value = from.remove(&key).unwrap();
    if let Some(to) = object(event, random) {
        to.insert(key, value);
    }
}

fn empty_object(event: &mut Value, random: &mut Random) {
    let key = random.pick(&["params", "customMetadata", "qoeData"]);
    match event.as_object_mut() {
        Some(members) if !random.once_in(4) => {
            members.insert(key.to_owned(), json!({}));
        }
        _ => {
            if let Some(members) = object(event, random) {
                members.clear();
            }
        }
    }
}

fn metadata(event: &mut Value, random: &mut Random, good: bool) {
    let key = if good {
        random.pick(&["a", "a.media.x", "Z_9", ".", "_", "0", "subscription.tier"])
    } else {
        random.pick(&["", " ", "a b", "a-b", "é", "a\n", "\n", "ok", "a/b", "~", "a\u{0}", "名"])
    };
    let value = if good || random.once_in(2) { json!("gold") } else { odd_value(random) };
    // On other event types it may stand as well, and is wrong there.
    let carries = ["sessionStart", "adStart", "chapterStart"];
    let carried = event["eventType"].as_str().is_some_and(|name| carries.contains(&name));
    if good && !carried {
        return;
    }
    if let Some(members) = event.as_object_mut() {
        let pairs = members.entry("customMetadata").or_insert_with(|| json!({}));
        if let Some(pairs) = pairs.as_object_mut() {
            pairs.insert(key.to_owned(), value);
        }
    }
}

/// What serde's derived structs read without being asked to.
fn array_form(event: &mut Value, random: &mut Random) {
    if let Some(place) = node(event, random, Value::is_object) {
        let values = place.as_object().unwrap().values().cloned().collect();
        *place = Value::Array(values);
    }
}

/// Deep, and below the reader's limit of 127.
fn nest(event: &mut Value, random: &mut Random) {
    let place = any_node(event, random);
    for _ in 0..1 + random.below(90) {
        let inner = place.take();
        *place = if random.once_in(2) { json!([inner]) } else { json!({ "a": inner }) };
    }
    // Not often nested twice: that could pass the limit.
    if depth(event) > 110 {
        *event = json!({ "eventType": "play" });
    }
}

fn depth(value: &Value) -> usize {
    match value {
        Value::Array(items) => 1 + items.iter().map(depth).max().unwrap_or(0),
        Value::Object(members) => 1 + members.values().map(depth).max().unwrap_or(0),
        _ => 0,
    }
}

fn number(event: &mut Value, random: &mut Random, good: bool) {
    let Some(place) = node(event, random, Value::is_number) else { return };
    let integers =
        [json!(0), json!(-1), json!(i64::MAX), json!(i64::MIN), json!(9_007_199_254_740_993_i64)];
    let others = [
        json!(1.0),
        json!(-0.0),
        json!(1.5),
        json!(1e3),
        json!(-7.25),
        json!(1e18),
        json!(5e-324),
        json!(0.1),
        json!(9_007_199_254_740_992.0),
    ];
    *place = match good || random.once_in(3) {
        true => integers[random.below(integers.len())].clone(),
        false => others[random.below(others.len())].clone(),
    };
}

/// Only here: the validator takes every number from 2^63 on for an integer.
fn huge_playhead(event: &mut Value) {
    if let Some(playhead) = event.pointer_mut("/playerTime/playhead") {
        *playhead = json!(1.5e300);
    }
}

fn text(event: &mut Value, random: &mut Random) {
    let Some(members) = event.as_object_mut() else { return };
    // The type stays: there is a mutation of its own for that.
    let event_type = members.remove("eventType");
    let mut rest = Value::Object(std::mem::take(members));
    if let Some(place) = node(&mut rest, random, Value::is_string) {
        *place = random.pick(&["", "x", "\u{0}", "\"\\", "😀", "null", "0", "\u{2028}"]).into();
    }
    *members = std::mem::take(rest.as_object_mut().unwrap());
    members.extend(event_type.map(|name| ("eventType".to_owned(), name)));
}

/// A string for a number and the reverse.
fn other_kind(event: &mut Value, random: &mut Random) {
    let place = node(event, random, |value| !value.is_object() && !value.is_array());
    let Some(place) = place else { return };
    *place = match &*place {
        Value::Number(number) => number.to_string().into(),
        Value::String(_) => json!(1),
        Value::Bool(yes) => yes.to_string().into(),
        _ => json!("null"),
    };
}

fn odd_value(random: &mut Random) -> Value {
    match random.below(11) {
        0 => Value::Null,
        1 => json!(true),
        2 => json!(false),
        3 => json!(7),
        4 => json!(7.5),
        5 => json!(""),
        6 => json!("text"),
        7 => json!([]),
        8 => json!([{ "media.state.name": "mute" }]),
        9 => json!({}),
        _ => json!({ "id": "a", "authState": 1 }),
    }
}
