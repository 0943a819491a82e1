//! The usual solution in a typed crate: serde's internally tagged enum, on the same types.

use media_collection::{
    AdBreakStartParams, AdStartParams, ChapterStartParams, CustomMetadata, PlayerTime, QoeData,
    SessionStartParams, StateEndParams, StateStartParams,
};
use serde::{Deserialize, Serialize};

macro_rules! tagged {
    ($($variant:ident { $($params:ident: $type:ty),* })*) => {
        #[derive(Serialize, Deserialize)]
        #[serde(
            tag = "eventType",
            rename_all = "camelCase",
            rename_all_fields = "camelCase",
            deny_unknown_fields
        )]
        pub enum Tagged {
            $(
                $variant {
                    player_time: PlayerTime,
                    $($params: Box<$type>,)*
                    #[serde(skip_serializing_if = "Option::is_none")]
                    custom_metadata: Option<CustomMetadata>,
                    #[serde(skip_serializing_if = "Option::is_none")]
                    qoe_data: Option<Box<QoeData>>,
                },
            )*
        }
    };
}

tagged! {
    SessionStart { params: SessionStartParams }
    Play {}
    Ping {}
    PauseStart {}
    BufferStart {}
    BitrateChange {}
    Error {}
    AdBreakStart { params: AdBreakStartParams }
    AdBreakComplete {}
    AdStart { params: AdStartParams }
    AdComplete {}
    AdSkip {}
    ChapterStart { params: ChapterStartParams }
    ChapterComplete {}
    ChapterSkip {}
    StateStart { params: StateStartParams }
    StateEnd { params: StateEndParams }
    SessionComplete {}
    SessionEnd {}
}
