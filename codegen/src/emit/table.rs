//! The documents as tables, for whatever must know at run time what is valid.

use proc_macro2::TokenStream;
use quote::quote;

use super::{Context, Field, docs, ident};
use crate::model::{Params, Shape, Slot};
use crate::naming;

pub(crate) fn items(context: &Context<'_>) -> TokenStream {
    let mut items = TokenStream::new();
    for (name, object) in &context.model.objects {
        let table = ident(&naming::shouting(name));
        let open = object.open;
        let fields = context.fields(name);
        let members = fields.iter().map(|field| member(context, field));
        let docs = docs::lines(&[format!("What the documents say of [`{name}`].")]);
        items.extend(quote! {
            #docs
            pub(crate) static #table: crate::schema::Object = crate::schema::Object {
                name: #name,
                members: &[#(#members),*],
                open: #open,
            };
        });
    }
    let count = context.model.events.len();
    let events = context.model.events.iter().map(|event| {
        let name = &event.event_type;
        let params = match &event.params {
            Params::Absent => quote! { crate::schema::Params::Absent },
            Params::Empty => quote! { crate::schema::Params::Empty },
            Params::Optional(name) => {
                let table = ident(&naming::shouting(name));
                quote! { crate::schema::Params::Optional(&#table) }
            }
            Params::Required(name) => {
                let table = ident(&naming::shouting(name));
                quote! { crate::schema::Params::Required(&#table) }
            }
        };
        let metadata = slot(event.metadata);
        let qoe = slot(event.qoe);
        let document = raw_literal(&event.text);
        let doc = context.annotations.event(name).doc.unwrap_or_default();
        quote! {
            crate::schema::EventShape {
                name: #name,
                doc: #doc,
                params: #params,
                custom_metadata: #metadata,
                qoe_data: #qoe,
                document: #document,
            }
        }
    });
    items.extend(quote! {
        /// What the documents say of each event type, in the order of [`EventType::ALL`].
        pub(crate) static EVENT_SHAPES: [crate::schema::EventShape; #count] = [#(#events),*];
    });
    items
}

fn slot(slot: Slot) -> TokenStream {
    match slot {
        Slot::Absent => quote! { crate::schema::Slot::Absent },
        Slot::Empty => quote! { crate::schema::Slot::Empty },
        Slot::Full => quote! { crate::schema::Slot::Full },
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
    let min_length = option(annotation.min_length.as_ref());
    let is_name = annotation.pattern.is_some();
    quote! {
        crate::schema::Member {
            key: #key,
            field: #name,
            required: #required,
            shape: #shape,
            doc: #doc,
            unit: #unit,
            personal: #personal,
            limits: crate::schema::Limits {
                minimum: #minimum,
                maximum: #maximum,
                min_length: #min_length,
                is_name: #is_name,
            },
        }
    }
}

fn option<T: quote::ToTokens>(value: Option<&T>) -> TokenStream {
    value.map_or_else(|| quote! { None }, |value| quote! { Some(#value) })
}

fn shape(context: &Context<'_>, shape: &Shape) -> TokenStream {
    match shape {
        Shape::Any => quote! { crate::schema::Shape::Any },
        Shape::String => quote! { crate::schema::Shape::String },
        Shape::Integer => quote! { crate::schema::Shape::Integer },
        Shape::Number => quote! { crate::schema::Shape::Number },
        Shape::Boolean => quote! { crate::schema::Shape::Boolean },
        Shape::Metadata => quote! { crate::schema::Shape::CustomMetadata },
        Shape::Array(items) => {
            let items = self::shape(context, items);
            quote! { crate::schema::Shape::Array(&#items) }
        }
        Shape::Map(values) => {
            let values = self::shape(context, values);
            quote! { crate::schema::Shape::Map(&#values) }
        }
        Shape::Object(name) => {
            let table = ident(&naming::shouting(name));
            quote! { crate::schema::Shape::Object(&#table) }
        }
        Shape::Choice(name) => {
            let values = &context.model.choices[name];
            quote! { crate::schema::Shape::Choice(&[#(#values),*]) }
        }
    }
}

/// A raw string with as many `#` as the text needs.
fn raw_literal(text: &str) -> proc_macro2::Literal {
    let mut hashes = String::from("#");
    while text.contains(&format!("\"{hashes}")) {
        hashes.push('#');
    }
    format!("r{hashes}\"{text}\"{hashes}")
        .parse()
        .unwrap_or_else(|_| proc_macro2::Literal::string(text))
}
