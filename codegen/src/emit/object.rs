//! One object type: the struct, reading, writing, checking.

use proc_macro2::TokenStream;
use quote::quote;

use super::{Context, Field, builder, by_bytes, direct, docs, ident};
use crate::error::{Error, below};
use crate::model::{Object, Shape};
use crate::naming;

/// The one object whose unknown members are kept by the event around it, so that it stays small
/// and `Copy`.
const WITHOUT_EXTRA: &str = "PlayerTime";

/// Up to this many required members, `new` takes them in order.
const MOST_ARGUMENTS: usize = 2;

pub(crate) fn items(context: &Context<'_>, name: &str) -> Result<TokenStream, Error> {
    let object = &context.model.objects[name];
    let fields = context.fields(name);
    let keeps_extra = name != WITHOUT_EXTRA;
    if !keeps_extra {
        keeps_copy(object)?;
    }
    for Field { member, annotation, .. } in &fields {
        if annotation.managed && member.required {
            return Err(context.annotations.refuse(
                (name, &member.key),
                "managed",
                "the key is required, so the library cannot manage it",
                "remove managed",
            ));
        }
    }
    let parts = [
        definition(context, name, &fields, keeps_extra),
        constructor(name, &fields, keeps_extra),
        builder::items(name, &fields, keeps_extra),
        writing(name, &fields, keeps_extra),
        reading(name, &fields, keeps_extra, object.open),
        direct::reading(name, &fields, keeps_extra),
        direct::writing(name, &fields, keeps_extra),
        checking(name, &fields, keeps_extra),
        debugging(name, &fields, keeps_extra),
        generating(name, &fields, keeps_extra),
    ];
    let type_ident = ident(name);
    let table = ident(&naming::shouting(name));
    Ok(quote! {
        #(#parts)*
        impl crate::support::Described for #type_ident {
            const SHAPE: &'static crate::schema::Object = &#table;
        }
        crate::support::object_traits!(#type_ident);
    })
}

/// The one object without a place for more has to be closed, and `Copy` in every member.
fn keeps_copy(object: &Object) -> Result<(), Error> {
    let refuse = |pointer: String, problem: &str, remedy: &str| {
        Err(Error::new(&object.at.file, pointer, problem, remedy))
    };
    if object.open {
        return refuse(
            object.at.pointer.clone(),
            "the player time is not a closed object",
            "write `\"additionalProperties\": false`, as the published documents do",
        );
    }
    for member in &object.members {
        if !matches!(member.shape, Shape::Integer | Shape::Number | Shape::Boolean) {
            return refuse(
                below(&below(&object.at.pointer, "properties"), &member.key),
                "the player time holds more than numbers and booleans",
                "teach the generator to do without `Copy` there",
            );
        }
    }
    Ok(())
}

fn definition(
    context: &Context<'_>,
    name: &str,
    fields: &[Field<'_>],
    keeps_extra: bool,
) -> TokenStream {
    let type_ident = ident(name);
    let docs = docs::of_name(
        &context.annotations.type_(name),
        context.model.objects[name].description.as_ref(),
        "A group of members of an event.",
    );
    let members = fields.iter().map(|field| {
        let Field { ident, base, member, .. } = field;
        let docs = docs::of_field(field);
        let key = &member.key;
        let alias = (*ident != key).then(|| quote! { #[doc(alias = #key)] });
        let declared = if member.required {
            quote! { #base }
        } else {
            quote! { ::std::option::Option<#base> }
        };
        if field.annotation.managed {
            return quote! { #docs #alias pub(crate) #ident: #declared, };
        }
        quote! { #docs #alias pub #ident: #declared, }
    });
    let managed = fields.iter().filter(|field| field.annotation.managed).map(|field| {
        let Field { ident, base, .. } = field;
        let docs = docs::of_field(field);
        let is_scalar =
            matches!(field.member.shape, Shape::Boolean | Shape::Integer | Shape::Number);
        let (read, get) = if is_scalar {
            (quote! { #base }, quote! { self.#ident })
        } else {
            (quote! { &#base }, quote! { self.#ident.as_ref() })
        };
        quote! {
            #docs
            #[must_use]
            pub fn #ident(&self) -> ::std::option::Option<#read> {
                #get
            }
        }
    });
    let managed: Vec<_> = managed.collect();
    let accessors = (!managed.is_empty()).then(|| quote! { impl #type_ident { #(#managed)* } });
    let extra = keeps_extra.then(|| {
        quote! {
            /// Members that the schema documents do not have: kept by a tolerant reader, and the
            /// way to send a key that is newer than this crate.
            pub extra: crate::extra::Extra,
        }
    });
    let copy = (!keeps_extra).then(|| quote! { Copy, });
    let default = fields.iter().all(|field| !field.member.required).then(|| quote! { Default, });
    quote! {
        #docs
        #[derive(Clone, #copy #default PartialEq)]
        #[non_exhaustive]
        pub struct #type_ident {
            #(#members)*
            #extra
        }

        #accessors
    }
}

/// `new` with the required members, where they are few enough to need no names.
fn constructor(name: &str, fields: &[Field<'_>], keeps_extra: bool) -> TokenStream {
    let required: Vec<_> = fields.iter().filter(|field| field.member.required).collect();
    if required.is_empty() || required.len() > MOST_ARGUMENTS {
        return TokenStream::new();
    }
    let type_ident = ident(name);
    let arguments = required.iter().map(|field| {
        let (ident, (argument, _)) = (&field.ident, field.argument());
        quote! { #ident: #argument }
    });
    let values = fields.iter().map(|field| {
        let Field { ident, member, .. } = field;
        if member.required {
            let (_, value) = field.argument();
            quote! { #ident: #value }
        } else {
            quote! { #ident: ::std::option::Option::None }
        }
    });
    let extra = keeps_extra.then(|| quote! { extra: crate::extra::Extra::new(), });
    let constness = (!required.iter().any(|field| field.is_string())).then(|| quote! { const });
    let docs = docs::lines(&[format!(
        "The required members; what is optional can be set afterwards, or with `{name}::builder`."
    )]);
    quote! {
        impl #type_ident {
            #docs
            #[must_use]
            pub #constness fn new(#(#arguments),*) -> Self {
                Self { #(#values,)* #extra }
            }
        }
    }
}

fn writing(name: &str, fields: &[Field<'_>], keeps_extra: bool) -> TokenStream {
    let type_ident = ident(name);
    let entries = fields.iter().map(|Field { ident, member, .. }| {
        let key = &member.key;
        if member.required {
            quote! {
                members.serialize_entry(#key, &crate::support::Writing(&self.#ident))?;
            }
        } else {
            quote! {
                if let Some(value) = &self.#ident {
                    members.serialize_entry(#key, &crate::support::Writing(value))?;
                }
            }
        }
    });
    let extra = keeps_extra.then(|| {
        quote! { self.extra.write::<Self, _>(&mut members)?; }
    });
    quote! {
        impl ::serde::Serialize for #type_ident {
            fn serialize<S: ::serde::Serializer>(
                &self,
                serializer: S,
            ) -> ::std::result::Result<S::Ok, S::Error> {
                use ::serde::ser::SerializeMap as _;
                let mut members = serializer.serialize_map(None)?;
                #(#entries)*
                #extra
                members.end()
            }
        }
    }
}

fn reading(name: &str, fields: &[Field<'_>], keeps_extra: bool, open: bool) -> TokenStream {
    let type_ident = ident(name);
    let visitor = ident(&format!("{name}Visitor"));
    let keys = fields.iter().enumerate();
    let keys = keys.map(|(at, field)| (field.member.key.clone(), quote! { #at }));
    let index = by_bytes(&quote! { key }, keys, &quote! { return None });
    let declarations = fields.iter().map(|Field { ident, base, .. }| {
        quote! { let mut #ident: ::std::option::Option<#base> = None; }
    });
    let arms = fields.iter().enumerate().map(|(at, Field { ident, member, .. })| {
        let key = &member.key;
        quote! {
            crate::support::Key::Known(#at) => {
                crate::support::read_member(&mut #ident, #key, &mut members__, self.0)?;
            }
        }
    });
    let values = fields.iter().map(|Field { ident, member, .. }| {
        let key = &member.key;
        if member.required {
            quote! { #ident: crate::support::required(#ident, #key)?, }
        } else {
            quote! { #ident, }
        }
    });
    let (made, output, read) = if keeps_extra {
        (
            quote! { #type_ident { #(#values)* extra: extra__ } },
            quote! { #type_ident },
            quote! {
                fn read<'de, D: ::serde::Deserializer<'de>>(
                    deserializer: D,
                    mode: crate::support::Mode,
                ) -> ::std::result::Result<Self, D::Error> {
                    deserializer.deserialize_map(#visitor(mode))
                }
            },
        )
    } else {
        (
            quote! { (#type_ident { #(#values)* }, extra__) },
            quote! { (#type_ident, crate::extra::Extra) },
            quote! {
                fn read<'de, D: ::serde::Deserializer<'de>>(
                    deserializer: D,
                    mode: crate::support::Mode,
                ) -> ::std::result::Result<Self, D::Error> {
                    Self::read_keeping(deserializer, mode).map(|(read, _)| read)
                }
            },
        )
    };
    let keeping = (!keeps_extra).then(|| {
        quote! {
            impl #type_ident {
                /// Reads the object and hands back what it has no room for.
                pub(crate) fn read_keeping<'de, D: ::serde::Deserializer<'de>>(
                    deserializer: D,
                    mode: crate::support::Mode,
                ) -> ::std::result::Result<(Self, crate::extra::Extra), D::Error> {
                    deserializer.deserialize_map(#visitor(mode))
                }
            }
        }
    });
    quote! {
        struct #visitor(crate::support::Mode);

        impl #visitor {
            fn index(key: &str) -> ::std::option::Option<usize> {
                let key = key.as_bytes();
                Some(#index)
            }
        }

        impl<'de> ::serde::de::Visitor<'de> for #visitor {
            type Value = #output;

            fn expecting(&self, to: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                to.write_str("an object")
            }

            fn visit_map<A: ::serde::de::MapAccess<'de>>(
                self,
                mut members__: A,
            ) -> ::std::result::Result<Self::Value, A::Error> {
                #(#declarations)*
                let mut extra__ = crate::extra::Extra::new();
                while let Some(key__) =
                    members__.next_key_seed(crate::support::MemberKey(Self::index))?
                {
                    match key__ {
                        #(#arms)*
                        other__ => {
                            extra__.read(other__, &mut members__, self.0.keeps(#open))?;
                        }
                    }
                }
                Ok(#made)
            }
        }

        #keeping

        impl crate::support::Wire for #type_ident {
            #read

            fn write<S: ::serde::Serializer>(
                &self,
                serializer: S,
            ) -> ::std::result::Result<S::Ok, S::Error> {
                ::serde::Serialize::serialize(self, serializer)
            }
        }
    }
}

fn checking(name: &str, fields: &[Field<'_>], keeps_extra: bool) -> TokenStream {
    let type_ident = ident(name);
    let table = ident(&naming::shouting(name));
    let checks = fields.iter().enumerate().map(|(at, Field { ident, member, .. })| {
        if member.required {
            quote! { checker.member(&#table.members[#at], &self.#ident); }
        } else {
            quote! {
                if let Some(value) = &self.#ident {
                    checker.member(&#table.members[#at], value);
                }
            }
        }
    });
    let extra = keeps_extra.then(|| quote! { checker.extra(&#table, &self.extra); });
    quote! {
        impl crate::support::Check for #type_ident {
            fn check_into(
                &self,
                _: &crate::schema::Limits,
                checker: &mut crate::support::Checker,
            ) {
                #(#checks)*
                #extra
            }
        }
    }
}

fn debugging(name: &str, fields: &[Field<'_>], keeps_extra: bool) -> TokenStream {
    let type_ident = ident(name);
    let entries = fields.iter().map(|Field { ident, member, annotation, .. }| {
        let label = ident.to_string();
        let value = if annotation.personal {
            quote! { &crate::support::Redacted }
        } else if member.required {
            quote! { &self.#ident }
        } else {
            quote! { value }
        };
        if member.required {
            quote! { shown.field(#label, #value); }
        } else if annotation.personal {
            quote! { if self.#ident.is_some() { shown.field(#label, #value); } }
        } else {
            quote! { if let Some(value) = &self.#ident { shown.field(#label, #value); } }
        }
    });
    let extra = keeps_extra.then(|| {
        quote! { if !self.extra.is_empty() { shown.field("extra", &self.extra); } }
    });
    quote! {
        /// Shows the members that are set, and hides personal data.
        impl ::std::fmt::Debug for #type_ident {
            fn fmt(&self, to: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                let mut shown = to.debug_struct(#name);
                #(#entries)*
                #extra
                shown.finish()
            }
        }
    }
}

fn generating(name: &str, fields: &[Field<'_>], keeps_extra: bool) -> TokenStream {
    let type_ident = ident(name);
    let table = ident(&naming::shouting(name));
    let values = fields.iter().enumerate().map(|(at, Field { ident, member, .. })| {
        let function = if member.required {
            quote! { always }
        } else {
            quote! { sometimes }
        };
        quote! { #ident: crate::support::#function(source, &#table.members[#at].limits), }
    });
    let extra = keeps_extra.then(|| quote! { extra: crate::extra::Extra::new(), });
    let smaller = fields.iter().filter(|field| !field.member.required).map(|field| {
        let ident = &field.ident;
        quote! {
            if self.#ident.is_some() {
                smaller.push(Self { #ident: None, ..self.clone() });
            }
        }
    });
    let shrink = fields.iter().any(|field| !field.member.required).then(|| {
        quote! {
            fn shrink(&self) -> ::std::boxed::Box<dyn ::std::iter::Iterator<Item = Self>> {
                let mut smaller = ::std::vec::Vec::new();
                #(#smaller)*
                ::std::boxed::Box::new(smaller.into_iter())
            }
        }
    });
    quote! {
        /// Values that are valid on the wire and keep a careful sender's constraints.
        #[cfg(feature = "quickcheck")]
        impl ::quickcheck::Arbitrary for #type_ident {
            fn arbitrary(source: &mut ::quickcheck::Gen) -> Self {
                Self { #(#values)* #extra }
            }

            #shrink
        }
    }
}
