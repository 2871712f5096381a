// Responses of Amazon EC2.

fn descriptions(values: &mut Values) -> Vec<Response> {
    let reservations = values.list(|values| element("item", &reservation(values)));
    let reservations = element("reservationSet", &reservations.concat());
    let members = format!(
        "{reservations}{}",
        member(values, "nextToken", Values::text)
    );
    responses(values, "DescribeInstances", &members)
}

fn reservations(values: &mut Values) -> Vec<Response> {
    let members = reservation(values);
    responses(values, "RunInstances", &members)
}

fn terminations(values: &mut Values) -> Vec<Response> {
    let changes = items(values, "instancesSet", |values| {
        let [current, previous] = [(); 2].map(|()| state(values));
        format!(
            "{}<currentState>{current}</currentState><previousState>{previous}</previousState>",
            member(values, "instanceId", Values::text)
        )
    });
    responses(values, "TerminateInstances", &changes)
}

fn responses(values: &mut Values, operation: &str, members: &str) -> Vec<Response> {
    let success = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <{operation}Response xmlns=\"http://ec2.amazonaws.com/doc/2016-11-15/\">\n    <requestId>6f2c</requestId>\n    \
         {members}</{operation}Response>"
    );
    let codes = [
        "InvalidInstanceID.NotFound",
        "RequestLimitExceeded",
        "Throttling",
        "DryRunOperation",
        "",
    ];
    let code = *values.pick(&codes);
    let message = xml_text(&values.text());
    let error = format!("<Error><Code>{code}</Code><Message>{message}</Message></Error>");
    let failure = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <Response><Errors>{error}</Errors><RequestID>ea966190</RequestID></Response>"
    );
    let status = *values.pick(&[400, 403, 500, 503]);
    let mut responses = Vec::new();
    responses.extend(Response::new(200, success).and_truncated_xml(values));
    responses.extend(Response::new(status, failure.clone()).and_truncated_xml(values));
    responses.extend([
        Response::new(status, failure).header("x-amzn-requestid", "6f2c"),
        // The form of awsQuery.
        Response::new(status, format!("<ErrorResponse>{error}</ErrorResponse>")),
        Response::new(
            status,
            format!("<Response><Errors>{error}{error}</Errors></Response>"),
        ),
        Response::new(status, "<Response><Errors/></Response>"),
        Response::new(status, "<Response/>"),
        Response::new(status, ""),
        Response::new(503, "<html>busy</html>"),
        Response::new(200, "<html>log in</html>"),
        Response::new(200, ""),
        Response::new(200, format!("<{operation}Response/>")),
        Response::new(
            200,
            format!("<{operation}Response><A/></{operation}Response>"),
        ),
    ]);
    responses
}

/// Returns an element.
fn element(name: &str, content: &str) -> String {
    format!("<{name}>{content}</{name}>")
}

/// Returns an element with a text, an empty one or none.
fn member(values: &mut Values, name: &str, text: impl FnOnce(&mut Values) -> String) -> String {
    let text = values.option(text);
    let empty = format!("<{name}/>");
    match text {
        Some(text) => element(name, &xml_text(&text)),
        None => values.option(|_| empty).unwrap_or_default(),
    }
}

/// Returns members with these names and any texts.
fn members(values: &mut Values, names: &[&str]) -> String {
    let members = names.iter();
    members
        .map(|name| member(values, name, Values::text))
        .collect()
}

/// Returns an element with one of these texts, or none. The last of them is odd, and rare.
fn one_of(values: &mut Values, name: &str, texts: &[&str]) -> String {
    let (odd, usual) = texts.split_last().expect("there are texts");
    let text = *values.pick(usual);
    let text = values
        .rarely(|values| values.rarely(|_| *odd))
        .flatten()
        .unwrap_or(text);
    values.option(|_| element(name, text)).unwrap_or_default()
}

fn boolean(values: &mut Values, name: &str) -> String {
    one_of(values, name, &["true", "false", "1"])
}

fn integer(values: &mut Values, name: &str) -> String {
    one_of(values, name, &["0", "-1", "2147483647", "2147483648"])
}

fn instant(values: &mut Values, name: &str) -> String {
    let texts = [
        "2030-01-02T03:04:05Z",
        "2030-01-02T03:04:05.000Z",
        "2030-01-02T03:04:05.678Z",
        "1893553445",
    ];
    one_of(values, name, &texts)
}

/// Returns a list, which can be missing or empty.
fn items(values: &mut Values, name: &str, item: fn(&mut Values) -> String) -> String {
    let list = |values: &mut Values| {
        let items = values.list(|values| element("item", &item(values)));
        element(name, &items.concat())
    };
    values.option(list).unwrap_or_default()
}

/// Returns a structure, which can be missing.
fn structure(values: &mut Values, name: &str, content: fn(&mut Values) -> String) -> String {
    let structure = |values: &mut Values| element(name, &content(values));
    values.option(structure).unwrap_or_default()
}

fn state(values: &mut Values) -> String {
    let code = integer(values, "code");
    code + &one_of(values, "name", &["pending", "shutting-down", "new"])
}

fn group(values: &mut Values) -> String {
    members(values, &["groupId", "groupName"])
}

fn tag(values: &mut Values) -> String {
    members(values, &["key", "value", "other"])
}

fn reservation(values: &mut Values) -> String {
    [
        members(values, &["reservationId", "ownerId", "requesterId"]),
        items(values, "groupSet", group),
        items(values, "instancesSet", instance),
    ]
    .concat()
}

fn instance(values: &mut Values) -> String {
    let texts = [
        "instanceId",
        "imageId",
        "privateDnsName",
        "dnsName",
        "reason",
        "keyName",
        "kernelId",
        "ramdiskId",
        "subnetId",
        "vpcId",
        "privateIpAddress",
        "ipAddress",
        "clientToken",
        "architecture",
        "hypervisor",
        "outpostArn",
        "rootDeviceName",
        "rootDeviceType",
        "spotInstanceRequestId",
        "sriovNetSupport",
        "virtualizationType",
        "capacityReservationId",
        "platformDetails",
        "usageOperation",
        "ipv6Address",
        "tpmSupport",
        "currentInstanceBootMode",
        "instanceLifecycle",
        "bootMode",
    ];
    [
        members(values, &texts),
        integer(values, "amiLaunchIndex"),
        one_of(
            values,
            "instanceType",
            &["t2.micro", "u-6tb1.112xlarge", "new"],
        ),
        one_of(values, "platform", &["windows", "Windows", "new"]),
        instant(values, "launchTime"),
        instant(values, "usageOperationUpdateTime"),
        boolean(values, "ebsOptimized"),
        boolean(values, "enaSupport"),
        boolean(values, "sourceDestCheck"),
        structure(values, "instanceState", state),
        structure(values, "stateReason", |values| {
            members(values, &["code", "message"])
        }),
        structure(values, "placement", placement_element),
        structure(values, "monitoring", |values| {
            one_of(values, "state", &["enabled", "pending", "new"])
        }),
        structure(values, "iamInstanceProfile", |values| {
            members(values, &["arn", "id"])
        }),
        structure(values, "cpuOptions", cpu_options_element),
        structure(values, "capacityReservationSpecification", capacity_element),
        structure(values, "hibernationOptions", |values| {
            boolean(values, "configured")
        }),
        structure(values, "enclaveOptions", |values| {
            boolean(values, "enabled")
        }),
        structure(values, "metadataOptions", metadata_element),
        items(values, "groupSet", group),
        items(values, "tagSet", tag),
        items(values, "productCodes", |values| {
            members(values, &["productCode", "type"])
        }),
        items(values, "licenseSet", |values| {
            members(values, &["licenseConfigurationArn"])
        }),
        items(values, "blockDeviceMapping", block_device_element),
        items(values, "networkInterfaceSet", network_interface_element),
        items(
            values,
            "elasticInferenceAcceleratorAssociationSet",
            accelerator_element,
        ),
    ]
    .concat()
}

fn placement_element(values: &mut Values) -> String {
    let texts = members(
        values,
        &[
            "affinity",
            "groupName",
            "hostId",
            "spreadDomain",
            "availabilityZone",
            "groupId",
        ],
    );
    let tenancy = one_of(values, "tenancy", &["default", "host", "new"]);
    texts + &tenancy + &integer(values, "partitionNumber")
}

fn cpu_options_element(values: &mut Values) -> String {
    [
        integer(values, "coreCount"),
        integer(values, "threadsPerCore"),
        members(values, &["amdSevSnp"]),
    ]
    .concat()
}

fn capacity_element(values: &mut Values) -> String {
    let target = structure(values, "capacityReservationTarget", |values| {
        members(
            values,
            &[
                "capacityReservationId",
                "capacityReservationResourceGroupArn",
            ],
        )
    });
    members(values, &["capacityReservationPreference"]) + &target
}

fn metadata_element(values: &mut Values) -> String {
    let texts = members(
        values,
        &[
            "state",
            "httpTokens",
            "httpEndpoint",
            "httpProtocolIpv6",
            "instanceMetadataTags",
        ],
    );
    texts + &integer(values, "httpPutResponseHopLimit")
}

fn block_device_element(values: &mut Values) -> String {
    let ebs = structure(values, "ebs", |values| {
        let operator = structure(values, "operator", operator_element);
        [
            instant(values, "attachTime"),
            boolean(values, "deleteOnTermination"),
            members(
                values,
                &["status", "volumeId", "associatedResource", "volumeOwnerId"],
            ),
            operator,
        ]
        .concat()
    });
    members(values, &["deviceName"]) + &ebs
}

fn operator_element(values: &mut Values) -> String {
    boolean(values, "managed") + &members(values, &["principal"])
}

fn network_interface_element(values: &mut Values) -> String {
    let texts = [
        "description",
        "macAddress",
        "networkInterfaceId",
        "ownerId",
        "privateDnsName",
        "privateIpAddress",
        "status",
        "subnetId",
        "vpcId",
        "interfaceType",
    ];
    [
        members(values, &texts),
        boolean(values, "sourceDestCheck"),
        structure(values, "association", association),
        structure(values, "attachment", attachment),
        items(values, "groupSet", group),
        items(values, "ipv6AddressesSet", |values| {
            members(values, &["ipv6Address"]) + &boolean(values, "isPrimaryIpv6")
        }),
        items(values, "privateIpAddressesSet", |values| {
            let texts = members(values, &["privateDnsName", "privateIpAddress"]);
            texts + &boolean(values, "primary") + &structure(values, "association", association)
        }),
        items(values, "ipv4PrefixSet", |values| {
            members(values, &["ipv4Prefix"])
        }),
        items(values, "ipv6PrefixSet", |values| {
            members(values, &["ipv6Prefix"])
        }),
        structure(values, "connectionTrackingConfiguration", |values| {
            integer(values, "tcpEstablishedTimeout") + &integer(values, "udpTimeout")
        }),
    ]
    .concat()
}

fn association(values: &mut Values) -> String {
    members(
        values,
        &[
            "carrierIp",
            "customerOwnedIp",
            "ipOwnerId",
            "publicDnsName",
            "publicIp",
        ],
    )
}

fn attachment(values: &mut Values) -> String {
    let ena_srd = structure(values, "enaSrdSpecification", |values| {
        let udp = structure(values, "enaSrdUdpSpecification", |values| {
            boolean(values, "enaSrdUdpEnabled")
        });
        boolean(values, "enaSrdEnabled") + &udp
    });
    [
        instant(values, "attachTime"),
        members(values, &["attachmentId", "status"]),
        boolean(values, "deleteOnTermination"),
        integer(values, "deviceIndex"),
        integer(values, "networkCardIndex"),
        ena_srd,
    ]
    .concat()
}

fn accelerator_element(values: &mut Values) -> String {
    let texts = members(
        values,
        &[
            "elasticInferenceAcceleratorArn",
            "elasticInferenceAcceleratorAssociationId",
        ],
    );
    texts + &instant(values, "elasticInferenceAcceleratorAssociationTime")
}
