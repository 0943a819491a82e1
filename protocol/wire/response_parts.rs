//! What matters of a response, for HTTP stacks that do not use the `http` crate.

use std::borrow::Cow;
use std::fmt;

use crate::constraints::ParseError;

/// The response to a [`Call`](crate::Call), for HTTP stacks that do not use the `http` crate.
///
/// Every function that takes a response takes an `&http::Response` or this. Of the headers, only
/// `Location` and `Retry-After` matter.
///
/// ```
/// use media_collection::{Created, ResponseParts};
///
/// # let (status, body) = (201, b"");
/// # let headers = [("Content-Length", "0"), ("location", "/api/v1/sessions/3f2a")];
/// let mut response = ResponseParts::new(status)?.with_body(body);
/// for (name, value) in headers {
///     response = response.with_header(name, value);
/// }
/// let created = Created::from_response(response)?;
/// assert_eq!(created.session_id.as_str(), "3f2a");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct ResponseParts<'a> {
    status: u16,
    location: Option<Cow<'a, str>>,
    retry_after: Option<Cow<'a, str>>,
    body: &'a [u8],
}

impl<'a> ResponseParts<'a> {
    /// A response with this status, no headers and an empty body.
    ///
    /// # Errors
    ///
    /// When the status is not between 100 and 999. Browsers use 0 when no response came: report
    /// that as a request that was not sent.
    pub const fn new(status: u16) -> Result<Self, ParseError> {
        if status < 100 || status > 999 {
            return Err(ParseError::new(
                "a status",
                "is a number from 100 to 999; if no response came, report that instead",
            ));
        }
        Ok(Self { status, location: None, retry_after: None, body: &[] })
    }

    /// Adds a header. Names are compared without regard to case; of several headers of one name the
    /// first counts, and headers that do not matter are ignored.
    #[must_use]
    pub fn with_header(mut self, name: &str, value: impl Into<Cow<'a, str>>) -> Self {
        let header = if name.eq_ignore_ascii_case("Location") {
            &mut self.location
        } else if name.eq_ignore_ascii_case("Retry-After") {
            &mut self.retry_after
        } else {
            return self;
        };
        header.get_or_insert_with(|| value.into());
        self
    }

    /// Sets the header `Location`, unless it is set.
    #[must_use]
    pub fn with_location(self, location: impl Into<Cow<'a, str>>) -> Self {
        self.with_header("Location", location)
    }

    /// Sets the header `Retry-After`, unless it is set: seconds, or an HTTP date.
    #[must_use]
    pub fn with_retry_after(self, retry_after: impl Into<Cow<'a, str>>) -> Self {
        self.with_header("Retry-After", retry_after)
    }

    /// Sets the body.
    #[must_use]
    pub fn with_body(mut self, body: &'a (impl AsRef<[u8]> + ?Sized)) -> Self {
        self.body = body.as_ref();
        self
    }

    /// The status, from 100 to 999.
    #[must_use]
    pub const fn status(&self) -> u16 {
        self.status
    }

    /// The header `Location`.
    #[must_use]
    pub fn location(&self) -> Option<&str> {
        self.location.as_deref()
    }

    /// The header `Retry-After`.
    #[must_use]
    pub fn retry_after(&self) -> Option<&str> {
        self.retry_after.as_deref()
    }

    /// The body.
    #[must_use]
    pub const fn body(&self) -> &'a [u8] {
        self.body
    }
}

impl<'a> From<&'a ResponseParts<'_>> for ResponseParts<'a> {
    fn from(response: &'a ResponseParts<'_>) -> Self {
        Self {
            status: response.status,
            location: response.location().map(Cow::Borrowed),
            retry_after: response.retry_after().map(Cow::Borrowed),
            body: response.body,
        }
    }
}

/// Shows the size of the body, not its content.
impl fmt::Debug for ResponseParts<'_> {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.debug_struct("ResponseParts")
            .field("status", &self.status)
            .field("location", &self.location)
            .field("retry_after", &self.retry_after)
            .field("body_bytes", &self.body.len())
            .finish()
    }
}
