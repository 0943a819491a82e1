//! Sessions as events of the Media Collection API.

use media_collection::edge::lost_in_collection;
use media_collection_cli::input::Requests;

use super::converted::{Converted, Form, Loss, Source, raw};

pub fn convert(mut source: Source) -> Converted {
    let mut converted = Converted::new(&mut source);
    let session = source.session;
    if !converted.is_whole(&session) {
        return converted;
    }
    match &session.requests {
        Requests::None => {}
        Requests::Each(requests) => {
            for (index, request) in requests.iter().enumerate() {
                let place = session.place(index);
                let lost = lost_in_collection(request).into_iter();
                converted.lost.extend(lost.map(|lost| Loss::of_request(place, lost)));
            }
        }
        Requests::Downloaded(request) => {
            for lost in lost_in_collection(request) {
                let inside = lost.pointer.split_once("/mediaDownloadedEvents/");
                let index = inside.and_then(|(_, rest)| rest.split('/').next()?.parse().ok());
                let place = session.place(index.unwrap_or_default());
                converted.lost.push(Loss::of_request(place, lost));
            }
        }
    }
    let mut events = Vec::new();
    for (index, event) in session.events.iter().enumerate() {
        match event.encode() {
            Ok(text) => events.extend(raw(text)),
            Err(error) => {
                let place = session.place(index);
                converted.refuse(&session, &error, |pointer| format!("/{place}{pointer}"));
            }
        }
    }
    if events.len() == session.events.len() {
        converted.form = Form::Events(events);
    }
    converted
}
