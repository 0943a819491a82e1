//! Which addresses the open sessions came from, so that one address cannot push out those of others.

use std::collections::{BTreeSet, HashMap};

use crate::connections::Client;

/// With more than this part of the sessions that may be open, an address makes room itself.
const SHARE: usize = 10;

/// The open sessions of each address.
#[derive(Debug, Default)]
pub(super) struct Owners {
    /// The address, when an event arrived, and the session's number. An event that arrives does not
    /// change this: it is corrected when a session is looked for.
    order: BTreeSet<(Client, u64, u64)>,
    counts: HashMap<Client, usize>,
    /// The addresses with more than their share.
    large: BTreeSet<Client>,
}

/// An open session, as it is in the order.
#[derive(Debug, Clone, Copy)]
pub(super) struct Owned {
    pub(super) client: Client,
    pub(super) heard: u64,
}

impl Owners {
    /// A session was opened, when so many may be open.
    pub(super) fn opened(&mut self, Owned { client, heard }: Owned, number: u64, most: usize) {
        self.order.insert((client, heard, number));
        let count = self.counts.entry(client).or_default();
        *count += 1;
        if *count > share(most) {
            self.large.insert(client);
        }
    }

    pub(super) fn closed(&mut self, Owned { client, heard }: Owned, number: u64, most: usize) {
        if !self.order.remove(&(client, heard, number)) {
            return;
        }
        let Some(count) = self.counts.get_mut(&client) else { return };
        *count -= 1;
        let count = *count;
        if count <= share(most) {
            self.large.remove(&client);
        }
        if count == 0 {
            self.counts.remove(&client);
        }
    }

    pub(super) fn count(&self, client: Client) -> usize {
        self.counts.get(&client).copied().unwrap_or_default()
    }

    /// The address that has the most open sessions, if that is more than its share.
    pub(super) fn largest(&self) -> Option<Client> {
        self.large.iter().copied().max_by_key(|client| self.count(*client))
    }

    /// The number of the session of this address that was idle for longest. `heard` says when an event
    /// of a session arrived, and takes what the order says of it now.
    pub(super) fn longest_idle(
        &mut self,
        client: Client,
        mut heard: impl FnMut(u64) -> Option<u64>,
    ) -> Option<u64> {
        loop {
            let first = self.order.range((client, 0, 0)..=(client, u64::MAX, u64::MAX)).next();
            let (_, before, number) = *first?;
            let now = heard(number)?;
            if now <= before {
                return Some(number);
            }
            // Each correction is for an event that has arrived since.
            self.order.remove(&(client, before, number));
            self.order.insert((client, now, number));
        }
    }
}

fn share(most: usize) -> usize {
    (most / SHARE).max(1)
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use super::{Owned, Owners};
    use crate::connections::Client;

    fn client(last: u8) -> Client {
        Client::of([192, 0, 2, last].into())
    }

    #[test]
    fn the_longest_idle_session_of_an_address_is_found_after_events() {
        let mut owners = Owners::default();
        let mut heard = HashMap::new();
        for number in 0..4 {
            heard.insert(number, number);
            owners.opened(Owned { client: client(1), heard: number }, number, 20);
        }
        owners.opened(Owned { client: client(2), heard: 0 }, 9, 20);
        assert_eq!((owners.count(client(1)), owners.largest()), (4, Some(client(1))));
        heard.extend([(0, 10), (1, 20)]);
        let idle = owners.longest_idle(client(1), |number| heard.get(&number).copied());
        assert_eq!(idle, Some(2));
        owners.closed(Owned { client: client(1), heard: 2 }, 2, 20);
        owners.closed(Owned { client: client(1), heard: 2 }, 2, 20);
        owners.closed(Owned { client: client(1), heard: 3 }, 3, 20);
        assert_eq!((owners.count(client(1)), owners.largest()), (2, None));
        let idle = owners.longest_idle(client(1), |number| heard.get(&number).copied());
        assert_eq!(idle, Some(0));
    }
}
