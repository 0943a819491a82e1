//! A YAML text as JSON.

use saphyr::{LoadableYamlNode as _, Scalar, Yaml};
use serde_json::{Map, Value};

/// The first document of the text; a message if it is no YAML, or no JSON by what it has.
pub fn json(text: &str) -> Result<Value, String> {
    let documents = Yaml::load_from_str(text).map_err(|error| error.to_string())?;
    value(documents.first().ok_or("there is no document in it")?)
}

fn value(node: &Yaml) -> Result<Value, String> {
    Ok(match node {
        Yaml::Value(Scalar::Null) => Value::Null,
        Yaml::Value(Scalar::Boolean(flag)) => Value::from(*flag),
        Yaml::Value(Scalar::Integer(number)) => Value::from(*number),
        Yaml::Value(Scalar::FloatingPoint(number)) => Value::from(number.into_inner()),
        Yaml::Value(Scalar::String(text)) => Value::from(text.as_ref()),
        Yaml::Sequence(items) => items.iter().map(value).collect::<Result<_, _>>()?,
        Yaml::Mapping(members) => {
            let members = members.iter().map(|(key, inner)| Ok((name(key)?, value(inner)?)));
            Value::Object(members.collect::<Result<Map<_, _>, String>>()?)
        }
        Yaml::Tagged(_, inner) => value(inner)?,
        other => return Err(format!("{other:?} has no counterpart in JSON")),
    })
}

/// A status is a number as a key, which is a text in JSON.
fn name(key: &Yaml) -> Result<String, String> {
    match value(key)? {
        Value::String(text) => Ok(text),
        number @ Value::Number(_) => Ok(number.to_string()),
        other => Err(format!("{other} is a key")),
    }
}
