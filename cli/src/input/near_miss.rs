//! Names texts that are something else than sessions, and says what to do.

use super::fields::Fields;

/// `1 line`, `2 lines`.
#[must_use]
pub fn counted(count: usize, what: &str) -> String {
    let plural = if count == 1 { "" } else { "s" };
    format!("{count} {what}{plural}")
}

pub(super) const HEARTBEATS: &str = "media heartbeats (hb), which the older Media SDKs send to \
                                     *.hb.omtrdc.net: they are another API, and not read";

pub(super) const ANALYTICS: &str =
    "hits of Adobe Analytics (/b/ss): they are another API, and not read";

const EDGE: &str = "mentions the Media Edge API, and contains no body of a request: `check --help` \
                    lists what is read";

/// What a text is that is neither JSON nor a log with requests.
pub(super) fn of_text(text: &str) -> Option<String> {
    let start = text.trim_start();
    if start.is_empty() {
        return Some("is empty".to_owned());
    }
    let lower = |bytes: usize| {
        let end = (0..=bytes.min(start.len())).rev().find(|end| start.is_char_boundary(*end));
        start[..end.unwrap_or_default()].to_ascii_lowercase()
    };
    if start.starts_with('<') {
        let begin = lower(512);
        return Some(if begin.contains("charles-session") {
            "is an XML session of Charles: export it as a JSON session file or as HAR".to_owned()
        } else if begin.starts_with("<?xml") || begin.contains("<items") {
            "is XML: export the requests as HAR".to_owned()
        } else {
            "is an HTML page, such as the login or error page of a network, and not what a \
             player sent"
                .to_owned()
        });
    }
    if is_flow_file(start) {
        return Some(
            "is a flow file of mitmproxy: convert it with \
             `mitmdump -nr FILE --set hardump=FILE.har`"
                .to_owned(),
        );
    }
    let has = |needles: &[&str]| needles.iter().any(|needle| text.contains(needle));
    if has(&["s:event:type=", "s%3Aevent%3Atype=", ".hb.omtrdc.net", "heartbeats.omtrdc.net"]) {
        return Some(format!("contains {HEARTBEATS}"));
    }
    if has(&["/b/ss/", "AQB=1"]) {
        return Some(format!("contains {ANALYTICS}"));
    }
    if has(&["/va/v1/", "edge.adobedc.net", "\"mediaCollection\""]) {
        return Some(EDGE.to_owned());
    }
    None
}

/// A flow file begins with the length of its first value: `1234:`.
fn is_flow_file(text: &str) -> bool {
    let length = text.bytes().take_while(u8::is_ascii_digit).count();
    // A time of day has two digits before its colon.
    length > 2 && text[length..].starts_with(':') && text.contains("client_conn")
}

/// What a JSON object is that contains no session.
pub(super) fn of_object(fields: &Fields<'_>) -> Option<&'static str> {
    let has = |name: &str| fields.has(name);
    if has("schema") && (has("properties") || has("definitions") || has("defs") || has("allof"))
        || (has("properties") && has("type") && has("required"))
    {
        return Some(
            "is a JSON Schema, not an event: `MEDIA_COLLECTION_SCHEMAS` names a folder of schemas \
             when the command is built",
        );
    }
    if has("seventtype") {
        return Some(
            "is a media heartbeat (hb) of the older Media SDKs, which is another API, and not read",
        );
    }
    if has("infopostmanid") || (has("info") && has("item")) {
        return Some(
            "is a Postman collection: its requests are templates; record what the player sends",
        );
    }
    if has("openapi") || has("swagger") {
        return Some("is the description of an API, not what a player sent");
    }
    if has("handle") && !has("eventtype") {
        return Some("is a response of Media Edge, and not what a player sent");
    }
    if has("log") && !has("eventtype") {
        return Some("has a member `log` without `entries`, so it is not a complete HAR file");
    }
    if let Some(output) = of_output(fields) {
        return Some(output);
    }
    if has("events") && !has("eventtype") {
        return Some(
            "is an object with a member `events`: the Media Collection API takes an event, or the \
             array of events itself; for a body of Media Edge, name its path with `--endpoint`",
        );
    }
    None
}

/// What an object is that this program has printed.
pub(super) fn of_output(fields: &Fields<'_>) -> Option<&'static str> {
    let has = |names: &[&str]| names.iter().all(|name| fields.has(name));
    if has(&["violations", "findings"]) {
        return Some("is the output of `check`, not its input");
    }
    if has(&["lost", "errors", "api"]) {
        return Some("is the output of `convert --json`: without --json it can be read");
    }
    if has(&["records", "values", "diagnostics"]) {
        return Some("is the output of `report`, not its input");
    }
    None
}
