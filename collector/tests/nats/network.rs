//! What the routes between servers go through in tests, so that it can be cut.

use std::io::{Read as _, Write as _};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};

/// A network between two servers: what listens here leads to another port, unless it is cut.
pub struct Network {
    cut: Arc<AtomicBool>,
    streams: Arc<Mutex<Vec<TcpStream>>>,
}

impl Network {
    pub fn new() -> Self {
        Self { cut: Arc::default(), streams: Arc::default() }
    }

    /// A port that leads to another one.
    pub fn lead_to(&self, port: u16) -> u16 {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let own = listener.local_addr().unwrap().port();
        let (cut, streams) = (Arc::clone(&self.cut), Arc::clone(&self.streams));
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                if cut.load(Ordering::SeqCst) {
                    continue;
                }
                let Ok(to) = TcpStream::connect(("127.0.0.1", port)) else { continue };
                for (mut from, mut to) in [
                    (stream.try_clone().unwrap(), to.try_clone().unwrap()),
                    (to.try_clone().unwrap(), stream.try_clone().unwrap()),
                ] {
                    let cut = Arc::clone(&cut);
                    std::thread::spawn(move || {
                        let mut bytes = [0; 64 * 1024];
                        while let Ok(count @ 1..) = from.read(&mut bytes) {
                            // What is lost on the way is lost: neither side is told.
                            if !cut.load(Ordering::SeqCst) && to.write_all(&bytes[..count]).is_err()
                            {
                                break;
                            }
                        }
                        let _ = to.shutdown(Shutdown::Both);
                    });
                }
                streams.lock().unwrap().extend([stream, to]);
            }
        });
        own
    }

    /// Nothing passes any more, and nobody is told.
    pub fn cut(&self) {
        self.cut.store(true, Ordering::SeqCst);
    }

    /// Connections can be made again. Those that lost something are closed.
    pub fn mend(&self) {
        for stream in self.streams.lock().unwrap().drain(..) {
            let _ = stream.shutdown(Shutdown::Both);
        }
        self.cut.store(false, Ordering::SeqCst);
    }
}
