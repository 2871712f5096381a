//! Retries and timeouts: the same number of attempts, after the same time, with the same headers.

use std::time::Duration;

use aws_smithy_async::time::TimeSource;
use aws_smithy_runtime_api::client::interceptors::context::InterceptorContext;
use aws_smithy_runtime_api::client::retries::classifiers::{
    ClassifyRetry, RetryAction, SharedRetryClassifier,
};
use aws_smithy_runtime_api::client::stalled_stream_protection::StalledStreamProtectionConfig;
use aws_smithy_types::retry::{ErrorKind, ReconnectMode, RetryConfig};
use aws_smithy_types::timeout::TimeoutConfig;

use super::{Both, assert_same};
use crate::input::Input;
use crate::setup::Setup;
use crate::transport::Answer;
use crate::{official, ours};

/// Failures, some of which are worth another attempt.
fn failures() -> Vec<Answer> {
    let codes = [
        "ThrottlingException",
        "Throttling",
        "TooManyRequestsException",
        "SlowDown",
        "RequestLimitExceeded",
        "RequestTimeout",
        "InternalError",
        "InternalServiceException",
        "InvalidParameterException",
        "RequestTimeTooSkewed",
        "RequestExpired",
        "Odd",
    ];
    let error = |code| Answer::json(400, format!(r#"{{"__type":"{code}"}}"#));
    let statuses = [
        301, 400, 403, 408, 409, 429, 500, 501, 502, 503, 504, 505, 599,
    ];
    let skewed = error("RequestTimeTooSkewed").with_header("date", "Sun, 09 Sep 2001 05:46:40 GMT");
    let after = Answer::json(503, "{}").with_header("x-amz-retry-after", "2500");
    let unreadable = [Answer::json(200, "{"), Answer::json(500, "<html>")];
    let on_the_way = [Answer::Io, Answer::Timeout, Answer::User, Answer::Other];
    let mut all: Vec<_> = codes.into_iter().map(error).collect();
    all.extend(statuses.map(|status| Answer::json(status, "{}")));
    all.extend([skewed, after]);
    all.extend(unreadable);
    all.extend(on_the_way);
    all
}

fn retry_configs() -> Vec<RetryConfig> {
    let configs = [
        RetryConfig::standard(),
        RetryConfig::standard().with_max_attempts(5),
        RetryConfig::standard().with_initial_backoff(Duration::from_millis(7)),
        RetryConfig::standard().with_reconnect_mode(ReconnectMode::ReuseAllConnections),
        RetryConfig::adaptive(),
        RetryConfig::disabled(),
    ];
    configs
        .into_iter()
        .map(|config| config.with_use_static_exponential_base(true))
        .collect()
}

/// Each failure for ever, and each followed by a success.
#[test]
fn attempts() {
    let mut most = 0;
    for retry in retry_configs() {
        let setup = Setup {
            retry: Some(retry),
            ..Setup::fixed()
        };
        for failure in failures() {
            let both = Both::new(&setup);
            let input = &Input::samples()[1];
            let seen = both.same(input, std::slice::from_ref(&failure));
            most = most.max(seen.requests.len());
            both.same(input, &[failure.clone(), Answer::json(200, "{}")]);
            both.same(
                input,
                &[failure, Answer::json(503, "{}"), Answer::json(200, "{}")],
            );
        }
    }
    assert_eq!(most, 5);
}

/// Clients of one service and region share their retry tokens, whichever crate they are of.
#[test]
fn shared_retry_tokens() {
    let setup = Setup {
        region: Some("xx-retries-1"),
        own_retry_tokens: false,
        ..Setup::fixed()
    };
    let (ours, official) = (
        ours::wire::Caller::new(&setup),
        official::wire::Caller::new(&setup),
    );
    let input = &Input::samples()[1];
    let attempts = |seen: crate::seen::Seen| seen.requests.len();
    let busy = || vec![Answer::json(503, "{}")];
    assert_eq!(attempts(official.call(input, busy())), 3);
    while attempts(ours.call(input, busy())) > 1 {}
    assert_eq!(attempts(official.call(input, busy())), 1);
}

/// A classifier of the user's own.
#[test]
fn classifier() {
    let setup = Setup {
        retry_classifiers: vec![SharedRetryClassifier::new(Everything)],
        ..Setup::fixed()
    };
    let both = Both::new(&setup);
    let seen = both.same(&Input::samples()[0], &[Answer::json(404, "{}")]);
    assert_eq!(seen.requests.len(), 3);
}

/// Retries whatever fails.
#[derive(Debug)]
struct Everything;

impl ClassifyRetry for Everything {
    fn classify_retry(&self, context: &InterceptorContext) -> RetryAction {
        match context.output_or_error() {
            Some(Err(_)) => RetryAction::retryable_error(ErrorKind::ServerError),
            Some(Ok(_)) | None => RetryAction::NoActionIndicated,
        }
    }

    fn name(&self) -> &'static str {
        "Everything"
    }
}

/// A service that is silent, and the timeouts of a call.
#[test]
fn timeouts() {
    let seconds = |seconds| Some(Duration::from_secs(seconds));
    let table = [
        (seconds(5), None),
        (None, seconds(2)),
        (seconds(3), seconds(2)),
        (seconds(60), seconds(1)),
    ];
    for (operation, attempt) in table {
        let mut timeouts = TimeoutConfig::builder();
        timeouts
            .set_operation_timeout(operation)
            .set_operation_attempt_timeout(attempt);
        let timeouts = Setup {
            timeouts: Some(timeouts.build()),
            ..Setup::default()
        };
        let of_client = Both::new(&Setup {
            timeouts: timeouts.timeouts.clone(),
            ..Setup::fixed()
        });
        let of_call = Both::new(&Setup::fixed());
        for input in Input::samples() {
            let seen = of_client.same(&input, &[Answer::Silence]);
            assert_eq!(
                seen,
                of_call.same_with(&input, &timeouts, &[Answer::Silence])
            );
            assert!(seen.elapsed > Duration::from_secs(1));
            of_client.same(&input, &[Answer::Silence, Answer::json(200, "{}")]);
        }
    }
}

/// A body that never comes, with and without protection.
#[test]
fn stalled_streams() {
    let grace = Duration::from_secs(3);
    let enabled = StalledStreamProtectionConfig::enabled();
    let table = [
        (None, None),
        (Some(enabled.grace_period(grace).build()), None),
        (
            Some(StalledStreamProtectionConfig::disabled()),
            Some(Duration::from_secs(30)),
        ),
    ];
    for (stalled_streams, timeout) in table {
        let mut timeouts = TimeoutConfig::builder();
        timeouts.set_operation_timeout(timeout);
        // A clock each, since the runtimes have one each.
        let setup = || Setup {
            stalled_streams: stalled_streams.clone(),
            timeouts: Some(timeouts.clone().build()),
            time: Some(Ticking::default().into_shared()),
            ..Setup::once()
        };
        let ours =
            ours::wire::Caller::new(&setup()).call(&Input::samples()[1], vec![Answer::Stall]);
        let official =
            official::wire::Caller::new(&setup()).call(&Input::samples()[1], vec![Answer::Stall]);
        let seen = assert_same(ours, official, &stalled_streams);
        assert!(seen.elapsed >= grace && seen.result.is_err(), "{seen:?}");
    }
}

/// The time of the runtime that asks, counted from the first question.
#[derive(Debug, Default, Clone)]
struct Ticking(std::sync::Arc<std::sync::OnceLock<tokio::time::Instant>>);

impl Ticking {
    fn into_shared(self) -> aws_smithy_async::time::SharedTimeSource {
        aws_smithy_async::time::SharedTimeSource::new(self)
    }
}

impl TimeSource for Ticking {
    fn now(&self) -> std::time::SystemTime {
        let now = tokio::time::Instant::now();
        let start = *self.0.get_or_init(|| now);
        std::time::UNIX_EPOCH + Duration::from_secs(1_000_000_000) + (now - start)
    }
}
