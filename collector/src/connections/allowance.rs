//! How long a client may take: a time, and more for the bytes that it has read or sent.

use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use tokio::time::{Instant, Sleep, sleep_until};

/// A client has a second more for so many bytes.
const LEAST_RATE: u64 = 16 * 1024;

/// What is left to a client.
#[derive(Debug)]
pub(crate) struct Allowance {
    first: Instant,
    bytes: u64,
    /// Whatever it has earned.
    last: Option<Instant>,
    until: Option<Pin<Box<Sleep>>>,
}

impl Allowance {
    pub(crate) fn new(time: Duration) -> Self {
        Self { first: Instant::now() + time, bytes: 0, last: None, until: None }
    }

    /// The client has read or sent so many bytes more.
    pub(crate) fn add(&mut self, bytes: usize) {
        self.bytes += bytes as u64;
    }

    /// It has no more than this time until it does so again, whatever it has earned.
    pub(crate) fn at_most(&mut self, time: Duration) {
        self.last = Some(Instant::now() + time);
    }

    fn deadline(&self) -> Instant {
        let earned = self.first + Duration::from_secs(self.bytes / LEAST_RATE);
        self.last.map_or(earned, |last| last.min(earned))
    }

    /// Begins again. A little of the time that the client has earned is left.
    pub(super) fn goes_on(&mut self, time: Duration) {
        let now = Instant::now();
        let left = self.deadline().saturating_duration_since(now);
        (self.first, self.bytes) = (now + left.clamp(time, 2 * time), 0);
    }

    /// Ready when the client has taken too long.
    pub(crate) fn poll_over(&mut self, cx: &mut Context<'_>) -> Poll<()> {
        let deadline = self.deadline();
        let until = self.until.get_or_insert_with(|| Box::pin(sleep_until(deadline)));
        if until.deadline() > deadline {
            until.as_mut().reset(deadline);
        }
        loop {
            ready!(until.as_mut().poll(cx));
            if deadline <= Instant::now() {
                return Poll::Ready(());
            }
            until.as_mut().reset(deadline);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::future::poll_fn;
    use std::time::Duration;

    use tokio::time::{Instant, advance, timeout};

    use super::{Allowance, LEAST_RATE};

    #[tokio::test(start_paused = true)]
    async fn who_sends_has_more_time() {
        let begun = Instant::now();
        let mut allowance = Allowance::new(Duration::from_secs(30));
        let mut over = async |bytes: u64| {
            allowance.add(bytes.try_into().unwrap());
            poll_fn(|cx| allowance.poll_over(cx)).await;
            begun.elapsed().as_secs()
        };
        assert_eq!(over(0).await, 30);
        assert_eq!(over(12 * LEAST_RATE).await, 42);
        advance(Duration::from_secs(1)).await;
        assert_eq!(over(LEAST_RATE - 1).await, 43);
        assert_eq!(over(8 * LEAST_RATE + 1).await, 51);
    }

    #[tokio::test(start_paused = true)]
    async fn who_stops_does_not_have_all_that_it_has_earned() {
        let begun = Instant::now();
        let mut allowance = Allowance::new(Duration::from_secs(30));
        for _ in 0..10 {
            advance(Duration::from_secs(5)).await;
            allowance.add(usize::try_from(100 * LEAST_RATE).unwrap());
            allowance.at_most(Duration::from_secs(30));
            let over = poll_fn(|cx| allowance.poll_over(cx));
            assert!(timeout(Duration::from_secs(1), over).await.is_err());
        }
        poll_fn(|cx| allowance.poll_over(cx)).await;
        assert_eq!(begun.elapsed().as_secs(), 10 * 6 - 1 + 30);
    }
}
