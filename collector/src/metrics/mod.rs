//! Figures for operators: `/metrics`, in the text format of Prometheus, and `/healthz`.
//!
//! Labels have few values, whatever clients send: APIs, event types, statuses, keywords, rules and reasons.

mod counts;
mod respond;

use std::fmt;
use std::sync::Arc;

use prometheus_client::collector::Collector;
use prometheus_client::encoding::{
    DescriptorEncoder, EncodeCounterValue, EncodeGaugeValue, EncodeLabelSet, EncodeMetric,
};
use prometheus_client::metrics::counter::ConstCounter;
use prometheus_client::metrics::gauge::ConstGauge;
use prometheus_client::registry::Registry;

pub(crate) use self::counts::{Counts, Kinds};
pub(crate) use self::respond::{Watch, is_for_operators};
use crate::service::Service;

/// What the names of all metrics begin with.
const PREFIX: &str = "media_collection";

/// The metrics of a collector as text.
fn text(service: &Arc<Service>) -> Result<String, fmt::Error> {
    let mut registry = Registry::with_prefix(PREFIX);
    registry.register_collector(Box::new(Figures(Arc::clone(service))));
    let mut text = String::new();
    prometheus_client::encoding::text::encode(&mut text, &registry)?;
    Ok(text)
}

#[derive(Debug)]
struct Figures(Arc<Service>);

impl Collector for Figures {
    fn encode(&self, encoder: DescriptorEncoder<'_>) -> fmt::Result {
        let mut page = Page(encoder);
        let version = [("version", env!("CARGO_PKG_VERSION"))];
        page.gauges("collector", "This collector", [(version, 1)])?;
        self.0.write_metrics(&mut page)
    }
}

/// Where metrics are written, each with all of its label sets at once.
pub(crate) struct Page<'a>(DescriptorEncoder<'a>);

impl Page<'_> {
    /// A count that only increases. The text has `_total` after the name.
    pub(crate) fn counters<L: EncodeLabelSet, N: EncodeCounterValue + fmt::Debug>(
        &mut self,
        name: &str,
        help: &str,
        counts: impl IntoIterator<Item = (L, N)>,
    ) -> fmt::Result
    where
        ConstCounter<N>: EncodeMetric,
    {
        let kind = prometheus_client::metrics::MetricType::Counter;
        let mut encoder = self.0.encode_descriptor(name, help, None, kind)?;
        for (labels, count) in counts {
            ConstCounter::new(count).encode(encoder.encode_family(&labels)?)?;
        }
        Ok(())
    }

    /// Values that go up and down.
    pub(crate) fn gauges<L: EncodeLabelSet>(
        &mut self,
        name: &str,
        help: &str,
        values: impl IntoIterator<Item = (L, u64)>,
    ) -> fmt::Result
    where
        u64: EncodeGaugeValue,
    {
        let kind = prometheus_client::metrics::MetricType::Gauge;
        let mut encoder = self.0.encode_descriptor(name, help, None, kind)?;
        for (labels, value) in values {
            ConstGauge::new(value).encode(encoder.encode_family(&labels)?)?;
        }
        Ok(())
    }

    /// A value that goes up and down.
    pub(crate) fn gauge(&mut self, name: &str, help: &str, value: u64) -> fmt::Result {
        let kind = prometheus_client::metrics::MetricType::Gauge;
        let encoder = self.0.encode_descriptor(name, help, None, kind)?;
        ConstGauge::new(value).encode(encoder)
    }

    /// A count that only increases.
    pub(crate) fn counter(&mut self, name: &str, help: &str, count: u64) -> fmt::Result {
        let kind = prometheus_client::metrics::MetricType::Counter;
        let encoder = self.0.encode_descriptor(name, help, None, kind)?;
        ConstCounter::new(count).encode(encoder)
    }
}
