//! Constants for the known values of open sets of strings.

use proc_macro2::TokenStream;
use quote::quote;

use crate::emit::{Context, docs, ident};

pub(crate) fn module(context: &Context<'_>) -> TokenStream {
    let modules = context.additions.values.iter().map(|(name, (key, values))| {
        let module = ident(name);
        let docs =
            docs::lines(&[format!("Known values of `{key}`; any other string is valid too.")]);
        let constants = values.iter().map(|known| {
            let name = ident(&known.name);
            let value = known.value.as_str().unwrap_or_default();
            let docs = docs::lines(std::slice::from_ref(&known.doc));
            quote! { #docs pub const #name: &str = #value; }
        });
        quote! { #docs pub mod #module { #(#constants)* } }
    });
    quote! {
        /// Known values of members that accept any string, by wire key.
        pub mod values { #(#modules)* }
    }
}
