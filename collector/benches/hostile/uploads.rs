//! How long an honest upload takes on a machine without a free processor: such a client is demanding, too.

use std::io::{Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::process::Command;
use std::time::{Duration, Instant};

use super::others::{START, ping, post};
use super::{Background, median, own_program};

/// The events of a session that is uploaded: 7 MiB.
const EVENTS: u64 = 90_000;
const ROUNDS: usize = 5;

/// Computes until it is killed.
pub fn compute() {
    let mut number = 0_u64;
    loop {
        number = std::hint::black_box(number.wrapping_add(1));
    }
}

/// Uploads a session while nothing else runs, and while one, two and four programs for each processor compute.
pub fn measure(address: SocketAddr) {
    let pings: Vec<_> = (1..EVENTS).map(ping).collect();
    let request = post("/api/v1/downloaded", &format!("[{START},{}]", pings.join(",")));
    let processors = std::thread::available_parallelism().map_or(1, usize::from);
    for programs in [0, 1, 2, 4].map(|times| times * processors) {
        let programs: Vec<_> = (0..programs)
            .map(|_| Background::start(Command::new(own_program()).arg("--compute")))
            .collect();
        std::thread::sleep(Duration::from_millis(500));
        let times = (0..ROUNDS).map(|_| upload(address, &request).as_secs_f64() * 1_000.0);
        println!(
            "upload of {} bytes beside {} programs: {:.0} ms",
            request.len(),
            programs.len(),
            median(times.collect())
        );
    }
}

fn upload(address: SocketAddr, request: &str) -> Duration {
    let mut stream = TcpStream::connect(address).expect("the collector listens");
    let begun = Instant::now();
    stream.write_all(request.as_bytes()).expect("it reads");
    let mut part = [0; 2048];
    let bytes = stream.read(&mut part).expect("a response");
    assert!(part[..bytes].starts_with(b"HTTP/1.1 201"), "{}", String::from_utf8_lossy(&part));
    begun.elapsed()
}
