//! Services that are mistaken for a collector.

use std::fmt;

/// A service of Adobe that also receives data of media players, but in another API.
///
/// ```
/// use media_collection::OtherService;
///
/// let heartbeat = OtherService::at("example.hb.omtrdc.net", "/");
/// assert_eq!(heartbeat, Some(OtherService::Heartbeat));
/// assert_eq!(OtherService::at("example.hb-api.omtrdc.net", "/api/v1/sessions"), None);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum OtherService {
    /// Media heartbeats of the older Media SDKs: `*.hb.omtrdc.net`.
    Heartbeat,
    /// The Media Edge API: `edge.adobedc.net`, or `/ee/va/v1` on a host of one's own.
    MediaEdge,
    /// Adobe Analytics: `*.sc.omtrdc.net`, `*.2o7.net`, `*.data.adobedc.net`, or the path `/b/ss`.
    Analytics,
}

impl OtherService {
    /// The service at a host and a path; `None` if it may be a collector.
    #[must_use]
    pub fn at(host: &str, path: &str) -> Option<Self> {
        let host = host.trim_end_matches('.').to_ascii_lowercase();
        // A name of more labels, or this name itself.
        let is_below = |parent: &str| {
            host.strip_suffix(parent).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
        };
        let has = |segments: &str| format!("{path}/").contains(segments);
        if is_below("hb.omtrdc.net") || is_below("heartbeats.omtrdc.net") {
            return Some(Self::Heartbeat);
        }
        let tracking = ["sc.omtrdc.net", "2o7.net", "data.adobedc.net"];
        if tracking.into_iter().any(is_below) || has("/b/ss/") {
            return Some(Self::Analytics);
        }
        let is_edge = is_below("adobedc.net") || has("/va/v1/");
        is_edge.then_some(Self::MediaEdge)
    }

    /// The service's name.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Heartbeat => "media heartbeats (hb)",
            Self::MediaEdge => "the Media Edge API",
            Self::Analytics => "Adobe Analytics",
        }
    }

    /// What is wrong with an address for Media Edge; `None` if it may be one.
    #[cfg(feature = "edge")]
    pub(crate) fn problem_for_edge(host: &str, path: &str) -> Option<&'static str> {
        const COLLECTION: &str = ".hb-api.omtrdc.net";
        match Self::at(host, path) {
            Some(Self::MediaEdge) => None,
            Some(Self::Heartbeat) => {
                Some("is of the heartbeat service (hb): Adobe's for Media Edge is edge.adobedc.net")
            }
            Some(Self::Analytics) => Some(
                "is a tracking server of Adobe Analytics: Adobe's for Media Edge is edge.adobedc.net",
            ),
            None if host.to_ascii_lowercase().ends_with(COLLECTION) => {
                Some("is of the Media Collection API: Adobe's for Media Edge is edge.adobedc.net")
            }
            None => None,
        }
    }

    /// What is wrong with such an address for a collector, and what to do.
    pub(crate) const fn problem(self) -> &'static str {
        match self {
            Self::Heartbeat => {
                "is of the heartbeat service (hb), which has another API: a collector's host is like \
                 example.hb-api.omtrdc.net"
            }
            Self::MediaEdge => {
                "is of the Media Edge API: use `Collector::edge` (feature `edge`) for that; a host of the \
                 Media Collection API is like example.hb-api.omtrdc.net"
            }
            Self::Analytics => {
                "is a tracking server of Adobe Analytics: it belongs in \
                 `analytics.trackingServer`, and a collector's host is like \
                 example.hb-api.omtrdc.net"
            }
        }
    }
}

impl fmt::Display for OtherService {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.pad(self.as_str())
    }
}
