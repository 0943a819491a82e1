//! Places in the order in which something last happened to them.

/// A list of places, of which each can be moved to the end or removed at once, however many there are.
#[derive(Debug, Default)]
pub(super) struct Recency {
    /// For each place its neighbours.
    links: Vec<Link>,
    first: Option<u32>,
    last: Option<u32>,
}

#[derive(Debug, Clone, Copy)]
struct Link {
    before: u32,
    after: u32,
}

/// No neighbour.
const NONE: u32 = u32::MAX;
/// A place that is not in the list.
const ABSENT: Link = Link { before: NONE - 1, after: NONE - 1 };

impl Link {
    fn is_absent(self) -> bool {
        self.before == ABSENT.before
    }
}

impl Recency {
    /// The place to which nothing happened for longest.
    pub(super) fn first(&self) -> Option<u32> {
        self.first
    }

    /// The places, the one to which nothing happened for longest first.
    #[cfg(feature = "nats")]
    pub(super) fn iter(&self) -> impl Iterator<Item = u32> {
        let after = |place: &u32| {
            let after = self.links[*place as usize].after;
            (after != NONE).then_some(after)
        };
        std::iter::successors(self.first, after)
    }

    /// Something happened to a place: it is the last now.
    pub(super) fn touch(&mut self, place: u32) {
        if self.last == Some(place) {
            return;
        }
        self.remove(place);
        let at = place as usize;
        if at >= self.links.len() {
            self.links.resize(at + 1, ABSENT);
        }
        self.links[at] = Link { before: self.last.unwrap_or(NONE), after: NONE };
        match self.last {
            Some(last) => self.links[last as usize].after = place,
            None => self.first = Some(place),
        }
        self.last = Some(place);
    }

    /// Takes a place out, if it is in the list.
    pub(super) fn remove(&mut self, place: u32) {
        let Some(link) = self.links.get_mut(place as usize).filter(|link| !link.is_absent()) else {
            return;
        };
        let Link { before, after } = std::mem::replace(link, ABSENT);
        let neighbour = |place: u32| (place != NONE).then_some(place);
        match neighbour(before) {
            Some(before) => self.links[before as usize].after = after,
            None => self.first = neighbour(after),
        }
        match neighbour(after) {
            Some(after) => self.links[after as usize].before = before,
            None => self.last = neighbour(before),
        }
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
        assert_eq!((list.first(), list.last), (None, None));
    }
}
