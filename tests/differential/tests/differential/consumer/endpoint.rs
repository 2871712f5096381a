//! Resolves endpoint parameters with the default resolver of the crate.

use super::sdk::config::endpoint::{DefaultResolver, Params, ResolveEndpoint as _};

/// Returns the endpoint or the error as text.
pub(crate) async fn resolve(
    region: Option<&str>,
    use_fips: Option<bool>,
    use_dual_stack: Option<bool>,
    endpoint: Option<&str>,
) -> Result<String, String> {
    let params = Params::builder()
        .set_region(region.map(str::to_owned))
        .set_use_fips(use_fips)
        .set_use_dual_stack(use_dual_stack)
        .set_endpoint(endpoint.map(str::to_owned))
        .build()
        .map_err(|error| format!("{error} {error:?}"))?;
    let members = (
        params.region(),
        params.use_fips(),
        params.use_dual_stack(),
        params.endpoint(),
    );
    let endpoint = DefaultResolver::new().resolve_endpoint(&params).await;
    match endpoint {
        Ok(endpoint) => Ok(format!(
            "{} {:?} {members:?}",
            endpoint.url(),
            (endpoint.properties(), endpoint.headers().count())
        )),
        Err(error) => Err(format!("{error}")),
    }
}
