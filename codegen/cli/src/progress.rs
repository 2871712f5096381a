//! Shows the progress of long runs on standard error, if that is a terminal.

use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::thread;
use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::invocation::{Invocation, Verbosity};

/// Runs shorter than this show nothing, so that the usual run prints only its result.
const PATIENCE: Duration = Duration::from_millis(500);

/// How often the spinner moves.
const TICK: Duration = Duration::from_millis(100);

/// A spinner, or a bar if the number of steps is known. It is invisible until the run has become a long one.
#[derive(Debug)]
pub struct Progress {
    bar: ProgressBar,
    /// Dropped to stop the thread that reveals the bar.
    _done: Sender<()>,
}

impl Progress {
    /// Starts a bar of `steps` steps, or a spinner if that is 0.
    pub fn new(invocation: &Invocation, steps: usize) -> Self {
        let bar = ProgressBar::with_draw_target(Some(steps as u64), ProgressDrawTarget::hidden());
        bar.set_style(style(steps));
        let (done, receiver) = mpsc::channel::<()>();
        if invocation.verbosity > Verbosity::Quiet {
            let bar = bar.clone();
            thread::spawn(move || {
                if receiver.recv_timeout(PATIENCE) == Err(RecvTimeoutError::Timeout) {
                    // Draws nothing if standard error isn't a terminal.
                    bar.set_draw_target(ProgressDrawTarget::stderr());
                    bar.enable_steady_tick(TICK);
                }
            });
        }
        Self { bar, _done: done }
    }

    /// Names what the next step works on.
    pub fn begin(&self, name: &str) {
        self.bar.set_message(name.to_owned());
    }

    /// Sets how many of how many steps are done, if their number wasn't known before.
    pub fn set(&self, done: usize, of: usize) {
        if self.bar.length() != Some(of as u64) {
            self.bar.set_style(style(of));
            self.bar.set_length(of as u64);
        }
        self.bar.set_position(done as u64);
    }

    /// Counts the step that has begun last.
    pub fn end(&self) {
        self.bar.inc(1);
    }
}

fn style(steps: usize) -> ProgressStyle {
    let template = match steps {
        0 | 1 => "{spinner} {msg} ({elapsed})",
        _ => "{spinner} {msg} {wide_bar} {pos}/{len}",
    };
    ProgressStyle::with_template(template).expect("the progress template is valid")
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}
