//! The event type, the body of an event, and constructors for every event.

use proc_macro2::TokenStream;
use quote::quote;

use super::{access, arbitrary, set};
use crate::emit::{Constructor, Context, Event, docs, ident};
use crate::model::{Params, Payload, START, Slot};

pub(crate) fn items(context: &Context<'_>) -> TokenStream {
    let parts = [
        constants(context),
        event_type(context),
        body(context),
        body_impl(context),
        constructors(context),
    ];
    parts.into_iter().collect()
}

/// What all schemas of the folder have in common.
fn constants(context: &Context<'_>) -> TokenStream {
    let takes_point = context.model.takes_point_in_integers;
    let has_rules = context.events.iter().any(|item| {
        let event = item.event;
        !event.listed
            || !event.required.is_empty()
            || event.quality.is_some()
            || event.qoe != Slot::Full
            || (event.event_type == START && event.metadata != Slot::Full)
    });
    quote! {
        /// Whether `1.0` is an integer, as from draft-06 on.
        pub(crate) const INTEGERS_MAY_HAVE_POINT: bool = #takes_point;

        /// Whether the schemas say more of an event as a whole than its type ensures.
        pub(crate) const ENVELOPE_RULES: bool = #has_rules;
    }
}

fn event_type(context: &Context<'_>) -> TokenStream {
    let variants = context.events.iter().map(|Event { event, variant, annotation, .. }| {
        let otherwise = format!("`{}` on the wire.", event.event_type);
        let docs = docs::of_name(annotation, event.description.as_ref(), &otherwise);
        set::Variant { docs, name: variant.clone(), wire: &event.event_type, listed: event.listed }
    });
    let set = set::Set {
        name: "EventType",
        docs: docs::lines(&["The type of an event: a value of `eventType`.".to_owned()]),
        variants: variants.collect(),
    };
    let shape = quote! {
        /// The schema of this event type, as a table.
        #[must_use]
        pub fn shape(self) -> &'static schema::EventShape {
            &EVENT_SHAPES[self as usize]
        }
    };
    set.items(&shape)
}

/// The payload of an event's variant; `None` for a variant without one.
fn payload(event: &Event<'_>) -> Option<TokenStream> {
    let payload = match event.event.payload() {
        Payload::Nothing => return None,
        Payload::Metadata => quote! { WithMetadata<()> },
        Payload::Params(name) | Payload::OptionalParams(name) => {
            let name = ident(name);
            quote! { #name }
        }
        Payload::ParamsAndMetadata(name) => {
            let name = ident(name);
            quote! { WithMetadata<#name> }
        }
        Payload::OptionalParamsAndMetadata(name) => {
            let name = ident(name);
            quote! { WithMetadata<Option<#name>> }
        }
    };
    Some(match event.event.payload() {
        Payload::OptionalParams(_) => quote! { Option<Box<#payload>> },
        _ => quote! { Box<#payload> },
    })
}

fn body(context: &Context<'_>) -> TokenStream {
    let variants = context.events.iter().map(|item| {
        let Event { event, variant, annotation, .. } = item;
        let otherwise = format!("`{}` on the wire.", event.event_type);
        let docs = docs::of_name(annotation, event.description.as_ref(), &otherwise);
        let alias = docs::alias(&event.event_type);
        let payload = payload(item).map(|payload| quote! { (#payload) });
        quote! { #docs #alias #variant #payload, }
    });
    quote! {
        /// The event type, parameters and custom metadata of an event.
        #[derive(Clone, Debug, PartialEq)]
        #[non_exhaustive]
        pub enum EventBody {
            #(#variants)*
            /// An event type that no schema describes. Only a tolerant reader accepts one.
            Other(Box<OtherEvent>),
        }
    }
}

fn body_impl(context: &Context<'_>) -> TokenStream {
    let kinds = context.events.iter().map(|Event { variant, .. }| {
        quote! { Self::#variant { .. } => Some(EventType::#variant), }
    });
    let metadata = with_metadata(context, &quote! { as_ref() });
    let metadata_mut = context.events.iter().filter(|item| holds_metadata(item)).map(|item| {
        let variant = &item.variant;
        quote! { Self::#variant(payload) => Some(&mut payload.custom_metadata), }
    });
    let (checking, bare) = (checking(context), bare(context));
    let (looking, texts, made) = (looking(context), texts(context), access::made(context));
    let generating = arbitrary::body(context);
    quote! {
        impl EventBody {
            /// The event type; `None` if no schema describes it.
            #[must_use]
            pub const fn event_type(&self) -> Option<EventType> {
                match self {
                    #(#kinds)*
                    Self::Other(_) => None,
                }
            }

            /// The custom metadata, if the event type has any and it is set.
            #[must_use]
            pub fn custom_metadata(&self) -> Option<&CustomMetadata> {
                match self {
                    #metadata
                    _ => None,
                }
            }

            /// Mutable access to the custom metadata; `None` on event types that have none.
            #[must_use]
            pub fn custom_metadata_mut(&mut self) -> Option<&mut Option<CustomMetadata>> {
                match self {
                    #(#metadata_mut)*
                    _ => None,
                }
            }

            #checking
            #bare
            #looking
            #texts
            #made
            #generating
        }
    }
}

fn holds_metadata(item: &Event<'_>) -> bool {
    matches!(
        item.event.payload(),
        Payload::Metadata | Payload::ParamsAndMetadata(_) | Payload::OptionalParamsAndMetadata(_)
    )
}

fn with_metadata(context: &Context<'_>, call: &TokenStream) -> TokenStream {
    let arms = context.events.iter().filter(|item| holds_metadata(item)).map(|item| {
        let variant = &item.variant;
        quote! { Self::#variant(payload) => payload.custom_metadata.#call, }
    });
    arms.collect()
}

fn checking(context: &Context<'_>) -> TokenStream {
    let metadata = quote! { checker.custom_metadata(payload.custom_metadata.as_ref()); };
    let arms = context.events.iter().filter_map(|item| {
        let variant = &item.variant;
        Some(match item.event.payload() {
            Payload::Nothing => return None,
            Payload::Params(_) => quote! {
                Self::#variant(params) => checker.params(&**params),
            },
            Payload::OptionalParams(_) => quote! {
                Self::#variant(Some(params)) => checker.params(&**params),
            },
            Payload::Metadata => quote! { Self::#variant(payload) => { #metadata } },
            Payload::ParamsAndMetadata(_) => quote! {
                Self::#variant(payload) => {
                    checker.params(&payload.params);
                    #metadata
                }
            },
            Payload::OptionalParamsAndMetadata(_) => quote! {
                Self::#variant(payload) => {
                    if let Some(params) = &payload.params {
                        checker.params(params);
                    }
                    #metadata
                }
            },
        })
    });
    quote! {
        #[inline]
        pub(crate) fn check_into(&self, checker: &mut Checker) {
            match self {
                #(#arms)*
                Self::Other(other) => other.check_into(checker),
                _ => {}
            }
        }
    }
}

/// Looking into the parameters, whatever their type is.
fn looking(context: &Context<'_>) -> TokenStream {
    let arms = context.events.iter().filter_map(|item| {
        let variant = &item.variant;
        Some(match item.event.payload() {
            Payload::Nothing | Payload::Metadata => return None,
            Payload::Params(_) => quote! { Self::#variant(params) => Some(&**params), },
            Payload::OptionalParams(_) => quote! {
                Self::#variant(params) => params.as_deref().map(|params| params as &dyn Look),
            },
            Payload::ParamsAndMetadata(_) => quote! {
                Self::#variant(payload) => Some(&payload.params),
            },
            Payload::OptionalParamsAndMetadata(_) => quote! {
                Self::#variant(payload) => {
                    payload.params.as_ref().map(|params| params as &dyn Look)
                }
            },
        })
    });
    quote! {
        /// The parameters, if there are any.
        #[inline]
        pub(crate) fn params(&self) -> Option<&dyn Look> {
            match self {
                #(#arms)*
                _ => None,
            }
        }
    }
}

/// How many bytes its texts take.
fn texts(context: &Context<'_>) -> TokenStream {
    let arms = context.events.iter().filter_map(|item| {
        let variant = &item.variant;
        let payload = item.event.payload();
        // No term begins with `match`, which would end the arm.
        let optional = |place: TokenStream| {
            quote! { #place.as_ref().map_or(Some(0), |value| value.texts())? }
        };
        let params = match payload {
            Payload::Nothing => return None,
            Payload::Metadata => None,
            Payload::Params(_) => Some(quote! { payload.texts()? }),
            Payload::OptionalParams(_) => Some(optional(quote! { payload })),
            Payload::ParamsAndMetadata(_) => Some(quote! { payload.params.texts()? }),
            Payload::OptionalParamsAndMetadata(_) => Some(optional(quote! { payload.params })),
        };
        let has_none = matches!(payload, Payload::Params(_) | Payload::OptionalParams(_));
        let metadata = (!has_none).then(|| optional(quote! { payload.custom_metadata }));
        let terms = params.into_iter().chain(metadata);
        Some(quote! { Self::#variant(payload) => #(#terms)+*, })
    });
    quote! {
        /// As [`Look::texts`], of the parameters and the metadata.
        #[inline]
        pub(crate) fn texts(&self) -> Option<usize> {
            Some(match self {
                #(#arms)*
                Self::Other(_) => return None,
                _ => 0,
            })
        }
    }
}

fn bare(context: &Context<'_>) -> TokenStream {
    let arms =
        context.events.iter().filter_map(|Event { event, variant, constructors, .. }| {
            let body = &constructors.first()?.body;
            let is_bare = !matches!(event.params, Params::Required(_));
            is_bare.then(|| quote! { EventType::#variant => #body, })
        });
    quote! {
        /// The body without `params`; `None` if the event type requires them.
        pub(crate) fn without_params(event_type: EventType) -> Option<Self> {
            Some(match event_type {
                #(#arms)*
                #[allow(unreachable_patterns)]
                _ => return None,
            })
        }
    }
}

fn constructors(context: &Context<'_>) -> TokenStream {
    let functions = context.events.iter().flat_map(|item| {
        item.constructors.iter().map(|constructor| {
            let Constructor { name, argument, body, .. } = constructor;
            let docs = docs::of_constructor(item, constructor);
            let (at, time) = item.time();
            let argument = argument.as_ref().map(|(name, taken)| quote! { #name: #taken });
            quote! {
                #docs
                #[must_use]
                pub fn #name(#at: #time, #argument) -> Self {
                    Self::new(#at, #body)
                }
            }
        })
    });
    quote! {
        /// One constructor for each event type.
        impl Event { #(#functions)* }
    }
}
