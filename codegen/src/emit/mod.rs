//! Stage 7: writes the types, and the code that reads, writes and records them.

mod docs;
mod json;
pub(crate) mod layout;
pub(crate) mod paths;
mod recorder;
mod tracker;
mod typed;
mod types;

use std::collections::BTreeMap;

use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote};

use crate::Bindings;
use crate::annotated::{self, Additions, WITHOUT_EXTRA};
use crate::annotations::{Annotation, Annotations};
use crate::error::Error;
use crate::model::{self, Member, Model, Payload, Shape, Slot};
use crate::naming;

/// The input of all emitters. Each type and event is prepared once.
pub(crate) struct Context<'a> {
    model: &'a Model,
    annotations: &'a Annotations,
    additions: &'a Additions,
    objects: Vec<Object<'a>>,
    events: Vec<Event<'a>>,
}

/// An object type, prepared for the output.
pub(crate) struct Object<'a> {
    name: &'a str,
    ident: syn::Ident,
    object: &'a model::Object,
    annotation: Annotation,
    fields: Vec<Field<'a>>,
}

impl Object<'_> {
    /// Whether the type has a field for unknown members.
    fn has_extra(&self) -> bool {
        self.name != WITHOUT_EXTRA
    }

    fn required(&self) -> impl Iterator<Item = &Field<'_>> {
        self.fields.iter().filter(|field| field.member.required)
    }

    fn optional(&self) -> impl Iterator<Item = &Field<'_>> {
        self.fields.iter().filter(|field| !field.member.required)
    }
}

/// A member, prepared for the output.
struct Field<'a> {
    member: &'a Member,
    ident: syn::Ident,
    /// The type without the `Option` of an optional member.
    base: TokenStream,
    annotation: Annotation,
}

impl Field<'_> {
    /// Whether an argument is converted into the member's type.
    fn is_converted(&self) -> bool {
        matches!(self.member.shape.plain(), Shape::String | Shape::Nullable(_))
    }

    /// The type of an argument that sets the member, and the expression for the member's value.
    fn argument(&self) -> (TokenStream, TokenStream) {
        let Self { ident, base, .. } = self;
        if self.is_converted() {
            (quote! { impl Into<#base> }, quote! { #ident.into() })
        } else {
            (quote! { #base }, quote! { #ident })
        }
    }
}

/// An event type, prepared for the output.
struct Event<'a> {
    event: &'a model::Event,
    variant: syn::Ident,
    annotation: Annotation,
    constructors: Vec<Constructor>,
}

/// A constructor of an event, and the recorder's method of the same name.
struct Constructor {
    name: syn::Ident,
    /// The name and type of its argument besides the time.
    argument: Option<(syn::Ident, TokenStream)>,
    /// The expression for the body.
    body: TokenStream,
    /// The optional parts that it takes, which the event's first constructor does not.
    addition: Option<&'static str>,
}

impl<'a> Context<'a> {
    pub(crate) fn new(
        model: &'a Model,
        annotations: &'a Annotations,
        additions: &'a Additions,
    ) -> Self {
        let objects = model.objects.iter().map(|(name, object)| Object {
            name,
            ident: ident(name),
            object,
            annotation: annotations.type_(name),
            fields: fields(model, annotations, name, object),
        });
        let events = model.events.iter().map(|event| Event {
            event,
            variant: ident(&event.variant),
            annotation: annotations.event(&event.event_type),
            constructors: constructors(event),
        });
        let (objects, events) = (objects.collect(), events.collect());
        Self { model, annotations, additions, objects, events }
    }

    /// The names of all generated types.
    fn type_names(&self) -> impl Iterator<Item = &str> {
        let given = self.model.objects.keys().chain(self.model.choices.keys());
        let enums = self.additions.enums.keys();
        given.chain(enums).map(String::as_str).chain(["EventBody", "EventType"])
    }
}

fn fields<'a>(
    model: &Model,
    annotations: &Annotations,
    type_name: &str,
    object: &'a model::Object,
) -> Vec<Field<'a>> {
    let field = |member: &'a Member| {
        let annotation = annotated::fitting(model, annotations, type_name, member);
        let base = annotation.enum_name.as_ref().map_or_else(
            || rust_type(&member.shape),
            |name| {
                let name = ident(name);
                match member.shape.plain() {
                    Shape::Nullable(_) => quote! { Nullable<#name> },
                    _ => quote! { #name },
                }
            },
        );
        Field { member, ident: ident(&naming::field(&member.key)), base, annotation }
    };
    object.members.iter().map(field).collect()
}

/// The first constructor takes the required parts, and a second one the optional parts as well. So a
/// schema that allows a new optional part breaks no call.
fn constructors(event: &model::Event) -> Vec<Constructor> {
    let variant = ident(&event.variant);
    let params = || ident("params");
    let with_metadata = |params: TokenStream| quote! { impl Into<WithMetadata<#params>> };
    let (short, long) = match event.payload() {
        Payload::Nothing => ((None, quote! { EventBody::#variant }), None),
        Payload::Params(name) => {
            let name = ident(name);
            let body = quote! { EventBody::#variant(Box::new(params)) };
            ((Some((params(), quote! { #name })), body), None)
        }
        Payload::ParamsAndMetadata(name) => {
            let name = ident(name);
            let body = quote! { EventBody::#variant(Box::new(params.into())) };
            ((Some((params(), with_metadata(quote! { #name }))), body), None)
        }
        Payload::OptionalParams(name) => {
            let name = ident(name);
            let body = quote! { EventBody::#variant(Some(Box::new(params))) };
            let long = ((params(), quote! { #name }), body, "`params`");
            ((None, quote! { EventBody::#variant(None) }), Some(long))
        }
        Payload::OptionalParamsAndMetadata(name) => {
            let name = ident(name);
            let taken = with_metadata(quote! { Option<#name> });
            let body = quote! { EventBody::#variant(Box::new(params.into())) };
            let long = ((params(), taken), body, "`params` and metadata");
            ((None, quote! { EventBody::#variant(Box::default()) }), Some(long))
        }
        Payload::Metadata => {
            let body = quote! {
                EventBody::#variant(Box::new(WithMetadata::new((), Some(metadata))))
            };
            let long = ((ident("metadata"), quote! { CustomMetadata }), body, "metadata");
            ((None, quote! { EventBody::#variant(Box::default()) }), Some(long))
        }
    };
    let (argument, body) = short;
    let short = Constructor { name: ident(&event.constructor()), argument, body, addition: None };
    let long = event.full_constructor().zip(long).map(|(name, (argument, body, addition))| {
        let (argument, addition) = (Some(argument), Some(addition));
        Constructor { name: ident(&name), argument, body, addition }
    });
    std::iter::once(short).chain(long).collect()
}

impl Event<'_> {
    /// The name and type of the argument for the time and, if allowed, the quality of experience.
    fn time(&self) -> (syn::Ident, TokenStream) {
        if self.event.qoe == Slot::Full {
            (ident("at"), quote! { impl Into<At> })
        } else {
            (ident("player_time"), quote! { PlayerTime })
        }
    }
}

/// The Rust type of a shape.
pub(crate) fn rust_type(shape: &Shape) -> TokenStream {
    match shape {
        Shape::Any => quote! { Value },
        Shape::String => quote! { String },
        Shape::Integer => quote! { i64 },
        Shape::Number => quote! { f64 },
        Shape::Boolean => quote! { bool },
        Shape::Metadata => quote! { CustomMetadata },
        Shape::Array(items) => {
            let items = rust_type(items);
            quote! { Vec<#items> }
        }
        Shape::Map(values) if *values.plain() == Shape::Any => quote! { Map<String, Value> },
        Shape::Map(values) => {
            let values = rust_type(values);
            quote! { BTreeMap<String, #values> }
        }
        Shape::Object(name) | Shape::Choice(name) => {
            let name = ident(name);
            quote! { #name }
        }
        Shape::Nullable(shape) => {
            let shape = rust_type(shape);
            quote! { Nullable<#shape> }
        }
        Shape::Ruled(shape, _) => rust_type(shape),
    }
}

fn ident(name: &str) -> syn::Ident {
    format_ident!("{name}")
}

/// A `match` on a byte string, first by length, which is nearly unique. Comparing slices is faster
/// than matching patterns, which compare byte by byte.
pub(crate) fn by_bytes(
    bytes: &TokenStream,
    arms: impl IntoIterator<Item = (String, TokenStream)>,
) -> TokenStream {
    let mut lengths: BTreeMap<usize, Vec<(TokenStream, TokenStream)>> = BTreeMap::new();
    for (wanted, result) in arms {
        let literal = Literal::byte_string(wanted.as_bytes());
        let condition = quote! { *#bytes == *#literal };
        let arms = lengths.entry(wanted.len()).or_default();
        match arms.iter_mut().find(|(_, other)| other.to_string() == result.to_string()) {
            Some((conditions, _)) => conditions.extend(quote! { || #condition }),
            None => arms.push((condition, result)),
        }
    }
    let arms = lengths.into_iter().flat_map(|(length, arms)| {
        let length = Literal::usize_unsuffixed(length);
        arms.into_iter().map(move |(condition, result)| {
            quote! { #length if #condition => #result, }
        })
    });
    quote! { match #bytes.len() { #(#arms)* _ => return None, } }
}

/// Writes the files.
pub(crate) fn bindings(context: &Context<'_>) -> Result<Bindings, Error> {
    Ok(Bindings {
        types: layout::file("types.rs", types::file(context))?,
        json: layout::file("json.rs", json::file(context))?,
        recorder: layout::file("recorder.rs", recorder::file(context))?,
        builder: layout::file("builder.rs", typed::builder(context))?,
        online: layout::file("online.rs", typed::online(context))?,
        tracker: layout::file("tracker.rs", tracker::file(context))?,
        remarks: Vec::new(),
    })
}
