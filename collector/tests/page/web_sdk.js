// Viewings that report by Adobe's Web SDK, in the ways that its documentation shows.

const streamingMedia = { channel: "channel", playerName: "player", appVersion: "1.0", mainPingInterval: 10, adPingInterval: 1 };

window.ready = alloy("configure", {
  datastreamId: "11111111-2222-3333-4444-555555555555", orgId: "0123456789ABCDEF01234567@AdobeOrg",
  edgeDomain: "edge.invalid", thirdPartyCookiesEnabled: false, streamingMedia, context: [], defaultConsent: "in", clickCollectionEnabled: false,
});

const content = (name) => ({ name, friendlyName: "A film", length: 60, contentType: "vod", streamType: "video" });

const until = async (condition) => {
  while (!condition()) await new Promise((done) => { later(done, 20); });
};
const pings = (id) => window.sent.filter((one) => one.path.endsWith("/ping") && one.body.includes(id)).length;

// Each event with its playhead and the id of the session; no timer.
window.byHand = async () => {
  const { sessionId: sessionID } = await alloy("createMediaSession", {
    xdm: { mediaCollection: { playhead: 0, sessionDetails: content("by-hand"), customMetadata: [{ name: "plan", value: "gold" }] } },
  });
  const event = (name, playhead, details) => alloy("sendMediaEvent", {
    xdm: { eventType: `media.${name}`, mediaCollection: { playhead, sessionID, ...details } },
  });
  await event("play", 0);
  await event("chapterStart", 0, { chapterDetails: { friendlyName: "one", index: 1, offset: 0, length: 30 } });
  await event("ping", 10);
  await event("bufferStart", 11);
  await event("play", 11);
  await event("pauseStart", 12);
  await event("play", 12);
  await event("adBreakStart", 15, { advertisingPodDetails: { friendlyName: "mid", index: 1, offset: 15 } });
  await event("adStart", 15, { advertisingDetails: { name: "ad-1", friendlyName: "one", length: 15, podPosition: 1 } });
  await event("adComplete", 15);
  await event("adStart", 15, { advertisingDetails: { name: "ad-2", length: 15, podPosition: 2, playerName: "ads" } });
  await event("adSkip", 15);
  await event("adBreakComplete", 15);
  await event("statesUpdate", 16, { statesStart: [{ name: "fullScreen" }, { name: "mute" }] });
  await event("statesUpdate", 18, { statesEnd: [{ name: "mute" }], statesStart: [{ name: "custom_state" }] });
  await event("bitrateChange", 20, { qoeDataDetails: { bitrate: 3000, framesPerSecond: 25, droppedFrames: 1, timeToStart: 800 } });
  await event("error", 21, { errorDetails: { name: "decoder", source: "player" } });
  await event("chapterComplete", 30);
  await event("chapterStart", 30, { chapterDetails: { index: 2, offset: 30, length: 30 } });
  await event("chapterSkip", 31);
  await event("sessionComplete", 60);
  await event("sessionEnd", 60);
  return sessionID;
};

// The SDK asks the player for the playhead, and pings by itself.
window.bySdk = async () => {
  const playerId = "player-1";
  let playhead = 0.9;
  const { sessionId } = await alloy("createMediaSession", {
    playerId,
    getPlayerDetails: () => ({ playhead, qoeDataDetails: { bitrate: 1000, framesPerSecond: 24, droppedFrames: 0, timeToStart: 300 } }),
    xdm: { mediaCollection: { sessionDetails: content("by-sdk") } },
  });
  const event = (name, mediaCollection = {}) => alloy("sendMediaEvent", { playerId, xdm: { eventType: `media.${name}`, mediaCollection } });
  await event("play");
  playhead = 10.4;
  await until(() => pings(sessionId) >= 1);
  await event("adBreakStart", { advertisingPodDetails: { friendlyName: "mid", index: 1, offset: 10 } });
  await event("adStart", { advertisingDetails: { name: "ad-1", length: 15, podPosition: 1 } });
  const before = pings(sessionId);
  await until(() => pings(sessionId) >= before + 2);
  await event("adComplete");
  await event("adBreakComplete");
  await event("play");
  await event("sessionComplete");
  return sessionId;
};

// The tracker with the interface of the older JavaScript SDK. It says `null` for what it does not know.
window.byTracker = async (withQuality) => {
  const Media = await alloy("getMediaAnalyticsTracker", {});
  const tracker = Media.getInstance();
  const film = Media.createMediaObject("A film", "by-tracker", 60, Media.StreamType.VOD, Media.MediaType.Video);
  const metadata = { [Media.VideoMetadataKeys.Show]: "A show", [Media.VideoMetadataKeys.Season]: "2", plan: "gold" };
  // Before its start the tracker takes no quality.
  const { sessionId } = await tracker.trackSessionStart(film, metadata);
  if (withQuality) tracker.updateQoEObject(Media.createQoEObject(1000, 300, 24, 0));
  tracker.updatePlayhead(0);
  await tracker.trackPlay();
  await tracker.trackEvent(Media.Event.AdBreakStart, Media.createAdBreakObject("pre", 1, 0));
  await tracker.trackEvent(Media.Event.AdStart, Media.createAdObject("An ad", "ad-1", 1, 15), { [Media.AdMetadataKeys.Advertiser]: "someone", kind: "spot" });
  await tracker.trackEvent(Media.Event.AdComplete);
  await tracker.trackEvent(Media.Event.AdBreakComplete);
  await tracker.trackPlay();
  tracker.updatePlayhead(5.7);
  await tracker.trackEvent(Media.Event.ChapterStart, Media.createChapterObject("A chapter", 1, 30, 5), { part: "one" });
  await tracker.trackEvent(Media.Event.SeekStart);
  tracker.updatePlayhead(20);
  await tracker.trackEvent(Media.Event.SeekComplete);
  await tracker.trackEvent(Media.Event.BufferStart);
  await tracker.trackEvent(Media.Event.BufferComplete);
  await tracker.trackEvent(Media.Event.StateStart, Media.createStateObject(Media.PlayerState.FullScreen));
  await tracker.trackEvent(Media.Event.StateEnd, Media.createStateObject(Media.PlayerState.FullScreen));
  tracker.updateQoEObject(Media.createQoEObject(2000, 300, 30, 3));
  await tracker.trackEvent(Media.Event.BitrateChange);
  await tracker.trackError("decoder");
  await until(() => pings(sessionId) >= 1);
  await tracker.trackPause();
  await tracker.trackPlay();
  await tracker.trackEvent(Media.Event.ChapterComplete);
  tracker.updatePlayhead(60);
  await tracker.trackComplete();
  await tracker.trackSessionEnd();
  return sessionId;
};
