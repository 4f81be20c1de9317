//! The clock of play and of single steps. Pure: time arrives as an argument.

use super::{Playhead, smoothstep};

/// A step to a neighbouring year, in milliseconds.
const STEP: f64 = 700.0;
/// A glide over any number of years lasts no longer, in milliseconds.
const LONGEST_GLIDE: f64 = 1400.0;
/// Letting go of the slider between two years, in milliseconds.
const SETTLE: f64 = 260.0;
/// Play: how long a year without change takes to pass, in milliseconds.
const QUIET_YEAR: f64 = 350.0;
/// Play: how long the fullest year rests, in milliseconds; others in proportion.
const LONGEST_DWELL: f64 = 1500.0;
/// Play: a span of more steps than this is played as much faster as it is longer, so that it takes about as long.
const FULL_PLAY: f64 = 120.0;
/// Play: how long the last year rests before the first one follows, when it loops, in milliseconds.
const LOOP_REST: f64 = 2200.0;
/// A frame that took longer counts as this, so that a sleeping tab does not skip years.
const LONGEST_FRAME: f64 = 100.0;

#[derive(Clone, Copy, Debug, PartialEq)]
enum Motion {
    Still,
    /// The reader holds the slider.
    Held,
    Glide {
        from: f64,
        to: f64,
        elapsed: f64,
        duration: f64,
    },
    /// Resting at a year, or on the way to the next.
    Play {
        rest: f64,
    },
    /// Resting at the last year before the first follows.
    Loop {
        rest: f64,
    },
}

/// Where the playhead is and what moves it.
#[derive(Clone, Debug, PartialEq)]
pub struct Playback {
    first: f64,
    last: f64,
    position: f64,
    motion: Motion,
    speed: f64,
    /// How much faster than usual a long span is played.
    haste: f64,
    loops: bool,
    reduced_motion: bool,
}

impl Playback {
    /// At rest at the last year of the span.
    pub fn new(first_year: i16, last_year: i16) -> Self {
        let (first, last) = (f64::from(first_year), f64::from(last_year));
        let haste = ((last - first) / FULL_PLAY).max(1.0);
        let motion = Motion::Still;
        Self { first, last, position: last, motion, speed: 1.0, haste, loops: false, reduced_motion: false }
    }

    /// Where the playhead stands.
    pub fn playhead(&self) -> Playhead {
        Playhead::new(self.position)
    }

    /// Whether it needs another tick.
    pub fn is_moving(&self) -> bool {
        !matches!(self.motion, Motion::Still | Motion::Held)
    }

    /// Whether it plays; also while it rests before it begins again.
    pub fn is_playing(&self) -> bool {
        matches!(self.motion, Motion::Play { .. } | Motion::Loop { .. })
    }

    /// How much of the span lies behind the playhead, 0 to 1.
    pub fn progress(&self) -> f64 {
        (self.position - self.first) / (self.last - self.first).max(1.0)
    }

    /// The year it is bound for: the one to show in the address and to announce.
    pub fn destination(&self) -> i16 {
        match self.motion {
            Motion::Glide { to, .. } => to as i16,
            Motion::Still | Motion::Held | Motion::Play { .. } | Motion::Loop { .. } => self.position.round() as i16,
        }
    }

    /// Whether steps are instant, for readers who asked for less motion.
    pub fn set_reduced_motion(&mut self, on: bool) {
        self.reduced_motion = on;
    }

    /// Whether play begins again at the end.
    pub fn set_loop(&mut self, on: bool) {
        self.loops = on;
        if !on && matches!(self.motion, Motion::Loop { .. }) {
            self.motion = Motion::Still;
        }
    }

    /// How fast to play, as a factor: 0.25 to 8.
    pub fn set_speed(&mut self, factor: f64) {
        if factor.is_finite() {
            self.speed = factor.clamp(0.25, 8.0);
        }
    }

    /// Follows the finger, at once; ends play. What is no number changes nothing.
    pub fn scrub(&mut self, position: f64) {
        if !position.is_finite() {
            return;
        }
        self.motion = Motion::Held;
        self.position = self.within(position);
    }

    /// The finger was lifted: on to the nearest whole year.
    pub fn settle(&mut self) {
        if self.motion == Motion::Held {
            let to = self.position.round();
            self.glide(to, SETTLE);
        }
    }

    /// On to a year, gliding; at rest at once where it stands there already.
    pub fn go(&mut self, year: f64) {
        let to = self.within(year).round();
        if self.position == to {
            self.motion = Motion::Still;
            return;
        }
        let years = (to - self.position).abs();
        self.glide(to, (STEP * libm::sqrt(years.max(1.0))).min(LONGEST_GLIDE));
    }

    /// To a year, at once.
    pub fn jump(&mut self, year: f64) {
        self.position = self.within(year).round();
        self.motion = Motion::Still;
    }

    /// Plays on from here; at the end, from the beginning.
    pub fn play(&mut self) {
        if self.position >= self.last {
            self.position = self.first;
        }
        self.motion = Motion::Play { rest: 0.0 };
    }

    /// Stops, at the next whole year.
    pub fn pause(&mut self) {
        if self.is_playing() {
            let to = self.position.ceil().min(self.last);
            self.glide(to, SETTLE);
        }
    }

    /// Moves on by `elapsed` milliseconds, and says whether it came to rest at a year. `intensity` tells how much a
    /// year changes, 0 to 1.
    pub fn tick(&mut self, elapsed: f64, intensity: impl FnMut(i16) -> f64) -> bool {
        let elapsed = if elapsed.is_finite() { elapsed.clamp(0.0, LONGEST_FRAME) } else { 0.0 };
        let mut settled = false;
        match self.motion {
            Motion::Still | Motion::Held => {}
            Motion::Glide { from, to, elapsed: so_far, duration } => {
                let so_far = so_far + elapsed;
                if so_far >= duration || self.reduced_motion {
                    self.position = to;
                    self.motion = Motion::Still;
                    settled = true;
                } else {
                    let share = so_far / duration;
                    // A single year is staged by the picture itself; a longer way starts and ends gently.
                    let share = if (to - from).abs() > 1.5 { smoothstep(share) } else { share };
                    self.position = from + (to - from) * share;
                    self.motion = Motion::Glide { from, to, elapsed: so_far, duration };
                }
            }
            Motion::Play { rest } => settled = self.play_on(elapsed * self.speed * self.haste, rest, intensity),
            Motion::Loop { rest } if rest > elapsed => self.motion = Motion::Loop { rest: rest - elapsed },
            Motion::Loop { .. } => self.play(),
        }
        settled
    }

    fn play_on(&mut self, elapsed: f64, rest: f64, mut intensity: impl FnMut(i16) -> f64) -> bool {
        if rest > elapsed {
            self.motion = Motion::Play { rest: rest - elapsed };
            return false;
        }
        if self.position >= self.last {
            self.motion = if self.loops { Motion::Loop { rest: LOOP_REST } } else { Motion::Still };
            return true;
        }
        let next = (self.position.floor() + 1.0).min(self.last);
        let change = intensity(next as i16).clamp(0.0, 1.0);
        let duration = QUIET_YEAR + (STEP - QUIET_YEAR) * libm::sqrt(change);
        self.position += (elapsed - rest) / duration;
        if self.position < next && !self.reduced_motion {
            self.motion = Motion::Play { rest: 0.0 };
            return false;
        }
        self.position = next;
        // A reader who sees no motion between the years is given its time to read.
        let step = if self.reduced_motion { STEP } else { 0.0 };
        self.motion = Motion::Play { rest: LONGEST_DWELL * change + step };
        true
    }

    fn glide(&mut self, to: f64, duration: f64) {
        if self.reduced_motion {
            self.position = to;
        }
        self.motion = Motion::Glide { from: self.position, to, elapsed: 0.0, duration };
    }

    fn within(&self, position: f64) -> f64 {
        if position.is_finite() { position.max(self.first).min(self.last) } else { self.position }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(playback: &mut Playback, milliseconds: f64) {
        for _ in 0..(milliseconds / 10.0) as u32 {
            playback.tick(10.0, |_| 1.0);
        }
    }

    #[test]
    fn a_step_takes_between_500_and_800_milliseconds() {
        let mut playback = Playback::new(1945, 2025);
        playback.jump(1950.0);
        playback.go(1951.0);
        run(&mut playback, 490.0);
        assert!(playback.is_moving());
        run(&mut playback, 310.0);
        assert_eq!((playback.is_moving(), playback.playhead().year()), (false, 1951.0));
    }

    #[test]
    fn the_finger_is_followed_at_once_and_ends_play() {
        let mut playback = Playback::new(1945, 2025);
        playback.play();
        playback.scrub(1960.4);
        assert_eq!((playback.playhead().year(), playback.is_playing()), (1960.4, false));
        run(&mut playback, 500.0);
        assert_eq!(playback.playhead().year(), 1960.4);
        playback.settle();
        run(&mut playback, 500.0);
        assert_eq!(playback.playhead().year(), 1960.0);
    }

    #[test]
    fn play_dwells_on_change_and_glides_over_quiet_years() {
        let years_in = |pace: f64| {
            let mut playback = Playback::new(1945, 2025);
            playback.play();
            for _ in 0..1000 {
                playback.tick(10.0, |_| pace);
            }
            playback.playhead().year() - 1945.0
        };
        assert!(years_in(0.0) > 3.0 * years_in(1.0));
    }

    #[test]
    fn play_ends_at_the_last_year_and_starts_again_from_the_first() {
        let mut playback = Playback::new(2020, 2025);
        playback.play();
        assert_eq!(playback.playhead().year(), 2020.0);
        run(&mut playback, 20_000.0);
        assert_eq!((playback.is_playing(), playback.playhead().year()), (false, 2025.0));
    }

    #[test]
    fn readers_who_want_less_motion_get_whole_years_only() {
        let mut playback = Playback::new(1945, 2025);
        playback.set_reduced_motion(true);
        playback.jump(1950.0);
        playback.go(1960.0);
        playback.tick(0.0, |_| 1.0);
        assert_eq!((playback.playhead().year(), playback.is_moving()), (1960.0, false));
        playback.play();
        for _ in 0..1000 {
            playback.tick(16.0, |_| 0.5);
            assert_eq!(playback.playhead().progress(), 1.0);
        }
        assert!(playback.playhead().year() > 1961.0);
    }

    #[test]
    fn a_loop_rests_at_the_end_and_begins_again() {
        let mut playback = Playback::new(2020, 2022);
        playback.set_loop(true);
        playback.play();
        let (mut rested, mut ends) = (0.0, 0);
        for _ in 0..3000 {
            let before = playback.playhead().year();
            playback.tick(10.0, |_| 0.0);
            assert!(playback.is_playing());
            if before == 2022.0 && playback.playhead().year() != before {
                assert_eq!(playback.playhead().year(), 2020.0);
                assert!((LOOP_REST..LOOP_REST + 50.0).contains(&rested), "{rested}");
                ends += 1;
            }
            rested = if playback.playhead().year() == 2022.0 { rested + 10.0 } else { 0.0 };
        }
        assert!(ends > 5, "{ends}");
        playback.set_loop(false);
        run(&mut playback, 20_000.0);
        assert_eq!((playback.is_playing(), playback.playhead().year()), (false, 2022.0));
    }

    #[test]
    fn a_sleeping_tab_skips_nothing() {
        let mut playback = Playback::new(1945, 2025);
        playback.jump(1950.0);
        playback.go(1951.0);
        playback.tick(1e9, |_| 0.0);
        assert!(playback.is_moving());
        playback.tick(f64::NAN, |_| 0.0);
        assert!(playback.is_moving());
    }
}
