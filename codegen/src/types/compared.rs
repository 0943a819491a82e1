//! An independent judge: typify reads the same definitions, and must make the same types.

use std::collections::BTreeMap;

use quote::ToTokens;
use serde_json::{Value, json};
use typify::{TypeSpace, TypeSpaceImpl, TypeSpaceSettings};

use super::{generator_error, parsed};
use crate::error::Error;
use crate::model::{Model, Shape};

/// Runs typify once over all object types together.
pub(super) fn with_typify(model: &Model) -> Result<(), Error> {
    let mut settings = TypeSpaceSettings::default();
    settings.with_map_type("::std::collections::BTreeMap".to_owned()).with_replacement(
        "CustomMetadata",
        "CustomMetadata",
        [TypeSpaceImpl::Default].into_iter(),
    );
    let mut space = TypeSpace::new(&settings);
    let aliases = Aliases::of(model);
    let root: schemars::schema::RootSchema =
        serde_json::from_value(definitions(model, &aliases))
            .map_err(|error| generator_error("", &format!("the merged definitions: {error}")))?;
    space
        .add_root_schema(root)
        .map_err(|error| generator_error("", &format!("typify refuses them: {error}")))?;
    let file: syn::File = syn::parse2(space.to_stream())
        .map_err(|error| generator_error("", &format!("typify's output: {error}")))?;

    for (name, object) in &model.objects {
        let made = file.items.iter().find_map(|item| match item {
            syn::Item::Struct(made) if made.ident == aliases.alias(name) => Some(made),
            _ => None,
        });
        let Some(made) = made else {
            return Err(generator_error(&object.at.file, &format!("typify made no struct {name}")));
        };
        for member in &object.members {
            let found = made.fields.iter().find(|field| wire_key(field) == member.key);
            let Some(found) = found else {
                return Err(generator_error(
                    &object.at.file,
                    &format!("typify lost the member `{}` of {name}", member.key),
                ));
            };
            let made = without_option(&found.ty);
            let wanted = parsed(&member.shape, &|name| aliases.alias(name), &object.at.file)?;
            if made.to_token_stream().to_string() != wanted.to_token_stream().to_string() {
                return Err(generator_error(
                    &object.at.file,
                    &format!(
                        "typify made `{}` of the member `{}` of {name}, not `{}`",
                        made.to_token_stream(),
                        member.key,
                        wanted.to_token_stream(),
                    ),
                ));
            }
        }
    }
    Ok(())
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

fn without_option(made: &syn::Type) -> syn::Type {
    if let syn::Type::Path(path) = made
        && let Some(last) = path.path.segments.last()
        && last.ident == "Option"
        && let syn::PathArguments::AngleBracketed(arguments) = &last.arguments
        && let Some(syn::GenericArgument::Type(inner)) = arguments.args.first()
    {
        return inner.clone();
    }
    made.clone()
}
