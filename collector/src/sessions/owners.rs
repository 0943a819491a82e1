//! Which addresses the open sessions came from, so that one address cannot push out those of others.

use std::collections::{BTreeSet, HashMap};

use super::recency::{Ends, Links};
use crate::connections::Client;

/// With more than this part of the sessions that may be open, an address makes room itself.
const SHARE: usize = 10;

/// The open sessions of each address, by their places.
#[derive(Debug, Default)]
pub(super) struct Owners {
    /// Each address is a number, since there are many sessions.
    numbers: HashMap<Client, u32>,
    owners: Vec<Owner>,
    free: Vec<u32>,
    /// For each place its owner.
    of: Vec<u32>,
    /// Those of each owner, in the order in which they were heard of.
    links: Links,
    /// The owners with more than their share.
    large: BTreeSet<u32>,
}

/// An address, and its sessions.
#[derive(Debug)]
struct Owner {
    client: Client,
    count: usize,
    sessions: Ends,
}

impl Owners {
    /// A session was opened, when so many may be open.
    pub(super) fn opened(&mut self, client: Client, place: u32, most: usize) {
        let Self { numbers, owners, free, of, links, .. } = self;
        let owner = *numbers.entry(client).or_insert_with(|| {
            let owner = Owner { client, count: 0, sessions: Ends::default() };
            if let Some(number) = free.pop() {
                owners[number as usize] = owner;
                number
            } else {
                owners.push(owner);
                u32::try_from(owners.len() - 1).unwrap_or(u32::MAX)
            }
        });
        let at = place as usize;
        if at >= of.len() {
            of.resize(at + 1, 0);
        }
        of[at] = owner;
        let Owner { count, sessions, .. } = &mut owners[owner as usize];
        links.touch(sessions, place);
        *count += 1;
        if *count > share(most) {
            self.large.insert(owner);
        }
    }

    /// An open session was heard of.
    pub(super) fn heard(&mut self, place: u32) {
        let owner = self.of[place as usize];
        self.links.touch(&mut self.owners[owner as usize].sessions, place);
    }

    pub(super) fn closed(&mut self, place: u32, most: usize) {
        let Some(owner) = self.of.get(place as usize).copied() else { return };
        let Owner { client, count, sessions } = &mut self.owners[owner as usize];
        if !self.links.remove(sessions, place) {
            return;
        }
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

    /// The session of this owner that was idle for longest.
    pub(super) fn longest_idle(&self, owner: u32) -> Option<u32> {
        self.owners[owner as usize].sessions.first()
    }
}

fn share(most: usize) -> usize {
    (most / SHARE).max(1)
}

#[cfg(test)]
mod tests {
    use super::Owners;
    use crate::connections::Client;

    fn client(last: u8) -> Client {
        Client::of([192, 0, 2, last].into())
    }

    #[test]
    fn the_longest_idle_session_of_an_address_is_found_after_events() {
        let mut owners = Owners::default();
        owners.opened(client(2), 9, 20);
        for place in 0..4 {
            owners.opened(client(1), place, 20);
        }
        let owner = owners.owner(client(1)).unwrap();
        assert_eq!((owners.count(client(1)), owners.largest()), (4, Some(owner)));
        owners.heard(0);
        owners.heard(1);
        owners.heard(9);
        assert_eq!(owners.longest_idle(owner), Some(2));
        owners.closed(2, 20);
        owners.closed(2, 20);
        owners.closed(3, 20);
        assert_eq!((owners.count(client(1)), owners.largest()), (2, None));
        assert_eq!(owners.longest_idle(owner), Some(0));
        owners.closed(9, 20);
        assert_eq!(owners.owner(client(2)), None);
        owners.opened(client(3), 2, 20);
        assert_eq!((owners.count(client(2)), owners.count(client(3))), (0, 1));
        assert_eq!(owners.longest_idle(owners.owner(client(3)).unwrap()), Some(2));
    }
}
