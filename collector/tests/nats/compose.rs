//! `compose.yaml` has the settings of the tests.

use crate::servers::SETTINGS;
use crate::support::repository;

#[test]
fn compose_has_the_settings_of_the_tests() {
    let text = std::fs::read_to_string(repository("compose.yaml")).unwrap();
    let (_, services) = text.split_once("\nservices:\n").unwrap();
    let (services, rest) = services.split_once("\nconfigs:\n").unwrap();
    let services: Vec<_> = services
        .lines()
        .filter_map(|line| line.strip_prefix("  ")?.strip_suffix(':'))
        .filter(|name| !name.starts_with(' '))
        .collect();
    let nats = ["nats-1", "nats-2", "nats-3"];
    assert_eq!(services, [nats, ["collector-1", "collector-2", "collector-3"]].concat());
    let jetstream = rest.split_once("jetstream {").unwrap().1.split_once('}').unwrap().0;
    for setting in SETTINGS {
        assert!(jetstream.lines().any(|line| line.trim() == setting), "{setting}: {jetstream}");
    }
    // Collectors know all servers, and servers each other.
    let list = |port: u16| nats.map(|name| format!("nats://{name}:{port}"));
    assert!(text.contains(&format!("- --nats={}\n", list(4222).join(","))));
    assert!(rest.contains(&format!("routes: [{}]", list(6222).join(", "))));
    for (at, name) in nats.iter().enumerate() {
        assert!(text.contains(&format!("[\"--config\", \"/nats\", \"--name\", \"{name}\"]")));
        assert!(text.contains(&format!("[\"127.0.0.1:808{}:8080\"]", at + 1)));
        assert!(text.contains(&format!("[\"{name}:/data\"]")), "a volume of its own");
    }
    let image = text.split_once("image: nats:").unwrap().1.lines().next().unwrap();
    let (major, minor) = image.split_once('.').unwrap();
    let version: (u32, u32) = (major.parse().unwrap(), minor.parse().unwrap());
    assert_eq!(version, (2, 15), "the version that the tests use");
}
