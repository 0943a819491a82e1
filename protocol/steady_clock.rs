//! A clock that does not step: the times to record events with.

use std::fmt;
use std::time::Duration;

use crate::event::PlayerTime;

/// A clock for the times of events: the wall time at its start, and from then on a monotonic clock
/// that also counts while the device sleeps.
///
/// The wall clock of a device is set during sessions: by the network, by the user, from 1970 to
/// today. `std::time::Instant` does not step, but stands still on Linux, Android and Apple systems
/// while the device sleeps. This clock does neither. Make one when the app starts, and take the
/// time of every event from it.
///
/// ```
/// use media_collection::{Recorder, SteadyClock};
/// # use media_collection::{SessionStart, SessionStartParams};
/// # let params = SessionStartParams::builder().analytics_tracking_server("t.example.com")
/// #     .analytics_report_suite("suite").visitor_marketing_cloud_org_id("ORG@AdobeOrg")
/// #     .id("episode-42").length(60.0).content_type("vod").player_name("tv").channel("c").build();
///
/// let clock = SteadyClock::new();
/// let mut recorder = Recorder::downloaded(SessionStart::new(clock.at(0.0), params));
/// recorder.play(clock.at(0.0))?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// | system | source of [`new`](SteadyClock::new) |
/// |---|---|
/// | Linux, Android, Fuchsia, OpenBSD | `CLOCK_BOOTTIME` |
/// | macOS, iOS and other Apple systems | `CLOCK_MONOTONIC`, which goes on during sleep there |
/// | FreeBSD and other Unix systems | `CLOCK_MONOTONIC` |
/// | Windows | `Instant`: the performance counter, which includes sleep |
/// | `wasm32-unknown-unknown` | none: pass the host's clock to [`with_source`](SteadyClock::with_source) |
///
/// On Unix systems `new` needs the feature `clock`, which is on by default.
///
/// The wall time at the start may be wrong itself. When the app learns that the clock was set right,
/// it makes another `SteadyClock`; a recorder then moves what was not sent to the real time.
#[derive(Clone, Copy)]
pub struct SteadyClock<F = fn() -> Duration> {
    /// The wall time at its start, in milliseconds since the Unix epoch.
    began: i64,
    /// The reading of the source at its start.
    zero: Duration,
    source: F,
}

#[cfg(any(windows, all(unix, feature = "clock")))]
impl SteadyClock {
    /// A clock with the wall time of now and the system's monotonic clock.
    #[must_use]
    pub fn new() -> Self {
        let now = std::time::SystemTime::now();
        let began = match now.duration_since(std::time::UNIX_EPOCH) {
            Ok(since) => millis(since),
            Err(before) => millis(before.duration()).saturating_neg(),
        };
        Self::with_source(began, system::since_boot)
    }
}

#[cfg(any(windows, all(unix, feature = "clock")))]
impl Default for SteadyClock {
    fn default() -> Self {
        Self::new()
    }
}

impl<F: Fn() -> Duration> SteadyClock<F> {
    /// A clock that begins at a wall time, in milliseconds since the Unix epoch, and goes on with a
    /// source: the time since any fixed moment, which never goes back and includes the time in
    /// which the device sleeps. For hosts with clocks of their own, and for tests.
    ///
    /// In a web page or worker, with the crates `js-sys` and `web-sys`:
    ///
    /// ```
    /// # mod js_sys { pub struct Date; impl Date { pub fn now() -> f64 { 1.7e12 } } }
    /// # struct Performance; impl Performance { fn now(&self) -> f64 { 12.5 } }
    /// # let performance = Performance;
    /// use std::time::Duration;
    /// use media_collection::SteadyClock;
    ///
    /// let source = move || Duration::from_secs_f64(performance.now() / 1_000.0);
    /// let clock = SteadyClock::with_source(js_sys::Date::now() as i64, source);
    /// assert!(clock.now() >= 1_700_000_000_000);
    /// ```
    ///
    /// Some browsers stop `performance.now()` while the device sleeps. Where that matters, make
    /// another clock when the page is visible again.
    #[must_use]
    pub fn with_source(wall: i64, source: F) -> Self {
        Self { began: wall, zero: source(), source }
    }

    /// The time, in milliseconds since the Unix epoch. It never goes back.
    #[must_use]
    pub fn now(&self) -> i64 {
        let passed = (self.source)().saturating_sub(self.zero);
        self.began.saturating_add(millis(passed))
    }

    /// The time of an event that happens now, at this playhead in seconds.
    #[must_use]
    pub fn at(&self, playhead: f64) -> PlayerTime {
        let mut time = PlayerTime::of_ts(self.now());
        time.set_playhead(playhead);
        time
    }
}

impl<F> fmt::Debug for SteadyClock<F> {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.debug_struct("SteadyClock")
            .field("began", &self.began)
            .field("zero", &self.zero)
            .finish_non_exhaustive()
    }
}

fn millis(duration: Duration) -> i64 {
    i64::try_from(duration.as_millis()).unwrap_or(i64::MAX)
}

#[cfg(all(unix, feature = "clock"))]
mod system {
    use std::time::Duration;

    use rustix::time::{ClockId, clock_gettime};

    /// Counts while the device sleeps.
    #[cfg(any(
        target_os = "linux",
        target_os = "android",
        target_os = "fuchsia",
        target_os = "openbsd"
    ))]
    const CLOCK: ClockId = ClockId::Boottime;
    #[cfg(not(any(
        target_os = "linux",
        target_os = "android",
        target_os = "fuchsia",
        target_os = "openbsd"
    )))]
    const CLOCK: ClockId = ClockId::Monotonic;

    pub(super) fn since_boot() -> Duration {
        let time = clock_gettime(CLOCK);
        let (seconds, nanos) = (u64::try_from(time.tv_sec), u32::try_from(time.tv_nsec));
        // Neither is ever negative.
        Duration::new(seconds.unwrap_or(0), nanos.unwrap_or(0))
    }
}

#[cfg(windows)]
mod system {
    use std::sync::OnceLock;
    use std::time::{Duration, Instant};

    /// Since the first call. `QueryPerformanceCounter` includes standby and hibernation.
    pub(super) fn since_boot() -> Duration {
        static FIRST: OnceLock<Instant> = OnceLock::new();
        FIRST.get_or_init(Instant::now).elapsed()
    }
}
