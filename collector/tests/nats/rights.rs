//! Users with few permissions, and TLS.

use std::fmt::Write as _;
use std::path::Path;

use media_collection_collector::{
    Collector, Forgotten, Forward, OpenError, Options, forget_by_steps,
};

use crate::forward::{Way, collection, sessions, takes, until};
use crate::here::{Here, forgetting, shared};
use crate::servers::{Servers, program};
use crate::support::{folder, repository};

/// A row of the table of permissions: what may be done, and the subjects.
type Row = (String, Vec<String>);

/// The rows of the table in the documentation, for streams of this name.
fn table(name: &str) -> Vec<Row> {
    let text = std::fs::read_to_string(repository("docs/many-collectors.md")).unwrap();
    let (_, section) = text.split_once("## Credentials and permissions").unwrap();
    let rows = section.lines().filter(|line| line.starts_with("| publish"));
    let rows = rows.map(|row| {
        let cells: Vec<_> = row.split('|').map(str::trim).collect();
        let subjects = cells[2].split('`').skip(1).step_by(2);
        let named = |subject: &str| subject.replace("media", name);
        let only = match cells[3] {
            what if what.contains("`forget`") => " forget",
            what if what.contains("--create") => " once",
            _ => "",
        };
        (format!("{}{only}", cells[1]), subjects.map(named).collect())
    });
    rows.take_while(|(_, subjects): &Row| !subjects.is_empty()).collect()
}

/// A user of a server's configuration, with these permissions.
fn user(name: &str, rows: &[Row]) -> String {
    let list = |wanted: &str| {
        let rows = rows.iter().filter(|(what, _)| what.contains(wanted));
        let all: Vec<_> =
            rows.flat_map(|(_, subjects)| subjects).map(|one| format!("{one:?}")).collect();
        all.join(", ")
    };
    format!(
        "{{ user: {name}, password: 'se@cret', permissions: {{ publish: [{}], subscribe: [{}] }} }}\n",
        list("publish"),
        list("subscribe")
    )
}

/// The address of a server for a user.
fn urls(servers: &Servers, user: &str) -> Vec<String> {
    let login = format!("nats://{user}:se%40cret@");
    servers.urls().iter().map(|url| url.replace("nats://", &login)).collect()
}

/// What the server has refused, as its log says.
fn refused(name: &str) -> Vec<String> {
    let log = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("nats-{name}/node-0.log"));
    let log = std::fs::read_to_string(log).unwrap();
    log.lines().filter(|line| line.contains("Violation")).map(str::to_owned).collect()
}

/// Forgets a visitor as this user.
fn forget_as(servers: &Servers, user: &str, visitor: &str) -> Result<Forgotten, OpenError> {
    let (options, steps) = forgetting(&urls(servers, user), "rights");
    forget_by_steps(&options, &[visitor.to_owned()], None, steps)
}

#[test]
fn the_documented_permissions_are_enough() {
    if program().is_none() {
        return;
    }
    let rows = table("rights");
    assert!(rows.len() > 6, "{rows:?}");
    let without = |all: &[Row], end: &str| -> Vec<Row> {
        let left: Vec<_> = all.iter().filter(|(what, _)| !what.ends_with(end)).cloned().collect();
        assert!(left.len() < all.len());
        left
    };
    let forgets = without(&rows, " once");
    let (creates, runs) = (without(&rows, " forget"), without(&forgets, " forget"));
    let mut users = user("creates", &creates) + &user("runs", &runs) + &user("forgets", &forgets);
    // One that lacks a row each.
    for at in 0..runs.len() {
        let mut fewer = runs.clone();
        fewer.remove(at);
        users += &user(&format!("lacks-{at}"), &fewer);
    }
    let servers = Servers::start("rights", 1, &format!("authorization {{ users: [\n{users}] }}\n"));
    let there = folder("rights-there");
    let other = takes(&there);
    let way = Way::open(&other);
    let forwards = |options: &mut Options| {
        options.forward = Some(Forward::new(collection(), way.clone()));
        options.limits.idle = std::time::Duration::from_secs(10);
    };
    drop(Here::on(&urls(&servers, "creates"), "rights", forwards));
    let there_already = |options: &mut Options| {
        options.nats.as_mut().unwrap().create = None;
        forwards(options);
    };
    let [one, two] = [(), ()].map(|()| Here::on(&urls(&servers, "runs"), "rights", there_already));
    for at in 0..8 {
        let id = one.open(&format!("session {at}"));
        assert_eq!(two.event(&id, "play", 1.0).status, 204);
        if at == 0 {
            assert_eq!(two.event(&id, "sessionEnd", 2.0).status, 204);
        }
        let count = if at == 0 { 3 } else { 2 };
        until("it is shown", || {
            one.get(&format!("/page/session/{id}")).json()["events"].as_array().map(Vec::len)
                == Some(count)
        });
    }
    until("all arrive", || {
        sessions(&there).values().flatten().filter(|all| all.len() >= 2).count() == 8
    });
    until("idle sessions are closed", || {
        two.sessions().iter().filter(|one| one["closed"] == "idle").count() == 7
    });
    // Who may forget is another user.
    let forgotten = forget_as(&servers, "forgets", "a visitor");
    assert!(forgotten.unwrap().sessions.is_empty());
    let named = one.post("/api/v1/sessions", crate::forget::named("named", "a visitor")).session();
    until("it is forwarded", || sessions(&there).contains_key("named"));
    let forgotten = forget_as(&servers, "forgets", "a visitor").unwrap();
    assert!(forgotten.sessions.keys().eq([&named]));
    assert_eq!(two.event(&named, "ping", 1.0).status, 404);
    let refused = refused("rights");
    assert!(refused.is_empty(), "{refused:?}");
    let error = forget_as(&servers, "runs", "a visitor").unwrap_err().to_string();
    assert!(error.contains("Permissions Violation") && error.contains("amended"), "{error}");

    // Publishing and asking are checked at the start; what is missing is in the message.
    for (at, (what, subjects)) in runs.iter().enumerate() {
        let is_checked = |one: &String| {
            one.contains("events.*") || one.contains("$KV") || one.contains("STREAM")
        };
        if !subjects.iter().any(is_checked) {
            continue;
        }
        let mut options = Options::default();
        options.nats = Some(shared(&urls(&servers, &format!("lacks-{at}")), "rights"));
        there_already(&mut options);
        let error = Collector::open(options).expect_err(what).to_string();
        assert!(!error.contains("cret"), "{error}");
        let known = subjects[0].trim_end_matches(['*', '>']);
        assert!(
            error.contains("Permissions Violation") && error.contains(known),
            "{subjects:?}: {error}"
        );
    }
}

#[test]
fn a_wrong_password_is_an_error() {
    if program().is_none() {
        return;
    }
    let users = "authorization { users: [{ user: somebody, password: secret }] }\n";
    let servers = Servers::start("password", 1, users);
    let mut options = Options::default();
    options.nats = Some(shared(&servers.urls(), "password"));
    let error = Collector::open(options).unwrap_err().to_string();
    assert!(error.to_lowercase().contains("authorization"), "{error}");
}

/// A user by a signed token and a key, as `nsc` makes them; and with TLS.
#[test]
fn credentials_and_tls() {
    if program().is_none() {
        return;
    }
    let folder = folder("nats-tls-files");
    let names = vec!["127.0.0.1".to_owned(), "localhost".to_owned()];
    let certified = rcgen::generate_simple_self_signed(names).unwrap();
    let (certificate, key) = (folder.join("certificate.pem"), folder.join("key.pem"));
    std::fs::write(&certificate, certified.cert.pem()).unwrap();
    std::fs::write(&key, certified.signing_key.serialize_pem()).unwrap();
    let mut more = String::new();
    writeln!(more, "tls {{ cert_file: {certificate:?}, key_file: {key:?} }}").unwrap();
    let credentials = crate::credentials::Credentials::new();
    more += &credentials.configuration();
    let servers = Servers::start("tls", 1, &more);
    let urls: Vec<_> = servers.urls().iter().map(|url| url.replace("nats://", "tls://")).collect();
    let file = folder.join("user.creds");
    std::fs::write(&file, credentials.file()).unwrap();
    let secure = |options: &mut Options| {
        let nats = options.nats.as_mut().unwrap();
        nats.authorities = Some(certificate.clone());
        nats.credentials = Some(file.clone());
    };
    let here = Here::on(&urls, "tls", secure);
    let id = here.open("secret");
    assert_eq!(here.event(&id, "sessionEnd", 1.0).status, 204);
    let refusal = |change: &dyn Fn(&mut Options)| {
        let mut options = Options::default();
        options.nats = Some(shared(&urls, "tls"));
        change(&mut options);
        Collector::open(options).expect_err("it is refused").to_string()
    };
    let unknown = |options: &mut Options| {
        secure(options);
        options.nats.as_mut().unwrap().authorities = None;
    };
    let anonymous = |options: &mut Options| {
        secure(options);
        options.nats.as_mut().unwrap().credentials = None;
    };
    let missing = |options: &mut Options| {
        secure(options);
        options.nats.as_mut().unwrap().credentials = Some(folder.join("none.creds"));
    };
    let refusal = &refusal;
    let errors = std::thread::scope(|scope| {
        let wrong: [&(dyn Fn(&mut Options) + Sync); 3] = [&unknown, &anonymous, &missing];
        wrong
            .map(|wrong| scope.spawn(move || refusal(&|options| wrong(options))))
            .map(|one| one.join().unwrap())
    });
    assert!(errors[0].contains("tls") || errors[0].contains("certificate"), "{}", errors[0]);
    assert!(errors[1].to_lowercase().contains("authorization"), "{}", errors[1]);
    assert!(errors[2].contains("none.creds"), "{}", errors[2]);
}
