//! The same call through five HTTP stacks. None follows redirects: a collector gives none, and
//! what a portal's page says is no response of a collector.

use std::io::{Read as _, Write as _};
use std::net::TcpStream;

use http_body_util::{BodyExt as _, Full};
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioExecutor;
use media_collection::http::{Response, StatusCode};
use media_collection::{Call, Collector};
use tokio::runtime::Runtime;

/// Where a call goes: to a host, below a prefix.
pub struct Target<'a> {
    pub host: &'a str,
    pub prefix: &'a str,
}

impl Target<'_> {
    pub fn collector(&self) -> Collector {
        format!("http://{}{}", self.host, self.prefix).parse().unwrap()
    }
}

type Received = Response<Vec<u8>>;

type Send = dyn Fn(&Target<'_>, Call) -> Received;

/// A stack by its name.
pub struct Sender {
    pub name: &'static str,
    send: Box<Send>,
}

impl Sender {
    pub fn send(&self, to: &Target<'_>, call: Call) -> Received {
        (self.send)(to, call)
    }

    fn new(name: &'static str, send: impl Fn(&Target<'_>, Call) -> Received + 'static) -> Self {
        Self { name, send: Box::new(send) }
    }
}

pub fn all() -> [Sender; 5] {
    [with_ureq(), with_reqwest(), with_blocking_reqwest(), with_hyper(), by_hand()]
}

fn with_ureq() -> Sender {
    let agent: ureq::Agent =
        ureq::Agent::config_builder().http_status_as_error(false).max_redirects(0).build().into();
    Sender::new("ureq", move |to, call| {
        let (parts, mut body) =
            agent.run(to.collector().request(call).unwrap()).unwrap().into_parts();
        Response::from_parts(parts, body.read_to_vec().unwrap())
    })
}

fn with_reqwest() -> Sender {
    let policy = reqwest::redirect::Policy::none();
    let client = reqwest::Client::builder().redirect(policy).build().unwrap();
    let runtime = runtime();
    Sender::new("reqwest", move |to, call| {
        runtime.block_on(async {
            let request = to.collector().request(call).unwrap().try_into().unwrap();
            let response = client.execute(request).await.unwrap();
            let (status, headers) = (response.status(), response.headers().clone());
            let mut received = Response::new(response.bytes().await.unwrap().to_vec());
            (*received.status_mut(), *received.headers_mut()) = (status, headers);
            received
        })
    })
}

fn with_blocking_reqwest() -> Sender {
    let policy = reqwest::redirect::Policy::none();
    let client = reqwest::blocking::Client::builder().redirect(policy).build().unwrap();
    Sender::new("reqwest::blocking", move |to, call| {
        let request = to.collector().request(call).unwrap().try_into().unwrap();
        let response = client.execute(request).unwrap();
        let (status, headers) = (response.status(), response.headers().clone());
        let mut received = Response::new(response.bytes().unwrap().to_vec());
        (*received.status_mut(), *received.headers_mut()) = (status, headers);
        received
    })
}

fn with_hyper() -> Sender {
    let client: Client<HttpConnector, Full<hyper::body::Bytes>> =
        Client::builder(TokioExecutor::new()).build_http();
    let runtime = runtime();
    Sender::new("hyper", move |to, call| {
        let request = to.collector().request(call).unwrap().map(|body| Full::new(body.into()));
        runtime.block_on(async {
            let (parts, body) = client.request(request).await.unwrap().into_parts();
            Response::from_parts(parts, body.collect().await.unwrap().to_bytes().to_vec())
        })
    })
}

/// HTTP/1.1 as text: what a stack without the `http` crate makes of a call.
fn by_hand() -> Sender {
    Sender::new("TcpStream", |to, call| {
        let mut text = format!(
            "{} {}{} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n",
            call.method(),
            to.prefix,
            call.path(),
            to.host
        );
        if let Some(content_type) = call.content_type() {
            let length = call.body().len();
            text += &format!("Content-Type: {content_type}\r\nContent-Length: {length}\r\n");
        }
        text += "\r\n";
        let mut stream = TcpStream::connect(to.host).unwrap();
        stream.write_all(&[text.as_bytes(), call.body()].concat()).unwrap();
        let mut text = Vec::new();
        stream.read_to_end(&mut text).unwrap();
        read(&text)
    })
}

fn read(text: &[u8]) -> Received {
    let end = text.windows(4).position(|bytes| bytes == b"\r\n\r\n").unwrap();
    let head = std::str::from_utf8(&text[..end]).unwrap();
    let mut lines = head.split("\r\n");
    let status = lines.next().unwrap().split(' ').nth(1).unwrap();
    let mut response = Response::builder().status(status.parse::<StatusCode>().unwrap());
    for line in lines {
        let (name, value) = line.split_once(':').unwrap();
        response = response.header(name, value.trim());
    }
    response.body(text[end + 4..].to_vec()).unwrap()
}

fn runtime() -> Runtime {
    tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap()
}
