//! Sessions of a kind that is chosen at run time.

use std::any::Any;
use std::error::Error;
use std::fmt;

use super::outcome::{Discarded, TrackError};
use super::sessions::sealed::Commit;
use super::sessions::{Batch, Sessions};
use crate::event::SessionStart;

/// Sessions of a kind that is chosen at run time, such as for a player of streams and downloads.
///
/// ```
/// use media_collection::SteadyClock;
/// use media_collection::tracker::{AnySessions, DownloadedSessions, OnlineSessions, Tracker};
/// # use media_collection::SessionStartParams;
/// # let params = SessionStartParams::builder().analytics_tracking_server("t.example.com")
/// #     .analytics_report_suite("suite").visitor_marketing_cloud_org_id("ORG@AdobeOrg")
/// #     .id("episode-42").length(1800.0).content_type("vod").player_name("tv").channel("c").build();
/// # let is_downloaded = true;
///
/// let clock = SteadyClock::new();
/// let sessions = if is_downloaded {
///     AnySessions::new(DownloadedSessions::new())
/// } else {
///     AnySessions::new(OnlineSessions::new())
/// };
/// let mut tracker = Tracker::new(sessions);
/// tracker.session_start(clock.now(), params)?;
/// tracker.end(clock.now())?;
///
/// if let Some(sessions) = tracker.sessions_mut().downcast_mut::<DownloadedSessions>() {
///     assert_eq!(sessions.take().len(), 1);
/// }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub struct AnySessions(Box<dyn Erased>);

impl AnySessions {
    /// These sessions.
    #[must_use]
    pub fn new<S>(sessions: S) -> Self
    where
        S: Sessions<Error: Send + Sync> + Send + 'static,
    {
        Self(Box::new(sessions))
    }

    /// The sessions, if they are of this kind.
    #[must_use]
    pub fn downcast_ref<S: Sessions + 'static>(&self) -> Option<&S> {
        self.0.as_any().downcast_ref()
    }

    /// Mutable access to the sessions, if they are of this kind.
    pub fn downcast_mut<S: Sessions + 'static>(&mut self) -> Option<&mut S> {
        self.0.as_any_mut().downcast_mut()
    }
}

impl fmt::Debug for AnySessions {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.debug_struct("AnySessions").finish_non_exhaustive()
    }
}

/// Why the sessions failed.
#[derive(Debug, thiserror::Error)]
#[error(transparent)]
pub struct AnySessionsError(Box<dyn Error + Send + Sync>);

impl AnySessionsError {
    fn new(error: impl Error + Send + Sync + 'static) -> Self {
        Self(Box::new(error))
    }

    /// The error, if it is of this kind.
    #[must_use]
    pub fn downcast_ref<E: Error + 'static>(&self) -> Option<&E> {
        self.0.downcast_ref()
    }
}

/// What [`Commit`] does, with one type of errors.
trait Erased: Send {
    fn as_any(&self) -> &dyn Any;
    fn as_any_mut(&mut self) -> &mut dyn Any;
    fn downloaded(&self) -> bool;
    fn record(
        &mut self,
        batch: Batch<'_>,
        snapshot: &dyn Fn() -> String,
    ) -> Result<(), TrackError<AnySessionsError>>;
    fn delete(&mut self) -> Result<Discarded, AnySessionsError>;
    fn make_safe(&mut self, snapshot: &dyn Fn() -> String) -> Result<(), AnySessionsError>;
    fn records(&self) -> bool;
    fn opened_again(&self) -> u32;
    fn correct(
        &mut self,
        change: &mut dyn FnMut(&mut SessionStart),
    ) -> Result<bool, AnySessionsError>;
}

impl<S> Erased for S
where
    S: Sessions<Error: Send + Sync> + Send + 'static,
{
    fn as_any(&self) -> &dyn Any {
        self
    }

    fn as_any_mut(&mut self) -> &mut dyn Any {
        self
    }

    fn downloaded(&self) -> bool {
        self.are_downloaded()
    }

    fn record(
        &mut self,
        batch: Batch<'_>,
        snapshot: &dyn Fn() -> String,
    ) -> Result<(), TrackError<AnySessionsError>> {
        self.commit(batch, snapshot).map_err(|error| match error {
            TrackError::Sink(error) => TrackError::Sink(AnySessionsError::new(error)),
            TrackError::Refused(error) => TrackError::Refused(error),
        })
    }

    fn delete(&mut self) -> Result<Discarded, AnySessionsError> {
        self.discard().map_err(AnySessionsError::new)
    }

    fn make_safe(&mut self, snapshot: &dyn Fn() -> String) -> Result<(), AnySessionsError> {
        self.flush(snapshot).map_err(AnySessionsError::new)
    }

    fn records(&self) -> bool {
        self.is_recording()
    }

    fn opened_again(&self) -> u32 {
        self.reopened()
    }

    fn correct(
        &mut self,
        change: &mut dyn FnMut(&mut SessionStart),
    ) -> Result<bool, AnySessionsError> {
        self.change_start(change).map_err(AnySessionsError::new)
    }
}

impl Commit for AnySessions {
    type Failure = AnySessionsError;

    fn are_downloaded(&self) -> bool {
        self.0.downloaded()
    }

    fn commit(
        &mut self,
        batch: Batch<'_>,
        snapshot: &dyn Fn() -> String,
    ) -> Result<(), TrackError<AnySessionsError>> {
        self.0.record(batch, snapshot)
    }

    fn discard(&mut self) -> Result<Discarded, AnySessionsError> {
        self.0.delete()
    }

    fn flush(&mut self, snapshot: &dyn Fn() -> String) -> Result<(), AnySessionsError> {
        self.0.make_safe(snapshot)
    }

    fn is_recording(&self) -> bool {
        self.0.records()
    }

    fn reopened(&self) -> u32 {
        self.0.opened_again()
    }

    fn change_start(
        &mut self,
        change: &mut dyn FnMut(&mut SessionStart),
    ) -> Result<bool, AnySessionsError> {
        self.0.correct(change)
    }
}
