//! Emits the module with the client's method that enables endpoint discovery.

use proc_macro2::TokenStream;
use quote::quote;

use super::docs::{doc_lines, inner_doc_lines, wrapped};
use crate::ir::Crate;

/// Emits the file `endpoint_discovery.rs`, if operations require a discovered endpoint.
///
/// ```ignore
/// impl Client {
///     /// Discovers the endpoint, …
///     pub async fn with_endpoint_discovery_enabled(self) -> Result<(Self, ReloadEndpoint), BoxError> {
///         enable(self, |client| Box::pin(discover(client))).await
///     }
/// }
///
/// async fn discover(client: Client) -> Result<Discovered, BoxError> {
///     let output = client.describe_endpoints().send().await?;
///     let endpoint = output.endpoints().first().ok_or("the service returned no endpoint")?;
///     Ok(Discovered {
///         address: endpoint.address().to_owned(),
///         minutes: endpoint.cache_period_in_minutes(),
///     })
/// }
/// ```
pub(super) fn emit(lowered: &Crate) -> Option<TokenStream> {
    let discovery = lowered.service.endpoint_discovery.as_ref()?;
    let (operation, endpoints) = (&discovery.operation, &discovery.endpoints);
    let (address, minutes) = (&discovery.address, &discovery.minutes);
    let module_docs = inner_doc_lines(&module_docs(&lowered.package.lib_name()));
    let docs = doc_lines(&wrapped(
        "Returns a client that sends requests to the endpoint that the service returns, and a [`ReloadEndpoint`] that keeps \
         this endpoint up to date. Other clients send requests to the usual endpoint, which only returns endpoints.",
    ));
    let errors = doc_lines(&wrapped(
        "Returns an error if the endpoint can't be discovered, or if the configuration has no time source or no `sleep_impl`.",
    ));
    Some(quote! {
        #module_docs

        pub use crate::runtime::endpoint_discovery::ReloadEndpoint;

        use crate::Client;
        use crate::error::BoxError;
        use crate::runtime::endpoint_discovery::{Discovered, enable};

        impl Client {
            #docs
            ///
            /// # Errors
            ///
            #errors
            pub async fn with_endpoint_discovery_enabled(self) -> Result<(Self, ReloadEndpoint), BoxError> {
                enable(self, |client| Box::pin(discover(client))).await
            }
        }

        async fn discover(client: Client) -> Result<Discovered, BoxError> {
            let output = client.#operation().send().await?;
            let endpoint = output.#endpoints().first().ok_or("the service returned no endpoint")?;
            Ok(Discovered {
                address: endpoint.#address().to_owned(),
                minutes: endpoint.#minutes(),
            })
        }
    })
}

fn module_docs(lib: &str) -> String {
    let about = wrapped(
        "Discovers the endpoint of the service: an operation returns it, and all others must be sent to it. Enable the \
         discovery before the first call, and keep the task that replaces the endpoint running.",
    );
    format!(
        "{about}\n\n```no_run\n# async fn example(config: &aws_types::SdkConfig) -> Result<(), {lib}::error::BoxError> {{\n\
         let client = {lib}::Client::new(config);\n\
         let (client, reload) = client.with_endpoint_discovery_enabled().await?;\n\
         let task = reload.reload_task(); // for example `tokio::spawn(reload.reload_task())`\n\
         # Ok(())\n# }}\n```"
    )
}
