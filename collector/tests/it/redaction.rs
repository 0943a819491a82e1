//! Redaction: what identifies a viewer is nowhere, and what is left is valid.

use std::path::Path;

use media_collection_collector::Redaction;
use media_collection_collector::media_collection::Policy;
use serde_json::{Value, json};

use crate::forward::{Way, collection, edge, lines, takes, until};
use crate::here::Here;
use crate::support::edge as media_edge;
use crate::support::{event, folder, start};

const KEY: &[u8] = b"a key that nobody guesses";
/// What must not be anywhere.
const ECID: &str = "12345678901234567890123456789012345678";
const SECRETS: [&str; 8] = [
    ECID,
    "2F9A8C1B05158A2D-60000103C0003A5B",
    "vid-of-jane",
    "install-1",
    "jane@example.com",
    "cookie-of-jane",
    "target-of-jane",
    "unknown-of-jane",
];

/// A start with everything personal that a schema knows.
fn personal() -> Value {
    let mut begin: Value = serde_json::from_str(&start("name")).unwrap();
    let params = begin["params"].as_object_mut().unwrap();
    params.insert("visitor.marketingCloudUserId".into(), json!(ECID));
    params.insert("analytics.aid".into(), json!(SECRETS[1]));
    params.insert("analytics.visitorId".into(), json!(SECRETS[2]));
    params.insert("appInstallationId".into(), json!(SECRETS[3]));
    params.insert("visitor.aamLocationHint".into(), json!(7));
    params
        .insert("visitor.customerIDs".into(), json!({"email": {"id": SECRETS[4], "authState": 1}}));
    begin
}

/// A start of Media Edge whose envelopes have more than events say.
fn personal_edge() -> Value {
    let mut begin = media_edge::start("name");
    begin["xdm"]["identityMap"] = json!({
        "ECID": [{"id": ECID, "primary": true}],
        "Email": [{"id": SECRETS[4], "authenticatedState": "authenticated"}],
    });
    begin["xdm"]["_id"] = json!("event-1");
    begin["xdm"]["somebody"] = json!({"name": SECRETS[7]});
    begin["data"] = json!({"__adobe": SECRETS[6]});
    json!({"events": [begin], "meta": {"state": {"entries": [{"key": "kndctr", "value": SECRETS[5]}]}}})
}

fn redacting(data: &Path, redaction: Redaction) -> Here {
    Here::with(|options| {
        options.data = Some(data.to_owned());
        options.redaction = Some(redaction);
    })
}

/// Reports all of it, and what is not valid.
fn report(collector: &Here) -> (String, String) {
    let old = collector.post("/api/v1/sessions", personal().to_string()).session();
    assert_eq!(collector.event(&old, "play", 0.0).status, 204);
    let path = format!("/ee/va/v1/sessionStart{}", media_edge::QUERY);
    let new = media_edge::session(&collector.post(&path, personal_edge().to_string()));
    let mut ping = media_edge::event("ping", &new, 10);
    ping["xdm"]["identityMap"] = json!({"ECID": [{"id": ECID}]});
    assert_eq!(collector.post("/ee/va/v1/ping", media_edge::body(&[ping])).status, 204);
    let downloaded =
        json!([personal(), serde_json::from_str::<Value>(&event("sessionEnd", 9.0)).unwrap()]);
    assert_eq!(collector.post("/api/v1/downloaded", downloaded.to_string()).status, 201);
    // Rejected requests have the same in bodies that cannot be read.
    let mut invalid = personal();
    invalid["params"]["media.length"] = json!("long");
    assert_eq!(collector.post("/api/v1/sessions", invalid.to_string()).status, 400);
    assert_eq!(collector.post("/api/v1/sessions", format!("{}{{", personal())).status, 400);
    let mut invalid = personal_edge();
    invalid["events"][0]["xdm"]["mediaCollection"] = json!({});
    assert_eq!(collector.post(&path, invalid.to_string()).status, 207);
    let wrong = format!("{}{{", personal_edge());
    assert_eq!(collector.post(&path, wrong).status, 400);
    (old, new)
}

/// Everything that the files and the page have.
fn all(data: &Path, collector: &Here, ids: &[&str]) -> String {
    let mut text = crate::here::everything(data);
    text += &collector.get("/page/overview").body;
    for id in ids {
        let session = collector.get(&format!("/page/session/{id}"));
        assert_eq!(session.status, 200, "{session:?}");
        text += &session.body;
    }
    text
}

#[test]
fn what_is_personal_is_dropped() {
    let data = folder("collector-redact-drop");
    let collector = redacting(&data, Redaction::dropping());
    let (old, new) = report(&collector);
    let all = all(&data, &collector, &[&old, &new]);
    for secret in SECRETS {
        assert!(!all.contains(secret), "{secret}");
    }
    let stored = lines(&data);
    let params = stored[0]["start"]["params"].as_object().unwrap();
    assert!(params.keys().all(|key| !key.contains("CustomerIDs") && !key.contains("aid")));
    assert!(!params.contains_key("visitor.aamLocationHint"), "a place is personal, too");
    assert_eq!(params["visitor.marketingCloudOrgId"], "ORG@AdobeOrg", "and this is not");
    let first = stored.iter().find(|line| line["edge"].is_object()).unwrap();
    assert_eq!(first["edge"]["item"], json!({"id": "event-1"}));
    assert!(first["edge"].get("request").is_none());
    assert!(all.contains("the body has 1 violation"), "rejected requests are listed");
}

#[test]
fn what_is_personal_is_hashed_so_that_sessions_still_belong_together() {
    let data = folder("collector-redact-hash");
    let redaction = Redaction::hashing(KEY).unwrap();
    let collector = redacting(&data, redaction.clone());
    let (old, new) = report(&collector);
    let all = all(&data, &collector, &[&old, &new]);
    for secret in SECRETS {
        assert!(!all.contains(secret), "{secret}");
    }
    let hashed = |id: &str| json!(redaction.pseudonym(id).unwrap());
    let stored = lines(&data);
    let start = &stored[0]["start"]["params"];
    assert_eq!(start["visitor.marketingCloudUserId"], hashed(ECID));
    assert_eq!(start["analytics.aid"], hashed(SECRETS[1]));
    assert_eq!(start["analytics.visitorId"], hashed(SECRETS[2]));
    assert_eq!(start["appInstallationId"], hashed(SECRETS[3]));
    let customer = json!({"email": {"id": hashed(SECRETS[4]), "authState": 1}});
    assert_eq!(start["visitor.customerIDs"], customer);
    let edges: Vec<_> = stored.iter().filter(|line| line["edge"].is_object()).collect();
    let params = &edges[0]["start"]["params"];
    assert_eq!(params["visitor.marketingCloudUserId"], hashed(ECID), "the same in both APIs");
    assert_eq!(edges[1]["edge"]["item"]["identities"]["ECID"][0]["id"], hashed(ECID));
    let text = edges[0].to_string();
    assert!(text.contains(hashed(SECRETS[4]).as_str().unwrap()), "{text}");
}

#[test]
fn what_is_redacted_can_be_forwarded_to_either_api() {
    for (name, to) in [("old", collection()), ("edge", edge())] {
        for (kind, redaction) in
            [("drop", Redaction::dropping()), ("hash", Redaction::hashing(KEY).unwrap())]
        {
            let folder = |side: &str| folder(&format!("collector-redact-{name}-{kind}-{side}"));
            let (here, there) = (folder("here"), folder("there"));
            let other = takes(&there);
            let way = Way::open(&other);
            let gateway = crate::forward::gateway(&here, to.clone(), &way, |options| {
                options.redaction = Some(redaction.clone());
                options.policy = Policy::strict();
            });
            report(&gateway);
            until("all arrive", || lines(&there).len() == 5);
            assert!(crate::forward::aside(&here).is_empty());
            let arrived = std::fs::read_to_string(there.join("received.jsonl")).unwrap();
            for secret in SECRETS {
                assert!(!arrived.contains(secret), "{secret} to {name}");
            }
            let hashed = redaction.pseudonym(ECID);
            assert!(hashed.is_none_or(|hashed| arrived.matches(&hashed).count() >= 3));
        }
    }
}

/// A tolerant collector takes what no schema describes, and does not keep it.
#[test]
fn what_no_schema_describes_is_dropped() {
    let data = folder("collector-redact-unknown");
    let collector = Here::with(|options| {
        options.data = Some(data.clone());
        options.policy = Policy::tolerant();
        options.redaction = Some(Redaction::dropping());
    });
    let mut begin = personal();
    begin["params"]["newer.person"] = json!(SECRETS[7]);
    begin["person"] = json!({"name": SECRETS[7]});
    begin["playerTime"]["person"] = json!(SECRETS[7]);
    begin["qoeData"] = json!({"media.qoe.bitrate": 1, "person": SECRETS[7]});
    begin["customMetadata"] = json!({"plan": "premium"});
    let id = collector.post("/api/v1/sessions", begin.to_string()).session();
    let newer = json!({"eventType": "newer", "playerTime": {"playhead": 1, "ts": 1_700_000_002_000_i64},
        "params": {"person": SECRETS[7]}});
    let path = format!("/api/v1/sessions/{id}/events");
    assert_eq!(collector.post(&path, newer.to_string()).status, 204);
    let stored = lines(&data);
    assert!(!json!(stored).to_string().contains(SECRETS[7]), "{stored:?}");
    assert_eq!(stored[0]["start"]["customMetadata"]["plan"], "premium");
    assert_eq!(stored[0]["start"]["qoeData"], json!({"media.qoe.bitrate": 1}));
    assert_eq!(stored[1]["event"]["eventType"], "newer");
}

#[test]
fn a_key_that_can_be_guessed_is_an_error() {
    assert_eq!(Redaction::hashing(b"short").unwrap_err().bytes, 5);
    assert!(!format!("{:?}", Redaction::hashing(KEY).unwrap()).contains("nobody"));
}
