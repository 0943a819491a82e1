//! What is sent.

use serde_json::{Map, Value, json};

use super::super::call::sent;
use super::flavour::Flavour;
use super::machine::Machine;
use super::values;

const GRANULAR: i64 = 1_000;

impl Machine {
    fn truncated(&self) -> Map<String, Value> {
        self.quality.map(|it| values::truncated(self.flavour, it)).unwrap_or_default()
    }

    /// What is compared with what was sent last.
    fn comparable(&self) -> Option<Value> {
        let numbers = self.quality?;
        Some(if self.flavour.compares_raw_quality() {
            json!(numbers)
        } else {
            values::truncated(self.flavour, numbers).into()
        })
    }

    fn changed_quality(&mut self) -> Map<String, Value> {
        let current = self.comparable();
        if current.is_none() || current == self.quality_sent {
            return Map::new();
        }
        self.quality_sent = current;
        self.truncated()
    }

    pub(super) fn emit(
        &mut self,
        event: &str,
        params: Option<Map<String, Value>>,
        custom: Option<Value>,
    ) {
        let quality = self.changed_quality();
        self.send(event, params, custom, quality);
    }

    fn send(
        &mut self,
        event: &str,
        params: Option<Map<String, Value>>,
        custom: Option<Value>,
        quality: Map<String, Value>,
    ) {
        if !self.tracking {
            return;
        }
        let ts = if self.flavour.is_better() { self.ts.max(self.last_ts + 1) } else { self.ts };
        (self.last_ts, self.heard_at) = (ts, self.time);
        let time = json!({"playhead": self.playhead, "ts": ts});
        let mut sent = json!({"eventType": event, "playerTime": time});
        if let Some(params) = params {
            sent["params"] = params.into();
        }
        if let Some(custom) = custom {
            sent["customMetadata"] = custom;
        }
        if !quality.is_empty() {
            sent["qoeData"] = quality.into();
        }
        self.sessions.last_mut().expect("a session is open").push(sent);
    }

    pub(super) fn emit_start(&mut self, again: bool) {
        let content = self.media.clone().expect("it has begun");
        let mut params = sent(&content.params());
        if again && self.flavour.restart_is_resume() {
            params.insert("media.resume".into(), true.into());
        }
        let always = matches!(self.flavour, Flavour::Android | Flavour::Ios);
        if always || self.downloaded {
            params.insert("media.downloaded".into(), self.downloaded.into());
        }
        let custom = content.metadata.then(|| json!({"site": "example"}));
        self.emit("sessionStart", Some(params), custom);
    }

    pub(super) fn emit_break(&mut self) {
        let params = sent(&self.ad_break.as_ref().expect("it is open").ad_break());
        self.emit("adBreakStart", Some(params), None);
    }

    pub(super) fn emit_ad(&mut self) {
        let granular = self.media.as_ref().and_then(|media| media.granular);
        if granular == Some(true) && !self.downloaded {
            self.interval = GRANULAR;
        }
        let ad = self.ad.clone().expect("it is open");
        let custom = ad.metadata.then(|| json!({"campaign": ad.id}));
        self.emit("adStart", Some(sent(&ad.ad())), custom);
    }

    pub(super) fn emit_chapter(&mut self) {
        let chapter = self.chapter.clone().expect("it is open");
        let custom = chapter.metadata.then(|| json!({"campaign": chapter.id}));
        self.emit("chapterStart", Some(sent(&chapter.chapter())), custom);
    }

    pub(super) fn emit_state(&mut self, name: &str, event: &str) {
        let on_ios = self.flavour == Flavour::Ios;
        let quality = if on_ios { self.changed_quality() } else { Map::new() };
        let mut params = Map::new();
        params.insert("media.state.name".into(), name.into());
        self.send(event, Some(params), None, quality);
    }

    pub(super) fn emit_bitrate_change(&mut self) {
        let quality = self.truncated();
        if self.flavour != Flavour::JavaScript && !quality.is_empty() {
            self.quality_sent = Some(quality.clone().into());
        }
        self.send("bitrateChange", None, None, quality);
    }

    pub(super) fn emit_error(&mut self, id: &str) {
        let plain = self.truncated();
        let mut quality = plain.clone();
        quality.insert("media.qoe.errorID".into(), id.into());
        quality.insert("media.qoe.errorSource".into(), "player".into());
        match self.flavour {
            Flavour::JavaScript => {}
            Flavour::Better => self.quality_sent = (!plain.is_empty()).then(|| plain.into()),
            _ => self.quality_sent = Some(quality.clone().into()),
        }
        self.send("error", None, None, quality);
    }
}
