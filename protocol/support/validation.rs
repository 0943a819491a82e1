//! The same constraints as the `validator` crate reports them: by field, nested as the types are.

use std::borrow::Cow;

use validator::{ValidationError, ValidationErrors, ValidationErrorsKind};

use super::check::{Breach, Check, Checker, Step};
use crate::schema::Limits;
use crate::violation::Keyword;

pub(crate) fn validate<T: Check>(value: &T) -> Result<(), ValidationErrors> {
    let mut checker = Checker::careful();
    value.check_into(&Limits::NONE, &mut checker);
    let mut errors = ValidationErrors::new();
    for breach in checker.breaches() {
        let way: Vec<&Step> = breach.way().collect();
        add(&mut errors, &way, &breach);
    }
    if errors.is_empty() { Ok(()) } else { Err(errors) }
}

/// Follows the steps as far as validator's own nesting goes: a struct in a field, or a list of
/// them. Map entries stay with the field that holds the map.
fn add(errors: &mut ValidationErrors, steps: &[&Step], breach: &Breach) {
    let Some((first, rest)) = steps.split_first() else { return };
    let field: Cow<'static, str> = match *first {
        Step::Member { field, .. } => Cow::Borrowed(*field),
        // The field that holds such members; under its own name it could meet a struct's errors.
        Step::Key(_) if breach.keyword == Keyword::Shadowed => Cow::Borrowed("extra"),
        Step::Key(key) => Cow::Owned(key.clone()),
        Step::Index(index) => Cow::Owned(index.to_string()),
    };
    let is_struct = match rest {
        [Step::Member { .. }, ..] => true,
        [Step::Key(_)] => breach.keyword == Keyword::Shadowed,
        _ => false,
    };
    match rest {
        _ if is_struct => {
            let nested = errors
                .errors_mut()
                .entry(field)
                .or_insert_with(|| ValidationErrorsKind::Struct(Box::default()));
            if let ValidationErrorsKind::Struct(nested) = nested {
                add(nested, rest, breach);
            }
        }
        [Step::Index(index), inner @ ..] if !inner.is_empty() => {
            let nested = errors
                .errors_mut()
                .entry(field)
                .or_insert_with(|| ValidationErrorsKind::List(Default::default()));
            if let ValidationErrorsKind::List(items) = nested {
                add(items.entry(*index).or_default(), inner, breach);
            }
        }
        _ => {
            let nested = errors
                .errors_mut()
                .entry(field)
                .or_insert_with(|| ValidationErrorsKind::Field(Vec::new()));
            if let ValidationErrorsKind::Field(list) = nested {
                let error = ValidationError::new(breach.keyword.as_str());
                list.push(error.with_message(Cow::Owned(breach.message.clone())));
            }
        }
    }
}
