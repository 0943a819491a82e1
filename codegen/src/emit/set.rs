//! Sets of values: closed ones as the documents have them, open ones as the annotations know
//! them.

use std::collections::BTreeMap;

use proc_macro2::TokenStream;
use quote::quote;

use super::{Context, Field, by_bytes, direct, docs, ident};
use crate::annotations::{Annotation, Known};
use crate::error::Error;
use crate::model::Shape;
use crate::naming;

/// An enum of strings, nothing else being valid.
pub(crate) fn closed(context: &Context<'_>, name: &str, values: &[String]) -> TokenStream {
    let docs =
        docs::of_name(&context.annotations.type_(name), None, "One of a closed set of strings.");
    let variants: Vec<_> = values.iter().map(|value| ident(&naming::pascal(value))).collect();
    let variant_docs = values.iter().map(|value| docs::lines(&[format!("`{value}` on the wire.")]));
    string_enum(name, &docs, &variants, variant_docs, values.iter().map(String::as_str))
}

/// The enum with what every enum of strings has: all values, wire form and back.
pub(crate) fn string_enum<'a>(
    name: &str,
    docs: &TokenStream,
    variants: &[syn::Ident],
    variant_docs: impl Iterator<Item = TokenStream>,
    wire: impl Iterator<Item = &'a str> + Clone,
) -> TokenStream {
    let type_ident = ident(name);
    let back = wire.clone().zip(variants);
    let back = back.map(|(wire, variant)| (wire.to_owned(), quote! { Self::#variant }));
    let reading = direct::naming(name, back.clone());
    let back = by_bytes(&quote! { text }, back, &quote! { return None });
    quote! {
        #docs
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum #type_ident {
            #(#variant_docs #variants,)*
        }

        impl #type_ident {
            /// Every value, in the order of the documents.
            pub const ALL: &'static [Self] = &[#(Self::#variants),*];

            /// The value as it stands on the wire.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { #(Self::#variants => #wire,)* }
            }

            /// The value of a wire form; `None` for anything the documents do not have. Case
            /// matters.
            #[must_use]
            pub fn from_wire(text: &str) -> ::std::option::Option<Self> {
                let text = text.as_bytes();
                Some(#back)
            }
        }

        crate::support::string_enum_traits!(#type_ident);
        #reading
    }
}

/// Enums of known integers in an open set.
pub(crate) fn open(context: &Context<'_>) -> Result<TokenStream, Error> {
    let mut emitted: BTreeMap<String, Vec<Known>> = BTreeMap::new();
    let mut items = TokenStream::new();
    for type_name in context.model.objects.keys() {
        for Field { member, annotation, .. } in context.fields(type_name) {
            let Annotation { enum_name: Some(name), values, .. } = annotation else { continue };
            let refuse = |of: &str, problem: String, remedy: &str| {
                Err(context.annotations.refuse((type_name, &member.key), of, problem, remedy))
            };
            if member.shape != Shape::Integer {
                let problem = format!("the key is no integer, so it cannot be the enum {name}");
                return refuse("enumName", problem, "remove enumName");
            }
            if let Some(at) = context.model.names.get(&name) {
                let problem = format!("the Rust name `{name}` is also that of {at}");
                return refuse("enumName", problem, "choose another name");
            }
            if naming::RESERVED.contains(&name.as_str()) {
                let problem = format!("the Rust name `{name}` belongs to the library");
                return refuse("enumName", problem, "choose another name");
            }
            if !values.iter().all(|known| known.value.is_i64() && known.name != "Other") {
                let problem = format!("not every value can be a variant of the enum {name}");
                return refuse("values", problem, "list integers, with names other than Other");
            }
            match emitted.get(&name) {
                Some(same) if *same == values => {}
                Some(_) => {
                    let problem = format!("the enum {name} has other values elsewhere");
                    return refuse(
                        "enumName",
                        problem,
                        "list the same values, or choose another name",
                    );
                }
                None => {
                    items.extend(open_integers(context, &name, &values));
                    emitted.insert(name, values);
                }
            }
        }
    }
    Ok(items)
}

fn open_integers(context: &Context<'_>, name: &str, known: &[Known]) -> TokenStream {
    let type_ident = ident(name);
    let docs = docs::of_name(
        &context.annotations.type_(name),
        None,
        "A set of known integers; others are valid on the wire and kept as they are.",
    );
    let variants: Vec<_> = known.iter().map(|known| ident(&known.name)).collect();
    let numbers: Vec<_> = known
        .iter()
        .map(|known| proc_macro2::Literal::i64_unsuffixed(known.value.as_i64().unwrap_or_default()))
        .collect();
    let variant_docs = known.iter().map(|known| docs::lines(std::slice::from_ref(&known.doc)));
    quote! {
        #docs
        #[derive(Clone, Copy, Debug)]
        #[non_exhaustive]
        pub enum #type_ident {
            #(#variant_docs #variants,)*
            /// A number that has no name here.
            Other(i64),
        }

        impl ::std::convert::From<i64> for #type_ident {
            fn from(number: i64) -> Self {
                match number { #(#numbers => Self::#variants,)* other => Self::Other(other) }
            }
        }

        impl ::std::convert::From<#type_ident> for i64 {
            fn from(value: #type_ident) -> Self {
                match value {
                    #(#type_ident::#variants => #numbers,)*
                    #type_ident::Other(other) => other,
                }
            }
        }

        crate::support::integer_enum_traits!(#type_ident);
    }
}
