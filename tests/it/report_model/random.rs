//! Random sessions: a player that mostly behaves, and often does not.

use std::fmt;

use media_collection::Event;
use quickcheck::{Arbitrary, Gen};

use crate::fixtures::random::Random;
use crate::report::notation;

/// An event of a session.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// Milliseconds since the start.
    pub time: i64,
    /// In milliseconds.
    pub playhead: i64,
    /// The type and the members.
    pub said: String,
}

impl Line {
    pub fn event(&self) -> Event {
        notation::event(&self.to_string())
    }

    pub fn is(&self, name: &str) -> bool {
        self.said.split(' ').next() == Some(name)
    }
}

impl fmt::Display for Line {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [second, playhead] = [self.time, self.playhead].map(|ms| ms as f64 / 1_000.0);
        write!(to, "{second} {playhead} {}", self.said)
    }
}

/// A session whose first event is its start.
#[derive(Debug, Clone, PartialEq)]
pub struct Session(pub Vec<Line>);

impl Session {
    pub fn events(&self) -> Vec<Event> {
        self.0.iter().map(Line::event).collect()
    }
}

impl fmt::Display for Session {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|line| writeln!(to, "{line}"))
    }
}

impl Arbitrary for Session {
    fn arbitrary(source: &mut Gen) -> Self {
        let random = Random::new(u64::arbitrary(source));
        let mut player = Player::new(random);
        for _ in 0..source.size() {
            player.step();
        }
        Self(player.lines)
    }

    /// Leaves out half of the events, a quarter, or one.
    fn shrink(&self) -> Box<dyn Iterator<Item = Self>> {
        let lines = self.0.clone();
        let sizes = [lines.len() / 2, lines.len() / 4, lines.len() / 8, 1];
        let parts = sizes.into_iter().filter(|size| *size > 0).flat_map(move |size| {
            let lines = lines.clone();
            (1..lines.len()).step_by(size).map(move |from| {
                let until = (from + size).min(lines.len());
                Self([&lines[..from], &lines[until..]].concat())
            })
        });
        Box::new(parts)
    }
}

/// What the player of a random session knows.
struct Player {
    random: Random,
    lines: Vec<Line>,
    time: i64,
    playhead: i64,
    plays: bool,
    in_break: bool,
    in_ad: bool,
}

const LENGTHS: &[&str] = &["100", "60", "60.3333333", "3600", "86400", "0", "-1", "7200.5"];

/// Times after which something depends on the exact millisecond, and usual ones.
const PASSED: &[i64] = &[
    10_000, 10_000, 10_000, 10_000, 10_000, 1_000, 1_000, 5_000, 3_125, 0, 1, 1, 249, 250, 251,
    2_000, 2_001, 499, 500, 501, 60_000, 300_000,
];
const SELDOM: &[i64] = &[599_999, 600_000, 600_001, 700_000, 1_800_000, 1_800_001];
const BACK: &[i64] = &[-1, -400, -1_000, -1_001, -3_000, -4_999, -7_000, -3_600_000];

impl Player {
    fn new(mut random: Random) -> Self {
        let length = random.pick(LENGTHS).to_owned();
        let mut said = format!("sessionStart length={length}");
        let more = [
            "downloaded=true",
            "resume=true",
            "resume=false",
            "streamType=audio",
            "genre=drama,crime",
            "show=series",
            "sdkVersion=app-1",
            "name=title",
            "pass.auth=\"true\"",
            "firstAirDate=2020-01-01",
            "c.colour=red",
            "qoe.bitrate=800",
            "qoe.timeToStart=1400",
        ];
        for member in more {
            if random.once_in(5) && !(member == "resume=false" && said.contains("resume")) {
                said = format!("{said} {member}");
            }
        }
        let playhead = if random.once_in(6) { random.below(50) as i64 * 1_000 } else { 0 };
        let lines = vec![Line { time: 0, playhead, said }];
        Self { random, lines, time: 0, playhead, plays: false, in_break: false, in_ad: false }
    }

    fn say(&mut self, said: impl Into<String>) {
        let mut said = said.into();
        if self.random.once_in(12) {
            let quality = match self.random.below(4) {
                0 => format!("qoe.bitrate={}", self.random.below(40) * 105),
                1 => format!("qoe.droppedFrames={}", self.random.below(4)),
                2 => format!("qoe.framesPerSecond={}", self.random.below(3) * 25),
                _ => format!("qoe.timeToStart={}", self.random.below(5) * 700),
            };
            said = format!("{said} {quality}");
        }
        self.lines.push(Line { time: self.time, playhead: self.playhead, said });
    }

    /// Time passes, and the playhead moves with it, or not.
    fn pass(&mut self) {
        let times = match self.random.below(400) {
            0..=3 => SELDOM,
            4..=13 => BACK,
            _ => PASSED,
        };
        let passed = times[self.random.below(times.len())];
        self.time += passed;
        let moves = self.plays && !self.in_break;
        let moved = match self.random.below(30) {
            0 => 0,
            1 => passed - 2_000,
            2 => passed - 2_001,
            3 => passed + 2_001,
            4 => passed + 250,
            5 => self.random.below(60) as i64 * 1_000 - 30_000,
            _ if moves => passed.clamp(0, 10_000),
            _ => 0,
        };
        self.playhead = (self.playhead + moved).max(0);
    }

    fn step(&mut self) {
        self.pass();
        match self.random.below(100) {
            0..=29 => self.say("ping"),
            30..=44 => {
                self.plays = true;
                self.say("play");
            }
            45..=49 => self.stop("pauseStart"),
            50..=53 => self.stop("bufferStart"),
            54..=55 => self.say("bitrateChange"),
            56..=57 => {
                let source = self.random.pick(&["player", "external"]);
                let id = self.random.below(3);
                self.say(format!("error qoe.errorID=E{id} qoe.errorSource={source}"));
            }
            58..=79 => self.ad(),
            80..=87 => self.chapter(),
            88..=94 => self.player_state(),
            95..=96 => self.still(),
            97 => self.say("sessionComplete"),
            98 if self.random.once_in(3) => self.say("sessionEnd"),
            _ => {}
        }
    }

    fn stop(&mut self, said: &str) {
        self.plays = self.random.once_in(8);
        self.say(said);
    }

    /// What comes next in an ad break, and now and then something else.
    fn ad(&mut self) {
        let usual = match (self.in_break, self.in_ad) {
            (false, _) => 0,
            (true, false) => 1 + self.random.below(2),
            (true, true) => 3 + self.random.below(2),
        };
        match if self.random.once_in(8) { self.random.below(5) } else { usual } {
            0 => {
                (self.in_break, self.in_ad) = (true, false);
                let index = self.random.below(3);
                self.say(format!("adBreakStart podIndex={index} podFriendlyName=pod-{index}"));
            }
            1 => {
                self.in_ad = true;
                let ad = self.random.below(9);
                self.say(format!("adStart id=ad-{ad} length={ad}.5 advertiser=maker c.ad=a{ad}"));
            }
            2 => {
                (self.in_break, self.in_ad) = (false, false);
                self.say("adBreakComplete");
            }
            3 => {
                self.in_ad = false;
                self.say("adComplete");
            }
            _ => {
                self.in_ad = false;
                self.say("adSkip");
            }
        }
    }

    fn chapter(&mut self) {
        match self.random.below(5) {
            0..=1 => {
                let index = self.random.below(4);
                self.say(format!("chapterStart index={index} friendlyName=part-{index}"));
            }
            2..=3 => self.say("chapterComplete"),
            _ => self.say("chapterSkip"),
        }
    }

    fn player_state(&mut self) {
        let few = self.random.below(12) > 0;
        let count = if few { 3 } else { 14 };
        let [first, second] = [0; 2].map(|_| self.random.below(count));
        match self.random.below(5) {
            0..=1 => self.say(format!("stateStart name=state{first}")),
            2..=3 => self.say(format!("stateEnd name=state{first}")),
            _ => {
                self.say(format!("statesUpdate statesEnd=state{first} statesStart=state{second}"));
            }
        }
    }

    /// Pings for up to forty minutes, while nothing moves.
    fn still(&mut self) {
        for _ in 0..self.random.below(9) {
            self.time += 300_000 - self.random.below(2) as i64;
            self.say("ping");
        }
    }
}
