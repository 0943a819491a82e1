//! The schemas as tables, for use at run time.

use proc_macro2::{Literal, TokenStream};
use quote::quote;
use serde_json::Value;

use crate::emit::{Context, Event, Field, Object, ident};
use crate::model::{self, Params, Shape, Slot};
use crate::{pattern, quality};

/// The table of an object type.
pub(crate) fn object(context: &Context<'_>, object: &Object<'_>) -> TokenStream {
    let (type_ident, name, open) = (&object.ident, object.name, object.object.open);
    let members = object.fields.iter().map(|field| member(context, field));
    quote! {
        impl Described for #type_ident {
            const SHAPE: &'static schema::Object = &schema::Object {
                name: #name,
                members: &[#(#members),*],
                open: #open,
            };
        }
    }
}

/// The tables of all event types.
pub(crate) fn events(context: &Context<'_>) -> TokenStream {
    let count = Literal::usize_unsuffixed(context.events.len());
    let events = context.events.iter().map(|Event { event, annotation, .. }| {
        let name = &event.event_type;
        let params = match &event.params {
            Params::Absent => quote! { schema::Params::Absent },
            Params::Empty => quote! { schema::Params::Empty },
            Params::Optional(name) => {
                let name = ident(name);
                quote! { schema::Params::Optional(#name::SHAPE) }
            }
            Params::Required(name) => {
                let name = ident(name);
                quote! { schema::Params::Required(#name::SHAPE) }
            }
        };
        let metadata = slot(event.metadata);
        let qoe = slot(event.qoe);
        let required = &event.required;
        let listed = event.listed;
        let quality = match &event.quality {
            Some(own) => own_quality(context, own),
            None => {
                let name = ident(quality::NAME);
                quote! { #name::SHAPE }
            }
        };
        let document = raw_literal(&event.text);
        let doc = annotation.doc.clone().unwrap_or_default();
        quote! {
            schema::EventShape {
                name: #name,
                doc: #doc,
                params: #params,
                custom_metadata: #metadata,
                qoe_data: #qoe,
                required: &[#(#required),*],
                quality: #quality,
                listed: #listed,
                schema: #document,
            }
        }
    });
    quote! {
        /// The tables of all event types, in the order of the variants.
        static EVENT_SHAPES: [schema::EventShape; #count] = [#(#events),*];
    }
}

/// The table of the quality of experience in an event type that has members of its own.
fn own_quality(context: &Context<'_>, own: &model::Object) -> TokenStream {
    let open = own.open;
    let name = quality::NAME;
    let all = context.objects.iter().find(|object| object.name == name);
    let members = own.members.iter().filter_map(|own| {
        let field = all?.fields.iter().find(|field| field.member.key == own.key)?;
        Some(member_of(context, field, own))
    });
    quote! {
        &schema::Object { name: #name, members: &[#(#members),*], open: #open }
    }
}

fn slot(slot: Slot) -> TokenStream {
    match slot {
        Slot::Absent => quote! { schema::Slot::Absent },
        Slot::Empty => quote! { schema::Slot::Empty },
        Slot::Full => quote! { schema::Slot::Full },
    }
}

fn member(context: &Context<'_>, field: &Field<'_>) -> TokenStream {
    member_of(context, field, field.member)
}

/// The table of a member with the field of another, which has the same key.
fn member_of(context: &Context<'_>, field: &Field<'_>, member: &model::Member) -> TokenStream {
    let key = &member.key;
    let name = field.ident.to_string();
    let required = member.required;
    let shape = shape(context, &member.shape);
    let annotation = &field.annotation;
    let doc = annotation.doc.clone().unwrap_or_default();
    let unit = option(annotation.unit.as_ref());
    let personal = annotation.personal;
    let minimum = option(annotation.minimum.as_ref());
    let maximum = option(annotation.maximum.as_ref());
    let min_length = option(annotation.min_length.map(Literal::usize_unsuffixed).as_ref());
    let pattern = option(annotation.pattern.as_ref());
    let limits = if annotation.has_limits() {
        quote! {
            schema::Limits {
                minimum: #minimum,
                maximum: #maximum,
                min_length: #min_length,
                pattern: #pattern,
            }
        }
    } else {
        quote! { schema::Limits::NONE }
    };
    quote! {
        schema::Member {
            key: #key,
            field: #name,
            required: #required,
            shape: #shape,
            doc: #doc,
            unit: #unit,
            personal: #personal,
            limits: #limits,
        }
    }
}

fn option<T: quote::ToTokens>(value: Option<&T>) -> TokenStream {
    value.map_or_else(|| quote! { None }, |value| quote! { Some(#value) })
}

fn shape(context: &Context<'_>, shape: &Shape) -> TokenStream {
    match shape {
        Shape::Any => quote! { schema::Shape::Any },
        Shape::String => quote! { schema::Shape::String },
        Shape::Integer => quote! { schema::Shape::Integer },
        Shape::Number => quote! { schema::Shape::Number },
        Shape::Boolean => quote! { schema::Shape::Boolean },
        Shape::Metadata => quote! { schema::Shape::CustomMetadata },
        Shape::Array(items) => {
            let items = self::shape(context, items);
            quote! { schema::Shape::Array(&#items) }
        }
        Shape::Map(values) => {
            let values = self::shape(context, values);
            quote! { schema::Shape::Map(&#values) }
        }
        Shape::Object(name) => {
            let name = ident(name);
            quote! { schema::Shape::Object(#name::SHAPE) }
        }
        Shape::Choice(name) => {
            let values = &context.model.choices[name];
            quote! { schema::Shape::Choice(&[#(#values),*]) }
        }
        Shape::Nullable(shape) => {
            let shape = self::shape(context, shape);
            quote! { schema::Shape::Nullable(&#shape) }
        }
        Shape::Ruled(shape, rules) => {
            let (shape, rules) = (self::shape(context, shape), self::rules(rules));
            quote! { schema::Shape::Ruled(&#shape, &#rules) }
        }
    }
}

/// A raw string with as many `#` as the text needs.
fn raw_literal(text: &str) -> Literal {
    let mut hashes = String::from("#");
    while text.contains(&format!("\"{hashes}")) {
        hashes.push('#');
    }
    format!("r{hashes}\"{text}\"{hashes}").parse().unwrap_or_else(|_| Literal::string(text))
}

fn rules(rules: &model::Rules) -> TokenStream {
    let number = |number: &Option<serde_json::Number>| {
        number.as_ref().map(|number| scalar(&number.clone().into()))
    };
    let length = |length: Option<u64>| {
        length.map(|length| {
            let length = Literal::u64_unsuffixed(length);
            quote! { #length }
        })
    };
    let members = [
        ("minimum", number(&rules.minimum)),
        ("exclusive_minimum", number(&rules.exclusive_minimum)),
        ("maximum", number(&rules.maximum)),
        ("exclusive_maximum", number(&rules.exclusive_maximum)),
        ("min_length", length(rules.min_length)),
        ("max_length", length(rules.max_length)),
        ("pattern", rules.pattern.as_deref().map(pattern::tokens)),
        (
            "allowed",
            rules.allowed.as_ref().map(|values| {
                let values = values.iter().map(scalar);
                quote! { &[#(#values),*] }
            }),
        ),
        ("constant", rules.constant.as_ref().map(scalar)),
    ];
    let members = members.into_iter().filter_map(|(name, value)| {
        let (name, value) = (ident(name), value?);
        Some(quote! { #name: Some(#value), })
    });
    quote! { schema::Rules { #(#members)* ..schema::Rules::NONE } }
}

/// A value in a schema, as `schema::Scalar` of the library.
fn scalar(value: &Value) -> TokenStream {
    match value {
        Value::Bool(flag) => quote! { schema::Scalar::Boolean(#flag) },
        Value::Number(number) => match number.as_i64() {
            Some(integer) => {
                let integer = Literal::i64_unsuffixed(integer);
                quote! { schema::Scalar::Integer(#integer) }
            }
            None => {
                let number = Literal::f64_suffixed(number.as_f64().unwrap_or_default());
                quote! { schema::Scalar::Number(#number) }
            }
        },
        Value::String(text) => quote! { schema::Scalar::Text(#text) },
        Value::Null | Value::Array(_) | Value::Object(_) => quote! { schema::Scalar::Null },
    }
}
