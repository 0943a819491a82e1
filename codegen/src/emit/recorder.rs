//! The file `recorder.rs`: a method of the recorder for each event type.

use proc_macro2::TokenStream;
use quote::quote;

use super::{Constructor, Context, docs, paths};

/// A recorder is made from this event, so it has no method for it.
const START: &str = "sessionStart";

pub(crate) fn file(context: &Context<'_>) -> TokenStream {
    let events = context.events.iter().filter(|item| item.event.event_type != START);
    let methods = events.flat_map(|item| {
        item.constructors.iter().map(|constructor| {
            let Constructor { name, argument, .. } = constructor;
            let docs = docs::of_method(item, constructor);
            let (at, time) = item.time();
            let taken = argument.as_ref().map(|(name, taken)| quote! { #name: #taken });
            let passed = argument.as_ref().map(|(name, _)| name);
            quote! {
                #docs
                pub fn #name(
                    &mut self,
                    #at: #time,
                    #taken
                ) -> Result<Recorded, Refused<S::Error>> {
                    self.record(Event::#name(#at, #passed))
                }
            }
        })
    });
    let methods: Vec<_> = methods.collect();
    let items = quote! {
        /// One method for each event type, which [records](Self::record) such an event.
        impl<S: Sink> Recorder<S> { #(#methods)* }
    };
    let prelude = paths::prelude(paths::RECORDER, context.type_names(), &items);
    quote! { #prelude #items }
}
