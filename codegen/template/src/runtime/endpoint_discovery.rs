//! Sends requests to an endpoint that the service returned, and replaces it before it expires.

use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};
use std::time::{Duration, SystemTime};

use aws_smithy_async::future::BoxFuture;
use aws_smithy_async::rt::sleep::{AsyncSleep, SharedAsyncSleep};
use aws_smithy_async::time::SharedTimeSource;
use aws_smithy_runtime_api::client::endpoint::{
    EndpointFuture, EndpointResolverParams, ResolveEndpoint, SharedEndpointResolver,
};
use aws_smithy_types::endpoint::Endpoint;

use crate::client::Client;
use crate::error::BoxError;

/// How often [`ReloadEndpoint::reload_task`] looks at the endpoint.
const INTERVAL: Duration = Duration::from_secs(60);

/// How long before its expiry an endpoint is replaced.
const MARGIN: Duration = Duration::from_secs(120);

/// An endpoint that the service returned.
pub(crate) struct Discovered {
    /// The host.
    pub(crate) address: String,
    /// The number of minutes for which it is valid.
    pub(crate) minutes: i64,
}

/// Makes the call that returns the endpoint.
pub(crate) type Discover = fn(Client) -> BoxFuture<'static, Discovered, BoxError>;

/// Returns a client that sends requests to a discovered endpoint, and what keeps this endpoint up to date. The client
/// without discovery makes the calls that return the endpoint.
pub(crate) async fn enable(client: Client, discover: Discover) -> Result<(Client, ReloadEndpoint), BoxError> {
    let config = client.config();
    let time = config.time_source().ok_or("endpoint discovery needs a time source")?;
    let sleep = config.sleep_impl().ok_or("endpoint discovery needs a `sleep_impl`")?;
    let cache = Arc::new(Cache::default());
    let mut builder = config.to_builder();
    let reload = ReloadEndpoint { client, discover, cache: Arc::downgrade(&cache), time, sleep };
    reload.reload_once().await;
    cache.endpoint()?;
    builder.set_endpoint_resolver(Some(SharedEndpointResolver::new(CachedEndpoint(cache))));
    Ok((Client::from_conf(builder.build()), reload))
}

/// Keeps the endpoint of a client up to date.
#[must_use = "the endpoint of the client expires unless it is reloaded"]
pub struct ReloadEndpoint {
    client: Client,
    discover: Discover,
    cache: Weak<Cache>,
    time: SharedTimeSource,
    sleep: SharedAsyncSleep,
}

impl ReloadEndpoint {
    /// Replaces the endpoint, whether or not it expires soon.
    ///
    /// If that fails, the old endpoint stays.
    pub async fn reload_once(&self) {
        let discovered = (self.discover)(self.client.clone()).await;
        if let Some(cache) = self.cache.upgrade() {
            cache.store(discovered, self.time.now());
        }
    }

    /// Replaces the endpoint two minutes before it expires, again and again, until the client with endpoint discovery and
    /// all its clones are dropped.
    pub async fn reload_task(self) {
        while let Some(cache) = self.cache.upgrade() {
            let expires_soon = cache.expires_soon(self.time.now());
            // The cache must be dropped with the client.
            drop(cache);
            if expires_soon {
                self.reload_once().await;
            }
            self.sleep.sleep(INTERVAL).await;
        }
    }
}

impl fmt::Debug for ReloadEndpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ReloadEndpoint").finish_non_exhaustive()
    }
}

/// The endpoint that was discovered last.
#[derive(Debug, Default)]
struct Cache(Mutex<State>);

#[derive(Debug, Default)]
struct State {
    /// The endpoint and its expiry.
    endpoint: Option<(Endpoint, SystemTime)>,
    /// Why there is no endpoint.
    error: Option<BoxError>,
}

impl Cache {
    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn store(&self, discovered: Result<Discovered, BoxError>, now: SystemTime) {
        let mut state = self.state();
        match discovered {
            Ok(Discovered { address, minutes }) => {
                let minutes = u64::try_from(minutes).unwrap_or_default();
                let endpoint = Endpoint::builder().url(format!("https://{address}")).build();
                state.endpoint = Some((endpoint, now + Duration::from_secs(minutes.saturating_mul(60))));
            }
            Err(error) => state.error = Some(error),
        }
    }

    fn expires_soon(&self, now: SystemTime) -> bool {
        let state = self.state();
        state.endpoint.as_ref().is_none_or(|(_, expiry)| now + MARGIN > *expiry)
    }

    fn endpoint(&self) -> Result<Endpoint, BoxError> {
        let mut state = self.state();
        match &state.endpoint {
            Some((endpoint, _)) => Ok(endpoint.clone()),
            None => Err(state.error.take().unwrap_or_else(|| "no endpoint was discovered".into())),
        }
    }
}

/// Resolves all endpoints to the one in the cache.
#[derive(Debug)]
struct CachedEndpoint(Arc<Cache>);

impl ResolveEndpoint for CachedEndpoint {
    fn resolve_endpoint<'a>(&'a self, _: &'a EndpointResolverParams) -> EndpointFuture<'a> {
        EndpointFuture::ready(self.0.endpoint())
    }
}
