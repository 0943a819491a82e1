//! The builder of an object: `build` compiles only once all required members are set.
//!
//! The builder has a type parameter for each required member: a marker until the member is set, then
//! the member's type. So the compiler finds missing members, and `build` cannot fail.

use std::collections::BTreeSet;

use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote};

use crate::emit::{Context, Field, Object, docs, ident, paths};
use crate::{naming, reserved};

/// The module of all builders.
pub(crate) fn module(context: &Context<'_>) -> TokenStream {
    let builders: TokenStream = context.objects.iter().map(items).collect();
    let markers = markers(context);
    let is_set = paths::public(paths::IS_SET);
    quote! {
        /// Builders, which set the members of a type by name, in any order.
        pub mod builder {
            #is_set
            use super::*;

            #builders
            #markers
        }
    }
}

/// The marker types, one for each name of a required member.
fn markers(context: &Context<'_>) -> TokenStream {
    let required = context.objects.iter().flat_map(Object::required);
    let names: BTreeSet<_> = required.map(|field| field.ident.clone()).collect();
    let markers = names.iter().map(|name| {
        let docs = docs::lines(&[format!("`{name}` is not set.")]);
        quote! {
            #docs
            #[derive(Clone, Copy, Debug)]
            pub struct #name {}
        }
    });
    quote! {
        /// Marker types for required members that are not set.
        #[allow(non_camel_case_types)]
        pub mod unset {
            #(#markers)*
        }
    }
}

/// The function `builder` of the type.
pub(crate) fn begin(object: &Object<'_>) -> TokenStream {
    let builder = ident(&naming::builder(object.name));
    let docs = docs::lines(&[if object.required().next().is_none() {
        "Starts a builder.".to_owned()
    } else {
        "Starts a builder; `build` compiles only once every required member is set.".to_owned()
    }]);
    quote! {
        #docs
        pub fn builder() -> builder::#builder {
            builder::#builder::start()
        }
    }
}

fn items(object: &Object<'_>) -> TokenStream {
    let builder = Builder::of(object);
    let parts = [builder.definition(), builder.required(), builder.others()];
    parts.into_iter().collect()
}

struct Builder<'a> {
    object: &'a Object<'a>,
    ident: syn::Ident,
    /// The name of the type that stores the optional members.
    optional: syn::Ident,
    /// The required members.
    members: Vec<&'a Field<'a>>,
    /// Their type parameters.
    parameters: Vec<syn::Ident>,
}

impl<'a> Builder<'a> {
    fn of(object: &'a Object<'a>) -> Self {
        let members: Vec<_> = object.required().collect();
        let parameters = 0..members.len();
        Self {
            object,
            ident: ident(&naming::builder(object.name)),
            optional: ident(&naming::optional(object.name)),
            parameters: parameters.map(|at| format_ident!("{}{at}", reserved::PARAMETER)).collect(),
            members,
        }
    }

    fn optional_fields(&self) -> impl Iterator<Item = &Field<'_>> {
        self.object.optional().filter(|field| !field.annotation.managed)
    }

    fn definition(&self) -> TokenStream {
        let Self { object, ident, optional, parameters, members } = self;
        let type_ident = &object.ident;
        let defaults = members.iter().zip(parameters).map(|(field, parameter)| {
            let name = &field.ident;
            quote! { #parameter = unset::#name }
        });
        let markers = members.iter().map(|field| {
            let name = &field.ident;
            quote! { unset::#name {}, }
        });
        let (required, start): (Option<_>, Option<_>) = (!members.is_empty())
            .then(|| {
                let required = quote! {
                    /// The required members, in the order of the type parameters.
                    required: (#(#parameters,)*),
                };
                (required, quote! { required: (#(#markers)*), })
            })
            .unzip();
        let others = self.optional_fields().map(|Field { ident, base, .. }| {
            quote! { #ident: Option<#base>, }
        });
        let extra = object.has_extra().then(|| quote! { extra: Extra, });
        let label = ident.to_string();
        let docs = docs::lines(&[format!(
            "Sets the members of [`{type_ident}`] by name, in any order. A required member can be set \
             once, and `build` compiles only if all of them are set."
        )]);
        quote! {
            #docs
            #[must_use = "a builder does nothing until `build` is called"]
            pub struct #ident<#(#defaults),*> {
                #required
                optional: #optional,
            }

            #[derive(Default)]
            struct #optional {
                #(#others)*
                #extra
            }

            impl<#(#parameters),*> fmt::Debug for #ident<#(#parameters),*> {
                fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
                    to.debug_struct(#label).finish_non_exhaustive()
                }
            }

            impl #ident {
                pub(super) fn start() -> Self {
                    Self { #start optional: #optional::default() }
                }
            }
        }
    }

    /// The setters of the required members, which replace the marker by the value.
    fn required(&self) -> TokenStream {
        let Self { ident, parameters, members, .. } = self;
        let steps = members.iter().enumerate().map(|(at, field)| {
            let (name, base) = (&field.ident, &field.base);
            let (argument, value) = field.argument();
            let docs = docs::of_field(field);
            let others = parameters.iter().filter(|other| **other != parameters[at]);
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
            let values = (0..members.len()).map(|place| {
                let index = Literal::usize_unsuffixed(place);
                if place == at {
                    quote! { #value, }
                } else {
                    quote! { self.required.#index, }
                }
            });
            quote! {
                impl<#(#others),*> #before {
                    #docs
                    pub fn #name(self, #name: #argument) -> #after {
                        #ident { required: (#(#values)*), optional: self.optional }
                    }
                }
            }
        });
        steps.collect()
    }

    /// The setters of the optional members, and `build`.
    fn others(&self) -> TokenStream {
        let Self { object, ident, parameters, .. } = self;
        let setters = self.optional_fields().map(setters);
        let extra = object.has_extra().then(|| {
            quote! {
                /// Members that the schema does not describe.
                pub fn extra(mut self, extra: Extra) -> Self {
                    self.optional.extra = extra;
                    self
                }
            }
        });
        let build = self.build();
        quote! {
            impl<#(#parameters),*> #ident<#(#parameters),*> {
                #(#setters)*
                #extra
                #build
            }
        }
    }

    fn build(&self) -> TokenStream {
        let Self { object, parameters, members, .. } = self;
        let type_ident = &object.ident;
        let bounds = members.iter().zip(parameters).map(|(field, parameter)| {
            let base = &field.base;
            quote! { #parameter: IsSet<#base> }
        });
        let bounds = (!members.is_empty()).then(|| quote! { where #(#bounds),* });
        let mut places = (0..members.len()).map(Literal::usize_unsuffixed);
        let values = object.fields.iter().map(|Field { ident, member, annotation, .. }| {
            if member.required {
                let place = places.next();
                quote! { #ident: self.required.#place.value(), }
            } else if annotation.managed {
                quote! { #ident: None, }
            } else {
                quote! { #ident: self.optional.#ident, }
            }
        });
        let values: Vec<_> = values.collect();
        let extra = object.has_extra().then(|| quote! { extra: self.optional.extra, });
        let docs = docs::lines(&[if members.is_empty() {
            format!("Makes the [`{type_ident}`].")
        } else {
            format!("Makes the [`{type_ident}`]. Compiles only if all required members are set.")
        }]);
        quote! {
            #docs
            #[must_use]
            pub fn build(self) -> #type_ident #bounds {
                #type_ident { #(#values)* #extra }
            }
        }
    }
}

/// The two setters of an optional member: one takes a value, the other an `Option`.
fn setters(field: &Field<'_>) -> TokenStream {
    let (name, base) = (&field.ident, &field.base);
    let (argument, value) = field.argument();
    let maybe = format_ident!("maybe_{}", name);
    let (maybe_argument, maybe_value) = if field.is_converted() {
        (quote! { Option<impl Into<#base>> }, quote! { #name.map(Into::into) })
    } else {
        (quote! { Option<#base> }, quote! { #name })
    };
    let docs = docs::of_field(field);
    let maybe_docs = docs::lines(&[format!("As [`{name}`](Self::{name}), with an `Option`.")]);
    quote! {
        #docs
        pub fn #name(mut self, #name: #argument) -> Self {
            self.optional.#name = Some(#value);
            self
        }

        #maybe_docs
        pub fn #maybe(mut self, #name: #maybe_argument) -> Self {
            self.optional.#name = #maybe_value;
            self
        }
    }
}
