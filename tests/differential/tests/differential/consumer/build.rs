//! Converts plain inputs into the types of the crate.

use super::sdk::operation::get_contact_metrics::builders::GetContactMetricsInputBuilder;
use super::sdk::operation::search_agent_statuses::builders::SearchAgentStatusesInputBuilder;
use super::sdk::operation::search_user_hierarchy_groups::builders::SearchUserHierarchyGroupsInputBuilder;
use super::sdk::types::{
    AgentStatusSearchCriteria, AgentStatusSearchFilter, CommonAttributeAndCondition,
    ContactMetricInfo, ControlPlaneAttributeFilter, HierarchyGroupCondition, StringCondition,
    TagCondition, UserHierarchyGroupSearchCriteria, UserHierarchyGroupSearchFilter,
};
use crate::harness::input;

/// Builds the input. Returns an error if it contains a metric without a name.
pub(crate) fn metrics(input: &input::Metrics) -> Result<GetContactMetricsInputBuilder, String> {
    let metric = |name: &Option<String>| {
        ContactMetricInfo::builder()
            .set_name(name.as_deref().map(Into::into))
            .build()
            .map_err(|error| format!("{error} {error:?}"))
    };
    let metrics = input.metrics.as_ref();
    let metrics = metrics.map(|names| names.iter().map(metric).collect());
    Ok(GetContactMetricsInputBuilder::default()
        .set_instance_id(input.instance_id.clone())
        .set_contact_id(input.contact_id.clone())
        .set_metrics(metrics.transpose()?))
}

pub(crate) fn statuses(input: &input::Search) -> SearchAgentStatusesInputBuilder {
    let filter = |filter: &Option<input::AttributeFilter>| {
        AgentStatusSearchFilter::builder()
            .set_attribute_filter(filter.as_ref().map(attribute_filter))
            .build()
    };
    SearchAgentStatusesInputBuilder::default()
        .set_instance_id(input.instance_id.clone())
        .set_next_token(input.next_token.clone())
        .set_max_results(input.max_results)
        .set_search_filter(input.filter.as_ref().map(filter))
        .set_search_criteria(input.criteria.as_ref().map(status_criteria))
}

pub(crate) fn groups(input: &input::Search) -> SearchUserHierarchyGroupsInputBuilder {
    let filter = |filter: &Option<input::AttributeFilter>| {
        UserHierarchyGroupSearchFilter::builder()
            .set_attribute_filter(filter.as_ref().map(attribute_filter))
            .build()
    };
    SearchUserHierarchyGroupsInputBuilder::default()
        .set_instance_id(input.instance_id.clone())
        .set_next_token(input.next_token.clone())
        .set_max_results(input.max_results)
        .set_search_filter(input.filter.as_ref().map(filter))
        .set_search_criteria(input.criteria.as_ref().map(group_criteria))
}

fn attribute_filter(filter: &input::AttributeFilter) -> ControlPlaneAttributeFilter {
    ControlPlaneAttributeFilter::builder()
        .set_or_conditions(filter.or.as_deref().map(|all| each(all, and_condition)))
        .set_and_condition(filter.and.as_ref().map(and_condition))
        .set_tag_condition(filter.tag.as_ref().map(tag))
        .build()
}

fn and_condition(condition: &input::AndCondition) -> CommonAttributeAndCondition {
    CommonAttributeAndCondition::builder()
        .set_tag_conditions(condition.tags.as_deref().map(|all| each(all, tag)))
        .set_hierarchy_group_condition(condition.group.as_ref().map(group_condition))
        .build()
}

fn tag(tag: &input::Tag) -> TagCondition {
    TagCondition::builder()
        .set_tag_key(tag.key.clone())
        .set_tag_value(tag.value.clone())
        .build()
}

fn group_condition(condition: &input::GroupCondition) -> HierarchyGroupCondition {
    HierarchyGroupCondition::builder()
        .set_value(condition.value.clone())
        .set_hierarchy_group_match_type(condition.match_type.as_deref().map(Into::into))
        .build()
}

fn string_condition(condition: &input::StringCondition) -> StringCondition {
    StringCondition::builder()
        .set_field_name(condition.field.clone())
        .set_value(condition.value.clone())
        .set_comparison_type(condition.comparison.as_deref().map(Into::into))
        .build()
}

fn status_criteria(criteria: &input::Criteria) -> AgentStatusSearchCriteria {
    AgentStatusSearchCriteria::builder()
        .set_or_conditions(criteria.or.as_deref().map(|all| each(all, status_criteria)))
        .set_and_conditions(
            criteria
                .and
                .as_deref()
                .map(|all| each(all, status_criteria)),
        )
        .set_string_condition(criteria.string.as_ref().map(string_condition))
        .build()
}

fn group_criteria(criteria: &input::Criteria) -> UserHierarchyGroupSearchCriteria {
    UserHierarchyGroupSearchCriteria::builder()
        .set_or_conditions(criteria.or.as_deref().map(|all| each(all, group_criteria)))
        .set_and_conditions(criteria.and.as_deref().map(|all| each(all, group_criteria)))
        .set_string_condition(criteria.string.as_ref().map(string_condition))
        .set_hierarchy_group_condition(criteria.group.as_ref().map(group_condition))
        .build()
}

fn each<T, U>(all: &[T], f: impl Fn(&T) -> U) -> Vec<U> {
    all.iter().map(f).collect()
}
