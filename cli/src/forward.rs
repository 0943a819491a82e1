//! `collect --forward`: where stored events go on to.

use std::error::Error;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use clap::Args;
use media_collection::Collector;
use media_collection::http::{Request, Response};
use media_collection_collector::{Forward, Sender};

use crate::http;

/// The options of `collect` for forwarding.
#[derive(Debug, Args)]
pub struct Forwarding {
    /// Send what is stored on to this collector, such as https://example.hb-api.omtrdc.net, or with
    /// --forward-datastream https://edge.adobedc.net. What --data or --nats has is sent, too, that was not yet
    #[arg(long = "forward", value_name = "URL", requires = "stored")]
    to: Option<String>,
    /// Forward to the Media Edge API, with the id of this datastream
    #[arg(long = "forward-datastream", value_name = "ID", requires = "to")]
    datastream: Option<String>,
    /// Forward only sessions that begin after the first start with --forward, and not what the folder, or
    /// NATS, has already
    #[arg(long = "forward-only-new", requires = "to")]
    only_new: bool,
    /// The most sessions of which a request is on its way at a time
    #[arg(long = "forward-parallel", value_name = "N", default_value = "32", requires = "to",
          value_parser = clap::value_parser!(u16).range(1..=1_024))]
    parallel: u16,
    /// How long a request may take
    #[arg(long = "forward-timeout", value_name = "SECONDS", default_value = "20", requires = "to",
          value_parser = clap::value_parser!(u64).range(1..))]
    timeout: u64,
    /// Trust the certificates in this PEM file instead of the usual authorities
    #[arg(long = "forward-ca", value_name = "FILE", requires = "to")]
    ca: Option<PathBuf>,
    /// A param for starts that lack it, such as analytics.reportSuite=SUITE; can be repeated. The Media
    /// Collection API needs analytics.reportSuite, analytics.trackingServer and
    /// visitor.marketingCloudOrgId, which Media Edge knows by the datastream
    #[arg(long = "forward-setting", value_name = "KEY=VALUE", value_parser = setting,
          requires = "to", conflicts_with = "datastream")]
    settings: Vec<(String, String)>,
}

fn setting(text: &str) -> Result<(String, String), &'static str> {
    match text.split_once('=') {
        Some((key, value)) if !key.is_empty() && !value.is_empty() => {
            Ok((key.to_owned(), value.to_owned()))
        }
        _ => Err("must be a param and its value, such as analytics.reportSuite=example"),
    }
}

impl Forwarding {
    /// What the collector is to do, if it is to forward.
    pub fn forward(self) -> Result<Option<Forward>, String> {
        let Some(to) = &self.to else { return Ok(None) };
        let collector: Result<Collector, _> = match &self.datastream {
            None => to.parse(),
            Some(datastream) => Collector::edge(to, datastream),
        };
        let collector = collector.map_err(|error| {
            let hint = match self.datastream {
                Some(_) => "",
                None => "; for the Media Edge API, name a datastream with --forward-datastream",
            };
            format!("--forward {to}: {error}{hint}")
        })?;
        let timeout = Duration::from_secs(self.timeout);
        let agent = http::agent(timeout, self.ca.as_deref());
        let agent = agent.map_err(|error| format!("--forward-{}", plain(&*error)))?;
        let mut forward = Forward::new(collector, Arc::new(Http(agent)));
        forward.parallel = usize::from(self.parallel);
        forward.only_new = self.only_new;
        forward.settings = self.settings;
        Ok(Some(forward))
    }
}

/// The message about `--ca`, without the dashes.
fn plain(error: &dyn Error) -> String {
    error.to_string().trim_start_matches('-').to_owned()
}

/// Sends over HTTP.
struct Http(ureq::Agent);

impl Sender for Http {
    fn send(&self, request: Request<Vec<u8>>) -> Result<Response<Vec<u8>>, String> {
        http::send(&self.0, request).map_err(|error| error.to_string())
    }
}
