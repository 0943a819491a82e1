//! Addresses of the Media Edge API.

use media_collection::{Api, Collector, Event};

use super::{DATASTREAM, event_call};
use crate::fixtures::at;

fn uri(base: &str) -> String {
    let collector = Collector::edge(base, DATASTREAM).unwrap();
    let request = collector.request(event_call(&Event::play(at(0)))).unwrap();
    let uri = request.uri().to_string();
    uri.strip_suffix(&format!("?configId={DATASTREAM}")).unwrap().to_owned()
}

#[test]
fn each_form_of_an_address_leads_to_the_endpoint() {
    for (base, expected) in [
        ("edge.adobedc.net", "https://edge.adobedc.net/ee/va/v1/play"),
        ("https://edge.adobedc.net/", "https://edge.adobedc.net/ee/va/v1/play"),
        ("https://edge.adobedc.net/ee", "https://edge.adobedc.net/ee/va/v1/play"),
        ("https://edge.adobedc.net/ee/va/v1", "https://edge.adobedc.net/ee/va/v1/play"),
        ("https://edge.adobedc.net/ee/va/v1/", "https://edge.adobedc.net/ee/va/v1/play"),
        ("https://edge.adobedc.net/ee/or2/va/v1", "https://edge.adobedc.net/ee/or2/va/v1/play"),
        ("edge.adobedc.net/ee-pre-prd", "https://edge.adobedc.net/ee-pre-prd/va/v1/play"),
        ("edge-int.adobedc.net", "https://edge-int.adobedc.net/ee/va/v1/play"),
        ("data.example.com", "https://data.example.com/ee/va/v1/play"),
        ("http://localhost:8080/adobe", "http://localhost:8080/adobe/ee/va/v1/play"),
        ("http://localhost:8080/adobe/ee/irl1", "http://localhost:8080/adobe/ee/irl1/va/v1/play"),
    ] {
        assert_eq!(uri(base), expected, "{base}");
    }
}

#[test]
fn what_is_no_address_of_it_says_why() {
    for (base, datastream, expected) in [
        ("example.hb-api.omtrdc.net", DATASTREAM, "is of the Media Collection API"),
        ("example.hb.omtrdc.net", DATASTREAM, "is of the heartbeat service"),
        ("example.sc.omtrdc.net", DATASTREAM, "is a tracking server"),
        ("https://host/b/ss/x", DATASTREAM, "is a tracking server"),
        ("edge.adobedc.net?configId=1", DATASTREAM, "has a query"),
        (
            "https://edge.adobedc.net/ee/va/v1/sessionStart",
            DATASTREAM,
            "has the path of an endpoint",
        ),
        ("ftp://edge.adobedc.net", DATASTREAM, "is neither https nor http"),
        ("edge.adobedc.net", "", "is not the id of a datastream"),
        ("edge.adobedc.net", "a&requestId=1", "is not the id of a datastream"),
        ("edge.adobedc.net", "a b", "is not the id of a datastream"),
        ("edge.adobedc.net", "a#b", "is not the id of a datastream"),
    ] {
        let error = Collector::edge(base, datastream).unwrap_err().to_string();
        assert!(error.contains(expected), "{base} {datastream}: {error}");
    }
    assert!(Collector::edge_at_any_host("example.hb.omtrdc.net", DATASTREAM).is_ok());
}

#[test]
fn a_collector_knows_its_api() {
    let edge = Collector::edge("edge.adobedc.net", DATASTREAM).unwrap();
    assert_eq!((edge.api(), edge.datastream()), (Api::MediaEdge, Some(DATASTREAM)));
    let collection: Collector = "example.hb-api.omtrdc.net".parse().unwrap();
    assert_eq!((collection.api(), collection.datastream()), (Api::MediaCollection, None));
    let error = Collector::new("https://edge.adobedc.net").unwrap_err().to_string();
    assert!(error.contains("`Collector::edge`"), "{error}");
    for api in [Api::MediaCollection, Api::MediaEdge] {
        assert_eq!(api.as_str().parse(), Ok(api));
    }
}
