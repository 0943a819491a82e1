//! What of a session the other collector does not take.

use serde_json::value::RawValue;

use super::super::aside::Aside;
use super::super::event::Online;
use super::super::steps::Context;
use super::Session;

impl Session {
    /// The session cannot be opened: none of its events is sent.
    pub(super) fn give_up(
        &mut self,
        reason: &str,
        status: Option<u16>,
        start: Option<&RawValue>,
        context: &mut Context<'_>,
    ) {
        self.set_aside(reason, status, start, context);
        self.saved.online = None;
        self.saved.dead = Some(reason.to_owned());
    }

    pub(super) fn set_aside(
        &self,
        reason: &str,
        status: Option<u16>,
        event: Option<&RawValue>,
        context: &mut Context<'_>,
    ) {
        self.write_aside(Aside { event, ..self.aside(reason, status, context) }, context);
    }

    pub(super) fn set_aside_all(
        &self,
        reason: &str,
        status: Option<u16>,
        events: &[Box<RawValue>],
        context: &mut Context<'_>,
    ) {
        let aside = self.aside(reason, status, context);
        self.write_aside(Aside { events: Some(events), ..aside }, context);
    }

    fn aside<'a>(&'a self, reason: &'a str, status: Option<u16>, now: &Context<'_>) -> Aside<'a> {
        Aside {
            v: 1,
            at: now.millis(),
            session: &self.saved.session,
            upstream: self.saved.online.as_ref().and_then(Online::upstream),
            reason,
            status,
            event: None,
            events: None,
        }
    }

    fn write_aside(&self, aside: Aside<'_>, context: &mut Context<'_>) {
        context.figures.set_aside();
        context.losses.set_aside(&self.id, aside.reason, context.aside.place());
        if let Err(error) = context.aside.add(&aside) {
            tracing::error!("session {}: {error}", self.id);
        }
    }
}
