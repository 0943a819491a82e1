//! The time limit of the heads of a connection's requests. The runtime has one timer for it, which is set again only
//! when it ends: to begin and to drop one for each request would be a twentieth of a request's instructions.

use std::pin::Pin;
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll, ready};
use std::time::{Duration, Instant};

use hyper::rt::{Sleep, Timer};

use crate::locked::locked;

/// The runtime's timer, from the first time that a client is waited for.
type Alarm = Arc<Mutex<Option<Pin<Box<tokio::time::Sleep>>>>>;

/// Of one connection.
#[derive(Debug, Default)]
pub(super) struct HeadTimer(Alarm);

impl Timer for HeadTimer {
    fn sleep(&self, duration: Duration) -> Pin<Box<dyn Sleep>> {
        self.sleep_until(Instant::now() + duration)
    }

    fn sleep_until(&self, until: Instant) -> Pin<Box<dyn Sleep>> {
        Box::pin(Waiting { until, alarm: Arc::clone(&self.0) })
    }
}

/// Ready at a moment.
struct Waiting {
    until: Instant,
    alarm: Alarm,
}

impl Sleep for Waiting {}

impl Future for Waiting {
    type Output = ();

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<()> {
        let until = tokio::time::Instant::from_std(self.until);
        let mut alarm = locked(&self.alarm);
        let alarm = alarm.get_or_insert_with(|| Box::pin(tokio::time::sleep_until(until)));
        if alarm.deadline() > until {
            alarm.as_mut().reset(until);
        }
        loop {
            // It may have been set for a request before.
            ready!(alarm.as_mut().poll(cx));
            if alarm.deadline() >= until {
                return Poll::Ready(());
            }
            alarm.as_mut().reset(until);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, Instant};

    use hyper::rt::Timer as _;

    use super::HeadTimer;

    const LIMIT: Duration = Duration::from_secs(30);

    #[tokio::test(start_paused = true)]
    async fn each_wait_has_its_own_end() {
        let timer = HeadTimer::default();
        let begun = tokio::time::Instant::now();
        let passed = || begun.elapsed().as_secs();
        // Two that are not waited for to their ends, and one that is.
        for _ in 0..2 {
            let waiting = timer.sleep_until(begun.into_std() + LIMIT);
            assert!(tokio::time::timeout(Duration::from_secs(4), waiting).await.is_err());
        }
        assert_eq!(passed(), 8);
        timer.sleep_until(begun.into_std() + Duration::from_secs(8) + LIMIT).await;
        assert_eq!(passed(), 38, "the end of the first is not its own");
        timer.sleep_until(begun.into_std() + Duration::from_secs(40)).await;
        assert_eq!(passed(), 40);
        // One that ends before the one that was set.
        let later = timer.sleep_until(begun.into_std() + Duration::from_secs(90));
        assert!(tokio::time::timeout(Duration::from_secs(1), later).await.is_err());
        timer.sleep_until(begun.into_std() + Duration::from_secs(45)).await;
        assert_eq!(passed(), 45);
        timer.sleep_until(begun.into_std()).await;
        assert_eq!(passed(), 45);
        timer.sleep(Duration::ZERO).await;
        assert!(timer.now() <= Instant::now());
    }
}
