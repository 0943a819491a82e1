//! The collector to which sessions are sent.

use clap::Args;
use media_collection::store::{Upload, WhenLarge};
use media_collection::{Api, Collector};

use crate::identity::{Named, identities};

/// The options that name a collector.
#[derive(Debug, Args)]
pub struct Address {
    #[arg(long, value_name = "URL")]
    #[arg(help = "The collector's address, such as https://example.hb-api.omtrdc.net, or with \
                  --datastream https://edge.adobedc.net")]
    collector: String,
    /// Send to the Media Edge API, with the id of this datastream
    #[arg(long, value_name = "ID")]
    datastream: Option<String>,
    /// An identity of the viewer for Media Edge, such as FPID=6f1c0b4e; can be repeated. What a session
    /// says itself comes first. The first of several namespaces is the primary one
    #[arg(long = "identity", value_name = "NAMESPACE=ID", requires = "datastream")]
    identities: Vec<Named>,
    /// Send a session that is larger than the 64 KiB of a request to Media Edge to this collector of the
    /// Media Collection API. Without this option it is sent as several sessions
    #[arg(long, value_name = "URL", requires = "datastream", conflicts_with = "legacy")]
    large_to: Option<Collector>,
}

/// The collectors of the two APIs.
#[derive(Debug)]
pub struct Collectors {
    main: Collector,
    large: Option<Collector>,
}

impl Address {
    pub fn collectors(&self) -> Result<Collectors, String> {
        let text = &self.collector;
        let wrong = |error: &dyn std::fmt::Display| {
            let hint = match self.datastream {
                Some(_) => "",
                None => "; for the Media Edge API, name a datastream with --datastream",
            };
            format!("--collector {text}: {error}{hint}. See `upload --help`")
        };
        let main = match &self.datastream {
            None => text.parse().map_err(|error| wrong(&error))?,
            Some(datastream) => {
                let collector = Collector::edge(text, datastream).map_err(|error| wrong(&error))?;
                identities(&self.identities)
                    .fold(collector, |collector, (name, id)| collector.with_identity(name, id))
            }
        };
        Ok(Collectors { main, large: self.large_to.clone() })
    }

    pub fn when_large(&self) -> WhenLarge {
        match self.large_to {
            Some(_) => WhenLarge::MediaCollection,
            None => WhenLarge::Split,
        }
    }
}

impl Collectors {
    /// The one that takes an upload.
    pub fn of(&self, upload: &Upload) -> &Collector {
        match (&self.large, upload.api) {
            (Some(large), Some(Api::MediaCollection)) => large,
            _ => &self.main,
        }
    }
}
