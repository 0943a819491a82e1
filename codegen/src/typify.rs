//! An independent second opinion: typify makes Rust types of the same schemas, and every member
//! has to have the same one.

use std::collections::BTreeMap;
use std::path::Path;

use quote::ToTokens;
use serde_json::{Value, json};
use typify::{TypeSpace, TypeSpaceImpl, TypeSpaceSettings};

use crate::emit::rust_type;
use crate::model::{Model, Shape};

#[test]
fn the_published_schemas_give_the_types_that_typify_gives() {
    compare("../schemas/collection");
}

#[test]
fn unusual_schemas_give_the_types_that_typify_gives() {
    compare("tests/data/golden");
}

fn compare(folder: &str) {
    let model = crate::model(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)).unwrap();
    let aliases = Aliases::of(&model);
    let file = typify(&model, &aliases);
    for (name, object) in &model.objects {
        let is_made = |item: &&syn::Item| match item {
            syn::Item::Struct(made) => made.ident == aliases.alias(name),
            _ => false,
        };
        let Some(syn::Item::Struct(made)) = file.items.iter().find(is_made) else {
            panic!("typify made no struct {name}");
        };
        assert_eq!(made.fields.len(), object.members.len(), "{name}");
        for member in &object.members {
            let found = made.fields.iter().find(|field| wire_key(field) == member.key).unwrap();
            let theirs = aliases.named(&short(&found.ty.to_token_stream().to_string()));
            let ours = short(&rust_type(&member.shape).to_string());
            // A collection that may be absent is an empty one to typify.
            let theirs = theirs
                .strip_prefix("Option < ")
                .map_or(theirs.as_str(), |inner| inner.strip_suffix(" >").unwrap());
            assert_eq!(theirs, ours, "{name}: {}", member.key);
        }
    }
}

/// Runs typify once over all object types together.
fn typify(model: &Model, aliases: &Aliases<'_>) -> syn::File {
    let mut settings = TypeSpaceSettings::default();
    settings.with_map_type("::std::collections::BTreeMap".to_owned()).with_replacement(
        "CustomMetadata",
        "CustomMetadata",
        [TypeSpaceImpl::Default].into_iter(),
    );
    let mut space = TypeSpace::new(&settings);
    let root: schemars::schema::RootSchema =
        serde_json::from_value(definitions(model, aliases)).unwrap();
    space.add_root_schema(root).unwrap();
    syn::parse2(space.to_stream()).unwrap()
}

/// The type without the modules that its names stand in.
fn short(tokens: &str) -> String {
    let tokens = tokens.replace('<', " < ").replace('>', " > ").replace("::", " :: ");
    let tokens: Vec<&str> = tokens.split_whitespace().collect();
    let is_module = |at: usize| {
        tokens[at].starts_with(char::is_alphabetic) && tokens.get(at + 1) == Some(&"::")
    };
    let kept = tokens.iter().enumerate().filter(|(at, token)| **token != "::" && !is_module(*at));
    kept.map(|(_, token)| *token).collect::<Vec<_>>().join(" ")
}

/// The names under which typify sees the types: ones that its own rules of naming leave alone.
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

/// The merged definitions as typify reads them: closed objects, references by alias.
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
    }
}

/// The key that serde would write: the field's `rename`, or else its name.
fn wire_key(field: &syn::Field) -> String {
    let mut key = field.ident.as_ref().map(ToString::to_string).unwrap_or_default();
    for attribute in field.attrs.iter().filter(|attribute| attribute.path().is_ident("serde")) {
        // Members other than `rename` are passed over; none of them changes the key.
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
