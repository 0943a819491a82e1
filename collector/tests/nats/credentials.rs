//! An operator, an account and a user, as `nsc` makes them.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use nkeys::KeyPair;
use serde_json::{Value, json};

pub struct Credentials {
    operator: String,
    /// That of the collectors, and one that servers need for themselves.
    accounts: [(String, String); 2],
    user: (String, String),
}

/// A token of one about another.
fn token(by: &KeyPair, about: &KeyPair, name: &str, claims: Value) -> String {
    let encode = |value: &Value| URL_SAFE_NO_PAD.encode(value.to_string());
    let head = encode(&json!({"typ": "JWT", "alg": "ed25519-nkey"}));
    let body = encode(&json!({
        "jti": name, "iat": 1_700_000_000, "iss": by.public_key(), "sub": about.public_key(),
        "name": name, "nats": claims,
    }));
    let signed = format!("{head}.{body}");
    let signature = URL_SAFE_NO_PAD.encode(by.sign(signed.as_bytes()).unwrap());
    format!("{signed}.{signature}")
}

impl Credentials {
    pub fn new() -> Self {
        let (operator, account, user) =
            (KeyPair::new_operator(), KeyPair::new_account(), KeyPair::new_user());
        let limits = json!({
            "subs": -1, "data": -1, "payload": -1, "imports": -1, "exports": -1, "wildcards": true,
            "conn": -1, "leaf": -1, "mem_storage": -1, "disk_storage": -1, "streams": -1, "consumer": -1,
        });
        let claims =
            json!({"type": "account", "version": 2, "limits": limits, "default_permissions": {}});
        let system = KeyPair::new_account();
        let mut plain = claims.clone();
        plain["limits"] = json!({"subs": -1, "data": -1, "payload": -1, "imports": -1, "exports": -1,
                                 "wildcards": true, "conn": -1, "leaf": -1});
        let accounts = [
            (account.public_key(), token(&operator, &account, "media", claims)),
            (system.public_key(), token(&operator, &system, "SYS", plain)),
        ];
        let limits = json!({"type": "user", "version": 2, "subs": -1, "data": -1, "payload": -1});
        Self {
            operator: token(&operator, &operator, "o", json!({"type": "operator", "version": 2})),
            accounts,
            user: (token(&account, &user, "collector", limits), user.seed().unwrap()),
        }
    }

    /// What a server has to know.
    pub fn configuration(&self) -> String {
        let [(id, token), (system, system_token)] = &self.accounts;
        format!(
            "operator: {}\nsystem_account: {system}\nresolver: MEMORY\n\
             resolver_preload: {{\n{id}: {token}\n{system}: {system_token}\n}}\n",
            self.operator
        )
    }

    /// The file of the user.
    pub fn file(&self) -> String {
        let (token, seed) = &self.user;
        format!(
            "-----BEGIN NATS USER JWT-----\n{token}\n------END NATS USER JWT------\n\n\
             -----BEGIN USER NKEY SEED-----\n{seed}\n------END USER NKEY SEED------\n"
        )
    }
}
