//! The function `aws.parseArn`, which splits an ARN into its parts.

/// The parts of an ARN.
#[derive(Debug, PartialEq)]
#[allow(dead_code, reason = "which parts are read depends on the rules")]
pub(crate) struct Arn<'a> {
    pub(crate) partition: &'a str,
    pub(crate) service: &'a str,
    pub(crate) region: &'a str,
    pub(crate) account_id: &'a str,
    pub(crate) resource_id: Vec<&'a str>,
}

/// Splits an ARN; `None` if it has fewer than six parts, or no partition, service or resource.
pub(crate) fn parse_arn(arn: &str) -> Option<Arn<'_>> {
    let mut parts = arn.splitn(6, ':');
    if parts.next()? != "arn" {
        return None;
    }
    let partition = parts.next().filter(|part| !part.is_empty())?;
    let service = parts.next().filter(|part| !part.is_empty())?;
    let region = parts.next()?;
    let account_id = parts.next()?;
    let resource = parts.next().filter(|part| !part.is_empty())?;
    let resource_id = resource.split([':', '/']).collect();
    Some(Arn { partition, service, region, account_id, resource_id })
}
