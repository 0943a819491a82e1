//! One method for each event, for every type that has `record`, and what is open there.

macro_rules! recording_methods {
    ($type:ty, $record:ident, $error:ty) => {
        /// One method for each event; each does what the general method does.
        impl $type {
            /// The content plays: at the start, and again after a pause, buffering, a seek or an ad break.
            ///
            /// # Errors
            ///
            /// As the general method.
            pub fn play(&mut self, at: $crate::PlayerTime) -> Result<$crate::Recorded, $error> {
                self.$record($crate::Event::play(at))
            }

            /// The player is alive: due every 10 seconds, every second in ads.
            ///
            /// # Errors
            ///
            /// As the general method.
            pub fn ping(&mut self, at: $crate::PlayerTime) -> Result<$crate::Recorded, $error> {
                self.$record($crate::Event::ping(at))
            }

            /// The viewer paused, or began to seek.
            ///
            /// # Errors
            ///
            /// As the general method.
            pub fn pause_start(
                &mut self,
                at: $crate::PlayerTime,
            ) -> Result<$crate::Recorded, $error> {
                self.$record($crate::Event::pause_start(at))
            }

            /// The player buffers; it ends with the next `play`.
            ///
            /// # Errors
            ///
            /// As the general method.
            pub fn buffer_start(
                &mut self,
                at: $crate::PlayerTime,
            ) -> Result<$crate::Recorded, $error> {
                self.$record($crate::Event::buffer_start(at))
            }

            /// All ads of the break are over.
            ///
            /// # Errors
            ///
            /// As the general method.
            pub fn ad_break_complete(
                &mut self,
                at: $crate::PlayerTime,
            ) -> Result<$crate::Recorded, $error> {
                self.$record($crate::Event::ad_break_complete(at))
            }

            /// The ad was played to its end.
            ///
            /// # Errors
            ///
            /// As the general method.
            pub fn ad_complete(
                &mut self,
                at: $crate::PlayerTime,
            ) -> Result<$crate::Recorded, $error> {
                self.$record($crate::Event::ad_complete(at))
            }

            /// The ad was skipped.
            ///
            /// # Errors
            ///
            /// As the general method.
            pub fn ad_skip(&mut self, at: $crate::PlayerTime) -> Result<$crate::Recorded, $error> {
                self.$record($crate::Event::ad_skip(at))
            }

            /// The chapter was played to its end.
            ///
            /// # Errors
            ///
            /// As the general method.
            pub fn chapter_complete(
                &mut self,
                at: $crate::PlayerTime,
            ) -> Result<$crate::Recorded, $error> {
                self.$record($crate::Event::chapter_complete(at))
            }

            /// The chapter was left early.
            ///
            /// # Errors
            ///
            /// As the general method.
            pub fn chapter_skip(
                &mut self,
                at: $crate::PlayerTime,
            ) -> Result<$crate::Recorded, $error> {
                self.$record($crate::Event::chapter_skip(at))
            }

            /// The content was played to its end. [`finish`](Self::finish) closes what is open first.
            ///
            /// # Errors
            ///
            /// As the general method.
            pub fn session_complete(
                &mut self,
                at: $crate::PlayerTime,
            ) -> Result<$crate::Recorded, $error> {
                self.$record($crate::Event::session_complete(at))
            }

            /// The viewing is over. [`abandon`](Self::abandon) closes what is open first.
            ///
            /// # Errors
            ///
            /// As the general method.
            pub fn session_end(
                &mut self,
                at: $crate::PlayerTime,
            ) -> Result<$crate::Recorded, $error> {
                self.$record($crate::Event::session_end(at))
            }

            /// A break with ads opens.
            ///
            /// # Errors
            ///
            /// As the general method.
            pub fn ad_break_start(
                &mut self,
                at: $crate::PlayerTime,
                params: $crate::AdBreakStartParams,
            ) -> Result<$crate::Recorded, $error> {
                self.$record($crate::Event::ad_break_start(at, params))
            }

            /// An ad starts, inside a break.
            ///
            /// # Errors
            ///
            /// As the general method.
            pub fn ad_start(
                &mut self,
                at: $crate::PlayerTime,
                params: impl Into<$crate::WithMetadata<$crate::AdStartParams>>,
            ) -> Result<$crate::Recorded, $error> {
                self.$record($crate::Event::ad_start(at, params))
            }

            /// A chapter starts, when no other is open.
            ///
            /// # Errors
            ///
            /// As the general method.
            pub fn chapter_start(
                &mut self,
                at: $crate::PlayerTime,
                params: impl Into<$crate::WithMetadata<$crate::ChapterStartParams>>,
            ) -> Result<$crate::Recorded, $error> {
                self.$record($crate::Event::chapter_start(at, params))
            }

            /// The player enters a state, such as full screen or mute.
            ///
            /// # Errors
            ///
            /// As the general method.
            pub fn state_start(
                &mut self,
                at: $crate::PlayerTime,
                params: $crate::StateStartParams,
            ) -> Result<$crate::Recorded, $error> {
                self.$record($crate::Event::state_start(at, params))
            }

            /// The player leaves a state.
            ///
            /// # Errors
            ///
            /// As the general method.
            pub fn state_end(
                &mut self,
                at: $crate::PlayerTime,
                params: $crate::StateEndParams,
            ) -> Result<$crate::Recorded, $error> {
                self.$record($crate::Event::state_end(at, params))
            }

            /// The player leaves some states and enters others at once.
            ///
            /// # Errors
            ///
            /// As the general method.
            pub fn states_update(
                &mut self,
                at: $crate::PlayerTime,
                params: $crate::StatesUpdateParams,
            ) -> Result<$crate::Recorded, $error> {
                self.$record($crate::Event::states_update(at, params))
            }

            /// The player switched bitrate.
            ///
            /// # Errors
            ///
            /// As the general method.
            pub fn bitrate_change(
                &mut self,
                at: $crate::PlayerTime,
                qoe: $crate::QoeData,
            ) -> Result<$crate::Recorded, $error> {
                self.$record($crate::Event::bitrate_change(at).with_qoe(qoe))
            }

            /// Something went wrong in the player; the session goes on. Set `error_id` and
            /// `error_source`.
            ///
            /// # Errors
            ///
            /// As the general method.
            pub fn error(
                &mut self,
                at: $crate::PlayerTime,
                qoe: $crate::QoeData,
            ) -> Result<$crate::Recorded, $error> {
                self.$record($crate::Event::error(at).with_qoe(qoe))
            }
        }
    };
}

macro_rules! standing_methods {
    ($type:ty) => {
        /// Where the session stands: what a player asks before it closes or opens something.
        impl $type {
            /// Whether an ad break is open.
            #[must_use]
            pub fn ad_break_is_open(&self) -> bool {
                self.progress().ad_break.is_some()
            }

            /// Whether an ad is open, and with it its ad break.
            #[must_use]
            pub fn ad_is_open(&self) -> bool {
                self.progress().ad.is_some()
            }

            /// Whether a chapter is open.
            #[must_use]
            pub fn chapter_is_open(&self) -> bool {
                self.progress().chapter.is_some()
            }

            /// The names of the player states that were entered and not left, in alphabetical
            /// order.
            pub fn active_states(&self) -> impl Iterator<Item = &str> {
                self.progress().states.active()
            }
        }
    };
}

pub(crate) use {recording_methods, standing_methods};
