/** A player that tells a tracker what it does. Its playhead moves with the time. */
export class Player {
  playhead = 0;
  isMoving = false;

  constructor(world, random, media, every = 250) {
    Object.assign(this, { world, random, media, every, tracker: media.getInstance() });
  }

  /** A call, and at times a few milliseconds until the next. */
  async call(name, ...args) {
    this.tracker[name](...args);
    await this.world.until(this.world.now + this.random(0, 3));
  }

  event(name, ...args) {
    return this.call("trackEvent", this.media.Event[name], ...args);
  }

  async wait(ms) {
    const end = this.world.now + ms;
    for (;;) {
      const next = Math.min(end, this.world.now + this.every + this.random(-10, 10));
      if (this.isMoving) this.playhead = Number((this.playhead + (next - this.world.now) / 1000).toFixed(3));
      await this.world.until(next);
      if (next === end) return;
      this.tracker.updatePlayhead(this.playhead);
    }
  }

  start(name, { length = 600, stream = "vod", type = "video", ...more } = {}) {
    const media = this.media.createMediaObject(name, `id of ${name}`, length, stream, type);
    this.playhead = 0;
    return this.call("trackSessionStart", Object.assign(media, more), { "a.media.show": "Show", own: "value" });
  }

  play() {
    this.isMoving = true;
    return this.call("trackPlay");
  }

  pause() {
    this.isMoving = false;
    return this.call("trackPause");
  }

  adBreak(position) {
    this.isMoving = false;
    return this.event("AdBreakStart", this.media.createAdBreakObject(`break ${position}`, position, this.playhead));
  }

  ad(position, length) {
    const ad = this.media.createAdObject(`ad ${position}`, `ad-${position}`, position, length);
    return this.event("AdStart", ad, { "a.media.ad.advertiser": "advertiser" });
  }

  async pod(position, seconds, { skipped, goesOn = true } = {}) {
    await this.adBreak(position);
    for (const [index, length] of seconds.entries()) {
      await this.ad(index + 1, length);
      await this.wait(length * (index + 1 === skipped ? 500 : 1000));
      await this.event(index + 1 === skipped ? "AdSkip" : "AdComplete");
    }
    await this.event("AdBreakComplete");
    if (goesOn) await this.play();
  }

  chapter(position, length) {
    const chapter = this.media.createChapterObject(`chapter ${position}`, position, length, this.playhead);
    return this.event("ChapterStart", chapter, { own: "value" });
  }

  state(name, isOn) {
    return this.event(isOn ? "StateStart" : "StateEnd", this.media.createStateObject(name));
  }

  quality(bitrate, startup = 1, frames = 25, dropped = 0) {
    return this.call("updateQoEObject", this.media.createQoEObject(bitrate, startup, frames, dropped));
  }

  async seek(to, ms) {
    const wasMoving = this.isMoving;
    this.isMoving = false;
    await this.event("SeekStart");
    await this.wait(ms);
    this.playhead = to;
    this.tracker.updatePlayhead(to);
    await this.event("SeekComplete");
    this.isMoving = wasMoving;
  }

  async buffer(ms) {
    const wasMoving = this.isMoving;
    this.isMoving = false;
    await this.event("BufferStart");
    await this.wait(ms);
    await this.event("BufferComplete");
    this.isMoving = wasMoving;
  }

  end(name = "trackSessionEnd") {
    this.isMoving = false;
    return this.call(name);
  }
}
