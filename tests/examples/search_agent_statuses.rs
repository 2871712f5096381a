//! Lists the agent statuses of an instance, all or those whose name contains a text.
//!
//! Takes credentials from the environment or the profile, and prints ID, name and state of each status.
//!
//! ```sh
//! cargo run -p connect-slim-tests --bin search_agent_statuses -- --instance-id ID --name Break
//! ```

use aws_config::{BehaviorVersion, Region};
use clap::Parser;
use connect_slim::Client;
use connect_slim::error::DisplayErrorContext;
use connect_slim::types::{
    AgentStatusSearchCriteria, AgentStatusState, StringComparisonType, StringCondition,
};

/// List agent statuses
#[derive(Debug, Parser)]
struct Args {
    /// ID of the instance
    #[arg(long)]
    instance_id: String,
    /// List only statuses whose name contains this text
    #[arg(long)]
    name: Option<String>,
    /// Region of the instance [default: from the environment or the profile]
    #[arg(long)]
    region: Option<String>,
    /// URL to send requests to instead of Amazon Connect
    #[arg(long, value_name = "URL")]
    endpoint_url: Option<String>,
}

#[tokio::main]
async fn main() -> std::process::ExitCode {
    match run(Args::parse()).await {
        Ok(()) => std::process::ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {}", DisplayErrorContext(error));
            std::process::ExitCode::FAILURE
        }
    }
}

async fn run(args: Args) -> Result<(), connect_slim::Error> {
    let client = client(args.region, args.endpoint_url).await;
    let mut statuses = client
        .search_agent_statuses()
        .instance_id(args.instance_id)
        .set_search_criteria(args.name.map(name_contains))
        .into_paginator()
        .items()
        .send();
    while let Some(status) = statuses.next().await {
        let status = status?;
        println!(
            "{}\t{}\t{}",
            status.agent_status_id().unwrap_or("-"),
            status.name().unwrap_or("-"),
            status.state().map_or("-", AgentStatusState::as_str),
        );
    }
    Ok(())
}

fn name_contains(text: String) -> AgentStatusSearchCriteria {
    let condition = StringCondition::builder()
        .field_name("name")
        .value(text)
        .comparison_type(StringComparisonType::Contains)
        .build();
    AgentStatusSearchCriteria::builder()
        .string_condition(condition)
        .build()
}

async fn client(region: Option<String>, endpoint_url: Option<String>) -> Client {
    let mut loader = aws_config::defaults(BehaviorVersion::latest());
    if let Some(region) = region {
        loader = loader.region(Region::new(region));
    }
    if let Some(url) = endpoint_url {
        loader = loader.endpoint_url(url);
    }
    Client::new(&loader.load().await)
}
