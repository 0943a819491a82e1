//! The collector's address: what is one, and what is not.

use media_collection::{Collector, EventType};

#[test]
fn an_address_is_shown_as_it_is_used() {
    let name = "h".repeat(253);
    let prefix = "p".repeat(4_000);
    for (base, shown) in [
        ("example.com", "https://example.com"),
        ("https://example.com", "https://example.com"),
        ("https://example.com/", "https://example.com"),
        ("http://example.com", "http://example.com"),
        ("HTTPS://example.com", "https://example.com"),
        ("https://xn--gre-6ka8i.example", "https://xn--gre-6ka8i.example"),
        ("https://example.com:8443", "https://example.com:8443"),
        ("localhost:8080", "https://localhost:8080"),
        ("http://10.0.0.1:80/", "http://10.0.0.1:80"),
        ("https://example.com/va", "https://example.com/va"),
        ("https://example.com/va/", "https://example.com/va"),
        ("https://example.com/va///", "https://example.com/va"),
        ("example.com/va", "https://example.com/va"),
        (
            "https://example.com/a/b-c_d.e~f/g:h@i;j=k,l!m",
            "https://example.com/a/b-c_d.e~f/g:h@i;j=k,l!m",
        ),
        ("https://example.com/a%20b%C3%A9", "https://example.com/a%20b%C3%A9"),
        ("https://example.com/a..b/...", "https://example.com/a..b/..."),
        ("https://example.com/api", "https://example.com/api"),
        ("https://example.com/api/v10", "https://example.com/api/v10"),
        ("https://[::1]", "https://[::1]"),
        ("[2001:db8::1]:8443/va", "https://[2001:db8::1]:8443/va"),
        (&format!("https://{name}"), &format!("https://{name}")),
        (&format!("https://h/{prefix}"), &format!("https://h/{prefix}")),
    ] {
        let collector: Collector = base.parse().unwrap_or_else(|error| panic!("{base}: {error}"));
        assert_eq!(collector.to_string(), shown);
        assert_eq!(shown.parse(), Ok(collector.clone()), "as it is shown it is read");
        let uri = collector.schema(EventType::Ping).uri().to_string();
        assert_eq!(uri, format!("{shown}/api/v1/schemas/ping"));
    }
}

/// What is wrong, and addresses with which that is wrong.
const REFUSED: &[(&str, &[&str])] = &[
    ("user info", &["https://user@h", "https://user:secret@h", "user:secret@h", "https://@h"]),
    ("a query", &["https://h?x=1", "https://h/?", "h?"]),
    ("a fragment", &["https://h#x", "https://h/#", "h#?"]),
    ("neither https nor http", &["ftp://h", "ws://h", "file://h/x", "://h"]),
    ("no host", &["http://:80"]),
    (
        "not an address",
        &[
            "",
            " ",
            "/",
            "/va",
            "//h",
            "https://",
            "https:///va",
            " https://h",
            "https://h ",
            "https://h/a b",
            "https://h/\t",
            "https://h/\r\nX-Other: y",
            "https://h\r\n",
            "https://h/\0",
            "https://h\u{7f}",
            "https://h/<x>",
            "https://größe.example",
            "https://h\\x",
            "https://h%41",
            "https://[::1",
            "https://::1",
            "https://h:80:90",
        ],
    ),
    (
        "a port that is not a number",
        &[
            "https://h:",
            "https://h:0",
            "https://h:65536",
            "https://h:x",
            "https://[::1]:",
            // Another scheme, or half of one.
            "https:h",
            "https:/h",
            "mailto:h",
        ],
    ),
    (
        "a dot segment",
        &[
            "https://h/.",
            "https://h/..",
            "https://h/../x",
            "https://h/a/./b",
            "https://h/a/../b",
            "https://h/a/%2e%2E/b",
            "https://h/a/.%2e",
            "https://h/%2e",
            "https://h/a/..%2Fb",
            "https://h/a%5c..%5Cb",
        ],
    ),
    (
        "a character in its path",
        &[
            "https://h/a\\b",
            "https://h/\\..\\b",
            "https://h/größe",
            "https://h/%",
            "https://h/%4",
            "https://h/%zz",
            "https://h/{x}",
            "https://h/\"",
            "https://h/|",
        ],
    ),
    (
        "the path of an endpoint",
        &[
            "https://h/api/v1",
            "https://h/api/v1/",
            "https://h/api/v1/sessions",
            "https://h/va/api/v1/downloaded/",
            "h/api/v1/sessions/3f2a/events",
        ],
    ),
];

fn assert_refused(base: &str, problem: &str) {
    let error = match Collector::new(base) {
        Ok(collector) => panic!("{base:?} is taken for {collector}"),
        Err(error) => error.to_string(),
    };
    assert!(error.contains(problem), "{base:?}: {error}");
    assert!(!error.contains("secret"), "{error}");
}

#[test]
fn what_is_not_an_address_is_refused_with_the_reason() {
    for (problem, bases) in REFUSED {
        for base in *bases {
            assert_refused(base, problem);
        }
    }
    assert_refused(&format!("https://h/{}", "p".repeat(100_000)), "not an address");
    assert_refused(&format!("https://{}", "h".repeat(300)), "a host that is too long");
    assert_refused(&format!("https://h/{}", "p".repeat(5_000)), "a path that is too long");
}

/// An address that belongs to another service is named as what it is.
#[test]
fn other_services_are_named() {
    const OTHERS: &[(&str, &[&str])] = &[
        (
            "heartbeat service (hb)",
            &[
                "example.hb.omtrdc.net",
                "https://EXAMPLE.HB.omtrdc.net./",
                "hb.omtrdc.net:443",
                "http://heartbeats.omtrdc.net/va",
                "a.b.hb.omtrdc.net",
            ],
        ),
        (
            "Media Edge",
            &[
                "edge.adobedc.net",
                "https://edge.adobedc.net/ee/va/v1",
                "https://edge-int.adobedc.net/ee",
                "server.adobedc.net",
                "https://data.example.com/ee/or2/va/v1",
                "https://data.example.com/ee/va/v1/sessionStart",
            ],
        ),
        (
            "Adobe Analytics",
            &[
                "example.sc.omtrdc.net",
                "https://example.d1.sc.omtrdc.net/b/ss/suite",
                "example.112.2o7.net",
                "example.data.adobedc.net",
                "https://smetrics.example.com/b/ss",
            ],
        ),
    ];
    for (name, bases) in OTHERS {
        for base in *bases {
            assert_refused(base, name);
            assert_refused(base, "example.hb-api.omtrdc.net");
            let collector = Collector::at_any_host(base).unwrap();
            let path = collector.schema(EventType::Ping).uri().path().to_owned();
            assert!(path.ends_with("/api/v1/schemas/ping"), "{path}");
        }
    }
    for base in [
        "example.hb-api.omtrdc.net",
        "hb-api.omtrdc.net",
        "hb.omtrdc.net.example.com",
        "myhb.omtrdc.net",
        "https://example.com/hb.omtrdc.net",
        "https://example.com/va",
        "notadobedc.net",
        "localhost:8080",
    ] {
        Collector::new(base).unwrap_or_else(|error| panic!("{base}: {error}"));
    }
    assert!(Collector::at_any_host("https://user@edge.adobedc.net").is_err());
}
