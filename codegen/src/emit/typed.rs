//! The files `builder.rs` and `online.rs`: methods of typed sessions, whose wrong order does not
//! compile.

use proc_macro2::TokenStream;
use quote::quote;

use super::{Constructor, Context, Event, docs, ident, paths};

/// What an event does to the state of a session.
enum Step {
    /// Nothing, and it is allowed everywhere.
    Anywhere,
    /// Nothing for the compiler: names of states are checked at run time.
    AtRunTime,
    /// Nothing, and it needs a state.
    Within(TokenStream),
    /// It needs a state, and leads to another.
    To(TokenStream, TokenStream),
}

/// The rules of the library for its event types. Other ones are allowed everywhere. `None` for events
/// that begin or end a session.
fn step(event_type: &str) -> Option<Step> {
    Some(match event_type {
        "sessionStart" | "sessionComplete" | "sessionEnd" => return None,
        "stateStart" | "stateEnd" | "statesUpdate" => Step::AtRunTime,
        "play" | "pauseStart" | "bufferStart" => Step::Within(quote! { P: CanPlay }),
        "adBreakStart" => Step::To(quote! { P: CanStartAdBreak }, quote! { <InAdBreak, C> }),
        "adBreakComplete" => Step::To(quote! { P: CanCompleteAdBreak }, quote! { <Content, C> }),
        "adStart" => Step::To(quote! { P: CanStartAd }, quote! { <InAd, C> }),
        "adComplete" | "adSkip" => Step::To(quote! { P: CanCloseAd }, quote! { <InAdBreak, C> }),
        "chapterStart" => Step::To(quote! { C: CanStartChapter }, quote! { <P, InChapter> }),
        "chapterComplete" | "chapterSkip" => {
            Step::To(quote! { C: CanCloseChapter }, quote! { <P, NoChapter> })
        }
        _ => Step::Anywhere,
    })
}

/// The parts of a method that both kinds of session have.
struct Method {
    name: syn::Ident,
    arguments: TokenStream,
    event: TokenStream,
    step: Step,
    docs: Vec<String>,
}

fn methods<'a>(context: &'a Context<'_>) -> impl Iterator<Item = Method> + 'a {
    context.events.iter().flat_map(|item| {
        item.constructors.iter().filter_map(move |constructor| method(item, constructor))
    })
}

fn method(item: &Event<'_>, constructor: &Constructor) -> Option<Method> {
    let Constructor { name, argument, .. } = constructor;
    let (at, time) = item.time();
    let taken = argument.as_ref().map(|(name, taken)| quote! { #name: #taken });
    let passed = argument.as_ref().map(|(name, _)| name);
    Some(Method {
        name: name.clone(),
        arguments: quote! { #at: #time, #taken },
        event: quote! { Event::#name(#at, #passed) },
        step: step(&item.event.event_type)?,
        docs: docs::of_typed(item, constructor),
    })
}

/// Methods of `SessionBuilder`.
pub(crate) fn builder(context: &Context<'_>) -> TokenStream {
    let methods = methods(context).map(|method| {
        let Method { name, arguments, event, step, mut docs } = method;
        let session = ident("SessionBuilder");
        if matches!(step, Step::AtRunTime) {
            docs.push("# Errors".to_owned());
            docs.push(
                "If a state has that name already, or none has, or it is the eleventh name of the \
                       session. The error contains the builder."
                    .to_owned(),
            );
        }
        let docs = docs::lines(&docs);
        match step {
            Step::Anywhere => quote! {
                #docs
                pub fn #name(self, #arguments) -> Self {
                    self.push(#event)
                }
            },
            Step::AtRunTime => quote! {
                #docs
                pub fn #name(self, #arguments) -> Result<Self, Returned<Self, RecordError>> {
                    self.try_push(#event)
                }
            },
            Step::Within(bound) => quote! {
                #docs
                pub fn #name(self, #arguments) -> Self where #bound {
                    self.push(#event)
                }
            },
            Step::To(bound, state) => quote! {
                #docs
                pub fn #name(self, #arguments) -> #session #state where #bound {
                    self.push(#event)
                }
            },
        }
    });
    let methods: Vec<_> = methods.collect();
    let items = quote! {
        /// One method for each event type.
        impl<P: AdState, C: ChapterState> SessionBuilder<P, C> { #(#methods)* }
    };
    let prelude = paths::prelude(paths::BUILDER, context.type_names(), &items);
    quote! { #prelude #items }
}

/// Methods of `OnlineSession`.
pub(crate) fn online(context: &Context<'_>) -> TokenStream {
    let methods = methods(context).map(|method| {
        let Method { name, arguments, event, step, mut docs } = method;
        let session = ident("OnlineSession");
        docs.push("# Errors".to_owned());
        docs.push(match step {
            Step::AtRunTime => "If a state has that name already, or none has, or it is the eleventh \
                                name of the session; or if the event cannot be encoded as JSON. The \
                                session is unchanged."
                .to_owned(),
            _ => "If the event cannot be encoded as JSON. The error contains it, and the session is \
                  unchanged."
                .to_owned(),
        });
        let docs = docs::lines(&docs);
        let requested = quote! { Result<Request<Vec<u8>>, Refused> };
        match step {
            Step::Anywhere | Step::AtRunTime => quote! {
                #docs
                pub fn #name(&mut self, #arguments) -> #requested {
                    self.send(#event)
                }
            },
            Step::Within(bound) => quote! {
                #docs
                pub fn #name(&mut self, #arguments) -> #requested where #bound {
                    self.send(#event)
                }
            },
            Step::To(bound, state) => quote! {
                #docs
                pub fn #name(self, #arguments) -> Moved<#session #state, Self> where #bound {
                    self.go(#event)
                }
            },
        }
    });
    let methods: Vec<_> = methods.collect();
    let items = quote! {
        /// One method for each event type.
        impl<P: AdState, C: ChapterState> OnlineSession<P, C> { #(#methods)* }
    };
    let prelude = paths::prelude(paths::ONLINE, context.type_names(), &items);
    quote! { #prelude #items }
}
