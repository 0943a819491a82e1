//! A collector in the process of the test.

use std::net::TcpListener;
use std::ops::Deref;

use media_collection_collector::{Collector, Options, Running};

use crate::support::client::Client;

/// A collector on a free port, until this is dropped.
pub struct Here {
    client: Client,
    _running: Running,
}

impl Here {
    pub fn start() -> Self {
        Self::with(|_| {})
    }

    pub fn with(change: impl FnOnce(&mut Options)) -> Self {
        let mut options = Options::default();
        change(&mut options);
        let collector = Collector::open(options).expect("the folder can be used");
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port is free");
        let running = collector.start(listener).expect("it starts");
        Self { client: Client { address: running.address().to_string() }, _running: running }
    }
}

impl Deref for Here {
    type Target = Client;

    fn deref(&self) -> &Client {
        &self.client
    }
}
