//! Compares retries and timeouts: number of attempts, delays and headers.

use std::time::Duration;

use aws_smithy_async::time::TimeSource;
use aws_smithy_runtime_api::client::interceptors::context::InterceptorContext;
use aws_smithy_runtime_api::client::retries::classifiers::{
    ClassifyRetry, RetryAction, SharedRetryClassifier,
};
use aws_smithy_runtime_api::client::stalled_stream_protection::StalledStreamProtectionConfig;
use aws_smithy_types::retry::{ErrorKind, ReconnectMode, RetryConfig};
use aws_smithy_types::timeout::TimeoutConfig;

use crate::harness::{Clients, assert_same};
use crate::harness::input::Input;
use crate::harness::observation::Observation;
use crate::harness::setup::Setup;
use crate::harness::transport::Answer;
use crate::{official, slim};

/// Returns failures, some of which are retried.
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
        RetryConfig::disabled(),
    ];
    configs
        .into_iter()
        .map(|config| config.with_use_static_exponential_base(true))
        .collect()
}

/// Each failure without end, and each failure followed by a success.
#[test]
fn failures_are_retried_the_same() {
    let mut most = 0;
    for retry in retry_configs() {
        let setup = Setup {
            retry: Some(retry),
            ..Setup::fixed()
        };
        for failure in failures() {
            let clients = Clients::new(&setup);
            let input = &Input::samples()[1];
            let seen = clients.assert_same(input, std::slice::from_ref(&failure));
            most = most.max(seen.requests.len());
            clients.assert_same(input, &[failure.clone(), Answer::json(200, "{}")]);
            clients.assert_same(
                input,
                &[failure, Answer::json(503, "{}"), Answer::json(200, "{}")],
            );
        }
    }
    assert_eq!(most, 5);
}

/// The adaptive mode without throttling, which would wait for the paused clock.
#[test]
fn adaptive_mode_retries_the_same() {
    let setup = Setup {
        retry: Some(RetryConfig::adaptive().with_use_static_exponential_base(true)),
        ..Setup::fixed()
    };
    let seen = Clients::new(&setup).assert_same(&Input::samples()[2], &[Answer::Io]);
    assert_eq!(seen.requests.len(), 3);
}

/// Clients of one service and region share their retry tokens across both crates.
#[test]
fn retry_tokens_are_shared_across_crates() {
    let setup = Setup {
        region: Some("xx-retries-1"),
        own_retry_tokens: false,
        ..Setup::fixed()
    };
    let (ours, official) = (
        slim::caller::Caller::new(&setup),
        official::caller::Caller::new(&setup),
    );
    let input = &Input::samples()[1];
    let attempts = |seen: Observation| seen.requests.len();
    let busy = || vec![Answer::json(503, "{}")];
    assert_eq!(attempts(official.call(input, busy())), 3);
    while attempts(ours.call(input, busy())) > 1 {}
    assert_eq!(attempts(official.call(input, busy())), 1);
}

/// A custom retry classifier.
#[test]
fn custom_classifiers_are_used() {
    let setup = Setup {
        retry_classifiers: vec![SharedRetryClassifier::new(Everything)],
        ..Setup::fixed()
    };
    let clients = Clients::new(&setup);
    let seen = clients.assert_same(&Input::samples()[0], &[Answer::json(404, "{}")]);
    assert_eq!(seen.requests.len(), 3);
}

/// Retries every failure.
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

/// A service that doesn't respond, with timeouts of the client or of the call.
#[test]
fn timeouts_are_the_same() {
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
        let of_client = Clients::new(&Setup {
            timeouts: timeouts.timeouts.clone(),
            ..Setup::fixed()
        });
        let of_call = Clients::new(&Setup::fixed());
        for input in Input::samples() {
            let seen = of_client.assert_same(&input, &[Answer::Silence]);
            assert_eq!(
                seen,
                of_call.assert_same_with(&input, &timeouts, &[Answer::Silence])
            );
            assert!(seen.elapsed > Duration::from_secs(1));
            of_client.assert_same(&input, &[Answer::Silence, Answer::json(200, "{}")]);
        }
    }
}

/// A body that never arrives, with and without stalled stream protection.
#[test]
fn stalled_streams_fail_the_same() {
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
        // Each runtime has its own clock.
        let setup = || Setup {
            stalled_streams: stalled_streams.clone(),
            timeouts: Some(timeouts.clone().build()),
            time: Some(Ticking::default().into_shared()),
            ..Setup::once()
        };
        let ours =
            slim::caller::Caller::new(&setup()).call(&Input::samples()[1], vec![Answer::Stall]);
        let official =
            official::caller::Caller::new(&setup()).call(&Input::samples()[1], vec![Answer::Stall]);
        let seen = assert_same(ours, official, &stalled_streams);
        assert!(seen.elapsed >= grace && seen.result.is_err(), "{seen:?}");
    }
}

/// The time of the current runtime, counted from the first call.
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
