//! The clients, and what they cost a process.

use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread::JoinHandle;
use std::time::Duration;
use std::{fs, thread};

use crate::contenders::Contender;
use crate::support::{event, start};

pub struct Clients {
    stop: Arc<AtomicBool>,
    acknowledged: Arc<AtomicUsize>,
    threads: Vec<JoinHandle<()>>,
}

impl Clients {
    /// So many, one after the other for each address. Without a session if the server is only a handler.
    pub fn start(contender: &Contender, count: usize) -> Self {
        let Contender { addresses, is_handler, pause, .. } = contender;
        let (is_handler, pause) = (*is_handler, *pause);
        let (stop, acknowledged) = (Arc::<AtomicBool>::default(), Arc::<AtomicUsize>::default());
        let client = |number: usize| {
            let address = addresses[number % addresses.len()].clone();
            let (stop, acknowledged) = (Arc::clone(&stop), Arc::clone(&acknowledged));
            thread::spawn(move || reports(&address, is_handler, pause, &stop, &acknowledged))
        };
        let threads = (0..count).map(client).collect();
        Self { stop, acknowledged, threads }
    }

    pub fn acknowledged(&self) -> usize {
        self.acknowledged.load(Ordering::Relaxed)
    }

    pub fn stop(self) {
        self.stop.store(true, Ordering::Relaxed);
        for thread in self.threads {
            thread.join().expect("a client does not panic");
        }
    }
}

/// Reports one session: its start, pings, and its end.
fn reports(
    address: &str,
    is_handler: bool,
    pause: Duration,
    stop: &AtomicBool,
    acknowledged: &AtomicUsize,
) {
    let mut stream = TcpStream::connect(address).expect("the server listens");
    stream.set_nodelay(true).expect("TCP has this option");
    let path = if is_handler {
        "/api/v1/sessions/3f2a/events".to_owned()
    } else {
        let (status, head) = exchange(&mut stream, address, "/api/v1/sessions", &start("media"));
        assert_eq!(status, 201, "{head}");
        let mut lines = head.lines().filter_map(|line| line.split_once(": "));
        let location = lines.find(|(name, _)| name.eq_ignore_ascii_case("location"));
        format!("{}/events", location.expect("a 201 has a Location").1)
    };
    for at in 1.. {
        if stop.load(Ordering::Relaxed) {
            break;
        }
        let (status, head) = exchange(&mut stream, address, &path, &event("ping", f64::from(at)));
        assert_eq!(status, 204, "{head}");
        acknowledged.fetch_add(1, Ordering::Relaxed);
        if !pause.is_zero() {
            thread::sleep(pause);
        }
    }
    exchange(&mut stream, address, &path, &event("sessionEnd", 1e6));
}

fn exchange(stream: &mut TcpStream, host: &str, path: &str, body: &str) -> (u16, String) {
    let length = body.len();
    let request = format!(
        "POST {path} HTTP/1.1\r\nHost: {host}\r\nContent-Type: application/json\r\n\
         Content-Length: {length}\r\n\r\n{body}"
    );
    stream.write_all(request.as_bytes()).expect("the server reads");
    let (mut head, mut buffer) = (Vec::new(), [0; 4096]);
    // No response here has a body.
    while !head.ends_with(b"\r\n\r\n") {
        let count = stream.read(&mut buffer).expect("the server responds");
        assert!(count > 0, "the server closed: {}", String::from_utf8_lossy(&head));
        head.extend(&buffer[..count]);
    }
    let head = String::from_utf8(head).expect("it is text");
    let status = head.split(' ').nth(1).and_then(|status| status.parse().ok());
    (status.expect("a response has a status"), head)
}

/// The CPU time of processes since they began.
pub fn cpu_of(processes: &[u32]) -> Duration {
    let threads = processes.iter().flat_map(|id| {
        fs::read_dir(format!("/proc/{id}/task")).expect("it runs, on Linux").flatten()
    });
    // The first number is nanoseconds on a CPU.
    let nanos = threads.filter_map(|thread| {
        let text = fs::read_to_string(thread.path().join("schedstat")).ok()?;
        text.split(' ').next()?.parse::<u64>().ok()
    });
    Duration::from_nanos(nanos.sum())
}
