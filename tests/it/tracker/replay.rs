//! A virtual clock, by which the calls of a capture are made again.

use media_collection::tracker::{Moment, Sdk, TrackerMode, TrackerOptions};

use super::arguments::{Arguments, Told};
use super::capture::{Call, Capture, Repeated};
use super::driven::{Driven, Log, Recorded};
use super::jitter::Jitter;
use super::player::{Player, in_memory};

const MINUTE: i64 = 60_000;

type NewTracker<'a> = &'a dyn Fn(&Arguments, TrackerOptions) -> Box<dyn Driven>;

struct Replay<'a> {
    capture: &'a Capture,
    mode: TrackerMode,
    new_tracker: NewTracker<'a>,
    log: Log,
    players: Vec<Player>,
    /// The one that is called.
    player: usize,
    now: i64,
    /// The wall clock minus the monotonic one.
    wall: i64,
    /// The tab is hidden: its timers run once a minute.
    is_hidden: bool,
    has_opted_out: bool,
    jitter: Jitter,
    /// When the program that made the capture drew for something else.
    other_draws: Vec<i64>,
}

/// The faithful mode of a capture's SDK.
pub fn faithful(capture: &Capture) -> TrackerMode {
    TrackerMode::Faithful(if capture.is_android() { Sdk::Android } else { Sdk::JavaScript })
}

/// Makes the calls of a capture, and returns the sessions that were recorded.
pub fn replay(capture: &Capture, mode: TrackerMode) -> Vec<Recorded> {
    replay_with(capture, mode, &in_memory)
}

/// The same with trackers of another kind.
pub fn replay_with(
    capture: &Capture,
    mode: TrackerMode,
    new_tracker: NewTracker<'_>,
) -> Vec<Recorded> {
    let scenario = capture.scenario();
    let mut other_draws = Vec::new();
    if scenario == "events_arrive_out_of_order" {
        other_draws.extend(capture.requests.iter().map(|request| request.t_ms));
        other_draws.sort_unstable();
        other_draws.reverse();
    }
    let jitter =
        if capture.is_android() { Jitter::java(scenario) } else { Jitter::linear(scenario) };
    let replay = Replay {
        capture,
        mode,
        new_tracker,
        log: Log::default(),
        players: Vec::new(),
        player: 0,
        now: 0,
        wall: capture.t0_ts,
        is_hidden: false,
        has_opted_out: false,
        jitter,
        other_draws,
    };
    replay.run()
}

impl Replay<'_> {
    fn run(mut self) -> Vec<Recorded> {
        let mut previous: Option<&Call> = None;
        for call in &self.capture.calls {
            if let Some(previous) = previous.filter(|previous| previous.api.contains("sleeps")) {
                let slept = call.t_ms - previous.t_ms;
                let period = self.period();
                for player in &mut self.players {
                    if let Some(next) = player.next {
                        player.put_off(next + slept, period);
                    }
                }
            }
            self.advance(call.t_ms);
            self.wall = call.ts - call.t_ms;
            self.make(call);
            previous = Some(call);
        }
        for player in &mut self.players {
            player.end_process(&mut self.log);
        }
        self.log.sessions
    }

    fn moment(&self) -> Moment {
        Moment::new(self.now, self.now + self.wall)
    }

    /// The period of the SDK's timer, which starts anew when the device has put it off.
    fn period(&self) -> i64 {
        if self.capture.is_android() { 750 } else { 500 }
    }

    fn next_minute(&self) -> i64 {
        (self.now / MINUTE + 1) * MINUTE
    }

    /// Lets the time pass. A timeout at the instant of a call comes before it.
    fn advance(&mut self, until: i64) {
        loop {
            let due = self.players.iter().enumerate().filter_map(|(place, player)| {
                player.next.filter(|next| *next <= until).map(|next| (next, place))
            });
            let Some((next, place)) = due.min() else { break };
            self.now = next;
            let moment = self.moment();
            self.players[place].timeout(moment, &mut self.log);
            if self.is_hidden {
                let (minute, period) = (self.next_minute(), self.period());
                self.players[place].put_off(minute, period);
            }
        }
        self.now = until;
    }

    fn make(&mut self, call: &Call) {
        let api = call.api.as_str();
        match api {
            "Media.createTracker" | "ADB.Media.getInstance" => self.create_tracker(call),
            "(back to first tracker)" => self.player = 0,
            "(app process killed)" | "(page closed)" => {
                let moment = self.moment();
                self.log.cut(moment);
                for player in &mut self.players {
                    player.end_process(&mut self.log);
                }
            }
            "MobileCore.setPrivacyStatus" | "(consent withdrawn)" => {
                self.has_opted_out = true;
                let moment = self.moment();
                for player in &mut self.players {
                    player.opt_out(moment, &mut self.log);
                }
                self.log.cut(moment);
            }
            _ if api.starts_with("(tab") => {
                self.is_hidden = api.contains("hidden");
                let period = self.period();
                let next = if self.is_hidden { self.next_minute() } else { self.now + period };
                for player in &mut self.players {
                    player.put_off(next, period);
                }
            }
            _ if api.starts_with("(device clock set") => {
                let mut words = api.split(' ').rev();
                let seconds: i64 = words.nth(1).and_then(|text| text.parse().ok()).expect(api);
                self.wall += if api.contains("forward") { seconds } else { -seconds } * 1_000;
            }
            _ if call.repeated.is_some() => self.update_playhead(call),
            _ if api.starts_with('(') || api.contains("configure") => {}
            _ => {
                let arguments = self.players[self.player].arguments();
                let told = arguments.told(api, call.args.as_ref().unwrap_or(&Default::default()));
                self.call(told);
            }
        }
    }

    fn create_tracker(&mut self, call: &Call) {
        let config = call.args.as_ref().and_then(|args| args.get("config")?.as_object());
        let arguments = Arguments {
            android: self.capture.is_android(),
            config: config.cloned().unwrap_or_default(),
        };
        let mut player = Player::new(arguments, self.mode, self.new_tracker);
        if self.has_opted_out {
            player.opt_out(self.moment(), &mut self.log);
        }
        self.player = self.players.len();
        self.players.push(player);
    }

    fn call(&mut self, told: Told) {
        let moment = self.moment();
        self.players[self.player].call(moment, told, &mut self.log);
    }

    /// Updates at random times. The playhead follows the clock, or stands still.
    fn update_playhead(&mut self, call: &Call) {
        let Repeated { every_ms, count, until_t_ms, until_playhead } =
            call.repeated.as_ref().expect("it is repeated");
        let every: i64 = every_ms.split(' ').next().and_then(|text| text.parse().ok()).unwrap();
        let first = call.playhead.as_f64().unwrap();
        let rate = if *until_playhead == first { 0.0 } else { 1.0 };
        let mut made = 0;
        loop {
            while self.other_draws.last().is_some_and(|at| *at <= self.now) {
                self.other_draws.pop();
                self.jitter.draw();
            }
            let at = self.now + every + self.jitter.draw();
            if at >= *until_t_ms {
                break;
            }
            self.advance(at);
            let playhead = first + rate * (at - call.t_ms) as f64 / 1_000.0;
            let rounded = format!("{playhead:.3}").parse().unwrap();
            self.call(Told::Playhead(rounded));
            made += 1;
        }
        assert_eq!(made, *count, "{}: the updates of the playhead", self.capture.name);
    }
}
