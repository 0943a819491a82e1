//! Formats a session as a table: time, playhead, event and meaning.

use std::io::{self, Write};

use media_collection::lint::Finding;
use media_collection::{Event, EventBody, PlayerTime};

/// Writes the table: one line per event, consecutive pings on one line, findings below their event.
pub fn write(out: &mut dyn Write, events: &[Event], findings: &[Finding]) -> io::Result<()> {
    let Some(first) = events.first() else { return Ok(()) };
    let start = first.player_time;
    writeln!(out, "     time  playhead  event                 what it means")?;
    writeln!(out, "  -------  --------  --------------------  -------------")?;
    let mut depth = 0_usize;
    let mut index = 0;
    while let Some(event) = events.get(index) {
        let pings = pings_from(events, findings, index);
        if closes(event) {
            depth = depth.saturating_sub(1);
        }
        let meaning = if pings > 1 { format!("heartbeat, {pings} times") } else { meaning(event) };
        writeln!(
            out,
            "  {:>7}  {:>8}  {:<20}  {}{meaning}",
            clock(start, event.player_time),
            format!("{:.1}", event.player_time.playhead),
            event.event_name(),
            "  ".repeat(depth),
        )?;
        for finding in findings.iter().filter(|finding| finding.event == index) {
            let (severity, message, rule) = (finding.severity(), &finding.message, finding.rule);
            writeln!(out, "{:43}! {severity}: {message} [{rule}]", "")?;
        }
        if opens(event) {
            depth += 1;
        }
        index += pings.max(1);
    }
    Ok(())
}

/// The number of consecutive pings without findings from this index on.
fn pings_from(events: &[Event], findings: &[Finding], index: usize) -> usize {
    let plain = |(at, event): &(usize, &Event)| {
        matches!(event.body, EventBody::Ping)
            && !findings.iter().any(|finding| finding.event == index + at)
    };
    events[index..].iter().enumerate().take_while(plain).count()
}

fn opens(event: &Event) -> bool {
    matches!(
        event.body,
        EventBody::AdBreakStart(_) | EventBody::AdStart(_) | EventBody::ChapterStart(_)
    )
}

fn closes(event: &Event) -> bool {
    matches!(
        event.body,
        EventBody::AdBreakComplete
            | EventBody::AdComplete
            | EventBody::AdSkip
            | EventBody::ChapterComplete
            | EventBody::ChapterSkip
    )
}

/// The time since the start, in minutes.
pub fn clock(start: PlayerTime, at: PlayerTime) -> String {
    let elapsed = at.ts.saturating_sub(start.ts);
    let (sign, elapsed) = if elapsed < 0 { ("-", elapsed.saturating_neg()) } else { ("", elapsed) };
    let (minutes, seconds) = (elapsed / 60_000, elapsed % 60_000 / 1_000);
    format!("{sign}{minutes}:{seconds:02}.{:01}", elapsed % 1_000 / 100)
}

/// The meaning of the event, in words.
pub fn meaning(event: &Event) -> String {
    match &event.body {
        EventBody::SessionStart(start) => {
            let title = start.name.as_ref().unwrap_or(&start.id);
            format!(
                "a viewing of \"{title}\" begins: {}, {} s, on {}",
                start.content_type, start.length, start.player_name
            )
        }
        EventBody::Play => "the content or ad plays".to_owned(),
        EventBody::Ping => "heartbeat".to_owned(),
        EventBody::PauseStart => "paused, or seeking".to_owned(),
        EventBody::BufferStart => "buffering, until the next play".to_owned(),
        EventBody::BitrateChange => event
            .qoe_data
            .as_ref()
            .and_then(|qoe| qoe.bitrate)
            .map_or_else(|| "the bitrate changed".to_owned(), |rate| format!("now {rate} bit/s")),
        EventBody::Error(_) => {
            event.qoe_data.as_ref().and_then(|qoe| qoe.error_id.as_ref()).map_or_else(
                || "an error".to_owned(),
                |id| format!("error \"{id}\"; playback continues"),
            )
        }
        EventBody::AdBreakStart(pod) => {
            let name = pod.pod_friendly_name.as_ref().map(|name| format!(" \"{name}\""));
            format!(
                "ad break {}{} starts, at {} s of the content",
                pod.pod_index,
                name.unwrap_or_default(),
                pod.pod_second
            )
        }
        EventBody::AdStart(ad) => {
            let title = ad.name.as_ref().unwrap_or(&ad.id);
            format!("ad {} \"{title}\" starts, {} s", ad.pod_position, ad.length)
        }
        EventBody::AdComplete => "the ad was played to its end".to_owned(),
        EventBody::AdSkip => "the ad was skipped".to_owned(),
        EventBody::AdBreakComplete => "the ad break is over".to_owned(),
        EventBody::ChapterStart(chapter) => {
            let name = chapter.friendly_name.as_ref().map(|name| format!(" \"{name}\""));
            format!("chapter {}{} starts", chapter.index, name.unwrap_or_default())
        }
        EventBody::ChapterComplete => "the chapter was played to its end".to_owned(),
        EventBody::ChapterSkip => "the chapter was left early".to_owned(),
        EventBody::StateStart(state) => format!("the player is now in \"{}\"", state.name),
        EventBody::StateEnd(state) => format!("the player is no longer in \"{}\"", state.name),
        EventBody::SessionComplete => "the content was played to its end".to_owned(),
        EventBody::SessionEnd => "the viewing is over".to_owned(),
        _ => "an event of another type".to_owned(),
    }
}
