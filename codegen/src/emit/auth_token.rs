//! Emits the module that generates tokens for databases.

use proc_macro2::TokenStream;
use quote::quote;

use super::docs::inner_doc_lines;
use crate::ir::{AuthTokens, Crate};

/// Emits the file `auth_token.rs`, if the service has databases.
///
/// ```ignore
/// //! Generates tokens that databases accept as passwords.
/// //! …
///
/// mod rds;
/// mod token;
///
/// pub use rds::{AuthTokenGenerator, Config, ConfigBuilder};
/// pub use token::AuthToken;
/// ```
pub(super) fn emit(lowered: &Crate) -> Option<TokenStream> {
    let tokens = lowered.service.auth_tokens?;
    let module = match tokens {
        AuthTokens::Dsql => quote!(dsql),
        AuthTokens::Rds => quote!(rds),
    };
    let docs = inner_doc_lines(&docs(&lowered.package.lib_name(), tokens));
    Some(quote! {
        #docs

        mod #module;
        mod token;

        pub use #module::{AuthTokenGenerator, Config, ConfigBuilder};
        pub use token::AuthToken;
    })
}

fn docs(lib: &str, tokens: AuthTokens) -> String {
    let (settings, method) = match tokens {
        AuthTokens::Dsql => (
            "    .hostname(\"abcd.dsql.us-east-1.on.aws\")\n",
            "db_connect_auth_token",
        ),
        AuthTokens::Rds => (
            "    .hostname(\"shop.abcd.us-east-1.rds.amazonaws.com\")\n    .port(5432)\n    .username(\"anna\")\n",
            "auth_token",
        ),
    };
    format!(
        "Generates tokens that databases accept as passwords.\n\n```no_run\n\
         # async fn example(config: &aws_types::SdkConfig) -> Result<(), Box<dyn std::error::Error + Send + Sync>> {{\n\
         use {lib}::auth_token::{{AuthTokenGenerator, Config}};\n\n\
         let database = Config::builder()\n{settings}    .build()?;\n\
         let token = AuthTokenGenerator::new(database).{method}(config).await?;\n\
         println!(\"{{}}\", token.as_str());\n# Ok(())\n# }}\n```"
    )
}
