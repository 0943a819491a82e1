//! The table between the two APIs has every member of both.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use serde_json::{Value, json};

use crate::documents;
use crate::members::{self, Members, References, Rules};

/// The members of each event type that have a value of their own.
type Leaves = BTreeMap<String, BTreeMap<String, Rules>>;

struct Local<'a>(&'a Value);

impl References for Local<'_> {
    fn resolve(&self, reference: &str) -> Option<&Value> {
        self.0.pointer(reference.strip_prefix('#')?)
    }
}

/// In one form with the pointers of the table: `a.b.*.c`.
fn leaves(schema: &Value) -> BTreeMap<String, Rules> {
    let mut members = Members::new();
    members::add(schema, "", &Local(schema), &mut members);
    let has_members = |at: &str| {
        let below = |other: &&String| {
            other
                .strip_prefix(at)
                .is_some_and(|rest| rest.starts_with('.') || rest.starts_with("[]"))
        };
        members.keys().any(|other| below(&other))
    };
    let leaves = members.iter().filter(|(at, rules)| {
        // An object that nothing can be in says nothing.
        let is_closed = rules.keywords.get("additionalProperties") == Some(&json!(false))
            && !rules.keywords.contains_key("patternProperties");
        !at.is_empty() && !has_members(at) && !is_closed
    });
    leaves.map(|(at, rules)| (at.replace("[]", ".*"), rules.clone())).collect()
}

fn collection() -> Leaves {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../schemas/collection");
    let table = table();
    let types = table["events"].as_object().unwrap().keys();
    let of = |name: &String| {
        (name.clone(), leaves(&documents::read_json(&folder.join(format!("{name}.json")))))
    };
    types.map(of).collect()
}

fn edge() -> Leaves {
    let schemas = documents::schemas().into_iter();
    schemas.map(|(name, schema)| (name, leaves(&schema))).collect()
}

fn table() -> Value {
    documents::read_json(&documents::ours().join("mapping.json"))
}

fn rows<'a>(table: &'a Value, part: &str) -> &'a [Value] {
    table[part].as_array().unwrap_or_else(|| panic!("the table has no {part}"))
}

fn text<'a>(row: &'a Value, key: &str) -> &'a str {
    row[key].as_str().unwrap_or_else(|| panic!("no {key} in {row}"))
}

/// Whether the row holds for the event type.
fn is_for(row: &Value, event: &str) -> bool {
    row["events"] == "all" || row["events"].as_array().unwrap().contains(&json!(event))
}

/// Whether a pointer leads to the member: `*` in it is any key or index.
fn leads_to(pointer: &str, member: &str) -> bool {
    // Keys of the older API have dots, those in the pointer too.
    let pattern = pointer.trim_start_matches('/').replace('/', ".");
    if pattern == member {
        return true;
    }
    let (pattern, member): (Vec<_>, Vec<_>) =
        (pattern.split('.').collect(), member.split('.').collect());
    pattern.len() == member.len()
        && pattern.iter().zip(&member).all(|(one, other)| one == other || *other == "*")
}

#[test]
fn each_member_of_the_older_api_has_one_place_or_is_lost() {
    let (table, collection) = (table(), collection());
    assert_eq!(collection.len(), 20);
    let mut used = BTreeSet::new();
    let mut count = 0;
    for (event, leaves) in &collection {
        for member in leaves.keys() {
            let parts = ["members", "lost_in_edge"];
            let all = parts.iter().flat_map(|part| {
                rows(&table, part).iter().enumerate().map(move |(index, row)| (*part, index, row))
            });
            let found: Vec<_> = all
                .filter(|(_, _, row)| is_for(row, event) && row["direction"] != "to_collection")
                .filter(|(_, _, row)| leads_to(text(row, "collection"), member))
                .collect();
            assert_eq!(found.len(), 1, "{member} of {event}: {found:?}");
            used.extend(found.iter().map(|(part, index, _)| (*part, *index)));
            count += 1;
        }
    }
    assert!(count > 200, "{count} members");
    for part in ["members", "lost_in_edge"] {
        for (index, row) in rows(&table, part).iter().enumerate() {
            assert!(used.contains(&(part, index)), "no event type has {row}");
        }
    }
}

#[test]
fn each_member_of_edge_has_a_place_or_is_lost() {
    let (table, edge) = (table(), edge());
    let mut used = BTreeSet::new();
    for (event, leaves) in &edge {
        for member in leaves.keys() {
            let (part, below): (&[&str], _) = match member.strip_prefix("events.*.") {
                Some(below) => (&["members", "lost_in_collection", "downloaded"], below),
                None => (&["request"], member.as_str()),
            };
            let mut found = 0;
            for part in part {
                for (index, row) in rows(&table, part).iter().enumerate() {
                    let holds = match *part {
                        "members" => holds_for_edge(&table, row, event),
                        "lost_in_collection" => is_for(row, event),
                        "downloaded" => event == "downloaded",
                        _ => true,
                    };
                    let pointer = text(row, "edge");
                    // Of these two, a row stands for all that is below its place.
                    let whole = matches!(*part, "downloaded" | "request")
                        && below.starts_with(&format!("{}.", pointer[1..].replace('/', ".")));
                    let list = row["form"] == "pairs" && {
                        let name = format!("{pointer}/*/name");
                        leads_to(&name, below) || leads_to(&name.replace("name", "value"), below)
                    };
                    if holds && (whole || list || leads_to(pointer, below)) {
                        found += 1;
                        used.insert((*part, index));
                    }
                }
            }
            assert!(found > 0, "{member} of {event}");
        }
    }
    for part in ["members", "lost_in_collection", "request"] {
        for (index, row) in rows(&table, part).iter().enumerate() {
            let only_sent = row["direction"] == "to_edge";
            assert!(only_sent || used.contains(&(part, index)), "no event type has {row}");
        }
    }
}

/// Whether the row leads from this event type of Edge to the older API.
fn holds_for_edge(table: &Value, row: &Value, event: &str) -> bool {
    if row["direction"] == "to_edge" {
        return false;
    }
    // What is beside the events of a downloaded session is that of its start.
    if event == "downloaded" {
        return is_for(row, "sessionStart")
            && !text(row, "edge").starts_with("/xdm/mediaCollection");
    }
    let events = table["events"].as_object().unwrap();
    events.iter().any(|(from, to)| to == event && is_for(row, from))
}

/// The rules of both ends of a row, for one event type that has it.
fn ends(table: &Value, row: &Value, collection: &Leaves, edge: &Leaves) -> (Rules, Rules) {
    let events = table["events"].as_object().unwrap();
    let (from, to) = events.iter().find(|(from, _)| is_for(row, from)).unwrap();
    let of = |leaves: &Leaves, event: &str, pointer: &str| {
        let leaves = leaves[event].iter();
        let found = leaves.filter(|(member, _)| leads_to(pointer, member)).map(|(_, rules)| rules);
        let found: Vec<_> = found.cloned().collect();
        assert_eq!(found.len(), 1, "{pointer} in {event}");
        found[0].clone()
    };
    let below = format!("/events/*{}", text(row, "edge"));
    (of(collection, from, text(row, "collection")), of(edge, to.as_str().unwrap(), &below))
}

#[test]
fn the_form_of_each_row_is_what_both_schemas_say() {
    let (table, collection, edge) = (table(), collection(), edge());
    for row in rows(&table, "members") {
        if row["form"] == "pairs" {
            continue;
        }
        let (from, to) = ends(&table, row, &collection, &edge);
        let keyword = |rules: &Rules, key: &str| rules.keywords.get(key).cloned();
        let types = [keyword(&from, "type").unwrap(), keyword(&to, "type").unwrap()];
        let expected = match text(row, "form") {
            "text" | "item" | "type" | "choice" => ["string", "string"],
            "flag" => ["boolean", "boolean"],
            "integer" => ["integer", "integer"],
            "number" => ["number", "integer"],
            "time" => ["integer", "string"],
            "state" => ["integer", "string"],
            other => panic!("the form {other} is unknown"),
        };
        assert_eq!(types, expected, "{row}");
        let given = |key: &str| Some(row[key].clone()).filter(|value| !value.is_null());
        // The form asks for 64 bits anyway.
        let least = keyword(&to, "minimum").filter(|least| *least != json!(i64::MIN));
        assert_eq!(given("minimum"), least, "{row}");
        let format = given("bits").map(|bits| json!(format!("int{bits}")));
        let date = (row["form"] == "time").then(|| json!("date-time"));
        assert_eq!(format.or(date), keyword(&to, "format"), "{row}");
        if row["form"] != "type" {
            let choices = given("values").or_else(|| given("states"));
            assert_eq!(choices, keyword(&to, "enum"), "{row}");
        }
        if row["form"] != "time" {
            let least = given("min_length").map(|_| json!("^.{1,}$"));
            assert_eq!(given("pattern").or(least), keyword(&to, "pattern"), "{row}");
        }
        let rounding = row["form"] == "number";
        assert_eq!(given("rounding").is_some(), rounding, "{row}");
        // What is always there on one side can be made on the other.
        let made = from.required || given("if_absent").is_some() || row["form"] == "item";
        assert!(!to.required || made, "nothing says what {row} is without a value");
    }
}

#[test]
fn what_is_required_comes_back() {
    let (table, collection) = (table(), collection());
    for row in rows(&table, "lost_in_edge") {
        let weights = ["configured", "listed", "error if true"];
        assert!(weights.contains(&text(row, "weight")), "{row}");
        for (event, leaves) in collection.iter().filter(|(event, _)| is_for(row, event)) {
            let found = leaves.iter().find(|(member, _)| leads_to(text(row, "collection"), member));
            let (_, rules) = found.unwrap_or_else(|| panic!("{event} has no {row}"));
            assert!(!rules.required || row["weight"] == "configured", "{row}");
        }
    }
}

#[test]
fn each_row_has_known_members_and_a_source() {
    let known = [
        "bits",
        "collection",
        "direction",
        "edge",
        "events",
        "except_downloaded",
        "except_namespaces",
        "form",
        "if_absent",
        "if_absent_collection",
        "if_absent_from",
        "min_length",
        "minimum",
        "otherwise",
        "pattern",
        "reason",
        "rounding",
        "scale",
        "source",
        "states",
        "to_collection",
        "to_edge",
        "values",
        "weight",
        "with",
    ];
    let table = table();
    for part in ["members", "downloaded", "request", "lost_in_edge", "lost_in_collection"] {
        for row in rows(&table, part) {
            let keys = row.as_object().unwrap().keys();
            let unknown: Vec<_> = keys.filter(|key| !known.contains(&key.as_str())).collect();
            assert!(unknown.is_empty(), "{unknown:?} in {row}");
            assert!(text(row, "source").starts_with("https://"), "{row}");
            assert!(part == "members" || text(row, "reason").ends_with('.'), "{row}");
        }
    }
    assert_eq!(rows(&table, "members").len(), 72);
}
