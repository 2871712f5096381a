//! Prints the current metrics of a contact, such as its position in the queue.
//!
//! Takes credentials from the environment or the profile, and prints one line per metric.
//!
//! ```sh
//! cargo run -p connect-slim-tests --bin get_contact_metrics -- --instance-id ID --contact-id ID
//! ```

use aws_config::{BehaviorVersion, Region};
use clap::Parser;
use connect_slim::Client;
use connect_slim::error::DisplayErrorContext;
use connect_slim::types::{ContactMetricInfo, ContactMetricName, ContactMetricValue};

/// Print the current metrics of a contact
#[derive(Debug, Parser)]
struct Args {
    /// ID or ARN of the instance
    #[arg(long)]
    instance_id: String,
    /// ID of the contact
    #[arg(long)]
    contact_id: String,
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
    let position = ContactMetricInfo::builder()
        .name(ContactMetricName::PositionInQueue)
        .build()?;
    let output = client
        .get_contact_metrics()
        .instance_id(args.instance_id)
        .contact_id(args.contact_id)
        .metrics(position)
        .send()
        .await?;
    for result in output.metric_results() {
        match result.value() {
            Some(ContactMetricValue::Number(value)) => println!("{}: {value}", result.name()),
            _ => println!("{}: not known to this version", result.name()),
        }
    }
    Ok(())
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
