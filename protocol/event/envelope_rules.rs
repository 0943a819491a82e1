//! What the schemas of some folders say of an event as a whole, beyond the types of its parts.

use super::types::{ENVELOPE_RULES, EventType, QoeData};
use crate::constraints::{Checker, Keyword, Look};
use crate::schema::{Described as _, EventShape, Object, Slot, keys};

/// The parts of an event that the rules are about.
#[derive(Clone, Copy)]
pub(crate) struct Parts<'a> {
    pub(crate) event_type: EventType,
    pub(crate) has_metadata: bool,
    pub(crate) qoe_data: Option<&'a QoeData>,
    /// Whether a quality of experience is taken that the schema of this event type does not describe
    /// although another one does: a tolerant reader took it, and it is written back.
    pub(crate) foreign_quality: bool,
}

impl Parts<'_> {
    /// Whether the rules hold.
    #[inline]
    pub(crate) fn hold(self) -> bool {
        if !ENVELOPE_RULES {
            return true;
        }
        let mut checker = Checker::wire_only();
        self.check_into(&mut checker);
        checker.is_empty()
    }

    /// Adds what does not hold.
    #[inline]
    pub(crate) fn check_into(self, checker: &mut Checker) {
        if ENVELOPE_RULES {
            self.check(checker);
        }
    }

    fn check(self, checker: &mut Checker) {
        let shape = self.event_type.shape();
        if !shape.listed {
            let message = "is not an event type that the schemas know";
            return checker.inside(keys::EVENT_TYPE, "body", |checker| {
                checker.violation(Keyword::Enum, message);
            });
        }
        for key in shape.required {
            let is_set = match *key {
                keys::CUSTOM_METADATA => self.has_metadata,
                _ => self.qoe_data.is_some(),
            };
            if !is_set {
                checker.inside(key, key, |checker| {
                    checker.violation(Keyword::Required, "is required and missing");
                });
            }
        }
        if self.has_metadata && shape.custom_metadata != Slot::Full {
            unknown(keys::CUSTOM_METADATA, "custom_metadata", checker);
        }
        if let Some(qoe) = self.qoe_data
            && !self.foreign_quality
        {
            checker.inside(keys::QOE_DATA, "qoe_data", |checker| quality(shape, qoe, checker));
        }
    }
}

/// Checks the quality of experience of one event type: its schema may describe other members than
/// those of other event types.
fn quality(shape: &'static EventShape, qoe: &QoeData, checker: &mut Checker) {
    let own = match shape.qoe_data {
        Slot::Full => shape.quality,
        // Checked where it is read.
        Slot::Absent | Slot::Empty => return,
    };
    if std::ptr::eq(own, QoeData::SHAPE) {
        return;
    }
    for member in QoeData::SHAPE.members {
        let value = qoe.member(member.key);
        match (own.member(member.key), value) {
            (None, Some(_)) => unknown(member.key, member.field, checker),
            (Some(rule), None) if rule.required => {
                checker.inside(member.key, member.field, |checker| {
                    checker.violation(Keyword::Required, "is required and missing");
                });
            }
            (Some(rule), Some(value)) => checker.inside(member.key, member.field, |checker| {
                value.obey(&rule.shape, checker);
            }),
            (_, None) => {}
        }
    }
}

fn unknown(key: &'static str, field: &'static str, checker: &mut Checker) {
    checker.inside(key, field, |checker| {
        let message = "is not a member that the schemas allow here";
        checker.violation(Keyword::AdditionalProperties, message);
    });
}

/// Whether no member is set.
pub(crate) fn is_empty_quality(qoe: &QoeData) -> bool {
    qoe.extra.is_empty() && QoeData::SHAPE.members.iter().all(|it| qoe.member(it.key).is_none())
}

/// Whether a quality of experience has members that the schema of the event type does not describe.
pub(crate) fn is_foreign_quality(event_type: EventType, qoe: &QoeData) -> bool {
    let own: &Object = event_type.shape().quality;
    ENVELOPE_RULES
        && QoeData::SHAPE
            .members
            .iter()
            .any(|it| qoe.member(it.key).is_some() && own.member(it.key).is_none())
}
