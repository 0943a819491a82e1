//! Sender constraints for the `validator` crate, reported by field and nested like the types.

use std::borrow::Cow;

use validator::{ValidationError, ValidationErrors, ValidationErrorsKind};

use super::check::{Check, Checker, ConstraintViolation, PathStep};
use super::violation::Keyword;
use crate::schema::Limits;

pub(crate) fn validate<T: Check>(value: &T) -> Result<(), ValidationErrors> {
    let mut checker = Checker::sender();
    value.check_into(&Limits::NONE, &mut checker);
    let mut errors = ValidationErrors::new();
    for violation in checker.constraint_violations() {
        let path: Vec<&PathStep> = violation.path().collect();
        add(&mut errors, &path, &violation);
    }
    if errors.is_empty() { Ok(()) } else { Err(errors) }
}

/// Nests a violation as far as validator can: by structs in fields, and lists of them. Violations in
/// map entries are reported at the field of the map.
fn add(errors: &mut ValidationErrors, steps: &[&PathStep], violation: &ConstraintViolation) {
    let Some((first, rest)) = steps.split_first() else { return };
    let field: Cow<'static, str> = match *first {
        PathStep::Member { field, .. } => Cow::Borrowed(*field),
        // Reported at the field `extra`: the key itself could be the name of another field.
        PathStep::Key(_) if violation.keyword == Keyword::Shadowed => Cow::Borrowed("extra"),
        PathStep::Key(key) => Cow::Owned(key.clone()),
        PathStep::Index(index) => Cow::Owned(index.to_string()),
    };
    let is_struct = match rest {
        [PathStep::Member { .. }, ..] => true,
        [PathStep::Key(_)] => violation.keyword == Keyword::Shadowed,
        _ => false,
    };
    match rest {
        _ if is_struct => {
            let nested = errors
                .errors_mut()
                .entry(field)
                .or_insert_with(|| ValidationErrorsKind::Struct(Box::default()));
            if let ValidationErrorsKind::Struct(nested) = nested {
                add(nested, rest, violation);
            }
        }
        [PathStep::Index(index), inner @ ..] if !inner.is_empty() => {
            let nested = errors
                .errors_mut()
                .entry(field)
                .or_insert_with(|| ValidationErrorsKind::List(Default::default()));
            if let ValidationErrorsKind::List(items) = nested {
                add(items.entry(*index).or_default(), inner, violation);
            }
        }
        _ => {
            let nested = errors
                .errors_mut()
                .entry(field)
                .or_insert_with(|| ValidationErrorsKind::Field(Vec::new()));
            if let ValidationErrorsKind::Field(list) = nested {
                let error = ValidationError::new(violation.keyword.as_str());
                list.push(error.with_message(Cow::Owned(violation.message.clone())));
            }
        }
    }
}
