//! What the requests of an online session send back to Media Edge.

#[cfg(feature = "edge")]
use super::edge_state::EdgeState;
#[cfg(feature = "edge")]
use super::online_options::OnlineOptions;
use super::sending::Progress;
use crate::wire::Call;
#[cfg(feature = "edge")]
use crate::wire::{Api, Created};

impl Progress {
    /// The call, with what Media Edge asked to send back.
    #[cfg_attr(not(feature = "edge"), expect(clippy::unused_self))]
    pub(crate) fn connected(&self, call: Call, now: i64) -> Call {
        #[cfg(feature = "edge")]
        if let Some(edge) = &self.edge {
            return call.with_connection(edge.current(now));
        }
        let _ = now;
        call
    }

    #[cfg(feature = "edge")]
    pub(super) fn keep(&mut self, created: &Created, options: &OnlineOptions, now: i64) {
        self.edge = (created.api == Api::MediaEdge)
            .then(|| EdgeState::new(created.connection.clone(), options, now));
    }

    /// Whether the present session is one of Media Edge.
    pub(crate) fn is_of_edge(&self) -> bool {
        #[cfg(feature = "edge")]
        return self.edge.is_some();
        #[cfg(not(feature = "edge"))]
        false
    }
}
