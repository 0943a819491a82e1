//! Enums for sets of values: closed sets from the schemas, open sets from the annotations.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use crate::annotations::Known;
use crate::emit::{Context, by_bytes, docs, ident};
use crate::naming;

/// A closed set of strings.
pub(crate) struct Set<'a> {
    pub(crate) name: &'a str,
    pub(crate) docs: TokenStream,
    pub(crate) variants: Vec<Variant<'a>>,
}

pub(crate) struct Variant<'a> {
    pub(crate) docs: TokenStream,
    pub(crate) name: syn::Ident,
    pub(crate) wire: &'a str,
    /// Whether it is a value on the wire, and not only named by the library.
    pub(crate) listed: bool,
}

/// The enum for a closed set in a schema.
pub(crate) fn closed(context: &Context<'_>, name: &str, values: &[String]) -> TokenStream {
    let annotation = context.annotations.type_(name);
    let set = Set {
        name,
        docs: docs::of_name(&annotation, None, "One of a closed set of strings."),
        variants: values
            .iter()
            .map(|value| Variant {
                docs: docs::lines(&[format!("`{value}` on the wire.")]),
                name: ident(&naming::pascal(value)),
                wire: value,
                listed: true,
            })
            .collect(),
    };
    set.items(&TokenStream::new())
}

impl Set<'_> {
    /// The enum with its functions and traits; `more` are additional functions.
    pub(crate) fn items(&self, more: &TokenStream) -> TokenStream {
        let Self { name, docs, variants } = self;
        let type_ident = ident(name);
        let definitions = variants.iter().map(|Variant { docs, name, .. }| quote! { #docs #name, });
        let names: Vec<_> = variants.iter().map(|variant| &variant.name).collect();
        let wire = variants.iter().map(|variant| variant.wire);
        let listed = || variants.iter().filter(|variant| variant.listed);
        let all = listed().map(|variant| &variant.name);
        let back =
            listed().map(|Variant { name, wire, .. }| ((*wire).to_owned(), quote! { Self::#name }));
        let back = by_bytes(&quote! { text }, back);
        let traits = string_traits(name);
        quote! {
            #docs
            #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
            #[non_exhaustive]
            pub enum #type_ident {
                #(#definitions)*
            }

            impl #type_ident {
                /// Every value, in the order of the schemas.
                pub const ALL: &'static [Self] = &[#(Self::#all),*];

                /// The value on the wire.
                #[must_use]
                pub const fn as_str(self) -> &'static str {
                    match self { #(Self::#names => #wire,)* }
                }

                /// Finds the value by its string on the wire, which is case-sensitive; `None` for an
                /// unknown string.
                #[must_use]
                pub fn from_wire(text: &str) -> Option<Self> {
                    Self::from_bytes(text.as_bytes())
                }

                pub(crate) fn from_bytes(text: &[u8]) -> Option<Self> {
                    Some(#back)
                }

                #more
            }

            #traits
        }
    }
}

fn string_traits(name: &str) -> TokenStream {
    let type_ident = ident(name);
    quote! {
        impl fmt::Display for #type_ident {
            fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
                to.pad(self.as_str())
            }
        }

        impl FromStr for #type_ident {
            type Err = ParseError;

            fn from_str(text: &str) -> Result<Self, ParseError> {
                Self::from_wire(text).ok_or(ParseError::unknown_name(#name))
            }
        }

        impl Check for #type_ident {
            fn check_into(&self, _: &schema::Limits, _: &mut Checker) {}
        }

        impl Look for #type_ident {
            fn scalar(&self) -> Option<schema::Scalar<'_>> {
                Some(schema::Scalar::Text(self.as_str()))
            }
        }

        impl Accept for #type_ident {
            fn accept(value: schema::Scalar<'_>) -> Option<Self> {
                match value {
                    schema::Scalar::Text(text) => Self::from_wire(text),
                    _ => None,
                }
            }
        }

        #[cfg(feature = "quickcheck")]
        impl quickcheck::Arbitrary for #type_ident {
            fn arbitrary(source: &mut quickcheck::Gen) -> Self {
                *source.choose(Self::ALL).expect("an enum has a value")
            }
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

        #[cfg(feature = "schemars")]
        impl schemars::JsonSchema for #type_ident {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                #name.into()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                let names: Vec<&str> = Self::ALL.iter().map(|value| value.as_str()).collect();
                schemars::json_schema!({ "type": "string", "enum": names })
            }
        }
    }
}

/// The enum for an open set of integers.
pub(crate) fn open(context: &Context<'_>, name: &str, known: &[Known]) -> TokenStream {
    let type_ident = ident(name);
    let docs = docs::of_name(
        &context.annotations.type_(name),
        None,
        "Known integers; other values are valid too.",
    );
    let variants: Vec<_> = known.iter().map(|known| ident(&known.name)).collect();
    let numbers: Vec<_> = known
        .iter()
        .map(|known| Literal::i64_unsuffixed(known.value.as_i64().unwrap_or_default()))
        .collect();
    let variant_docs = known.iter().map(|known| docs::lines(std::slice::from_ref(&known.doc)));
    let traits = integer_traits(name);
    quote! {
        #docs
        #[derive(Clone, Copy, Debug)]
        #[non_exhaustive]
        pub enum #type_ident {
            #(#variant_docs #variants,)*
            /// Any other number.
            Other(i64),
        }

        impl From<i64> for #type_ident {
            fn from(number: i64) -> Self {
                match number { #(#numbers => Self::#variants,)* other => Self::Other(other) }
            }
        }

        impl From<#type_ident> for i64 {
            fn from(value: #type_ident) -> Self {
                match value {
                    #(#type_ident::#variants => #numbers,)*
                    #type_ident::Other(other) => other,
                }
            }
        }

        #traits
    }
}

fn integer_traits(name: &str) -> TokenStream {
    let type_ident = ident(name);
    quote! {
        /// Compares the numbers, so that `Other(n)` equals the named value of `n`.
        impl PartialEq for #type_ident {
            fn eq(&self, other: &Self) -> bool {
                i64::from(*self) == i64::from(*other)
            }
        }

        impl Eq for #type_ident {}

        impl std::hash::Hash for #type_ident {
            fn hash<H: Hasher>(&self, state: &mut H) {
                i64::from(*self).hash(state);
            }
        }

        impl Check for #type_ident {
            fn check_into(&self, limits: &schema::Limits, checker: &mut Checker) {
                i64::from(*self).check_into(limits, checker);
            }
        }

        impl Look for #type_ident {
            fn scalar(&self) -> Option<schema::Scalar<'_>> {
                Some(schema::Scalar::Integer(i64::from(*self)))
            }
        }

        #[cfg(feature = "quickcheck")]
        impl Generate for #type_ident {
            fn generate(
                source: &mut quickcheck::Gen,
                limits: &schema::Limits,
                shape: &schema::Shape,
            ) -> Self {
                <i64 as Generate>::generate(source, limits, shape).into()
            }
        }

        #[cfg(feature = "schemars")]
        impl schemars::JsonSchema for #type_ident {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                #name.into()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!({ "type": "integer" })
            }
        }
    }
}
