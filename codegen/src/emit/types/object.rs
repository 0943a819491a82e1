//! An object type: the struct, its functions and its traits.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::{access, arbitrary, builder, table};
use crate::annotated::WITHOUT_EXTRA;
use crate::emit::{Context, Field, Object, by_bytes, docs};
use crate::model::Shape;

/// A type with at most this many required members has a function `new`.
const MAX_ARGUMENTS: usize = 2;

pub(crate) fn items(context: &Context<'_>, object: &Object<'_>) -> TokenStream {
    let parts = [
        definition(object),
        functions(object),
        table::object(context, object),
        checking(object),
        looking(object),
        access::items(object),
        debugging(object),
        traits_of_features(object),
        arbitrary::object(object),
    ];
    parts.into_iter().collect()
}

fn definition(object: &Object<'_>) -> TokenStream {
    let type_ident = &object.ident;
    let description = object.object.description.as_ref();
    let docs = docs::of_name(&object.annotation, description, "A group of members of an event.");
    let members = object.fields.iter().map(|field| {
        let Field { ident, base, member, annotation } = field;
        let docs = docs::of_field(field);
        let alias = (*ident != member.key).then(|| docs::alias(&member.key));
        let seen = if annotation.managed {
            quote! { pub(crate) }
        } else {
            quote! { pub }
        };
        let declared = if member.required {
            quote! { #base }
        } else {
            quote! { Option<#base> }
        };
        quote! { #docs #alias #seen #ident: #declared, }
    });
    let extra = object.has_extra().then(|| {
        quote! {
            /// Members that the schema does not describe: read tolerantly, or to be sent although they
            /// are newer than this crate.
            pub extra: Extra,
        }
    });
    let copy = (!object.has_extra()).then(|| quote! { Copy, });
    let default = object.required().next().is_none().then(|| quote! { Default, });
    quote! {
        #docs
        #[derive(Clone, #copy #default PartialEq)]
        #[non_exhaustive]
        pub struct #type_ident {
            #(#members)*
            #extra
        }
    }
}

fn functions(object: &Object<'_>) -> TokenStream {
    let type_ident = &object.ident;
    let (new, begin) = (constructor(object), builder::begin(object));
    let managed = object.fields.iter().filter(|field| field.annotation.managed).map(managed);
    quote! {
        impl #type_ident {
            #new
            #begin
            #(#managed)*

            /// Checks the sender constraints: ranges, non-empty ids, reserved prefixes.
            ///
            /// # Errors
            ///
            /// Every violation, with a JSON Pointer to the value.
            pub fn check(&self) -> Result<(), ConstraintError> {
                ConstraintError::check(self)
            }
        }
    }
}

/// The function `new`, which takes the required members in order.
fn constructor(object: &Object<'_>) -> Option<TokenStream> {
    let required: Vec<_> = object.required().collect();
    if required.is_empty() || required.len() > MAX_ARGUMENTS {
        return None;
    }
    let arguments = required.iter().map(|field| {
        let (ident, (argument, _)) = (&field.ident, field.argument());
        quote! { #ident: #argument }
    });
    let values = object.fields.iter().map(|field| {
        let Field { ident, member, .. } = field;
        let (_, value) = field.argument();
        match member.required {
            true if field.is_converted() => quote! { #ident: #value },
            true => quote! { #ident },
            false => quote! { #ident: None },
        }
    });
    let extra = object.has_extra().then(|| quote! { extra: Extra::new(), });
    let constness = (!required.iter().any(|field| field.is_converted())).then(|| quote! { const });
    let docs = docs::lines(&[
        "Makes a value with the required members. Set optional ones afterwards, or use \
         [`builder`](Self::builder)."
            .to_owned(),
    ]);
    Some(quote! {
        #docs
        #[must_use]
        pub #constness fn new(#(#arguments),*) -> Self {
            Self { #(#values,)* #extra }
        }
    })
}

/// The function that returns a member that only the library sets.
fn managed(field: &Field<'_>) -> TokenStream {
    let Field { ident, base, member, .. } = field;
    let docs = docs::of_field(field);
    let (read, get) = match member.shape.plain() {
        Shape::Boolean | Shape::Integer | Shape::Number => (quote! { #base }, None),
        _ => (quote! { &#base }, Some(quote! { .as_ref() })),
    };
    quote! {
        #docs
        #[must_use]
        pub fn #ident(&self) -> Option<#read> {
            self.#ident #get
        }
    }
}

fn checking(object: &Object<'_>) -> TokenStream {
    let type_ident = &object.ident;
    let checks = object.fields.iter().enumerate().map(|(at, Field { ident, member, .. })| {
        let at = Literal::usize_unsuffixed(at);
        let ruled = |value: TokenStream| {
            member.shape.has_rules().then(|| {
                quote! { checker.ruled(&Self::SHAPE.members[#at], #value); }
            })
        };
        if member.required {
            let ruled = ruled(quote! { &self.#ident });
            quote! {
                checker.member(&Self::SHAPE.members[#at], &self.#ident);
                #ruled
            }
        } else {
            let ruled = ruled(quote! { value });
            quote! {
                if let Some(value) = &self.#ident {
                    checker.member(&Self::SHAPE.members[#at], value);
                    #ruled
                }
            }
        }
    });
    // Every event has a time.
    let inline = (object.name == WITHOUT_EXTRA).then(|| quote! { #[inline] });
    let extra = object.has_extra().then(|| quote! { checker.extra(Self::SHAPE, &self.extra); });
    quote! {
        impl Check for #type_ident {
            #inline
            fn check_into(&self, _: &schema::Limits, checker: &mut Checker) {
                #(#checks)*
                #extra
            }
        }
    }
}

/// Finding members by their wire keys.
fn looking(object: &Object<'_>) -> TokenStream {
    let type_ident = &object.ident;
    let arms = object.fields.iter().map(|Field { ident, member, .. }| {
        let found = if member.required {
            quote! { &self.#ident }
        } else {
            quote! { self.#ident.as_ref()? }
        };
        (member.key.clone(), found)
    });
    let (key, found) = if object.fields.is_empty() {
        (quote! { _ }, quote! { None })
    } else {
        let found = by_bytes(&quote! { key }, arms);
        (quote! { key }, quote! { let key = key.as_bytes(); Some(#found) })
    };
    let (plain, texts) = (plainness(object), texts(object));
    quote! {
        impl Look for #type_ident {
            #[inline]
            fn member(&self, #key: &str) -> Option<&dyn Look> {
                #found
            }
            #plain
            #texts
        }
    }
}

/// How many bytes its texts take.
fn texts(object: &Object<'_>) -> TokenStream {
    let has_none = |shape: &Shape| matches!(shape, Shape::Integer | Shape::Number | Shape::Boolean);
    let known = object.fields.iter().filter(|field| !has_none(field.member.shape.base()));
    let mut terms = known.map(|Field { ident, member, .. }| {
        if member.required {
            quote! { self.#ident.texts()? }
        } else {
            quote! { match &self.#ident { Some(value) => value.texts()?, None => 0 } }
        }
    });
    let first = terms.next().unwrap_or_else(|| quote! { 0 });
    let extra = object.has_extra().then(|| {
        quote! {
            if !self.extra.is_empty() {
                return None;
            }
        }
    });
    quote! {
        fn texts(&self) -> Option<usize> {
            #extra
            Some(#first #(+ #terms)*)
        }
    }
}

/// Whether it has nothing but members that the schema allows.
fn plainness(object: &Object<'_>) -> Option<TokenStream> {
    let extra = object.has_extra().then(|| quote! { self.extra.is_empty() });
    let ruled = object.fields.iter().enumerate();
    let ruled = ruled.filter(|(_, field)| field.member.shape.has_rules()).map(|(at, field)| {
        let (at, ident) = (Literal::usize_unsuffixed(at), &field.ident);
        let obeys = quote! { obeys(value, &Self::SHAPE.members[#at].shape) };
        if field.member.required {
            quote! { { let value = &self.#ident; #obeys } }
        } else {
            quote! { self.#ident.as_ref().is_none_or(|value| #obeys) }
        }
    });
    let mut conditions = extra.into_iter().chain(ruled);
    let first = conditions.next()?;
    Some(quote! {
        #[inline]
        fn is_plain(&self) -> bool {
            #first #(&& #conditions)*
        }
    })
}

fn debugging(object: &Object<'_>) -> TokenStream {
    let (type_ident, name) = (&object.ident, object.name);
    let entries = object.fields.iter().map(|Field { ident, member, annotation, .. }| {
        let label = ident.to_string();
        match (member.required, annotation.personal) {
            (true, true) => quote! { shown.field(#label, &Redacted); },
            (true, false) => quote! { shown.field(#label, &self.#ident); },
            (false, true) => quote! {
                if self.#ident.is_some() { shown.field(#label, &Redacted); }
            },
            (false, false) => quote! {
                if let Some(value) = &self.#ident { shown.field(#label, value); }
            },
        }
    });
    let extra = object.has_extra().then(|| {
        quote! { if !self.extra.is_empty() { shown.field("extra", &self.extra); } }
    });
    quote! {
        /// Shows the members that are set; hides personal data.
        impl fmt::Debug for #type_ident {
            fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
                let mut shown = to.debug_struct(#name);
                #(#entries)*
                #extra
                shown.finish()
            }
        }
    }
}

fn traits_of_features(object: &Object<'_>) -> TokenStream {
    let (type_ident, name) = (&object.ident, object.name);
    quote! {
        #[cfg(feature = "validator")]
        impl validator::Validate for #type_ident {
            fn validate(&self) -> Result<(), validator::ValidationErrors> {
                validate(self)
            }
        }

        #[cfg(feature = "schemars")]
        impl schemars::JsonSchema for #type_ident {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                #name.into()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                object_schema(Self::SHAPE)
            }
        }
    }
}
