//! Three servers and three collectors.

use std::path::PathBuf;

use crate::collectors::Collectors;
use crate::nodes::Nodes;
use crate::stored;
use crate::support::folder;
use crate::viewers::Viewing;

pub struct Cluster {
    pub nodes: Nodes,
    pub collectors: Collectors,
    pub folder: PathBuf,
}

impl Cluster {
    /// `None`, with a message, if there is no server.
    pub fn start(name: &str, arguments: &[&str]) -> Option<Self> {
        let folder = folder(name);
        let nodes = Nodes::start(&folder, 3)?;
        let collectors = Collectors::start(&folder, &nodes.urls(), 3, arguments);
        Some(Self { nodes, collectors, folder })
    }

    /// Asserts that everything that was acknowledged is stored in order.
    pub fn has_all(&self, viewings: &[Viewing]) {
        stored::has_all(&stored::read(&self.nodes.urls()), viewings);
    }
}
