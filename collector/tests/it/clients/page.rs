//! The page: who may see it, and how much there can be of it.

use std::io::{Read as _, Write as _};
use std::net::{SocketAddr, TcpListener};

use media_collection_collector::{Collector, Options, PageAccess, Running};

use super::upload;
use crate::here::Here;
use crate::support::client::{Client, Response};
use crate::support::{event, start};

const HEADERS: [(&str, &str); 4] = [
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "no-referrer"),
    ("Cache-Control", "no-store"),
    (
        "Content-Security-Policy",
        "default-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    ),
];

fn get(client: &Client, path: &str, headers: &str) -> Response {
    let request = format!("GET {path} HTTP/1.1\r\nConnection: close\r\n{headers}\r\n");
    let response = client.raw(request.as_bytes()).expect("a response");
    for (name, value) in HEADERS {
        assert_eq!(response.header(name), Some(value), "{path}");
    }
    response
}

#[test]
fn the_page_is_shown_under_names_of_this_machine_only() {
    let collector = Here::with(|options| options.page.hosts = vec!["Tests.Example".to_owned()]);
    let port = collector.address.rsplit_once(':').unwrap().1.to_owned();
    let own = [
        "localhost",
        "LocalHost",
        "a.localhost",
        "127.0.0.1",
        "127.9.9.9",
        "[::1]",
        "localhost.",
        "tests.example",
    ];
    let foreign = [
        "evil.example",
        "localhost.evil.example",
        "notlocalhost",
        "127.0.0.1.evil.example",
        "192.0.2.1",
        "[2001:db8::1]",
        "tests.example.evil",
    ];
    for path in ["/", "/page/overview", "/page/page.js", "/page/session/x", "/page/session/%ff"] {
        for host in own {
            for host in [host.to_owned(), format!("{host}:{port}")] {
                let response = get(&collector, path, &format!("Host: {host}\r\n"));
                assert_ne!(response.status, 403, "{host} {path}");
            }
        }
        for host in foreign {
            let response = get(&collector, path, &format!("Host: {host}:{port}\r\n"));
            assert_eq!(response.status, 403, "{host} {path}");
            let absolute = format!("http://{host}:{port}{path}");
            let response = get(&collector, &absolute, "Host: localhost\r\n");
            assert_eq!(response.status, 403, "{absolute}");
        }
    }
    // The APIs are for players under any name.
    let body = start("any name");
    let length = body.len();
    let request = format!(
        "POST /api/v1/sessions HTTP/1.1\r\nHost: evil.example\r\nContent-Length: {length}\r\n\r\n{body}"
    );
    assert_eq!(collector.raw(request.as_bytes()).unwrap().status, 201);
}

#[test]
fn responses_that_the_page_does_not_make_have_its_headers_too() {
    let collector = Here::start();
    for (path, expected) in [("/page/session/%ff", 400), ("/page/session/none", 404)] {
        assert_eq!(get(&collector, path, "Host: localhost\r\n").status, expected);
    }
    let post = b"POST /page/overview HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n\r\n";
    let response = collector.raw(post).unwrap();
    assert_eq!((response.status, response.header(HEADERS[3].0)), (405, Some(HEADERS[3].1)));
}

/// A collector that other machines can reach, and the link to its page.
fn reachable(access: PageAccess) -> (Running, Client, Option<String>) {
    let mut options = Options::default();
    options.page.access = access.clone();
    let collector = Collector::open(options).unwrap();
    let listener = TcpListener::bind("0.0.0.0:0").unwrap();
    let address: SocketAddr = listener.local_addr().unwrap();
    let url = collector.page_url(address);
    let token = url.as_ref().and_then(|url| Some(url.split_once("?token=")?.1));
    let hides = |text: String| token.is_none_or(|token| !text.contains(token));
    assert!(hides(format!("{access:?} {collector:?}")), "programs print it");
    let running = collector.start(listener).unwrap();
    assert!(hides(format!("{running:?}")));
    let address = format!("127.0.0.1:{}", running.address().port());
    (running, Client { address }, url)
}

#[test]
fn beyond_loopback_the_page_needs_a_token() {
    const LOCAL: &str = "Host: localhost\r\n";
    let chosen = "a-chosen-token.of_letters~".to_owned();
    for access in [PageAccess::Automatic, PageAccess::Token(chosen)] {
        let (_running, client, url) = reachable(access);
        let url = url.expect("there is a page");
        let token = url.split_once("/?token=").expect("the link has the token").1;
        let port = client.address.rsplit_once(':').unwrap().1;
        let cookie = |token: &str| {
            format!("{LOCAL}Cookie: a=b; media-collection-page-{port}={token}; c\r\n")
        };
        let bearer = |token: &str| format!("{LOCAL}Authorization: bearer {token}\r\n");
        let (longer, shorter) = (format!("{token}0"), &token[1..]);
        for path in [
            "/",
            "/page/overview",
            "/page/page.js",
            "/page/session/x/session.json",
            "/page/session/%ff",
        ] {
            for wrong in ["", &*longer, shorter, "x"] {
                for headers in [LOCAL.to_owned(), cookie(wrong), bearer(wrong)] {
                    let response = get(&client, path, &headers);
                    assert_eq!(response.status, 401, "{path} {headers}");
                }
                let link = format!("{path}?token={wrong}");
                assert_eq!(get(&client, &link, LOCAL).status, 401, "{link}");
            }
            for headers in [cookie(token), bearer(token)] {
                let response = get(&client, path, &headers);
                assert!(![401, 403].contains(&response.status), "{path} {headers}");
            }
        }
        let welcome = get(&client, &format!("/?token={token}"), LOCAL);
        assert_eq!((welcome.status, welcome.header("Location")), (303, Some("/")));
        let set = welcome.header("Set-Cookie").expect("a cookie");
        assert!(set.contains("HttpOnly") && set.contains("SameSite=Lax"), "{set}");
        let again = format!("{LOCAL}Cookie: {}\r\n", set.split(';').next().unwrap());
        assert_eq!(get(&client, "/page/overview", &again).status, 200);
        // Reports need no token.
        let id = client.open("without a token");
        assert_eq!(client.event(&id, "ping", 1.0).status, 204);
    }
    let (_running, client, url) = reachable(PageAccess::Open);
    assert!(url.is_some_and(|url| !url.contains("token")));
    assert_eq!(get(&client, "/page/overview", LOCAL).status, 200);
    let (_running, client, url) = reachable(PageAccess::Off);
    assert_eq!(url, None);
    for path in ["/", "/page/overview", "/page/page.js"] {
        assert_eq!(client.get(path).status, 404, "{path}");
    }
    assert_eq!(client.open("without a page").len(), 64);
}

#[test]
fn the_lists_are_bounded_whatever_is_sent() {
    let collector = Here::start();
    for number in 0..220 {
        let pad = "\\u0001".repeat(1_000);
        let keys: String = (0..40).map(|key| format!(",\"{pad}{key}\":1")).collect();
        let body =
            format!(r#"{{"eventType":"ping","playerTime":{{"playhead":{number},"ts":1}}{keys}}}"#);
        assert!(body.len() > 70_000);
        let path = format!("/api/v1/sessions/{number}/events");
        assert_eq!(collector.post(&path, body).status, 400);
        assert_eq!(collector.post(&path, vec![0x01; 70_000]).status, 400);
        let title = format!("{}{number}", "\u{1}\u{1F600}".repeat(300));
        collector.open(&title);
    }
    let overview = collector.get("/page/overview");
    assert!(overview.body.len() < 1_000_000, "{}", overview.body.len());
    let overview = overview.json();
    let list = overview["refused"]["list"].as_array().unwrap();
    assert!(list.len() > 20 && overview["refused"]["kept"] == list.len());
    assert_eq!(overview["refused"]["older"].as_u64().unwrap() as usize + list.len(), 440);
    // Only what is new is sent again.
    let since = format!("/page/overview?since={}&run={}", overview["version"], overview["run"]);
    assert_eq!(collector.post("/api/v1/sessions", "no").status, 400);
    let changes = collector.get(&since).json()["refused"].clone();
    assert_eq!(changes["list"].as_array().unwrap().len(), 1);
    let whole = collector.get("/page/overview").json();
    assert_eq!(changes["kept"], whole["refused"]["list"].as_array().unwrap().len());
}

#[test]
fn files_are_the_session_as_it_was_when_they_were_asked_for() {
    let collector = Here::start();
    let id = collector.open("file");
    // In the order of the back end 3 comes after 2.
    for second in [1.0, 3.0, 2.0, 4.0] {
        assert_eq!(collector.event(&id, "ping", second).status, 204);
    }
    for _ in 0..2 {
        // It makes the report, which the file has, too.
        let detail = collector.get(&format!("/page/session/{id}"));
        let whole = collector.get(&format!("/page/session/{id}/session.json"));
        let (whole, detail) = (whole.json(), detail.json());
        for member in ["summary", "events", "settled", "more", "findings", "report", "refused"] {
            assert_eq!(whole[member], detail[member], "{member}");
        }
        let events = collector.get(&format!("/page/session/{id}/events.json")).json();
        let playheads: Vec<_> = events
            .as_array()
            .unwrap()
            .iter()
            .map(|event| event["playerTime"]["playhead"].as_f64().unwrap())
            .collect();
        assert_eq!(playheads[..5], [0.0, 1.0, 3.0, 2.0, 4.0]);
        collector.event(&id, "sessionEnd", 5.0);
    }
    let long = upload(&collector, 30_000);
    let events = collector.get(&format!("/page/session/{long}/events.json")).json();
    assert_eq!(events.as_array().unwrap().len(), 30_000);
    let whole = collector.get(&format!("/page/session/{long}/session.json")).json();
    assert_eq!(whole["events"].as_array().unwrap().len(), 30_000);
    assert_eq!((&whole["settled"], &whole["more"]), (&30_000.into(), &false.into()));
}

/// What is not read takes bounded memory, and others are served meanwhile.
#[test]
fn large_responses_that_nobody_reads_are_bounded() {
    let collector = Here::start();
    let id = upload(&collector, 60_000);
    let request =
        format!("GET /page/session/{id}/session.json HTTP/1.1\r\nHost: localhost\r\n\r\n");
    let mut readers: Vec<_> = (0..64)
        .map(|_| {
            let mut stream = collector.connect();
            stream.write_all(request.as_bytes()).unwrap();
            stream
        })
        .collect();
    let statuses: Vec<_> = readers
        .iter_mut()
        .map(|reader| {
            let mut begin = [0; 12];
            reader.read_exact(&mut begin).unwrap();
            String::from_utf8_lossy(&begin).into_owned()
        })
        .collect();
    let served = statuses.iter().filter(|status| status.ends_with("200")).count();
    let later = statuses.iter().filter(|status| status.ends_with("503")).count();
    assert!(served >= 16 && later > 0 && served + later == 64, "{statuses:?}");
    let other = collector.open("other");
    assert_eq!(
        collector.post(&format!("/api/v1/sessions/{other}/events"), event("ping", 1.0)).status,
        204
    );
    drop(readers);
}
