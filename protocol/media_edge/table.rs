//! The types of the generated tables. `schemas/edge/README.md` explains what they contain.

use crate::schema::Pattern;

/// A step of a pointer: into an object or a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    Key(&'static str),
    Index(usize),
    /// Any key or any index, the same on both sides.
    Any,
}

/// A member that both APIs have.
#[derive(Debug)]
pub(super) struct Row {
    /// The event types of the Media Collection API that have it; `None` is all.
    pub(super) events: Option<&'static [&'static str]>,
    pub(super) collection: &'static [Step],
    pub(super) edge: &'static [Step],
    pub(super) form: Form,
    /// Whether it holds only on the way to Media Edge.
    pub(super) one_way: bool,
    /// What Media Edge gets if it is absent.
    pub(super) if_absent: Option<&'static str>,
    /// The member of the session's start whose value a tolerant reader takes if it is absent.
    pub(super) if_absent_from: Option<&'static [Step]>,
    /// What the Media Collection API gets if it is absent.
    pub(super) if_absent_collection: Option<i64>,
    /// Members beside it.
    pub(super) with: &'static [With],
    /// Whether a downloaded session leaves it out.
    pub(super) except_downloaded: bool,
    /// Keys at [`Step::Any`] for which the row does not hold.
    pub(super) except_keys: &'static [&'static str],
    /// What is lost or changed in this direction.
    pub(super) to_edge: &'static str,
    pub(super) to_collection: &'static str,
}

/// How the value of a member is written on both sides.
#[derive(Debug)]
pub(super) enum Form {
    Type,
    Time,
    Text,
    Flag,
    /// One that does not fit into so many bits says nothing in Media Edge.
    Integer {
        bits: u32,
    },
    Number {
        down: bool,
    },
    Choice {
        values: &'static [&'static str],
        otherwise: Option<&'static str>,
    },
    State(&'static [&'static str]),
    Item,
    Pairs,
}

/// A member beside another.
#[derive(Debug)]
pub(super) struct With {
    pub(super) key: &'static str,
    pub(super) value: &'static str,
}

/// A member that Media Edge lacks.
#[derive(Debug)]
pub(super) struct Lack {
    pub(super) events: Option<&'static [&'static str]>,
    pub(super) collection: &'static [Step],
    pub(super) told: Told,
    pub(super) reason: &'static str,
}

/// What is done about a member that Media Edge lacks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Told {
    /// It is a setting of the datastream.
    Configured,
    Listed,
    ErrorIfTrue,
}

/// A member that the Media Collection API lacks.
#[derive(Debug)]
pub(super) struct Gone {
    pub(super) events: Option<&'static [&'static str]>,
    pub(super) edge: &'static [Step],
    pub(super) reason: &'static str,
}

/// What is valid.
#[derive(Debug)]
pub(super) enum Kind {
    Flag,
    Integer {
        least: i64,
        most: i64,
    },
    Text(Option<Pattern>),
    Choice(&'static [&'static str]),
    /// An event type. Unlike other choices, it is never open.
    Type(&'static [&'static str]),
    Time,
    List {
        items: &'static Kind,
        least: usize,
    },
    Map(&'static Kind),
    Object(Object),
    Same(&'static Kind),
}

/// An object. Other members are allowed.
#[derive(Debug)]
pub(super) struct Object {
    pub(super) members: &'static [(&'static str, &'static Kind)],
    pub(super) required: &'static [&'static str],
    /// Lists of which one has an item at least.
    pub(super) any: &'static [&'static str],
    pub(super) variants: Option<Variants>,
}

/// One member's kind depends on the value of another one.
#[derive(Debug)]
pub(super) struct Variants {
    pub(super) by: &'static str,
    pub(super) member: &'static str,
    pub(super) of: &'static [(&'static str, &'static Kind)],
}

/// What the fast path knows of an event type: the members of its `mediaCollection`, in the order of
/// their keys.
#[derive(Debug)]
pub(super) struct Plan {
    pub(super) name: &'static str,
    pub(super) parts: List<Part>,
    /// Whether one of its lists has an item at least.
    pub(super) needs_state: bool,
}

/// The members of an object, in the order of their keys: at most 64.
#[derive(Debug)]
pub(super) struct List<T: 'static> {
    pub(super) all: &'static [T],
    /// A bit for each that is required.
    pub(super) required: u64,
    /// The index of a key.
    pub(super) find: fn(&[u8]) -> Option<usize>,
}

/// A member of `mediaCollection`.
#[derive(Debug)]
pub(super) struct Part {
    pub(super) key: &'static str,
    /// The key with the comma before it, its quotes and the colon.
    pub(super) written: &'static [u8],
    pub(super) required: bool,
    /// Whether the object is there even if it is empty.
    pub(super) always: bool,
    pub(super) holds: Holds,
}

/// What a member of `mediaCollection` holds.
#[derive(Debug)]
pub(super) enum Holds {
    Playhead(Cell),
    SessionId,
    Pairs,
    /// An object for the parameters of the event.
    Params(List<Cell>),
    /// An object for the quality of experience.
    Quality(List<Cell>),
    /// A list of objects with one member.
    List(Cell),
}

/// A member of an object, in the order of their keys.
#[derive(Debug)]
pub(super) struct Cell {
    /// Which one it is of all cells.
    pub(super) number: usize,
    pub(super) key: &'static str,
    pub(super) written: &'static [u8],
    pub(super) required: bool,
    pub(super) check: Check,
    /// The row that holds on the way from Media Edge.
    pub(super) read: &'static Row,
    /// Its rows in the table. On the way to Media Edge the first that says something counts.
    pub(super) rows: &'static [&'static Row],
    /// Whether each of them holds for all event types that are written by this plan.
    pub(super) hold: bool,
}

/// What is valid for the value of a cell.
#[derive(Debug)]
pub(super) enum Check {
    Integer { least: i64 },
    Flag,
    Text,
    Letters(Letters),
    Choice(&'static [&'static str]),
}

/// The letters of a text, and how many it has: what its pattern says, quickly.
#[derive(Debug)]
pub(super) struct Letters {
    /// A bit for each letter of ASCII that is allowed.
    pub(super) ascii: u128,
    pub(super) least: usize,
    pub(super) most: usize,
    pub(super) pattern: Pattern,
}

impl Row {
    /// The member that it is about, in which part of an event: of one with a part, such as `params`, and
    /// a key in it.
    pub(super) const fn of_part(&self) -> Option<(&'static str, &'static str)> {
        match self.collection {
            [Step::Key(part), Step::Key(key), ..] => Some((part, key)),
            _ => None,
        }
    }
}

impl Letters {
    pub(super) fn allow(&self, text: &str) -> bool {
        if !text.is_ascii() {
            return self.pattern.is_match(text);
        }
        (self.least..=self.most).contains(&text.len())
            && text.bytes().all(|byte| self.ascii >> byte & 1 == 1)
    }
}

impl Check {
    /// Whether a text is valid.
    pub(super) fn allows(&self, text: &str) -> bool {
        match self {
            Self::Text => true,
            Self::Letters(letters) => letters.allow(text),
            Self::Choice(values) => values.contains(&text),
            Self::Integer { .. } | Self::Flag => false,
        }
    }
}

/// Whether a row for these event types holds for this one.
pub(super) fn holds(events: Option<&[&str]>, event_type: &str) -> bool {
    events.is_none_or(|list| list.contains(&event_type))
}
