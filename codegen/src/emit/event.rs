//! The event type, the body per event type, and constructors for every event.

use std::collections::BTreeMap;

use proc_macro2::TokenStream;
use quote::quote;

use super::{Context, by_bytes, docs, ident, set};
use crate::model::{Event, Params, Slot};
use crate::naming;

pub(crate) fn items(context: &Context<'_>) -> TokenStream {
    let mut items = event_type(context);
    items.extend(body(context));
    items.extend(constructors(context));
    items
}

fn event_type(context: &Context<'_>) -> TokenStream {
    let events = &context.model.events;
    let docs = docs::lines(&[
        "The kind of an event: the values of `eventType` that the documents know.".to_owned(),
    ]);
    let variants: Vec<_> = events.iter().map(|event| ident(&event.variant)).collect();
    let variant_docs = events.iter().map(|event| variant_docs(context, event));
    let wire = events.iter().map(|event| event.event_type.as_str());
    let listing = set::string_enum("EventType", &docs, &variants, variant_docs, wire);
    quote! {
        #listing

        impl EventType {
            /// What the schema documents say of events of this type.
            #[must_use]
            pub fn shape(self) -> &'static crate::schema::EventShape {
                &EVENT_SHAPES[self as usize]
            }
        }
    }
}

fn variant_docs(context: &Context<'_>, event: &Event) -> TokenStream {
    let annotation = context.annotations.event(&event.event_type);
    let otherwise = format!("`{}` on the wire.", event.event_type);
    docs::of_name(&annotation, event.description.as_ref(), &otherwise)
}

/// What the variant of an event holds; `None` for a variant without payload.
fn payload(event: &Event) -> Option<TokenStream> {
    let full = event.metadata == Slot::Full;
    match &event.params {
        Params::Absent | Params::Empty if full => {
            Some(quote! { ::std::boxed::Box<crate::metadata::WithMetadata<()>> })
        }
        Params::Absent | Params::Empty => None,
        Params::Optional(name) => {
            let name = ident(name);
            Some(if full {
                quote! { ::std::boxed::Box<crate::metadata::WithMetadata<Option<#name>>> }
            } else {
                quote! { Option<::std::boxed::Box<#name>> }
            })
        }
        Params::Required(name) => {
            let name = ident(name);
            Some(if full {
                quote! { ::std::boxed::Box<crate::metadata::WithMetadata<#name>> }
            } else {
                quote! { ::std::boxed::Box<#name> }
            })
        }
    }
}

fn body(context: &Context<'_>) -> TokenStream {
    let events = &context.model.events;
    let variants = events.iter().map(|event| {
        let docs = variant_docs(context, event);
        let variant = ident(&event.variant);
        let alias = &event.event_type;
        payload(event).map_or_else(
            || quote! { #docs #[doc(alias = #alias)] #variant, },
            |payload| quote! { #docs #[doc(alias = #alias)] #variant(#payload), },
        )
    });
    let kinds = events.iter().map(|event| {
        let variant = ident(&event.variant);
        quote! { Self::#variant { .. } => Some(EventType::#variant), }
    });
    let each = |call: TokenStream| {
        let arms = events.iter().map(move |event| {
            let variant = ident(&event.variant);
            let call = call.clone();
            payload(event).map(|_| quote! { Self::#variant(payload) => payload.#call, })
        });
        arms.flatten().collect::<TokenStream>()
    };
    let writes = each(quote! { write_params(members) });
    let writes_direct = each(quote! { write_params_direct(text) });
    let checks = each(quote! { check_payload(checker) });
    let metadata = each(quote! { custom_metadata() });
    let metadata_mut = each(quote! { custom_metadata_mut() });
    let reads = events.iter().filter_map(|event| {
        let variant = ident(&event.variant);
        let has_params = matches!(event.params, Params::Optional(_) | Params::Required(_));
        has_params.then(|| {
            quote! {
                EventType::#variant => {
                    Self::#variant(crate::support::Payload::read_params(deserializer, mode)?)
                }
            }
        })
    });
    let reads_direct = events.iter().filter_map(|event| {
        let variant = ident(&event.variant);
        let has_params = matches!(event.params, Params::Optional(_) | Params::Required(_));
        has_params.then(|| {
            quote! {
                EventType::#variant => {
                    Self::#variant(crate::support::Payload::read_params_direct(cursor)?)
                }
            }
        })
    });
    let likely = likely(context);
    let bare = events.iter().filter_map(|event| {
        let variant = ident(&event.variant);
        match (&event.params, payload(event)) {
            (Params::Required(_), _) => None,
            (_, None) => Some(quote! { EventType::#variant => Self::#variant, }),
            (_, Some(_)) => Some(quote! {
                EventType::#variant => Self::#variant(::std::default::Default::default()),
            }),
        }
    });
    let arbitrary = events.iter().map(|event| {
        let variant = ident(&event.variant);
        payload(event).map_or_else(
            || quote! { EventType::#variant => Self::#variant, },
            |_| {
                quote! {
                    EventType::#variant => {
                        Self::#variant(crate::support::Payload::generate(source))
                    }
                }
            },
        )
    });
    quote! {
        /// What an event reports: one variant per event type, with what is particular to it.
        #[derive(Clone, Debug, PartialEq)]
        #[non_exhaustive]
        pub enum EventBody {
            #(#variants)*
            /// An event of a type that the documents do not know, as a tolerant reader keeps it.
            Other(::std::boxed::Box<crate::event::OtherEvent>),
        }

        impl EventBody {
            /// The event's type; `None` if the documents do not know it.
            #[must_use]
            pub const fn event_type(&self) -> Option<EventType> {
                match self {
                    #(#kinds)*
                    Self::Other(_) => None,
                }
            }

            /// The custom metadata, on event types that carry it.
            #[must_use]
            pub fn custom_metadata(&self) -> Option<&crate::metadata::CustomMetadata> {
                #[allow(unused_imports)]
                use crate::support::Payload as _;
                match self {
                    #metadata
                    _ => None,
                }
            }

            /// The place of the custom metadata; `None` on event types that carry none.
            #[must_use]
            pub fn custom_metadata_mut(
                &mut self,
            ) -> Option<&mut Option<crate::metadata::CustomMetadata>> {
                #[allow(unused_imports)]
                use crate::support::Payload as _;
                match self {
                    #metadata_mut
                    _ => None,
                }
            }

            pub(crate) fn write_params<M: ::serde::ser::SerializeMap>(
                &self,
                members: &mut M,
            ) -> ::std::result::Result<(), M::Error> {
                #[allow(unused_imports)]
                use crate::support::Payload as _;
                match self {
                    #writes
                    _ => Ok(()),
                }
            }

            /// The same, to a text: `params`, if there are any, behind a comma.
            pub(crate) fn write_params_direct(
                &self,
                text: &mut ::std::vec::Vec<u8>,
            ) -> ::std::result::Result<(), crate::direct::Declined> {
                #[allow(unused_imports)]
                use crate::support::Payload as _;
                match self {
                    #writes_direct
                    _ => Ok(()),
                }
            }

            pub(crate) fn check_into(&self, checker: &mut crate::support::Checker) {
                #[allow(unused_imports)]
                use crate::support::Payload as _;
                match self {
                    #checks
                    _ => {}
                }
            }

            /// The body of a type whose `params` hold named members.
            pub(crate) fn read_params<'de, D: ::serde::Deserializer<'de>>(
                event_type: EventType,
                deserializer: D,
                mode: crate::support::Mode,
            ) -> ::std::result::Result<Self, D::Error> {
                Ok(match event_type {
                    #(#reads)*
                    _ => return Err(crate::support::no_params()),
                })
            }

            /// The same, from plain text.
            pub(crate) fn read_params_direct(
                event_type: EventType,
                cursor: &mut crate::direct::Cursor<'_>,
            ) -> ::std::result::Result<Self, crate::direct::Declined> {
                Ok(match event_type {
                    #(#reads_direct)*
                    _ => return Err(crate::direct::Declined),
                })
            }

            #likely

            /// The body of a type that needs no `params`; `None` where they are required.
            pub(crate) fn without_params(event_type: EventType) -> Option<Self> {
                Some(match event_type {
                    #(#bare)*
                    #[allow(unreachable_patterns)]
                    _ => return None,
                })
            }

            /// Any body of the type, for property tests.
            #[cfg(feature = "quickcheck")]
            pub(crate) fn generate(event_type: EventType, source: &mut ::quickcheck::Gen) -> Self {
                match event_type {
                    #(#arbitrary)*
                }
            }
        }
    }
}

/// A guess at the type of an event whose `params` come first: nearly every key belongs to one.
fn likely(context: &Context<'_>) -> TokenStream {
    let mut of_key: BTreeMap<&str, syn::Ident> = BTreeMap::new();
    for event in &context.model.events {
        if let Params::Optional(name) | Params::Required(name) = &event.params {
            for member in &context.model.objects[name].members {
                of_key.entry(&member.key).or_insert_with(|| ident(&event.variant));
            }
        }
    }
    let arms = of_key.into_iter();
    let arms = arms.map(|(key, variant)| (key.to_owned(), quote! { EventType::#variant }));
    let types = by_bytes(&quote! { key }, arms, &quote! { return None });
    quote! {
        /// A type whose `params` hold the key; there may be others.
        pub(crate) fn likely_type(key: &[u8]) -> ::std::option::Option<EventType> {
            Some(#types)
        }
    }
}

/// Constructors for `Event`, as a macro: the type they belong to is not known here.
fn constructors(context: &Context<'_>) -> TokenStream {
    let functions = context.model.events.iter().map(|event| {
        let function = ident(&naming::snake(&event.event_type));
        let variant = ident(&event.variant);
        let full = event.metadata == Slot::Full;
        let event_type = &event.event_type;
        let docs = docs::lines(&[
            format!("A `{event_type}` event."),
            context.annotations.event(event_type).doc.unwrap_or_default(),
        ]);
        if let Params::Required(name) = &event.params {
            let name = ident(name);
            let (taken, made) = if full {
                (
                    quote! { impl Into<crate::metadata::WithMetadata<#name>> },
                    quote! { Box::new(params.into()) },
                )
            } else {
                (quote! { #name }, quote! { Box::new(params) })
            };
            return quote! {
                #docs
                #[must_use]
                pub fn #function(player_time: PlayerTime, params: #taken) -> Self {
                    Self::new(player_time, EventBody::#variant(#made))
                }
            };
        }
        let made = if payload(event).is_some() {
            quote! { EventBody::#variant(Default::default()) }
        } else {
            quote! { EventBody::#variant }
        };
        quote! {
            #docs
            #[must_use]
            pub fn #function(player_time: PlayerTime) -> Self {
                Self::new(player_time, #made)
            }
        }
    });
    quote! {
        macro_rules! event_constructors {
            () => { #(#functions)* };
        }
        pub(crate) use event_constructors;
    }
}
