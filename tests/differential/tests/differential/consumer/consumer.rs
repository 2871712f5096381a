//! A consumer that uses everything of the types: every builder, setter and getter, enums, unions, errors. Returns a log of
//! all results.

use std::error::Error as _;
use std::str::FromStr as _;

use super::sdk::error::{BuildError, ErrorMetadata, ProvideErrorMetadata as _, SdkError};
use super::sdk::operation::RequestId as _;
use super::sdk::operation::get_contact_metrics::builders::*;
use super::sdk::operation::get_contact_metrics::*;
use super::sdk::operation::search_agent_statuses::builders::*;
use super::sdk::operation::search_agent_statuses::*;
use super::sdk::operation::search_user_hierarchy_groups::builders::*;
use super::sdk::operation::search_user_hierarchy_groups::*;
use super::sdk::primitives::{DateTime, DateTimeFormat};
use super::sdk::types::builders::*;
use super::sdk::types::error::builders::*;
use super::sdk::types::error::*;
use super::sdk::types::*;

/// Uses each member of a builder in four ways, builds the value, and reads each of its members.
macro_rules! members {
    ($log:ident, $type:ident, $build:expr, { $($member:ident $set:ident $get:ident ($($value:expr),*);)* }) => {{
        let builder = $type::builder()$(.$member($($value),*))*;
        $($log.push(format!("{}: {:?}", stringify!($get), builder.$get()));)*
        let set = $type::builder()$(.$set(builder.$get().clone()))*;
        assert_eq!(builder, set);
        let cleared = set$(.$set(None))*;
        assert_eq!(cleared, $type::builder());
        $log.push(format!("{builder:?}"));
        let value = $build(builder);
        $($log.push(format!("{}: {:?}", stringify!($member), value.$member()));)*
        let copy = value.clone();
        assert_eq!(copy, value);
        $log.push(format!("{value:?}"));
        value
    }};
}

/// Converts known and unknown names of an enum.
macro_rules! names {
    ($log:ident, $type:ident: $($variant:ident),*) => {{
        $($log.push(format!("{:?} {}", $type::$variant, $type::$variant));)*
        $log.push(format!("{:?}", $type::values()));
        for name in $type::values().iter().chain(&["", "NEW", "exact"]) {
            let value = $type::from(*name);
            assert_eq!(Ok(&value), $type::from_str(name).as_ref());
            assert_eq!(value.as_str(), value.as_ref());
            let known = match &value {
                $($type::$variant => true,)*
                _ => false,
            };
            let parsed = $type::try_parse(name).map_err(|error| format!("{error} {error:?}"));
            $log.push(format!("{value:?} {value} {known} {parsed:?} {:?}", value.cmp(&$type::from("M"))));
        }
    }};
}

/// Uses everything that needs no client, and returns a log.
pub(crate) fn types() -> Vec<String> {
    let mut log = Vec::new();
    enums(&mut log);
    unions(&mut log);
    inputs(&mut log);
    outputs(&mut log);
    required(&mut log);
    exceptions(&mut log);
    errors(&mut log);
    let time = DateTime::from_secs(1).fmt(DateTimeFormat::DateTime);
    log.push(format!("{time:?}"));
    let operations = (
        GetContactMetrics::new(),
        SearchAgentStatuses::new(),
        SearchUserHierarchyGroups::new(),
    );
    log.push(format!("{operations:?}"));
    log
}

fn enums(log: &mut Vec<String>) {
    names!(log, AgentStatusState: Enabled, Disabled);
    names!(log, AgentStatusType: Routable, Custom, Offline);
    names!(log, AttachedFileInvalidRequestExceptionReason: InvalidFileName, InvalidFileSize, InvalidFileType);
    names!(log, ContactMetricName: PositionInQueue);
    names!(log, HierarchyGroupMatchType: Exact, WithChildGroups);
    names!(log, StringComparisonType: StartsWith, Contains, Exact);
}

fn unions(log: &mut Vec<String>) {
    for value in [
        ContactMetricValue::Number(1.5),
        ContactMetricValue::Number(f64::NAN),
    ] {
        let (number, unknown) = (value.is_number(), value.is_unknown());
        log.push(format!(
            "{value:?} {number} {unknown} {:?}",
            value.as_number()
        ));
    }
    let reason = AttachedFileInvalidRequestExceptionReason::InvalidFileName;
    let reason = InvalidRequestExceptionReason::AttachedFileInvalidRequestExceptionReason(reason);
    log.push(format!(
        "{reason:?} {} {} {:?}",
        reason.is_attached_file_invalid_request_exception_reason(),
        reason.is_unknown(),
        reason.as_attached_file_invalid_request_exception_reason()
    ));
}

fn inputs(log: &mut Vec<String>) {
    let string = members!(log, StringCondition, StringConditionBuilder::build, {
        field_name set_field_name get_field_name ("Name");
        value set_value get_value ("a");
        comparison_type set_comparison_type get_comparison_type (StringComparisonType::Exact);
    });
    let group = members!(log, HierarchyGroupCondition, HierarchyGroupConditionBuilder::build, {
        value set_value get_value ("id");
        hierarchy_group_match_type set_hierarchy_group_match_type get_hierarchy_group_match_type
            (HierarchyGroupMatchType::WithChildGroups);
    });
    let filter = filter(log, &group);
    let metric = metric(log);
    let _ = members!(log, GetContactMetricsInput, |builder: GetContactMetricsInputBuilder| builder.build().expect("all is set"), {
        instance_id set_instance_id get_instance_id ("i");
        contact_id set_contact_id get_contact_id ("c");
        metrics set_metrics get_metrics (metric.clone());
    });
    let inner = AgentStatusSearchCriteria::builder().build();
    let criteria = members!(log, AgentStatusSearchCriteria, AgentStatusSearchCriteriaBuilder::build, {
        or_conditions set_or_conditions get_or_conditions (inner.clone());
        and_conditions set_and_conditions get_and_conditions (inner.clone());
        string_condition set_string_condition get_string_condition (string.clone());
    });
    let by_tag = members!(log, AgentStatusSearchFilter, AgentStatusSearchFilterBuilder::build, {
        attribute_filter set_attribute_filter get_attribute_filter (filter.clone());
    });
    let _ = members!(log, SearchAgentStatusesInput, |builder: SearchAgentStatusesInputBuilder| builder.build().expect("all is set"), {
        instance_id set_instance_id get_instance_id ("i");
        next_token set_next_token get_next_token ("t");
        max_results set_max_results get_max_results (7);
        search_filter set_search_filter get_search_filter (by_tag.clone());
        search_criteria set_search_criteria get_search_criteria (criteria.clone());
    });
    let inner = UserHierarchyGroupSearchCriteria::builder().build();
    let criteria = members!(log, UserHierarchyGroupSearchCriteria, UserHierarchyGroupSearchCriteriaBuilder::build, {
        or_conditions set_or_conditions get_or_conditions (inner.clone());
        and_conditions set_and_conditions get_and_conditions (inner.clone());
        string_condition set_string_condition get_string_condition (string.clone());
        hierarchy_group_condition set_hierarchy_group_condition get_hierarchy_group_condition (group.clone());
    });
    let by_tag = members!(log, UserHierarchyGroupSearchFilter, UserHierarchyGroupSearchFilterBuilder::build, {
        attribute_filter set_attribute_filter get_attribute_filter (filter.clone());
    });
    let _ = members!(log, SearchUserHierarchyGroupsInput, |builder: SearchUserHierarchyGroupsInputBuilder| builder.build().expect("all is set"), {
        instance_id set_instance_id get_instance_id ("i");
        next_token set_next_token get_next_token ("t");
        max_results set_max_results get_max_results (7);
        search_filter set_search_filter get_search_filter (by_tag.clone());
        search_criteria set_search_criteria get_search_criteria (criteria.clone());
    });
}

fn filter(log: &mut Vec<String>, group: &HierarchyGroupCondition) -> ControlPlaneAttributeFilter {
    let tag = members!(log, TagCondition, TagConditionBuilder::build, {
        tag_key set_tag_key get_tag_key ("k");
        tag_value set_tag_value get_tag_value ("v");
    });
    let and = members!(log, CommonAttributeAndCondition, CommonAttributeAndConditionBuilder::build, {
        tag_conditions set_tag_conditions get_tag_conditions (tag.clone());
        hierarchy_group_condition set_hierarchy_group_condition get_hierarchy_group_condition (group.clone());
    });
    members!(log, ControlPlaneAttributeFilter, ControlPlaneAttributeFilterBuilder::build, {
        or_conditions set_or_conditions get_or_conditions (and.clone());
        and_condition set_and_condition get_and_condition (and.clone());
        tag_condition set_tag_condition get_tag_condition (tag.clone());
    })
}

fn metric(log: &mut Vec<String>) -> ContactMetricInfo {
    members!(log, ContactMetricInfo, |builder: ContactMetricInfoBuilder| builder.build().expect("all is set"), {
        name set_name get_name (ContactMetricName::PositionInQueue);
    })
}

fn outputs(log: &mut Vec<String>) {
    let result = members!(log, ContactMetricResult, |builder: ContactMetricResultBuilder| builder.build().expect("all is set"), {
        name set_name get_name (ContactMetricName::PositionInQueue);
        value set_value get_value (ContactMetricValue::Number(3.0));
    });
    let output = members!(log, GetContactMetricsOutput, GetContactMetricsOutputBuilder::build, {
        metric_results set_metric_results get_metric_results (result.clone());
        id set_id get_id ("id");
        arn set_arn get_arn ("arn");
    });
    log.push(format!("{:?}", output.request_id()));
    let status = members!(log, AgentStatus, AgentStatusBuilder::build, {
        agent_status_arn set_agent_status_arn get_agent_status_arn ("arn");
        agent_status_id set_agent_status_id get_agent_status_id ("id");
        name set_name get_name ("Break");
        description set_description get_description ("d");
        r#type set_type get_type (AgentStatusType::Custom);
        display_order set_display_order get_display_order (2);
        state set_state get_state (AgentStatusState::Enabled);
        tags set_tags get_tags ("k", "v");
        last_modified_time set_last_modified_time get_last_modified_time (DateTime::from_secs(7));
        last_modified_region set_last_modified_region get_last_modified_region ("eu-west-2");
    });
    let output = members!(log, SearchAgentStatusesOutput, SearchAgentStatusesOutputBuilder::build, {
        agent_statuses set_agent_statuses get_agent_statuses (status.clone());
        next_token set_next_token get_next_token ("t");
        approximate_total_count set_approximate_total_count get_approximate_total_count (9);
    });
    log.push(format!("{:?}", output.request_id()));
    let group = group(log);
    let output = members!(log, SearchUserHierarchyGroupsOutput, SearchUserHierarchyGroupsOutputBuilder::build, {
        user_hierarchy_groups set_user_hierarchy_groups get_user_hierarchy_groups (group.clone());
        next_token set_next_token get_next_token ("t");
        approximate_total_count set_approximate_total_count get_approximate_total_count (9);
    });
    log.push(format!("{:?}", output.request_id()));
}

fn group(log: &mut Vec<String>) -> HierarchyGroup {
    let summary = members!(log, HierarchyGroupSummary, HierarchyGroupSummaryBuilder::build, {
        id set_id get_id ("id");
        arn set_arn get_arn ("arn");
        name set_name get_name ("Sales");
        last_modified_time set_last_modified_time get_last_modified_time (DateTime::from_secs_f64(1.5));
        last_modified_region set_last_modified_region get_last_modified_region ("eu-west-2");
    });
    let path = members!(log, HierarchyPath, HierarchyPathBuilder::build, {
        level_one set_level_one get_level_one (summary.clone());
        level_two set_level_two get_level_two (summary.clone());
        level_three set_level_three get_level_three (summary.clone());
        level_four set_level_four get_level_four (summary.clone());
        level_five set_level_five get_level_five (summary.clone());
    });
    members!(log, HierarchyGroup, HierarchyGroupBuilder::build, {
        id set_id get_id ("id");
        arn set_arn get_arn ("arn");
        name set_name get_name ("Sales");
        level_id set_level_id get_level_id ("l");
        hierarchy_path set_hierarchy_path get_hierarchy_path (path.clone());
        tags set_tags get_tags ("k", "v");
        last_modified_time set_last_modified_time get_last_modified_time (DateTime::from_secs(7));
        last_modified_region set_last_modified_region get_last_modified_region ("eu-west-2");
    })
}

/// Builds values without required members.
fn required(log: &mut Vec<String>) {
    let told = |error: BuildError| format!("{error} {error:?}");
    log.push(format!(
        "{:?}",
        ContactMetricInfo::builder().build().map_err(told)
    ));
    log.push(format!(
        "{:?}",
        ContactMetricResult::builder().build().map_err(told)
    ));
    let named = ContactMetricResult::builder().name(ContactMetricName::PositionInQueue);
    log.push(format!("{:?}", named.build().map_err(told)));
    log.push(format!(
        "{:?}",
        GetContactMetricsInput::builder().build().map_err(told)
    ));
    log.push(format!(
        "{:?}",
        SearchAgentStatusesInput::builder().build().map_err(told)
    ));
    log.push(format!(
        "{:?}",
        SearchUserHierarchyGroupsInput::builder()
            .build()
            .map_err(told)
    ));
}

fn exceptions(log: &mut Vec<String>) {
    macro_rules! exceptions {
        ($($type:ident $builder:ident),*) => {$({
            let _ = members!(log, $type, $builder::build, {
                message set_message get_message ("oh");
            });
            let meta = ErrorMetadata::builder().code("Code").message("metadata").build();
            let error = $type::builder().meta(meta.clone()).build();
            let mut again = $type::builder();
            again.set_meta(Some(meta));
            assert_eq!(error, again.build());
            log.push(format!("{error} {error:?} {:?} {:?}", error.code(), error.request_id()));
            log.push(format!("{}", $type::builder().message("only a message").build()));
            assert!(error.source().is_none());
        })*};
    }
    exceptions!(
        AccessDeniedException AccessDeniedExceptionBuilder,
        InternalServiceException InternalServiceExceptionBuilder,
        InvalidParameterException InvalidParameterExceptionBuilder,
        ResourceNotFoundException ResourceNotFoundExceptionBuilder,
        ThrottlingException ThrottlingExceptionBuilder
    );
    let reason = AttachedFileInvalidRequestExceptionReason::InvalidFileSize;
    let reason = InvalidRequestExceptionReason::AttachedFileInvalidRequestExceptionReason(reason);
    let error = members!(log, InvalidRequestException, InvalidRequestExceptionBuilder::build, {
        message set_message get_message ("oh");
        reason set_reason get_reason (reason.clone());
    });
    log.push(format!("{error}"));
}

/// Uses `unhandled`, `generic`, and the conversion into the error of the service.
fn errors(log: &mut Vec<String>) {
    macro_rules! errors {
        ($($type:ident),*) => {$({
            let meta = ErrorMetadata::builder().code("Odd").message("oh").build();
            for error in [$type::generic(meta.clone()), $type::unhandled("boom")] {
                log.push(format!("text: {error}"));
                log.push(format!("{error:?} {:?} {:?}", error.meta(), error.source().map(ToString::to_string)));
                let error = super::sdk::Error::from(error);
                log.push(format!("text: {error}"));
                log.push(format!("{error:?} {:?} {:?}", error.code(), error.source().map(ToString::to_string)));
            }
            let error = ThrottlingException::builder().message("slow").build();
            let error: SdkError<$type, ()> = SdkError::service_error($type::ThrottlingException(error), ());
            match super::sdk::Error::from(error) {
                super::sdk::Error::ThrottlingException(error) => log.push(format!("{error:?}")),
                error => log.push(format!("unexpected: {error:?}")),
            }
            let error: SdkError<$type, ()> = SdkError::timeout_error("late");
            let error = super::sdk::Error::from(error);
            log.push(format!("{error} {error:?} {:?}", error.source().map(ToString::to_string)));
        })*};
    }
    errors!(
        GetContactMetricsError,
        SearchAgentStatusesError,
        SearchUserHierarchyGroupsError
    );
}
