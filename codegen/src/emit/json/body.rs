//! Reading and writing the `params` of an event.

use std::collections::BTreeMap;

use proc_macro2::TokenStream;
use quote::quote;

use crate::emit::{Context, by_bytes};
use crate::model::{Params, Payload};

pub(crate) fn items(context: &Context<'_>) -> TokenStream {
    let (reading, writing, likely) = (reading(context), writing(context), likely(context));
    quote! {
        impl EventBody {
            #reading
            #writing
            #likely
        }
    }
}

fn reading(context: &Context<'_>) -> TokenStream {
    let arms = context.events.iter().filter_map(|item| {
        let variant = &item.variant;
        let value = quote! { source.params()? };
        let made = match item.event.payload() {
            Payload::Nothing | Payload::Metadata => return None,
            Payload::Params(_) => quote! { Box::new(#value) },
            Payload::OptionalParams(_) => quote! { Some(Box::new(#value)) },
            Payload::ParamsAndMetadata(_) => quote! {
                Box::new(WithMetadata::new(#value, None))
            },
            Payload::OptionalParamsAndMetadata(_) => quote! {
                Box::new(WithMetadata::new(Some(#value), None))
            },
        };
        Some(quote! { EventType::#variant => Self::#variant(#made), })
    });
    quote! {
        /// Reads `params`, and makes the body of them.
        pub(crate) fn read_params<S: ParamsSource>(
            event_type: EventType,
            source: S,
        ) -> Result<Self, S::Error> {
            Ok(match event_type {
                #(#arms)*
                #[allow(unreachable_patterns)]
                _ => return Err(source.no_params()),
            })
        }
    }
}

fn writing(context: &Context<'_>) -> TokenStream {
    let arms = context.events.iter().filter_map(|item| {
        let variant = &item.variant;
        Some(match item.event.payload() {
            Payload::Nothing | Payload::Metadata => return None,
            Payload::Params(_) => quote! {
                Self::#variant(params) => writer.member(",\"params\":", &**params),
            },
            Payload::OptionalParams(_) => quote! {
                Self::#variant(params) => writer.optional(",\"params\":", params.as_deref()),
            },
            Payload::ParamsAndMetadata(_) => quote! {
                Self::#variant(payload) => writer.member(",\"params\":", &payload.params),
            },
            Payload::OptionalParamsAndMetadata(_) => quote! {
                Self::#variant(payload) => writer.optional(",\"params\":", payload.params.as_ref()),
            },
        })
    });
    quote! {
        /// Writes `params`, if the event has any.
        pub(crate) fn write_params<W: MemberWriter>(
            &self,
            writer: &mut W,
        ) -> Result<(), W::Error> {
            match self {
                #(#arms)*
                _ => Ok(()),
            }
        }
    }
}

/// Guesses the event type from a key of `params`. Most keys occur in one event type only.
fn likely(context: &Context<'_>) -> TokenStream {
    let mut of_key: BTreeMap<&str, &syn::Ident> = BTreeMap::new();
    for item in context.events.iter().filter(|item| item.event.listed) {
        if let Params::Optional(name) | Params::Required(name) = &item.event.params {
            for member in &context.model.objects[name].members {
                of_key.entry(&member.key).or_insert(&item.variant);
            }
        }
    }
    let arms = of_key.into_iter();
    let arms = arms.map(|(key, variant)| (key.to_owned(), quote! { EventType::#variant }));
    let types = by_bytes(&quote! { key }, arms);
    quote! {
        /// An event type whose `params` have the key; there may be several.
        pub(crate) fn likely_type(key: &[u8]) -> Option<EventType> {
            Some(#types)
        }
    }
}
