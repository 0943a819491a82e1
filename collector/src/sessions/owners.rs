//! Which addresses the open sessions came from, so that one address cannot push out those of others.

use std::collections::{BTreeSet, HashMap};

use crate::connections::Client;

/// With more than this part of the sessions that may be open, an address makes room itself.
const SHARE: usize = 10;

/// The open sessions of each address.
#[derive(Debug, Default)]
pub(super) struct Owners {
    /// The owner, when an event arrived, and the session's number. An event that arrives does not
    /// change this: it is corrected when a session is looked for.
    order: BTreeSet<(u32, u64, u64)>,
    /// Each address is a number, since there are many sessions.
    numbers: HashMap<Client, u32>,
    owners: Vec<Owner>,
    free: Vec<u32>,
    /// The owners with more than their share.
    large: BTreeSet<u32>,
}

/// An address, and how many sessions it has.
#[derive(Debug)]
struct Owner {
    client: Client,
    count: usize,
}

/// A session, as it is in the order.
#[derive(Debug, Clone, Copy)]
pub(super) struct Owned {
    owner: u32,
    pub(super) heard: u64,
}

impl Owners {
    /// A session was opened, when so many may be open.
    pub(super) fn opened(&mut self, client: Client, heard: u64, number: u64, most: usize) -> Owned {
        let Self { numbers, owners, free, .. } = self;
        let owner = *numbers.entry(client).or_insert_with(|| {
            let owner = Owner { client, count: 0 };
            if let Some(place) = free.pop() {
                owners[place as usize] = owner;
                place
            } else {
                owners.push(owner);
                u32::try_from(owners.len() - 1).unwrap_or(u32::MAX)
            }
        });
        self.order.insert((owner, heard, number));
        let count = &mut self.owners[owner as usize].count;
        *count += 1;
        if *count > share(most) {
            self.large.insert(owner);
        }
        Owned { owner, heard }
    }

    pub(super) fn closed(&mut self, Owned { owner, heard }: Owned, number: u64, most: usize) {
        if !self.order.remove(&(owner, heard, number)) {
            return;
        }
        let Owner { client, count } = &mut self.owners[owner as usize];
        *count -= 1;
        if *count <= share(most) {
            self.large.remove(&owner);
        }
        if *count == 0 {
            self.numbers.remove(client);
            self.free.push(owner);
        }
    }

    /// The owner with this address.
    pub(super) fn owner(&self, client: Client) -> Option<u32> {
        self.numbers.get(&client).copied()
    }

    pub(super) fn count(&self, client: Client) -> usize {
        self.owner(client).map_or(0, |owner| self.owners[owner as usize].count)
    }

    /// The owner with the most open sessions, if those are more than its share.
    pub(super) fn largest(&self) -> Option<u32> {
        self.large.iter().copied().max_by_key(|owner| self.owners[*owner as usize].count)
    }

    /// The number of the session of this owner that was idle for longest. `heard` says when an event
    /// of a session arrived, and takes what the order says of it now.
    pub(super) fn longest_idle(
        &mut self,
        owner: u32,
        mut heard: impl FnMut(u64) -> Option<u64>,
    ) -> Option<u64> {
        loop {
            let first = self.order.range((owner, 0, 0)..=(owner, u64::MAX, u64::MAX)).next();
            let (_, before, number) = *first?;
            let now = heard(number)?;
            if now <= before {
                return Some(number);
            }
            // Each correction is for an event that has arrived since.
            self.order.remove(&(owner, before, number));
            self.order.insert((owner, now, number));
        }
    }
}

fn share(most: usize) -> usize {
    (most / SHARE).max(1)
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use super::Owners;
    use crate::connections::Client;

    fn client(last: u8) -> Client {
        Client::of([192, 0, 2, last].into())
    }

    #[test]
    fn the_longest_idle_session_of_an_address_is_found_after_events() {
        let mut owners = Owners::default();
        let mut heard = HashMap::new();
        let other = owners.opened(client(2), 0, 9, 20);
        let owned: Vec<_> = (0..4)
            .map(|number| {
                heard.insert(number, number);
                owners.opened(client(1), number, number, 20)
            })
            .collect();
        let owner = owners.owner(client(1)).unwrap();
        assert_eq!((owners.count(client(1)), owners.largest()), (4, Some(owner)));
        heard.extend([(0, 10), (1, 20)]);
        let idle = owners.longest_idle(owner, |number| heard.get(&number).copied());
        assert_eq!(idle, Some(2));
        owners.closed(owned[2], 2, 20);
        owners.closed(owned[2], 2, 20);
        owners.closed(owned[3], 3, 20);
        assert_eq!((owners.count(client(1)), owners.largest()), (2, None));
        let idle = owners.longest_idle(owner, |number| heard.get(&number).copied());
        assert_eq!(idle, Some(0));
        owners.closed(other, 9, 20);
        assert_eq!(owners.owner(client(2)), None);
        owners.opened(client(3), 0, 10, 20);
        assert_eq!((owners.count(client(2)), owners.count(client(3))), (0, 1));
    }
}
