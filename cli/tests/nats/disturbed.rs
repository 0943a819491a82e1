//! Collectors and servers are killed while players report: nothing that was acknowledged is lost, and no
//! session is refused that is open.

use std::time::{Duration, Instant};
use std::{env, fs};

use crate::cluster::Cluster;
use crate::random::Random;
use crate::viewers::Viewers;

/// For so long nothing may be acknowledged after everything runs again.
const PATIENCE: Duration = Duration::from_secs(60);

#[derive(Debug, Clone, Copy)]
enum Disturbance {
    KillCollector,
    StopCollector,
    KillNode,
    /// A node is killed, and a collector.
    KillBoth,
    /// Nothing can be stored until they run again.
    KillAllNodes,
}

const ALL: [Disturbance; 5] = [
    Disturbance::KillCollector,
    Disturbance::KillNode,
    Disturbance::KillAllNodes,
    Disturbance::StopCollector,
    Disturbance::KillBoth,
];

impl Disturbance {
    fn happens(self, cluster: &mut Cluster, random: &mut Random) {
        let (node, collector) = (random.below(3), random.below(3));
        let Cluster { nodes, collectors, .. } = cluster;
        match self {
            Self::KillCollector => collectors.kill(collector),
            Self::StopCollector => collectors.stop(collector),
            Self::KillNode => nodes.kill(node),
            Self::KillBoth => {
                nodes.kill(node);
                collectors.kill(collector);
            }
            Self::KillAllNodes => (0..nodes.len()).for_each(|node| nodes.kill(node)),
        }
        std::thread::sleep(random.millis(0, 3_000));
        (0..nodes.len()).for_each(|node| nodes.restart(node));
        assert!(collectors.restart(collector), "collector {collector} starts again");
    }
}

fn disturbed(name: &str, seed: u64, time: Duration) {
    let Some(mut cluster) = Cluster::start(name, &["--nats-partitions", "4"]) else { return };
    let viewers = Viewers::start(&cluster.collectors.addresses(), 16, seed);
    let mut random = Random::new(seed);
    let begun = Instant::now();
    let mut log = String::new();
    for round in 0.. {
        std::thread::sleep(random.millis(200, 3_000));
        if begun.elapsed() > time {
            break;
        }
        // Each kind comes in a short run, too.
        let kind = ALL[if round < ALL.len() { round } else { random.below(ALL.len()) }];
        let before = viewers.acknowledged();
        kind.happens(&mut cluster, &mut random);
        let (since, target) = (Instant::now(), viewers.acknowledged() + 50);
        while viewers.acknowledged() < target {
            assert!(since.elapsed() < PATIENCE, "after {kind:?} nothing is accepted any more");
            std::thread::sleep(Duration::from_millis(20));
        }
        let (at, wait) = (begun.elapsed().as_secs(), since.elapsed().as_millis());
        let line = format!(
            "{at:>5} s {kind:?}: {} acknowledged before, 50 more after {wait} ms\n",
            before
        );
        log.push_str(&line);
    }
    let (acknowledged, unavailable) = (viewers.acknowledged(), viewers.unavailable());
    let viewings = viewers.stop();
    let sessions = viewings.len();
    cluster.has_all(&viewings);
    log.push_str(&format!(
        "{acknowledged} acknowledged in {sessions} sessions, {unavailable} tried again; none is missing\n"
    ));
    print!("{log}");
    fs::write(cluster.folder.join("disturbed.log"), log).expect("the folder can be written");
}

#[test]
fn nothing_acknowledged_is_lost_in_a_minute_of_kills() {
    disturbed("nats-minute", 1, Duration::from_secs(60));
}

/// `MEDIA_COLLECTION_SECONDS` is another time, and `MEDIA_COLLECTION_SEED` another seed.
#[test]
#[ignore = "it takes an hour"]
fn nothing_acknowledged_is_lost_in_an_hour_of_kills() {
    let number = |name| env::var(name).ok().and_then(|text| text.parse().ok());
    let seconds = number("MEDIA_COLLECTION_SECONDS").unwrap_or(3_600);
    disturbed(
        "nats-hour",
        number("MEDIA_COLLECTION_SEED").unwrap_or(2),
        Duration::from_secs(seconds),
    );
}
