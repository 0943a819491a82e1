//! The schemas as tables, for use at run time.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use crate::emit::{Context, Event, Field, Object, ident};
use crate::model::{Params, Shape, Slot};

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
        let document = raw_literal(&event.text);
        let doc = annotation.doc.clone().unwrap_or_default();
        quote! {
            schema::EventShape {
                name: #name,
                doc: #doc,
                params: #params,
                custom_metadata: #metadata,
                qoe_data: #qoe,
                schema: #document,
            }
        }
    });
    quote! {
        /// The tables of all event types, in the order of [`EventType::ALL`].
        static EVENT_SHAPES: [schema::EventShape; #count] = [#(#events),*];
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
    let key = &field.member.key;
    let name = field.ident.to_string();
    let required = field.member.required;
    let shape = shape(context, &field.member.shape);
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
