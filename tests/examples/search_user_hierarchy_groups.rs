//! Lists the hierarchy groups of an instance, all or those below a group.
//!
//! Takes credentials from the environment or the profile, and prints ID, name and path of each group.
//!
//! ```sh
//! cargo run -p connect-slim-tests --bin search_user_hierarchy_groups -- --instance-id ID
//! ```

use aws_config::{BehaviorVersion, Region};
use clap::Parser;
use connect_slim::Client;
use connect_slim::error::DisplayErrorContext;
use connect_slim::types::{
    HierarchyGroupCondition, HierarchyGroupMatchType, HierarchyPath,
    UserHierarchyGroupSearchCriteria,
};

/// List hierarchy groups
#[derive(Debug, Parser)]
struct Args {
    /// ID of the instance
    #[arg(long)]
    instance_id: String,
    /// List only this group and the groups below it
    #[arg(long)]
    below: Option<String>,
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
    let mut groups = client
        .search_user_hierarchy_groups()
        .instance_id(args.instance_id)
        .set_search_criteria(args.below.map(below))
        .into_paginator()
        .items()
        .send();
    while let Some(group) = groups.next().await {
        let group = group?;
        println!(
            "{}\t{}\t{}",
            group.id().unwrap_or("-"),
            group.name().unwrap_or("-"),
            group.hierarchy_path().map(path).unwrap_or_default(),
        );
    }
    Ok(())
}

fn below(group: String) -> UserHierarchyGroupSearchCriteria {
    let condition = HierarchyGroupCondition::builder()
        .value(group)
        .hierarchy_group_match_type(HierarchyGroupMatchType::WithChildGroups)
        .build();
    UserHierarchyGroupSearchCriteria::builder()
        .hierarchy_group_condition(condition)
        .build()
}

/// Returns the names of the groups, starting at the root.
fn path(path: &HierarchyPath) -> String {
    let levels = [
        path.level_one(),
        path.level_two(),
        path.level_three(),
        path.level_four(),
        path.level_five(),
    ];
    let names: Vec<&str> = levels
        .into_iter()
        .flatten()
        .map(|group| group.name().unwrap_or("-"))
        .collect();
    names.join(" / ")
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
