//! A call must be sent.
#![deny(unused_must_use)]

use media_collection::{Call, DownloadedSession, error::EncodeError};

fn wrong(session: &DownloadedSession) -> Result<(), EncodeError> {
    Call::upload(session)?;
    Ok(())
}

fn main() {}
