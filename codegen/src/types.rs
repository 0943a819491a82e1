//! Stage 5: the Rust type of each member. With the feature `typify`, typify makes the types as well,
//! and any difference is an error.

#[cfg(feature = "typify")]
mod compared;

use std::collections::BTreeMap;

use crate::error::Error;
use crate::model::{Model, Shape};

/// Member types by Rust type name and wire key.
pub(crate) type MemberTypes = BTreeMap<(String, String), syn::Type>;

/// The type of each member of each object type.
pub(crate) fn member_types(model: &Model) -> Result<MemberTypes, Error> {
    #[cfg(feature = "typify")]
    compared::with_typify(model)?;
    let mut types = MemberTypes::new();
    for (name, object) in &model.objects {
        for member in &object.members {
            let made = parsed(&member.shape, &str::to_owned, &object.at.file)?;
            types.insert((name.clone(), member.key.clone()), made);
        }
    }
    Ok(types)
}

fn parsed(shape: &Shape, named: &dyn Fn(&str) -> String, file: &str) -> Result<syn::Type, Error> {
    syn::parse_str(&rust_type(shape, named))
        .map_err(|error| generator_error(file, &error.to_string()))
}

fn generator_error(file: &str, problem: &str) -> Error {
    Error::new(file, "", problem, "report the document: the generator should have refused it")
}

/// The type of a shape, with a name for each object and choice.
fn rust_type(shape: &Shape, named: &dyn Fn(&str) -> String) -> String {
    match shape {
        Shape::Any => "::serde_json::Value".to_owned(),
        Shape::String => "::std::string::String".to_owned(),
        Shape::Integer => "i64".to_owned(),
        Shape::Number => "f64".to_owned(),
        Shape::Boolean => "bool".to_owned(),
        Shape::Metadata => "CustomMetadata".to_owned(),
        Shape::Array(items) => format!("::std::vec::Vec<{}>", rust_type(items, named)),
        Shape::Map(values) if **values == Shape::Any => {
            "::serde_json::Map<::std::string::String, ::serde_json::Value>".to_owned()
        }
        Shape::Map(values) => {
            format!(
                "::std::collections::BTreeMap<::std::string::String, {}>",
                rust_type(values, named)
            )
        }
        Shape::Object(name) | Shape::Choice(name) => named(name),
    }
}
