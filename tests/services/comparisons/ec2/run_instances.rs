// The input of RunInstances, with all its members.

use sdk::types::*;

async fn run_instances(session: &mut Session) -> CallResult {
    let client = client(session);
    let values = &mut session.values;
    #[allow(deprecated, reason = "the members are still sent")]
    let call = client
        .run_instances()
        .set_block_device_mappings(list(values, block_device))
        .set_image_id(string(values))
        .set_instance_type(values.option(|values| {
            InstanceType::from(*values.pick(&["t2.micro", "u-6tb1.112xlarge", "new"]))
        }))
        .set_ipv6_address_count(number(values))
        .set_ipv6_addresses(list(values, ipv6_address))
        .set_kernel_id(string(values))
        .set_key_name(string(values))
        .set_max_count(number(values))
        .set_min_count(number(values))
        .set_monitoring(values.option(monitoring))
        .set_placement(values.option(placement))
        .set_ramdisk_id(string(values))
        .set_security_group_ids(list(values, Values::text))
        .set_security_groups(list(values, Values::text))
        .set_subnet_id(string(values))
        .set_user_data(string(values))
        .set_elastic_gpu_specification(list(values, elastic_gpu))
        .set_elastic_inference_accelerators(list(values, accelerator))
        .set_tag_specifications(list(values, tag_specification))
        .set_launch_template(values.option(launch_template))
        .set_instance_market_options(values.option(market_options))
        .set_credit_specification(values.option(credits))
        .set_cpu_options(values.option(cpu_options))
        .set_capacity_reservation_specification(values.option(capacity_reservation))
        .set_hibernation_options(values.option(hibernation))
        .set_license_specifications(list(values, license))
        .set_metadata_options(values.option(metadata_options))
        .set_enclave_options(values.option(enclave_options))
        .set_private_dns_name_options(values.option(dns_options))
        .set_maintenance_options(values.option(maintenance_options))
        .set_disable_api_stop(flag(values))
        .set_enable_primary_ipv6(flag(values))
        .set_network_performance_options(values.option(network_performance))
        .set_operator(values.option(operator))
        .set_dry_run(flag(values))
        .set_disable_api_termination(flag(values))
        .set_instance_initiated_shutdown_behavior(values.option(|_| ShutdownBehavior::Terminate))
        .set_private_ip_address(string(values))
        .set_client_token(string(values))
        .set_additional_info(string(values))
        .set_network_interfaces(list(values, network_interface))
        .set_iam_instance_profile(values.option(instance_profile))
        .set_ebs_optimized(flag(values));
    outcome(call.send().await)
}

fn block_device(values: &mut Values) -> BlockDeviceMapping {
    let ebs = |values: &mut Values| {
        EbsBlockDevice::builder()
            .set_delete_on_termination(flag(values))
            .set_iops(number(values))
            .set_snapshot_id(string(values))
            .set_volume_size(number(values))
            .set_volume_type(values.option(|_| VolumeType::from("new")))
            .set_kms_key_id(string(values))
            .set_throughput(number(values))
            .set_outpost_arn(string(values))
            .set_encrypted(flag(values))
            .set_volume_initialization_rate(number(values))
            .build()
    };
    BlockDeviceMapping::builder()
        .set_ebs(values.option(ebs))
        .set_no_device(string(values))
        .set_device_name(string(values))
        .set_virtual_name(string(values))
        .build()
}

fn ipv6_address(values: &mut Values) -> InstanceIpv6Address {
    InstanceIpv6Address::builder()
        .set_ipv6_address(string(values))
        .set_is_primary_ipv6(flag(values))
        .build()
}

fn monitoring(values: &mut Values) -> RunInstancesMonitoringEnabled {
    let builder = RunInstancesMonitoringEnabled::builder();
    builder.set_enabled(flag(values)).build()
}

fn placement(values: &mut Values) -> Placement {
    Placement::builder()
        .set_affinity(string(values))
        .set_group_name(string(values))
        .set_partition_number(number(values))
        .set_host_id(string(values))
        .set_tenancy(values.option(|_| Tenancy::Dedicated))
        .set_spread_domain(string(values))
        .set_host_resource_group_arn(string(values))
        .set_group_id(string(values))
        .set_availability_zone(string(values))
        .build()
}

fn elastic_gpu(values: &mut Values) -> ElasticGpuSpecification {
    ElasticGpuSpecification::builder()
        .set_type(string(values))
        .build()
}

fn accelerator(values: &mut Values) -> ElasticInferenceAccelerator {
    ElasticInferenceAccelerator::builder()
        .set_type(string(values))
        .set_count(number(values))
        .build()
}

fn tag_specification(values: &mut Values) -> TagSpecification {
    let tag = |values: &mut Values| {
        Tag::builder()
            .set_key(string(values))
            .set_value(string(values))
            .build()
    };
    TagSpecification::builder()
        .set_resource_type(values.option(|_| ResourceType::SpotInstancesRequest))
        .set_tags(list(values, tag))
        .build()
}

fn launch_template(values: &mut Values) -> LaunchTemplateSpecification {
    LaunchTemplateSpecification::builder()
        .set_launch_template_id(string(values))
        .set_launch_template_name(string(values))
        .set_version(string(values))
        .build()
}

fn market_options(values: &mut Values) -> InstanceMarketOptionsRequest {
    let spot = |values: &mut Values| {
        SpotMarketOptions::builder()
            .set_max_price(string(values))
            .set_spot_instance_type(values.option(|_| SpotInstanceType::OneTime))
            .set_block_duration_minutes(number(values))
            .set_valid_until(time(values))
            .set_instance_interruption_behavior(
                values.option(|_| InstanceInterruptionBehavior::Hibernate),
            )
            .build()
    };
    InstanceMarketOptionsRequest::builder()
        .set_market_type(values.option(|_| MarketType::Spot))
        .set_spot_options(values.option(spot))
        .build()
}

fn credits(values: &mut Values) -> CreditSpecificationRequest {
    let builder = CreditSpecificationRequest::builder();
    builder.set_cpu_credits(string(values)).build()
}

fn cpu_options(values: &mut Values) -> CpuOptionsRequest {
    CpuOptionsRequest::builder()
        .set_core_count(number(values))
        .set_threads_per_core(number(values))
        .set_amd_sev_snp(values.option(|_| AmdSevSnpSpecification::Enabled))
        .build()
}

fn capacity_reservation(values: &mut Values) -> CapacityReservationSpecification {
    let target = |values: &mut Values| {
        CapacityReservationTarget::builder()
            .set_capacity_reservation_id(string(values))
            .set_capacity_reservation_resource_group_arn(string(values))
            .build()
    };
    CapacityReservationSpecification::builder()
        .set_capacity_reservation_preference(values.option(|_| CapacityReservationPreference::Open))
        .set_capacity_reservation_target(values.option(target))
        .build()
}

fn hibernation(values: &mut Values) -> HibernationOptionsRequest {
    let builder = HibernationOptionsRequest::builder();
    builder.set_configured(flag(values)).build()
}

fn license(values: &mut Values) -> LicenseConfigurationRequest {
    let builder = LicenseConfigurationRequest::builder();
    builder
        .set_license_configuration_arn(string(values))
        .build()
}

fn metadata_options(values: &mut Values) -> InstanceMetadataOptionsRequest {
    InstanceMetadataOptionsRequest::builder()
        .set_http_tokens(values.option(|_| HttpTokensState::Required))
        .set_http_put_response_hop_limit(number(values))
        .set_http_endpoint(values.option(|_| InstanceMetadataEndpointState::Disabled))
        .set_http_protocol_ipv6(values.option(|_| InstanceMetadataProtocolState::Enabled))
        .set_instance_metadata_tags(values.option(|_| InstanceMetadataTagsState::from("a&b")))
        .build()
}

fn enclave_options(values: &mut Values) -> EnclaveOptionsRequest {
    let builder = EnclaveOptionsRequest::builder();
    builder.set_enabled(flag(values)).build()
}

fn dns_options(values: &mut Values) -> PrivateDnsNameOptionsRequest {
    PrivateDnsNameOptionsRequest::builder()
        .set_hostname_type(values.option(|_| HostnameType::ResourceName))
        .set_enable_resource_name_dns_a_record(flag(values))
        .set_enable_resource_name_dns_aaaa_record(flag(values))
        .build()
}

fn maintenance_options(values: &mut Values) -> InstanceMaintenanceOptionsRequest {
    InstanceMaintenanceOptionsRequest::builder()
        .set_auto_recovery(values.option(|_| InstanceAutoRecoveryState::Disabled))
        .build()
}

fn network_performance(values: &mut Values) -> InstanceNetworkPerformanceOptionsRequest {
    InstanceNetworkPerformanceOptionsRequest::builder()
        .set_bandwidth_weighting(values.option(|_| InstanceBandwidthWeighting::Vpc1))
        .build()
}

fn operator(values: &mut Values) -> OperatorRequest {
    OperatorRequest::builder()
        .set_principal(string(values))
        .build()
}

fn network_interface(values: &mut Values) -> InstanceNetworkInterfaceSpecification {
    InstanceNetworkInterfaceSpecification::builder()
        .set_associate_public_ip_address(flag(values))
        .set_delete_on_termination(flag(values))
        .set_description(string(values))
        .set_device_index(number(values))
        .set_groups(list(values, Values::text))
        .set_ipv6_address_count(number(values))
        .set_ipv6_addresses(list(values, ipv6_address))
        .set_network_interface_id(string(values))
        .set_private_ip_address(string(values))
        .set_private_ip_addresses(list(values, private_ip_address))
        .set_secondary_private_ip_address_count(number(values))
        .set_subnet_id(string(values))
        .set_associate_carrier_ip_address(flag(values))
        .set_interface_type(string(values))
        .set_network_card_index(number(values))
        .set_ipv4_prefixes(list(values, |values| {
            let builder = Ipv4PrefixSpecificationRequest::builder();
            builder.set_ipv4_prefix(string(values)).build()
        }))
        .set_ipv4_prefix_count(number(values))
        .set_ipv6_prefixes(list(values, |values| {
            let builder = Ipv6PrefixSpecificationRequest::builder();
            builder.set_ipv6_prefix(string(values)).build()
        }))
        .set_ipv6_prefix_count(number(values))
        .set_primary_ipv6(flag(values))
        .set_ena_srd_specification(values.option(ena_srd))
        .set_connection_tracking_specification(values.option(connection_tracking))
        .set_ena_queue_count(number(values))
        .build()
}

fn private_ip_address(values: &mut Values) -> PrivateIpAddressSpecification {
    PrivateIpAddressSpecification::builder()
        .set_primary(flag(values))
        .set_private_ip_address(string(values))
        .build()
}

fn ena_srd(values: &mut Values) -> EnaSrdSpecificationRequest {
    let udp = |values: &mut Values| {
        let builder = EnaSrdUdpSpecificationRequest::builder();
        builder.set_ena_srd_udp_enabled(flag(values)).build()
    };
    EnaSrdSpecificationRequest::builder()
        .set_ena_srd_enabled(flag(values))
        .set_ena_srd_udp_specification(values.option(udp))
        .build()
}

fn connection_tracking(values: &mut Values) -> ConnectionTrackingSpecificationRequest {
    ConnectionTrackingSpecificationRequest::builder()
        .set_tcp_established_timeout(number(values))
        .set_udp_stream_timeout(number(values))
        .set_udp_timeout(number(values))
        .build()
}

fn instance_profile(values: &mut Values) -> IamInstanceProfileSpecification {
    IamInstanceProfileSpecification::builder()
        .set_arn(string(values))
        .set_name(string(values))
        .build()
}
