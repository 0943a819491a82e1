//! Places in the order in which something last happened to them.

/// Lists of places. Each place is in one of them at most, and can be moved to its end or removed at once,
/// however many there are.
#[derive(Debug, Default)]
pub(super) struct Links(Vec<Link>);

/// The first and the last place of a list.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Ends {
    first: Option<u32>,
    last: Option<u32>,
}

/// The neighbours of a place.
#[derive(Debug, Clone, Copy)]
struct Link {
    before: u32,
    after: u32,
}

/// No neighbour.
const NONE: u32 = u32::MAX;
/// A place that is in no list.
const ABSENT: Link = Link { before: NONE - 1, after: NONE - 1 };

impl Link {
    fn is_absent(self) -> bool {
        self.before == ABSENT.before
    }
}

impl Ends {
    /// The place to which nothing happened for longest.
    pub(super) fn first(self) -> Option<u32> {
        self.first
    }
}

impl Links {
    /// Something happened to a place: it is the last of this list now.
    pub(super) fn touch(&mut self, list: &mut Ends, place: u32) {
        if list.last == Some(place) {
            return;
        }
        self.remove(list, place);
        let at = place as usize;
        if at >= self.0.len() {
            self.0.resize(at + 1, ABSENT);
        }
        self.0[at] = Link { before: list.last.unwrap_or(NONE), after: NONE };
        match list.last {
            Some(last) => self.0[last as usize].after = place,
            None => list.first = Some(place),
        }
        list.last = Some(place);
    }

    /// Takes a place out of this list, if it is in it. Returns whether it was.
    pub(super) fn remove(&mut self, list: &mut Ends, place: u32) -> bool {
        let Some(link) = self.0.get_mut(place as usize).filter(|link| !link.is_absent()) else {
            return false;
        };
        let Link { before, after } = std::mem::replace(link, ABSENT);
        let neighbour = |place: u32| (place != NONE).then_some(place);
        match neighbour(before) {
            Some(before) => self.0[before as usize].after = after,
            None => list.first = neighbour(after),
        }
        match neighbour(after) {
            Some(after) => self.0[after as usize].before = before,
            None => list.last = neighbour(before),
        }
        true
    }
}

/// One list.
#[derive(Debug, Default)]
pub(super) struct Recency {
    links: Links,
    ends: Ends,
}

impl Recency {
    /// The places, the one to which nothing happened for longest first.
    #[cfg(feature = "nats")]
    pub(super) fn iter(&self) -> impl Iterator<Item = u32> {
        self.behind(None)
    }

    /// The places behind this one, or all.
    #[cfg(feature = "nats")]
    pub(super) fn behind(&self, place: Option<u32>) -> impl Iterator<Item = u32> {
        let after = |place: &u32| {
            let after = self.links.0.get(*place as usize)?.after;
            (after < ABSENT.after).then_some(after)
        };
        let first = place.as_ref().map_or(self.ends.first, after);
        std::iter::successors(first, after)
    }

    /// The place to which nothing happened for longest.
    pub(super) fn first(&self) -> Option<u32> {
        self.ends.first
    }

    /// Something happened to a place: it is the last now.
    pub(super) fn touch(&mut self, place: u32) {
        self.links.touch(&mut self.ends, place);
    }

    /// Takes a place out, if it is in the list.
    pub(super) fn remove(&mut self, place: u32) {
        self.links.remove(&mut self.ends, place);
    }
}

#[cfg(test)]
mod tests {
    use std::collections::VecDeque;

    use super::Recency;

    /// Compares it with a list that is searched.
    #[test]
    fn it_is_the_order_of_the_last_touch() {
        let (mut list, mut plain) = (Recency::default(), VecDeque::new());
        let mut random = 1_u64;
        for step in 0..100_000_u64 {
            random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(step | 1);
            let place = u32::try_from(random >> 59).unwrap();
            plain.retain(|other| *other != place);
            if random >> 40 & 3 == 0 {
                list.remove(place);
            } else {
                list.touch(place);
                plain.push_back(place);
            }
            assert_eq!(list.first(), plain.front().copied(), "at {step}");
        }
        while let Some(first) = plain.pop_front() {
            assert_eq!(list.first(), Some(first));
            list.remove(first);
        }
        assert_eq!((list.first(), list.ends.last), (None, None));
    }
}
