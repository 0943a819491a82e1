//! `upload` over TLS.

use std::io::{Read as _, Write as _};
use std::net::TcpListener;
use std::path::PathBuf;
use std::sync::Arc;

use media_collection::store::OfflineStore;

use crate::process::{code, told, with_store};
use crate::stored::{path, viewing};

/// A collector with TLS that accepts everything, and the certificate to trust.
fn server() -> (String, String) {
    let certified = rcgen::generate_simple_self_signed(vec!["localhost".to_owned()]).unwrap();
    let key = certified.signing_key.serialize_der().try_into().unwrap();
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = rustls::ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(vec![certified.cert.der().clone()], key)
        .unwrap();
    let config = Arc::new(config);
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("https://localhost:{}", listener.local_addr().unwrap().port());
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let connection = rustls::ServerConnection::new(Arc::clone(&config)).unwrap();
            let mut stream = rustls::StreamOwned::new(connection, stream.unwrap());
            let mut request = Vec::new();
            let mut chunk = [0; 4096];
            // A client that does not trust the certificate sends nothing.
            while let Ok(read @ 1..) = stream.read(&mut chunk) {
                request.extend_from_slice(&chunk[..read]);
                if request.ends_with(b"}]") {
                    let _ = stream.write_all(
                        b"HTTP/1.1 201 x\r\ncontent-length: 0\r\nconnection: close\r\n\r\n",
                    );
                    stream.conn.send_close_notify();
                    let _ = stream.flush();
                    break;
                }
            }
        }
    });
    (url, certified.cert.pem())
}

fn store(name: &str) -> PathBuf {
    let path = path(name);
    viewing(&OfflineStore::open(&path).unwrap(), "a");
    path
}

#[test]
fn sessions_arrive_over_tls() {
    let (url, certificate) = server();
    let path = store("tls");
    let ca = path.with_extension("pem");
    std::fs::write(&ca, certificate).unwrap();
    // The certificate is not trusted: nothing is sent, and nothing is lost.
    let output = with_store(&path, &["upload", "--collector", &url]);
    assert_eq!(code(&output), 1, "{}", told(&output));
    assert!(told(&output).contains("0 sent, 1 kept"), "{}", told(&output));
    let trusting = ["upload", "--collector", &url, "--ca", ca.to_str().unwrap()];
    OfflineStore::open(&path).unwrap().retry(1.into()).unwrap();
    let output = with_store(&path, &trusting);
    assert_eq!(code(&output), 0, "{}", told(&output));
    assert!(told(&output).contains("1 sent, 0 kept"), "{}", told(&output));
}

#[test]
fn a_file_without_certificates_is_refused() {
    let path = store("tls-no-certificate");
    for ca in ["/dev/null", "/no/such/file"] {
        let output = with_store(&path, &["upload", "--collector", "https://localhost", "--ca", ca]);
        assert_eq!(code(&output), 2);
        assert!(told(&output).contains(ca), "{}", told(&output));
    }
}
