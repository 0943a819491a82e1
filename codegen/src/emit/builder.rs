//! The builder of an object: `build` is there once all required members are set.
//!
//! Each required member is a type parameter of the builder, which is a marker until it is set and
//! then the member's type. So the compiler sees what is missing, and nothing can be left to find
//! out when the program runs.

use std::collections::BTreeSet;

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::{Context, Field, docs, ident};
use crate::naming;

/// The markers, one for each name of a required member.
pub(crate) fn markers(context: &Context<'_>) -> TokenStream {
    let mut names = BTreeSet::new();
    for name in context.model.objects.keys() {
        let fields = context.fields(name);
        let required = fields.iter().filter(|field| field.member.required);
        names.extend(required.map(|field| field.ident.clone()));
    }
    let markers = names.iter().map(|name| {
        let docs = docs::lines(&[format!("`{name}` is not set.")]);
        quote! {
            #docs
            #[derive(Clone, Copy, Debug)]
            pub struct #name {}
        }
    });
    quote! {
        /// What a builder holds in place of a required member that is not set.
        #[allow(non_camel_case_types)]
        pub mod unset {
            #(#markers)*
        }
    }
}

pub(crate) fn items(name: &str, fields: &[Field<'_>], keeps_extra: bool) -> TokenStream {
    let builder = Builder::of(name, fields, keeps_extra);
    let parts = [builder.definition(), builder.begin(), builder.required(), builder.others()];
    quote! { #(#parts)* }
}

struct Builder<'a> {
    name: &'a str,
    type_ident: syn::Ident,
    ident: syn::Ident,
    /// The type that holds what need not be set.
    optional: syn::Ident,
    fields: &'a [Field<'a>],
    /// The required members.
    members: Vec<&'a Field<'a>>,
    /// Their type parameters.
    parameters: Vec<syn::Ident>,
    keeps_extra: bool,
}

impl<'a> Builder<'a> {
    fn of(name: &'a str, fields: &'a [Field<'a>], keeps_extra: bool) -> Self {
        let members: Vec<_> = fields.iter().filter(|field| field.member.required).collect();
        Self {
            name,
            type_ident: ident(name),
            ident: ident(&naming::builder(name)),
            optional: ident(&naming::optional(name)),
            fields,
            parameters: (0..members.len()).map(|at| format_ident!("Member{at}")).collect(),
            members,
            keeps_extra,
        }
    }

    fn optional_fields(&self) -> impl Iterator<Item = &Field<'a>> {
        self.fields.iter().filter(|field| !field.member.required && !field.annotation.managed)
    }

    fn definition(&self) -> TokenStream {
        let Self { type_ident, ident, optional, parameters, .. } = self;
        let defaults = self.members.iter().zip(parameters).map(|(field, parameter)| {
            let name = &field.ident;
            quote! { #parameter = unset::#name }
        });
        let members = self.members.iter().zip(parameters).map(|(field, parameter)| {
            let name = &field.ident;
            quote! { #name: #parameter, }
        });
        let others = self.optional_fields().map(|Field { ident, base, .. }| {
            quote! { #ident: ::std::option::Option<#base>, }
        });
        let extra = self.keeps_extra.then(|| quote! { extra: crate::extra::Extra, });
        let label = ident.to_string();
        let docs = docs::lines(&[format!(
            "Sets the members of [`{type_ident}`] by name, in any order. `build` compiles once all \
             required ones are set, each of them once."
        )]);
        quote! {
            #docs
            #[must_use = "nothing is made before `build`"]
            pub struct #ident<#(#defaults),*> {
                #(#members)*
                optional__: #optional,
            }

            #[derive(Default)]
            struct #optional {
                #(#others)*
                #extra
            }

            impl<#(#parameters),*> ::std::fmt::Debug for #ident<#(#parameters),*> {
                fn fmt(&self, to: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                    to.debug_struct(#label).finish_non_exhaustive()
                }
            }
        }
    }

    fn begin(&self) -> TokenStream {
        let Self { type_ident, ident, optional, .. } = self;
        let members = self.members.iter().map(|field| {
            let name = &field.ident;
            quote! { #name: unset::#name {}, }
        });
        let docs = docs::lines(&[format!(
            "Begins a value of which members are set by name{}.",
            if self.members.is_empty() {
                ""
            } else {
                "; what is required and missing does not compile"
            }
        )]);
        quote! {
            impl #type_ident {
                #docs
                pub fn builder() -> #ident {
                    #ident { #(#members)* optional__: #optional::default() }
                }
            }
        }
    }

    /// One step for each required member: from the marker to the value.
    fn required(&self) -> TokenStream {
        let Self { ident, parameters, .. } = self;
        let steps = self.members.iter().enumerate().map(|(at, field)| {
            let (name, base) = (&field.ident, &field.base);
            let (argument, value) = field.argument();
            let docs = docs::of_field(field);
            let others: Vec<_> =
                parameters.iter().filter(|other| **other != parameters[at]).collect();
            let with = |this: TokenStream| {
                let all = parameters.iter().enumerate().map(|(place, parameter)| {
                    if place == at {
                        this.clone()
                    } else {
                        quote! { #parameter }
                    }
                });
                quote! { #ident<#(#all),*> }
            };
            let (before, after) = (with(quote! { unset::#name }), with(quote! { #base }));
            let kept = self.members.iter().enumerate().map(|(place, field)| {
                let name = &field.ident;
                if place == at {
                    quote! { #name: #value, }
                } else {
                    quote! { #name: self.#name, }
                }
            });
            quote! {
                impl<#(#others),*> #before {
                    #docs
                    pub fn #name(self, #name: #argument) -> #after {
                        #ident { #(#kept)* optional__: self.optional__ }
                    }
                }
            }
        });
        quote! { #(#steps)* }
    }

    /// What need not be set, and the end.
    fn others(&self) -> TokenStream {
        let Self { name, type_ident, ident, parameters, .. } = self;
        let setters = self.optional_fields().map(|field| {
            let (name, base) = (&field.ident, &field.base);
            let (argument, value) = field.argument();
            let maybe = format_ident!("maybe_{}", name);
            let (maybe_argument, maybe_value) = if field.is_string() {
                let into = quote! { ::std::convert::Into::into };
                (
                    quote! { ::std::option::Option<impl ::std::convert::Into<#base>> },
                    quote! { #name.map(#into) },
                )
            } else {
                (quote! { ::std::option::Option<#base> }, quote! { #name })
            };
            let docs = docs::of_field(field);
            let maybe_docs = docs::lines(&[format!("[`{name}`](Self::{name}), if there is one.")]);
            quote! {
                #docs
                pub fn #name(mut self, #name: #argument) -> Self {
                    self.optional__.#name = ::std::option::Option::Some(#value);
                    self
                }

                #maybe_docs
                pub fn #maybe(mut self, #name: #maybe_argument) -> Self {
                    self.optional__.#name = #maybe_value;
                    self
                }
            }
        });
        let extra = self.keeps_extra.then(|| {
            quote! {
                /// Members that the schema documents do not have.
                pub fn extra(mut self, extra: crate::extra::Extra) -> Self {
                    self.optional__.extra = extra;
                    self
                }
            }
        });
        let bounds = self.members.iter().zip(parameters).map(|(field, parameter)| {
            let base = &field.base;
            quote! { #parameter: crate::support::Given<#base> }
        });
        let bounds = (!self.members.is_empty()).then(|| quote! { where #(#bounds),* });
        let values = self.fields.iter().map(|Field { ident, member, annotation, .. }| {
            if member.required {
                quote! { #ident: self.#ident.given(), }
            } else if annotation.managed {
                quote! { #ident: ::std::option::Option::None, }
            } else {
                quote! { #ident: self.optional__.#ident, }
            }
        });
        let kept = self.keeps_extra.then(|| quote! { extra: self.optional__.extra, });
        let docs = docs::lines(&[format!("The [`{name}`], once all required members are set.")]);
        quote! {
            impl<#(#parameters),*> #ident<#(#parameters),*> {
                #(#setters)*
                #extra

                #docs
                #[must_use]
                pub fn build(self) -> #type_ident #bounds {
                    #type_ident { #(#values)* #kept }
                }
            }
        }
    }
}
