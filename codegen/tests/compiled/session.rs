//! A stand-in for the recorder, which accepts every event.

mod methods {
    include!("../data/bindings/recorder.rs");
}

use crate::event::Event;

pub trait Sink {
    type Error;
}

#[derive(Debug)]
pub struct Recorded;

pub struct Refused<E>(E);

pub struct Recorder<S>(pub Vec<Event>, pub S);

impl<S: Sink> Recorder<S> {
    pub fn record(&mut self, event: Event) -> Result<Recorded, Refused<S::Error>> {
        self.0.push(event);
        Ok(Recorded)
    }
}
