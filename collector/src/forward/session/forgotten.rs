//! A session that was forgotten: nothing more of it is sent or kept.

use super::super::steps::{Context, Step};
use super::Session;

impl Session {
    /// Nothing more of it is sent. That is kept like the end of any session; when it was before, or is said again,
    /// nothing is kept any more.
    pub(super) fn forget(&mut self, is_said: bool) {
        let was_over = self.saved.done && self.saved.online.is_none();
        let was_said = self.forgotten.is_some() && is_said;
        self.forgotten = Some(was_over || was_said);
        if self.upload.is_some() {
            self.settled.push(self.saved.next);
        }
        for line in self.lines.drain(..) {
            self.saved.next = self.saved.next.max(line.place.after());
            self.released += line.text.len();
            self.settled.push(line.place);
        }
    }

    /// Whether nothing of it is to be kept.
    pub(in super::super) fn is_forgotten(&self) -> bool {
        self.forgotten == Some(true)
    }

    /// It was forgotten.
    pub(super) fn leave(&mut self, context: &Context<'_>) -> Step {
        if self.settled.is_empty() {
            return Step::Idle;
        }
        self.saved.at = context.millis();
        self.finish();
        self.saved.dead = None;
        Step::Save
    }
}
