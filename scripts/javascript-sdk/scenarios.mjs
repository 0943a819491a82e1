// What players do. Each scenario reports to the SDK through a `Player`.

import { AppMeasurement } from "./page.mjs";
import { Player } from "./player.mjs";

const CONFIG = {
  trackingServer: "", channel: "www.example.com", appVersion: "web 1", playerName: "HTML5 player",
  ssl: false, debugLogging: false,
};
const MEASUREMENT = {
  account: "suite.prod", trackingServer: "example.sc.omtrdc.net", ssl: false,
  marketingCloudVisitorID: "46253127864230175420938471620349812374", audienceManagerLocationHint: "6",
  visitor: { marketingCloudOrgID: "3CE342C75100435B0A490D4C@AdobeOrg" }, customerIDs: {},
};

const SCENARIOS = {
  async "pre-roll"(p) {
    await p.start("pre-roll");
    await p.play();
    await p.world.until(p.world.now + 100);
    await p.pod(1, [6.5, 9.8], { skipped: 2 });
    await p.wait(25_000);
    await p.end("trackComplete");
  },
  async "mid-rolls, one after a pause"(p) {
    await p.start("mid-rolls", { length: 120 });
    await p.play();
    for (const position of [1, 2, 3]) {
      await p.wait(8_000);
      if (position === 2) await p.pause();
      await p.pod(position, [5, 0.9, 12]);
    }
    await p.wait(4_000);
    await p.end("trackComplete");
  },
  async "post-roll"(p) {
    await p.start("post-roll", { length: 20 });
    await p.play();
    await p.wait(20_000);
    await p.pod(1, [5], { goesOn: false });
    await p.end("trackComplete");
  },
  async chapters(p) {
    await p.start("chapters");
    await p.play();
    for (const position of [1, 2, 3, 4, 5]) {
      await p.chapter(position, 10);
      await p.wait(position === 3 ? 700 : 10_000);
      if (position !== 4) await p.event(position === 2 ? "ChapterSkip" : "ChapterComplete");
    }
    await p.end();
  },
  async "player states"(p) {
    const names = ["fullScreen", "mute", "closedCaptioning", "inFocus", "pictureInPicture", "own.1"];
    await p.start("states");
    await p.play();
    await p.wait(1_500);
    for (const name of names) await p.state(name, true);
    await p.wait(2_000);
    for (const name of names) await p.state(name, false);
    for (let round = 0; round < 4; round += 1) {
      await p.state("mute", true);
      await p.wait(400);
      await p.state("mute", false);
      await p.wait(300);
    }
    await p.wait(12_000);
    await p.end();
  },
  async buffering(p) {
    await p.start("buffering");
    await p.play();
    await p.buffer(1_800);
    for (let round = 0; round < 5; round += 1) {
      await p.wait(p.random(60, 1_500));
      await p.buffer(p.random(80, 900));
    }
    await p.buffer(12_000);
    await p.wait(15_000);
    await p.end("trackComplete");
  },
  async seeks(p) {
    await p.start("seeks");
    await p.play();
    await p.wait(5_000);
    for (const to of [100, 20, 20.5, 300, 0]) {
      await p.seek(to, p.random(50, 1_500));
      await p.wait(p.random(100, 4_000));
    }
    await p.pause();
    await p.seek(50, 300);
    await p.wait(2_000);
    await p.play();
    await p.wait(11_000);
    await p.end();
  },
  async "quality and errors"(p) {
    await p.start("quality");
    await p.quality(500_000);
    await p.play();
    await p.wait(2_000);
    for (const bitrate of [800_000, 1_200_000, 300_000.7, 2_500_000]) {
      await p.quality(bitrate, 0.85, 23.976, p.random(0, 9));
      await p.event("BitrateChange");
      await p.wait(p.random(100, 3_000));
    }
    await p.call("trackError", "E-1");
    await p.call("trackError", "E-2");
    await p.wait(12_000);
    await p.call("trackError", "fatal");
    await p.end();
  },
  async "short pauses, and a long one"(p) {
    await p.start("pauses");
    await p.play();
    await p.wait(900);
    for (let round = 0; round < 6; round += 1) {
      await p.pause();
      await p.wait(p.random(30, 800));
      await p.play();
      await p.wait(p.random(30, 900));
    }
    await p.pause();
    await p.wait(65_000);
    await p.play();
    await p.wait(12_000);
    await p.end();
  },
  async live(p) {
    await p.start("live", { length: 86_400, stream: "live" });
    p.playhead = 41_000;
    await p.play();
    await p.wait(15_000);
    await p.pod(1, [8]);
    await p.seek(41_200, 200);
    await p.wait(31_000);
    await p.end();
  },
  async "two trackers at once"(p) {
    const other = new Player(p.world, p.random, p.media, 1_000);
    await p.start("video");
    await other.start("podcast", { type: "audio", stream: "podcast" });
    await p.play();
    await other.play();
    for (const position of [1, 2]) {
      await p.pod(position, [3]);
      await other.chapter(position, 10);
      other.playhead = (p.world.now - 10) / 1_000;
      await other.wait(4_000);
    }
    await other.end();
    await p.wait(9_000);
    await p.end("trackComplete");
  },
  async "starts and ends in quick succession"(p) {
    await p.start("1", { "media.prerollwaittime": 0 });
    await p.end();
    await p.start("2", { "media.prerollwaittime": 0 });
    await p.play();
    await p.wait(100);
    await p.end();
    await p.start("3");
    await p.play();
    await p.wait(600);
    await p.end("trackComplete");
    await p.start("4");
    await p.play();
    await p.wait(2_500);
    await p.end("trackComplete");
  },
  async "zero-length ads, an empty break, ads and breaks that replace each other"(p) {
    await p.start("ads");
    await p.play();
    await p.wait(3_000);
    await p.adBreak(1);
    for (const position of [1, 2, 3, 4, 5]) {
      await p.ad(position, 0.2);
      await p.wait(p.random(1, 200));
      await p.event(position % 2 === 0 ? "AdSkip" : "AdComplete");
    }
    await p.event("AdBreakComplete");
    await p.play();
    await p.wait(3_000);
    await p.adBreak(2);
    await p.event("AdBreakComplete");
    await p.play();
    await p.wait(2_000);
    await p.adBreak(3);
    await p.ad(1, 5);
    await p.wait(1_000);
    await p.ad(2, 5);
    await p.wait(900);
    await p.adBreak(4);
    await p.ad(1, 3);
    await p.wait(800);
    await p.end("trackComplete");
  },
  async "granular pings in ads"(p) {
    await p.start("granular", { "media.granularadtracking": true });
    await p.play();
    await p.pod(1, [12.3, 3]);
    await p.wait(12_000);
    await p.pause();
    await p.pod(2, [4]);
    await p.wait(2_000);
    await p.end();
  },
  async "a pause, buffering and a seek in an ad"(p) {
    await p.start("stall in an ad");
    await p.play();
    await p.wait(2_000);
    await p.adBreak(1);
    await p.ad(1, 20);
    await p.wait(4_000);
    await p.call("trackPause");
    await p.wait(3_000);
    await p.call("trackPlay");
    await p.buffer(1_500);
    await p.event("SeekStart");
    await p.event("SeekComplete");
    await p.wait(9_000);
    await p.event("AdComplete");
    await p.event("AdBreakComplete");
    p.isMoving = true;
    await p.wait(12_000);
    await p.end("trackComplete");
  },
  async "an error before anything plays"(p) {
    await p.start("error");
    await p.wait(25_000);
    await p.call("trackError", "cannot-start");
    await p.end();
  },
  async "a pause of 31 minutes in a chapter, muted"(p) {
    await p.start("idle");
    await p.play();
    await p.wait(8_000);
    await p.chapter(1, 60);
    await p.state("mute", true);
    await p.pause();
    await p.wait(31 * 60_000);
    await p.play();
    await p.wait(15_000);
    await p.event("ChapterComplete");
    await p.end("trackComplete");
  },
  async "a tab that is hidden for five minutes"(p) {
    await p.start("hidden");
    await p.play();
    await p.wait(8_000);
    p.world.isHidden = true;
    p.every = 60_000;
    await p.wait(70_000);
    await p.pod(1, [20, 15]);
    await p.wait(150_000);
    p.world.isHidden = false;
    p.every = 250;
    await p.wait(60_000);
    await p.end();
  },
  async "whatever a player does, at random"(p) {
    const on = new Set();
    let [breaks, chapters, isInChapter] = [0, 0, false];
    await p.start("random", { "media.prerollwaittime": [0, 250, 250, 1_000][p.random(0, 3)] });
    await p.play();
    const one = (...values) => values[p.random(0, values.length - 1)];
    const acts = [
      () => p.pod((breaks += 1), [one(0.05, 0.3, 7), one(0.3, 2, 15)], { skipped: one(undefined, 1, 2) }),
      async () => {
        await p.pause();
        await p.wait(one(10, 300, 15_000));
        await p.play();
      },
      async () => {
        await p.pause();
        await p.pod((breaks += 1), [one(0.3, 2)]);
      },
      () => p.buffer(one(10, 300, 2_000, 15_000)),
      () => p.seek(p.random(0, 60_000) / 1_000, one(5, 300, 2_000)),
      async () => {
        await p.chapter((chapters += 1), 10);
        isInChapter = true;
      },
      async () => {
        if (isInChapter) await p.event(one("ChapterComplete", "ChapterSkip"));
        isInChapter = false;
      },
      async () => {
        const name = one("mute", "fullScreen", "own");
        await p.state(name, !on.has(name));
        if (!on.delete(name)) on.add(name);
      },
      () => p.quality(p.random(1, 9) * 100_000),
      () => p.event("BitrateChange"),
      () => p.call("trackError", `E-${p.random(1, 9)}`),
    ];
    for (let left = p.random(3, 30); left > 0; left -= 1) {
      await p.wait(one(5, 40, 300, 900, 2_500, 8_000, 14_000));
      await one(...acts)();
    }
    await p.end(one("trackComplete", "trackSessionEnd"));
  },
  async "the page is closed"(p) {
    await p.start("closed");
    await p.play();
    await p.wait(12_345);
  },
  async "the page is closed in an ad"(p) {
    await p.start("closed in an ad");
    await p.play();
    await p.wait(12_000);
    await p.adBreak(1);
    await p.ad(1, 15);
    await p.wait(5_200);
  },
  async "a pause of 31 minutes in an ad"(p) {
    await p.start("idle in an ad");
    await p.play();
    await p.wait(8_000);
    await p.adBreak(1);
    await p.ad(1, 30);
    await p.wait(5_000);
    await p.call("trackPause");
    await p.wait(31 * 60_000);
    await p.call("trackPlay");
    await p.wait(15_000);
    await p.event("AdComplete");
    await p.event("AdBreakComplete");
    await p.play();
    await p.wait(5_000);
    await p.end("trackComplete");
  },
};

/** What is really lost, and why. */
const LOST = {
  "the page is closed in an ad": { rule: "ad-break-closed", why: "nothing is sent when a page is closed" },
  "a pause of 31 minutes in an ad": {
    rule: "ad-break-closed", why: "the SDK ends the session after 30 minutes, and closes nothing before",
  },
};

/**
 * Here the requests wait, and those that are under way at once have timestamps that are further apart
 * than the window reaches, which knows no times of arrival. They must not overtake each other.
 */
const IN_ORDER = ["a tab that is hidden for five minutes"];

export const scenarios = Object.entries(SCENARIOS).map(([name, run]) => ({
  name,
  lost: LOST[name],
  inOrder: IN_ORDER.includes(name),
  async play(world, random, open) {
    const media = open({ ...CONFIG }, new AppMeasurement(MEASUREMENT));
    // The SDK looks for something to send every 500 ms, at whichever time the player starts.
    await world.until(random(0, 499));
    await run(new Player(world, random, media));
    if (!name.startsWith("the page is closed")) await world.until(world.now + 60_000);
    await world.close();
  },
}));
