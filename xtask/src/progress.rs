//! Progress of long runs. In: the steps as they begin. Out: a bar on standard error, if that is a terminal.

use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// Runs shorter than this show nothing, so that the usual run prints only its result.
const PATIENCE: Duration = Duration::from_millis(500);

/// A bar over a known number of steps, invisible until the run has become a long one.
#[derive(Debug)]
pub struct Progress {
    bar: ProgressBar,
    started: Instant,
}

impl Progress {
    /// Starts the clock for `steps` steps.
    pub fn new(steps: usize) -> Self {
        let bar = ProgressBar::with_draw_target(Some(steps as u64), ProgressDrawTarget::hidden());
        let style = ProgressStyle::with_template("{msg} {wide_bar} {pos}/{len}");
        bar.set_style(style.expect("the template is a good one"));
        Self {
            bar,
            started: Instant::now(),
        }
    }

    /// Says what the next step works on.
    pub fn begin(&self, name: &str) {
        self.show();
        self.bar.set_message(name.to_owned());
    }

    /// Says how many of how many steps are done, if their number wasn't known before.
    pub fn set(&self, done: usize, of: usize) {
        self.show();
        self.bar.set_length(of as u64);
        self.bar.set_position(done as u64);
    }

    /// Counts the step that has begun last.
    pub fn end(&self) {
        self.bar.inc(1);
    }

    /// Shows the bar as soon as the run has become a long one.
    fn show(&self) {
        if self.bar.is_hidden() && self.started.elapsed() > PATIENCE {
            // Draws nothing if standard error isn't a terminal.
            self.bar.set_draw_target(ProgressDrawTarget::stderr());
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}
