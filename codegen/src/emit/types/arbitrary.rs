//! Random values for property tests, with the feature `quickcheck`.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use crate::emit::{Context, Object};
use crate::model::Payload;

/// Random values of an object type.
pub(crate) fn object(object: &Object<'_>) -> TokenStream {
    let type_ident = &object.ident;
    let values = object.fields.iter().enumerate().map(|(at, field)| {
        let (ident, at) = (&field.ident, Literal::usize_unsuffixed(at));
        let function = if field.member.required {
            quote! { always }
        } else {
            quote! { sometimes }
        };
        quote! { #ident: #function(source, &Self::SHAPE.members[#at]), }
    });
    let source = if object.fields.is_empty() {
        quote! { _ }
    } else {
        quote! { source }
    };
    let extra = object.has_extra().then(|| quote! { extra: Extra::new(), });
    let smaller = object.optional().map(|field| {
        let ident = &field.ident;
        quote! {
            if self.#ident.is_some() {
                smaller.push(Self { #ident: None, ..self.clone() });
            }
        }
    });
    let shrink = object.optional().next().is_some().then(|| {
        quote! {
            fn shrink(&self) -> Box<dyn Iterator<Item = Self>> {
                let mut smaller = Vec::new();
                #(#smaller)*
                Box::new(smaller.into_iter())
            }
        }
    });
    quote! {
        /// Random values that satisfy the schema and the sender constraints.
        #[cfg(feature = "quickcheck")]
        impl quickcheck::Arbitrary for #type_ident {
            fn arbitrary(#source: &mut quickcheck::Gen) -> Self {
                Self { #(#values)* #extra }
            }

            #shrink
        }

        #[cfg(feature = "quickcheck")]
        impl Generate for #type_ident {
            fn generate(
                source: &mut quickcheck::Gen,
                _: &schema::Limits,
                _: &schema::Shape,
            ) -> Self {
                <Self as quickcheck::Arbitrary>::arbitrary(source)
            }
        }
    }
}

/// A random body of a given type.
pub(crate) fn body(context: &Context<'_>) -> TokenStream {
    let any = quote! { quickcheck::Arbitrary::arbitrary(source) };
    let arms = context.events.iter().map(|item| {
        let variant = &item.variant;
        let made = match item.event.payload() {
            Payload::Nothing => quote! { Self::#variant },
            Payload::Params(_) | Payload::OptionalParams(_) => quote! { Self::#variant(#any) },
            Payload::Metadata => quote! {
                Self::#variant(Box::new(WithMetadata::new((), #any)))
            },
            Payload::ParamsAndMetadata(_) | Payload::OptionalParamsAndMetadata(_) => quote! {
                Self::#variant(Box::new(WithMetadata::new(#any, #any)))
            },
        };
        quote! { EventType::#variant => #made, }
    });
    quote! {
        /// A random body of this event type.
        #[cfg(feature = "quickcheck")]
        pub(crate) fn generate(event_type: EventType, source: &mut quickcheck::Gen) -> Self {
            match event_type { #(#arms)* }
        }
    }
}
