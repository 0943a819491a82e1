//! The file `tracker.rs`: the tracker's methods for what a player opens.

use proc_macro2::TokenStream;
use quote::quote;

use super::{Constructor, Context, docs, paths};

/// What a player opens, with parameters whose types depend on the schemas.
const OPENED: [&str; 3] = ["adBreakStart", "adStart", "chapterStart"];

pub(crate) fn file(context: &Context<'_>) -> TokenStream {
    let opened = |event_type: &str| OPENED.contains(&event_type);
    let events = context.events.iter().filter(|item| opened(&item.event.event_type));
    let methods: Vec<_> = events
        .flat_map(|item| {
            item.constructors.iter().map(|constructor| {
                let Constructor { name, argument, .. } = constructor;
                let docs = docs::of_tracker(item, constructor);
                let taken = argument.as_ref().map(|(name, taken)| quote! { #name: #taken });
                let passed = argument.as_ref().map(|(name, _)| name);
                quote! {
                    #docs
                    pub fn #name(
                        &mut self,
                        moment: impl Into<Moment>,
                        #taken
                    ) -> Result<Tracked, TrackError<S::Error>> {
                        self.open(moment, Event::#name(no_time(), #passed))
                    }
                }
            })
        })
        .collect();
    let items = quote! {
        /// What opens an ad break, an ad or a chapter.
        impl<S: Sessions> Tracker<S> { #(#methods)* }
    };
    let prelude = paths::prelude(paths::TRACKER, context.type_names(), &items);
    quote! { #prelude #items }
}
