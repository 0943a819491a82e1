//! Sends requests with ureq, and rustls for TLS.

use std::error::Error;
use std::path::Path;
use std::time::Duration;

use media_collection::http::{Request, Response};
use ureq::tls::{Certificate, PemItem, RootCerts, TlsConfig, parse_pem};

/// The most connections that are kept for later requests.
const MAX_IDLE: usize = 64;

/// Makes an HTTP client; `ca` is a PEM file with the certificates to trust instead of the usual
/// ones.
pub fn agent(timeout: Duration, ca: Option<&Path>) -> Result<ureq::Agent, Box<dyn Error>> {
    let mut config = ureq::Agent::config_builder()
        // The library interprets the status.
        .http_status_as_error(false)
        // A collector sends no redirects; those of a captive portal must not be followed.
        .max_redirects(0)
        .max_idle_connections(MAX_IDLE)
        .max_idle_connections_per_host(MAX_IDLE)
        .timeout_global(Some(timeout))
        .user_agent(concat!("media-collection/", env!("CARGO_PKG_VERSION")));
    if let Some(file) = ca {
        let roots = RootCerts::new_with_certs(&certificates(file)?);
        config = config.tls_config(TlsConfig::builder().root_certs(roots).build());
    }
    Ok(config.build().into())
}

fn certificates(file: &Path) -> Result<Vec<Certificate<'static>>, Box<dyn Error>> {
    let shown = file.display();
    let text = std::fs::read(file).map_err(|error| format!("--ca {shown}: {error}"))?;
    let mut certificates = Vec::new();
    for item in parse_pem(&text) {
        if let PemItem::Certificate(certificate) =
            item.map_err(|error| format!("--ca {shown}: {error}"))?
        {
            certificates.push(certificate);
        }
    }
    if certificates.is_empty() {
        return Err(format!("--ca {shown}: the file contains no certificate").into());
    }
    Ok(certificates)
}

pub fn send(
    agent: &ureq::Agent,
    request: Request<Vec<u8>>,
) -> Result<Response<Vec<u8>>, ureq::Error> {
    let (parts, mut body) = agent.run(request)?.into_parts();
    Ok(Response::from_parts(parts, body.read_to_vec()?))
}
