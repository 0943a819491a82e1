//! A sink that is chosen at run time.

use crate::client::Online;
use crate::event::{Event, PlayerTime, SessionStart};
use crate::session::sink::sealed::Take;
use crate::session::{Downloaded, Moved, Recorder, Timing};
#[cfg(feature = "store")]
use crate::store::{StoreError, StoredDownloaded, StoredOnline};

/// One of the sinks, for apps that decide at run time whether a session is online or downloaded,
/// and whether it is stored.
///
/// ```
/// use media_collection::Recorder;
/// use media_collection::recorder::{AnyRecorder, AnySink};
/// # use media_collection::{PlayerTime, SessionStart, SessionStartParams};
/// # let params = SessionStartParams::builder().analytics_tracking_server("t.example.com")
/// #     .analytics_report_suite("suite").visitor_marketing_cloud_org_id("ORG@AdobeOrg")
/// #     .id("episode-42").length(60.0).content_type("vod").player_name("tv").channel("c").build();
/// # let start = SessionStart::new(PlayerTime::new(0.0, 1_700_000_000_000), params);
/// # let is_downloaded = true;
///
/// let at = |second: i64| PlayerTime::new(second as f64, 1_700_000_000_000 + second * 1_000);
/// let mut recorder: Recorder<AnySink> = if is_downloaded {
///     Recorder::downloaded(start).into()
/// } else {
///     Recorder::online(start).into()
/// };
/// recorder.play(at(1))?;
/// recorder.finish(at(60))?;
///
/// match recorder.downcast() {
///     AnyRecorder::Downloaded(recorder) => println!("{} events", recorder.into_session().len()),
///     AnyRecorder::Online(recorder) => println!("{} to send", recorder.queue().len()),
///     _ => println!("in the store"),
/// }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug)]
#[non_exhaustive]
pub enum AnySink {
    /// A downloaded session in memory.
    Downloaded(Downloaded),
    /// An online session: a queue of events in memory.
    Online(Box<Online>),
    /// A downloaded session in a store.
    #[cfg(feature = "store")]
    StoredDownloaded(StoredDownloaded),
    /// An online session in a store.
    #[cfg(feature = "store")]
    StoredOnline(StoredOnline),
}

/// A recorder with its concrete sink, as returned by [`Recorder::downcast`].
#[derive(Debug)]
#[non_exhaustive]
#[allow(clippy::large_enum_variant)] // It is matched at once.
pub enum AnyRecorder {
    /// A downloaded session in memory.
    Downloaded(Recorder),
    /// An online session: a queue of events in memory.
    Online(Recorder<Online>),
    /// A downloaded session in a store.
    #[cfg(feature = "store")]
    StoredDownloaded(Recorder<StoredDownloaded>),
    /// An online session in a store.
    #[cfg(feature = "store")]
    StoredOnline(Recorder<StoredOnline>),
}

impl Recorder<AnySink> {
    /// Returns the recorder with its concrete sink.
    #[must_use]
    pub fn downcast(self) -> AnyRecorder {
        let Self { state, order, mode, sink } = self;
        let rest = Recorder { state, order, mode, sink: () };
        match sink {
            AnySink::Downloaded(sink) => AnyRecorder::Downloaded(rest.with_sink(|()| sink)),
            AnySink::Online(sink) => AnyRecorder::Online(rest.with_sink(|()| *sink)),
            #[cfg(feature = "store")]
            AnySink::StoredDownloaded(sink) => {
                AnyRecorder::StoredDownloaded(rest.with_sink(|()| sink))
            }
            #[cfg(feature = "store")]
            AnySink::StoredOnline(sink) => AnyRecorder::StoredOnline(rest.with_sink(|()| sink)),
        }
    }
}

impl From<Recorder> for Recorder<AnySink> {
    fn from(recorder: Recorder) -> Self {
        recorder.with_sink(AnySink::Downloaded)
    }
}

impl From<Recorder<Online>> for Recorder<AnySink> {
    fn from(recorder: Recorder<Online>) -> Self {
        recorder.with_sink(|sink| AnySink::Online(Box::new(sink)))
    }
}

#[cfg(feature = "store")]
impl From<Recorder<StoredDownloaded>> for Recorder<AnySink> {
    fn from(recorder: Recorder<StoredDownloaded>) -> Self {
        recorder.with_sink(AnySink::StoredDownloaded)
    }
}

#[cfg(feature = "store")]
impl From<Recorder<StoredOnline>> for Recorder<AnySink> {
    fn from(recorder: Recorder<StoredOnline>) -> Self {
        recorder.with_sink(AnySink::StoredOnline)
    }
}

/// Why a sink could not take an event. Only a store can fail.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum AnySinkError {
    /// The store failed.
    #[cfg(feature = "store")]
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Take for AnySink {
    type Failure = AnySinkError;

    fn write(
        &mut self,
        timing: Option<&Timing>,
        closing: &mut [Event],
        event: &mut Event,
    ) -> Result<Moved, AnySinkError> {
        match self {
            Self::Downloaded(sink) => {
                sink.write(timing, closing, event).map_err(|never| match never {})
            }
            Self::Online(sink) => {
                sink.write(timing, closing, event).map_err(|never| match never {})
            }
            #[cfg(feature = "store")]
            Self::StoredDownloaded(sink) => Ok(sink.write(timing, closing, event)?),
            #[cfg(feature = "store")]
            Self::StoredOnline(sink) => Ok(sink.write(timing, closing, event)?),
        }
    }

    fn write_end(
        &mut self,
        timing: Option<&Timing>,
        events: &mut [Event],
    ) -> Result<Moved, AnySinkError> {
        match self {
            Self::Downloaded(sink) => {
                sink.write_end(timing, events).map_err(|never| match never {})
            }
            Self::Online(sink) => sink.write_end(timing, events).map_err(|never| match never {}),
            #[cfg(feature = "store")]
            Self::StoredDownloaded(sink) => Ok(sink.write_end(timing, events)?),
            #[cfg(feature = "store")]
            Self::StoredOnline(sink) => Ok(sink.write_end(timing, events)?),
        }
    }

    fn take(&mut self, event: Event) {
        match self {
            Self::Downloaded(sink) => sink.take(event),
            Self::Online(sink) => sink.take(event),
            #[cfg(feature = "store")]
            Self::StoredDownloaded(sink) => sink.take(event),
            #[cfg(feature = "store")]
            Self::StoredOnline(sink) => sink.take(event),
        }
    }

    fn change_start(
        &mut self,
        change: &mut dyn FnMut(&mut SessionStart),
    ) -> Result<bool, AnySinkError> {
        match self {
            Self::Downloaded(sink) => sink.change_start(change).map_err(|never| match never {}),
            Self::Online(sink) => sink.change_start(change).map_err(|never| match never {}),
            #[cfg(feature = "store")]
            Self::StoredDownloaded(sink) => Ok(sink.change_start(change)?),
            #[cfg(feature = "store")]
            Self::StoredOnline(sink) => Ok(sink.change_start(change)?),
        }
    }

    fn moved_to(&self) -> Option<PlayerTime> {
        match self {
            Self::Downloaded(sink) => sink.moved_to(),
            Self::Online(sink) => sink.moved_to(),
            #[cfg(feature = "store")]
            Self::StoredDownloaded(sink) => sink.moved_to(),
            #[cfg(feature = "store")]
            Self::StoredOnline(sink) => sink.moved_to(),
        }
    }
}
