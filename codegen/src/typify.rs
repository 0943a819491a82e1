//! A second opinion: typify makes Rust types from the same schemas. Every member must have the same
//! type in both.

use std::collections::BTreeMap;

use quote::ToTokens;
use serde_json::{Value, json};
use typify::{TypeSpace, TypeSpaceImpl, TypeSpaceSettings};

use crate::emit::rust_type;
use crate::error::{Error, below};
use crate::model::{Member, Model, Object, Shape, Spot};

/// Compares the types of all members with those that typify makes. The first difference is the
/// error.
pub(crate) fn compare(model: &Model) -> Result<(), Error> {
    let aliases = Aliases::of(model);
    let theirs = typify(&definitions(model, &aliases)).map_err(|problem| {
        let file = model.events.first().map_or("", |event| &event.at.file);
        Error::new(file, "", format!("typify cannot read these schemas: {problem}"), REMEDY)
    })?;
    model.objects.iter().try_for_each(|(name, object)| same(name, object, &aliases, &theirs))
}

const REMEDY: &str = "report the schemas to this project; without the feature `typify` nothing is \
                      compared";

fn same(
    name: &str,
    object: &Object,
    aliases: &Aliases<'_>,
    theirs: &syn::File,
) -> Result<(), Error> {
    let error = |at: String, problem: String| Err(Error::new(&object.at.file, at, problem, REMEDY));
    let Spot { pointer, .. } = &object.at;
    let alias = aliases.alias(name);
    let made = theirs.items.iter().find_map(|item| match item {
        syn::Item::Struct(made) if made.ident == alias => Some(made),
        _ => None,
    });
    let Some(made) = made else {
        return error(pointer.clone(), format!("typify makes no struct for `{name}`"));
    };
    if made.fields.len() != object.members.len() {
        let (theirs, ours) = (made.fields.len(), object.members.len());
        let problem = format!("`{name}` has {theirs} fields by typify, and {ours} by this crate");
        return error(pointer.clone(), problem);
    }
    for Member { key, shape, .. } in &object.members {
        let at = below(&below(pointer, "properties"), key);
        let Some(field) = made.fields.iter().find(|field| wire_key(field) == *key) else {
            return error(at, format!("typify gives `{name}` no field for `{key}`"));
        };
        let theirs = aliases.named(&short(&field.ty.to_token_stream().to_string()));
        // An absent collection is an empty one to typify, so that `Option` is not compared.
        let theirs = theirs
            .strip_prefix("Option < ")
            .and_then(|inner| inner.strip_suffix(" >"))
            .unwrap_or(&theirs);
        let ours = short(&rust_type(&without_null(shape)).to_string());
        if theirs != ours {
            let problem =
                format!("`{key}` of `{name}` is `{theirs}` by typify, and `{ours}` by this crate");
            return error(at, problem);
        }
    }
    Ok(())
}

/// The shape without null and rules, which typify has other types for.
fn without_null(shape: &Shape) -> Shape {
    match shape {
        Shape::Nullable(shape) | Shape::Ruled(shape, _) => without_null(shape),
        Shape::Array(items) => Shape::Array(Box::new(without_null(items))),
        Shape::Map(values) => Shape::Map(Box::new(without_null(values))),
        other => other.clone(),
    }
}

/// Runs typify once over all object types together.
fn typify(definitions: &Value) -> Result<syn::File, Box<dyn std::error::Error>> {
    let mut settings = TypeSpaceSettings::default();
    settings.with_map_type("::std::collections::BTreeMap".to_owned()).with_replacement(
        "CustomMetadata",
        "CustomMetadata",
        [TypeSpaceImpl::Default].into_iter(),
    );
    let mut space = TypeSpace::new(&settings);
    space.add_root_schema(serde::Deserialize::deserialize(definitions)?)?;
    Ok(syn::parse2(space.to_stream())?)
}

/// The type with unqualified names.
fn short(tokens: &str) -> String {
    let tokens = tokens.replace('<', " < ").replace('>', " > ").replace("::", " :: ");
    let tokens: Vec<&str> = tokens.split_whitespace().collect();
    let is_module = |at: usize| {
        tokens[at].starts_with(char::is_alphabetic) && tokens.get(at + 1) == Some(&"::")
    };
    let names = tokens.iter().enumerate().filter(|(at, token)| **token != "::" && !is_module(*at));
    names.map(|(_, token)| *token).collect::<Vec<_>>().join(" ")
}

/// Names for the types that typify's own naming rules do not change.
struct Aliases<'a>(BTreeMap<&'a str, usize>);

impl<'a> Aliases<'a> {
    fn of(model: &'a Model) -> Self {
        let names = model.objects.keys().chain(model.choices.keys());
        Self(names.zip(0..).map(|(name, at)| (name.as_str(), at)).collect())
    }

    fn alias(&self, name: &str) -> String {
        format!("Type{}", self.0[name])
    }

    /// The type with its names in place of the aliases.
    fn named(&self, tokens: &str) -> String {
        let name = |token: &str| {
            let number = token.strip_prefix("Type").and_then(|number| number.parse::<usize>().ok());
            let found = number.and_then(|number| self.0.iter().find(|(_, at)| **at == number));
            found.map_or_else(|| token.to_owned(), |(name, _)| (*name).to_owned())
        };
        tokens.split(' ').map(name).collect::<Vec<_>>().join(" ")
    }
}

/// The merged definitions as input for typify: closed objects, references by alias.
fn definitions(model: &Model, aliases: &Aliases<'_>) -> Value {
    let mut definitions = serde_json::Map::new();
    definitions.insert("CustomMetadata".to_owned(), json!({"type": "object"}));
    for (name, object) in &model.objects {
        let mut properties = serde_json::Map::new();
        let mut required = Vec::new();
        for member in &object.members {
            properties.insert(member.key.clone(), schema(&member.shape, aliases));
            if member.required {
                required.push(member.key.clone());
            }
        }
        definitions.insert(
            aliases.alias(name),
            json!({
                "type": "object",
                "properties": properties,
                "required": required,
                "additionalProperties": false,
            }),
        );
    }
    for (name, values) in &model.choices {
        definitions.insert(aliases.alias(name), json!({"type": "string", "enum": values}));
    }
    json!({ "definitions": definitions })
}

fn schema(shape: &Shape, aliases: &Aliases<'_>) -> Value {
    let reference = |name: &str| json!({"$ref": format!("#/definitions/{name}")});
    match shape {
        Shape::Any => json!({}),
        Shape::String => json!({"type": "string"}),
        Shape::Integer => json!({"type": "integer"}),
        Shape::Number => json!({"type": "number"}),
        Shape::Boolean => json!({"type": "boolean"}),
        Shape::Metadata => reference("CustomMetadata"),
        Shape::Array(items) => json!({"type": "array", "items": schema(items, aliases)}),
        Shape::Map(values) => {
            json!({"type": "object", "additionalProperties": schema(values, aliases)})
        }
        Shape::Object(name) | Shape::Choice(name) => reference(&aliases.alias(name)),
        // The rules of a value have no type of their own here.
        Shape::Nullable(shape) | Shape::Ruled(shape, _) => schema(shape, aliases),
    }
}

/// The key that serde would write: the field's `rename`, or else its name.
fn wire_key(field: &syn::Field) -> String {
    let mut key = field.ident.as_ref().map(ToString::to_string).unwrap_or_default();
    for attribute in field.attrs.iter().filter(|attribute| attribute.path().is_ident("serde")) {
        // The other arguments of the attribute do not change the key.
        let _ = attribute.parse_nested_meta(|meta| {
            if meta.path.is_ident("rename") {
                key = meta.value()?.parse::<syn::LitStr>()?.value();
            } else if meta.input.peek(syn::Token![=]) {
                meta.value()?.parse::<syn::Expr>()?;
            }
            Ok(())
        });
    }
    key
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::{Aliases, compare, definitions, same, typify};
    use crate::model::{Model, Shape};

    fn model(folder: &str) -> Model {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
        crate::model(&folder, None, &mut Vec::new()).unwrap()
    }

    #[test]
    fn the_published_schemas_give_the_types_that_typify_gives() {
        compare(&model("../schemas/collection")).unwrap();
    }

    #[test]
    fn unusual_schemas_give_the_types_that_typify_gives() {
        compare(&model("tests/data/golden")).unwrap();
    }

    /// `PlayerTime`, changed after typify has seen it.
    fn difference(change: impl Fn(&mut crate::model::Object)) -> String {
        let model = model("../schemas/collection");
        let aliases = Aliases::of(&model);
        let theirs = typify(&definitions(&model, &aliases)).unwrap();
        let mut changed = model.objects["PlayerTime"].clone();
        change(&mut changed);
        let error = same("PlayerTime", &changed, &aliases, &theirs).unwrap_err();
        format!("{}: {}", error.pointer, error.problem)
    }

    #[test]
    fn a_difference_is_named() {
        assert_eq!(
            difference(|time| time.members[1].shape = Shape::Number),
            "/definitions/playerTime/properties/ts: `ts` of `PlayerTime` is `i64` by typify, and \
             `f64` by this crate"
        );
        assert_eq!(
            difference(|time| time.members[1].key = "time".to_owned()),
            "/definitions/playerTime/properties/time: typify gives `PlayerTime` no field for `time`"
        );
        assert_eq!(
            difference(|time| time.members.truncate(1)),
            "/definitions/playerTime: `PlayerTime` has 2 fields by typify, and 1 by this crate"
        );
    }

    #[test]
    fn a_missing_type_is_named() {
        let all = model("../schemas/collection");
        let mut fewer = definitions(&all, &Aliases::of(&all));
        let aliases = Aliases::of(&all);
        let left = |members: &mut serde_json::Value| {
            members["definitions"].as_object_mut().unwrap().remove(&aliases.alias("AdStartParams"))
        };
        assert!(left(&mut fewer).is_some());
        let theirs = typify(&fewer).unwrap();
        let error = same("AdStartParams", &all.objects["AdStartParams"], &aliases, &theirs);
        assert_eq!(error.unwrap_err().problem, "typify makes no struct for `AdStartParams`");
    }
}
