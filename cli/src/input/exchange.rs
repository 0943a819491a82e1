//! A request and what is known of its response, from the JSON of any tool.
//!
//! HAR, Charles and log lines have the same members in other places and spellings, so one reader
//! looks for all of them.

use base64::Engine as _;
use base64::alphabet;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
use media_collection::{EventType, SessionId};
use media_collection_collector::gzip;
use serde_json::value::RawValue;

use super::fields::{Fields, elements, text};
use super::time;

/// A request, and what is known of its response.
#[derive(Debug, Default)]
pub(super) struct Exchange {
    /// In upper case; `None` if the input does not say.
    pub(super) method: Option<String>,
    /// In lower case, without port; empty if the input does not say.
    pub(super) host: String,
    /// Without query.
    pub(super) path: String,
    pub(super) query: String,
    pub(super) body: Body,
    /// `Some(0)` for a request that got no response.
    pub(super) status: Option<u16>,
    pub(super) location: Option<String>,
    /// The body of the response.
    pub(super) response: Body,
    /// When it began, in milliseconds since the Unix epoch.
    pub(super) at: Option<i64>,
}

/// The body of a request.
#[derive(Debug, Default, PartialEq, Eq, Hash, Clone)]
pub(super) enum Body {
    /// The input does not have it.
    #[default]
    Missing,
    Text(Vec<u8>),
    /// Why it cannot be read.
    Unreadable(String),
}

const METHOD: &[&str] = &[
    "requestmethod",
    "method",
    "httpmethod",
    "httprequestmethod",
    "requestcontexthttpmethod",
    "verb",
];
const URL: &[&str] = &[
    "requesturl",
    "url",
    "urlfull",
    "urloriginal",
    "fullurl",
    "requesturi",
    "uri",
    "href",
    "requestprettyurl",
    "path",
    "requestpath",
    "rawpath",
    "urlpath",
    "httprequestpath",
    "requestcontexthttppath",
    "target",
    "endpoint",
];
const HOST: &[&str] = &[
    "host",
    "requesthost",
    "requestprettyhost",
    "hostname",
    "servername",
    "urldomain",
    "authority",
    "httphost",
    "headershost",
    "requestheadershost",
];
/// The request line: `POST /api/v1/sessions HTTP/1.1`.
const LINE: &[&str] =
    &["requestheaderfirstline", "requestline", "request", "firstline", "message", "msg"];
const BODY: &[&str] = &[
    "raw",
    "rawbody",
    "requestpostdatatext",
    "postdatatext",
    "requestbodytext",
    "requestbodyencoded",
    "bodytext",
    "requestcontenttext",
    "requesttext",
    "httprequestbodycontent",
    "requestcontent",
    "requestbody",
    "requestpostdata",
    "requestpayload",
    "postdata",
    "body",
    "payload",
    "requestdata",
    "data",
    "content",
    "event",
    "json",
];
/// The id of a session beside an event.
const SESSION: &[&str] = &["session", "sessionid", "mediasessionid", "sid", "id"];
const STATUS: &[&str] = &[
    "responsestatus",
    "responsestatuscode",
    "responsecode",
    "httpresponsestatuscode",
    "statuscode",
    "status",
    "code",
];
const LOCATION: &[&str] = &[
    "location",
    "responselocation",
    "locationheader",
    "responseheaderslocation",
    "respheaderslocation",
    "responseheaderlocation",
    "responseheaderheaderslocation",
    "senthttplocation",
    "upstreamhttplocation",
    "responseredirecturl",
    "redirecturl",
];
const RESPONSE_HEADERS: &[&str] =
    &["responseheaders", "responseheaderheaders", "respheaders", "responseheader"];
const RESPONSE: &[&str] = &[
    "responsecontenttext",
    "responsebodytext",
    "responsebody",
    "responsetext",
    "responsecontent",
    "responsepayload",
    "responsedata",
    "respbody",
    "httpresponsebodycontent",
    "responsebodycontent",
];
const AT: &[&str] = &["starteddatetime", "timesstart", "timesrequestbegin"];

impl Exchange {
    /// `None` if the value is not a request.
    pub(super) fn of(value: &RawValue) -> Option<Self> {
        Self::of_fields(&Fields::of(value)?)
    }

    pub(super) fn of_fields(fields: &Fields<'_>) -> Option<Self> {
        let line = fields.all(LINE).filter_map(text).find_map(|line| {
            let mut words = line.split_ascii_whitespace().map(str::to_owned);
            let (method, url) = (words.next()?, words.next()?);
            (METHODS.contains(&&*method) && is_address(&url)).then_some((method, url))
        });
        let addresses = fields.all(URL).filter_map(text).find(|url| is_address(url));
        let (line_method, url) = match (addresses, line) {
            (Some(url), line) => (line.map(|(method, _)| method), url),
            (None, Some((method, url))) => (Some(method), url),
            (None, None) => return Self::of_wrapped(fields),
        };
        let mut exchange = Self::at(&url);
        exchange.method =
            fields.text(METHOD).or(line_method).map(|method| method.to_ascii_uppercase());
        if exchange.host.is_empty() {
            exchange.host = fields.text(HOST).map(|host| host_of(&host)).unwrap_or_default();
        }
        exchange.body = body(fields);
        exchange.status = fields.number(STATUS);
        exchange.location = fields
            .first(RESPONSE_HEADERS)
            .and_then(|headers| header(headers, "location"))
            .or_else(|| fields.all(LOCATION).find_map(one_text).filter(|text| !text.is_empty()));
        exchange.response = response(fields);
        exchange.at = fields.text(AT).and_then(|text| time::millis(&text));
        Some(exchange)
    }

    /// An event beside the id of its session, as the request that reports it.
    fn of_wrapped(fields: &Fields<'_>) -> Option<Self> {
        let id = SessionId::new(fields.text(SESSION)?).ok()?;
        let Body::Text(text) = body(fields) else { return None };
        let event = serde_json::from_slice::<&RawValue>(&text).ok().and_then(Fields::of)?;
        let is_start = event.text(&["eventtype"])? == EventType::SessionStart.as_str();
        let location = format!("/api/v1/sessions/{id}");
        let mut exchange = if is_start {
            Self::at("/api/v1/sessions")
        } else {
            Self::at(&format!("{location}/events"))
        };
        exchange.location = is_start.then_some(location);
        exchange.body = Body::Text(text);
        Some(exchange)
    }

    /// A request to this URL or path.
    pub(super) fn at(url: &str) -> Self {
        let (host, path) = match url.split_once("://") {
            Some((_, rest)) => {
                let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
                (host_of(&rest[..end]), &rest[end..])
            }
            None => (String::new(), url),
        };
        let path = path.split('#').next().unwrap_or_default();
        let (path, query) = path.split_once('?').unwrap_or((path, ""));
        Self { host, path: path.to_owned(), query: query.to_owned(), ..Self::default() }
    }
}

pub(super) const METHODS: &[&str] =
    &["POST", "GET", "OPTIONS", "HEAD", "PUT", "PATCH", "DELETE", "CONNECT", "TRACE"];

fn is_address(text: &str) -> bool {
    text.starts_with('/') || text.contains("://")
}

/// The host without user info and port.
pub(super) fn host_of(authority: &str) -> String {
    let host = authority.rsplit('@').next().unwrap_or(authority);
    let port = host.rfind(':').filter(|at| host[at + 1..].bytes().all(|b| b.is_ascii_digit()));
    host[..port.unwrap_or(host.len())].to_ascii_lowercase()
}

/// A header in a list of objects or pairs, or in an object.
fn header(headers: &RawValue, name: &str) -> Option<String> {
    if let Some(fields) = Fields::of(headers) {
        return fields.first(&[name]).and_then(one_text);
    }
    elements(headers)?.into_iter().find_map(|header| {
        let (key, value) = match Fields::of(header) {
            Some(fields) => (fields.text(&["name", "key"])?, fields.text(&["value"])?),
            None => {
                let pair = elements(header)?;
                (text(pair.first()?)?, text(pair.get(1)?)?)
            }
        };
        key.eq_ignore_ascii_case(name).then_some(value)
    })
}

/// A string, or the first string of an array.
fn one_text(value: &RawValue) -> Option<String> {
    text(value).or_else(|| elements(value)?.first().and_then(|first| text(first)))
}

/// Whether an object describes a body, and is none itself.
fn is_wrapper(fields: &Fields<'_>) -> bool {
    let has = |names: &[&str]| names.iter().any(|name| fields.has(name));
    has(&["mimetype", "text", "params", "encoded", "sizes"]) && !has(&["eventtype", "playertime"])
}

fn body(fields: &Fields<'_>) -> Body {
    for value in fields.all(BODY) {
        let json = value.get();
        if json.starts_with('"') {
            let Some(text) = text(value) else {
                return Body::Unreadable("has characters that are no text".to_owned());
            };
            if !text.trim().is_empty() {
                return decoded(&text);
            }
        } else if json.starts_with('[') || Fields::of(value).is_some_and(|f| !is_wrapper(&f)) {
            return Body::Text(json.as_bytes().to_vec());
        }
    }
    // Some tools take JSON for a form with one field, whose name it is.
    let params = fields.first(&["requestpostdataparams", "postdataparams"]).and_then(elements);
    let params = params.into_iter().flatten().filter_map(Fields::of).filter_map(|param| {
        let name = param.text(&["name"])?;
        Some(param.text(&["value"]).map_or(name.clone(), |value| format!("{name}={value}")))
    });
    match params.collect::<Vec<_>>().join("&") {
        form if form.is_empty() => Body::Missing,
        form => decoded(&form),
    }
}

fn response(fields: &Fields<'_>) -> Body {
    let value = fields.all(RESPONSE).find_map(|value| match text(value) {
        Some(text) => Some(decoded(&text)),
        None => {
            let is_body = Fields::of(value).is_some_and(|fields| fields.has("handle"));
            is_body.then(|| Body::Text(value.get().as_bytes().to_vec()))
        }
    });
    value.unwrap_or_default()
}

/// The most bytes of a body that is unpacked. Collectors read at most 8 MiB.
const MAX_BODY: usize = 64 * 1024 * 1024;

/// A body as a tool shows it: as text, as a JSON string, in base64, or as bytes in the form of
/// characters; each perhaps compressed.
pub(super) fn decoded(shown: &str) -> Body {
    let start = shown.trim_start();
    if start.starts_with(['{', '[']) {
        return Body::Text(shown.as_bytes().to_vec());
    }
    if start.starts_with('"')
        && let Ok(inner) = serde_json::from_str::<String>(shown)
    {
        return Body::Text(inner.into_bytes());
    }
    // Bytes as characters: each is one byte.
    let bytes = if shown.starts_with("\u{1f}\u{8b}") {
        shown.chars().map(|c| u8::try_from(u32::from(c)).ok()).collect()
    } else {
        base64(start)
    };
    match bytes {
        Some(bytes) if bytes.starts_with(&gzip::MAGIC) => match gzip::gunzip(&bytes, MAX_BODY) {
            Ok(text) => Body::Text(text),
            Err(error) => Body::Unreadable(format!("begins as gzip, but {error}")),
        },
        Some(bytes)
            if bytes.trim_ascii_start().starts_with(b"{")
                || bytes.trim_ascii_start().starts_with(b"[") =>
        {
            Body::Text(bytes)
        }
        _ => Body::Text(shown.as_bytes().to_vec()),
    }
}

fn base64(text: &str) -> Option<Vec<u8>> {
    const CONFIG: GeneralPurposeConfig =
        GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent);
    // So begins base64 of `{`, `[` and gzip.
    let is_candidate = ["e", "W", "H4s"].into_iter().any(|begin| text.starts_with(begin));
    if !is_candidate {
        return None;
    }
    let plain: Vec<u8> = text.bytes().filter(|byte| !byte.is_ascii_whitespace()).collect();
    [alphabet::STANDARD, alphabet::URL_SAFE]
        .iter()
        .find_map(|alphabet| GeneralPurpose::new(alphabet, CONFIG).decode(&plain).ok())
}
