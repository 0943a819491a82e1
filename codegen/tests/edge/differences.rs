//! In what our schemas say something else than the published documents.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use serde_json::{Value, json};

use crate::documents::Documents;
use crate::members::{Members, Rules, parent};

/// One difference. Two are the same only if both sides still say the same.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Difference {
    /// `contract` or `xdm`.
    pub document: String,
    /// The event type; empty for XDM, which describes all in one.
    pub event: String,
    pub at: String,
    /// The keyword, `required`, `described` (or only required), or `member` if one side does not
    /// have it at all.
    pub keyword: String,
    /// As JSON, `null` for what is not said.
    pub published: String,
    pub ours: String,
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { document, event, at, keyword, published, ours } = self;
        let event = if event.is_empty() { String::new() } else { format!(" of {event}") };
        write!(f, "{document}{event}: `{at}`: {keyword} is {published} there, {ours} here")
    }
}

/// All differences, both from the contract and from XDM.
pub fn all(documents: &Documents) -> BTreeSet<Difference> {
    let mut found = BTreeSet::new();
    let types = documents.contract.keys().chain(documents.ours.keys()).collect::<BTreeSet<_>>();
    for event in types {
        let mut to = Found { document: "contract", event, differences: &mut found };
        match (documents.contract.get(event), documents.ours.get(event)) {
            (Some(contract), Some(ours)) => to.with_contract(contract, ours, &documents.xdm),
            (contract, ours) => {
                to.add("", "member", json!(contract.is_some()), json!(ours.is_some()));
            }
        }
    }
    let mut to = Found { document: "xdm", event: "", differences: &mut found };
    to.with_xdm(&documents.xdm, &united(documents.ours.values()));
    found
}

/// An event as all event types together have it; a member is required if it is in each type that
/// has its parent.
fn united<'a>(all: impl Iterator<Item = &'a Members>) -> Members {
    let mut united = Members::new();
    for members in all {
        for (at, rules) in members {
            let Some(at) = at.strip_prefix("events[].").filter(|at| at.starts_with("xdm")) else {
                continue;
            };
            let Some(known) = united.get_mut(at) else {
                united.insert(at.to_owned(), rules.clone());
                continue;
            };
            known.required &= rules.required;
            let known: &mut Rules = known;
            for (keyword, value) in &rules.keywords {
                let place = known.keywords.entry(keyword.clone()).or_insert_with(|| value.clone());
                if keyword == "enum" {
                    *place = set(place).union(&set(value)).cloned().collect();
                }
            }
        }
    }
    united
}

fn set(values: &Value) -> BTreeSet<String> {
    let texts = values.as_array().into_iter().flatten().filter_map(Value::as_str);
    texts.map(str::to_owned).collect()
}

/// The values of an enumeration have no order.
fn ordered(keyword: &str, value: &Value) -> Value {
    if keyword == "enum" { json!(set(value)) } else { value.clone() }
}

struct Found<'a> {
    document: &'a str,
    event: &'a str,
    differences: &'a mut BTreeSet<Difference>,
}

impl Found<'_> {
    fn add(&mut self, at: &str, keyword: &str, published: Value, ours: Value) {
        if published == ours {
            return;
        }
        self.differences.insert(Difference {
            document: self.document.to_owned(),
            event: self.event.to_owned(),
            at: at.to_owned(),
            keyword: keyword.to_owned(),
            published: published.to_string(),
            ours: ours.to_string(),
        });
    }

    /// Everything counts; what only we say is no difference if XDM says so.
    fn with_contract(&mut self, contract: &Members, ours: &Members, xdm: &Members) {
        let contract = generalised(contract, ours);
        let places: BTreeSet<_> = contract.keys().chain(ours.keys()).collect();
        for at in places {
            let in_xdm = at.strip_prefix("events[].").and_then(|at| xdm.get(at));
            match (contract.get(at), ours.get(at)) {
                (Some(published), Some(own)) => {
                    self.add(at, "required", json!(published.required), json!(own.required));
                    self.add(at, "described", json!(published.described), json!(own.described));
                    let no_rules = BTreeMap::new();
                    let in_xdm = in_xdm.map_or(&no_rules, |rules| &rules.keywords);
                    self.keywords(at, published, own, |keyword, own| {
                        // Without a type, the contract means more than XDM.
                        let is_meant = keyword != "type" || !published.described;
                        let said = in_xdm.get(keyword).map(|value| ordered(keyword, value));
                        is_meant && said.as_ref() == Some(own)
                    });
                }
                (Some(_), None) if ours.contains_key(parent(at)) || at.starts_with('?') => {
                    self.add(at, "member", json!(true), json!(false));
                }
                // Not in the contract, but in XDM: both have it.
                (None, Some(own)) if contract.contains_key(parent(at)) && in_xdm.is_none() => {
                    self.add(at, "member", json!(false), json!(true));
                    self.add(at, "required", json!(false), json!(own.required));
                }
                (None, Some(own)) if contract.contains_key(parent(at)) => {
                    self.add(at, "required", json!(false), json!(own.required));
                }
                _ => {}
            }
        }
    }

    /// What XDM says counts. What only we say comes from the contract.
    fn with_xdm(&mut self, xdm: &Members, ours: &Members) {
        for (at, published) in xdm {
            match ours.get(at) {
                Some(own) => {
                    if published.required {
                        self.add(at, "required", json!(true), json!(own.required));
                    }
                    let only_ours =
                        |keyword: &str, _: &Value| !published.keywords.contains_key(keyword);
                    self.keywords(at, published, own, only_ours);
                }
                None if ours.contains_key(parent(at)) => {
                    self.add(at, "member", json!(true), json!(false));
                }
                None => {}
            }
        }
    }

    fn keywords(
        &mut self,
        at: &str,
        published: &Rules,
        own: &Rules,
        may_add: impl Fn(&str, &Value) -> bool,
    ) {
        let keywords: BTreeSet<_> = published.keywords.keys().chain(own.keywords.keys()).collect();
        for keyword in keywords {
            let of = |rules: &Rules| {
                rules.keywords.get(keyword).map_or(Value::Null, |value| ordered(keyword, value))
            };
            let (published, own) = (of(published), of(own));
            if !(published.is_null() && may_add(keyword, &own)) {
                self.add(at, keyword, published, own);
            }
        }
    }
}

/// The contract names one key of a map that has any: it counts as `*` then.
fn generalised(contract: &Members, ours: &Members) -> Members {
    let mut members = Members::new();
    for (at, rules) in contract {
        let mut place = at.clone();
        if !ours.contains_key(at) {
            let parts: Vec<_> = at.split('.').collect();
            for (index, part) in parts.iter().enumerate() {
                let list = &part[part.find('[').unwrap_or(part.len())..];
                let before = parts[..index].join(".");
                let after: String = parts[index + 1..].iter().map(|p| format!(".{p}")).collect();
                let general = format!("{before}.*{list}{after}");
                if ours.contains_key(&general) {
                    place = general;
                }
            }
        }
        members.insert(place, rules.clone());
    }
    members
}
