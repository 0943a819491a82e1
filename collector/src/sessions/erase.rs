//! Forgetting: a session is gone as if it had never been.

use media_collection::Api;

use super::id::Id;
use super::{Closed, Sessions};

impl Sessions {
    /// Drops a session, open or closed, with the rejected requests that name it. What still comes of it is
    /// dropped, too.
    pub(crate) fn forget(&mut self, id: &str) {
        let key = Id::from(id);
        self.close(id, Closed::Forgotten);
        let found = self.all.place(&key).and_then(|place| self.all.at(place));
        let (number, api) = match found {
            Some(session) => (Some(session.number), session.api()),
            // It holds for either API.
            None => (None, Api::MediaCollection),
        };
        if let Some(number) = number {
            for numbers in [&mut self.finished, &mut self.ending, &mut self.unjudged] {
                numbers.retain(|other| *other != number);
            }
            if let Some(session) = self.all.remove(number) {
                self.bytes -= session.bytes();
                if self.is_shared {
                    self.garbage.push(session);
                }
            }
        }
        self.adopted.retain(|other| other != id);
        self.forgotten.remember(api, key, Closed::Forgotten);
        self.rejected.forget(|rejected| rejected.session.as_deref() == Some(id));
        self.has_forgotten();
    }

    /// Drops the rejected requests that have one of these texts.
    #[cfg(feature = "nats")]
    pub(crate) fn forget_rejected(&mut self, texts: &[String]) {
        let before = self.rejected.len();
        self.rejected.forget(|rejected| texts.iter().any(|text| rejected.has(text)));
        if self.rejected.len() < before {
            self.has_forgotten();
        }
    }

    /// Whoever has seen the lists before gets all of them.
    fn has_forgotten(&mut self) {
        self.version += 1;
        self.forgot = self.version;
    }
}
