//! Writes bodies of responses: as the service sends them today, and with the differences that JSON allows.

use std::fmt;

/// The number of items in each body.
pub const ITEMS: usize = 100;

/// How a body differs from what the service sends today.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Variation {
    /// In no way.
    None,
    /// The members are in the opposite order.
    Order,
    /// Names contain escapes.
    Escapes,
    /// There are line breaks and indentation.
    Whitespace,
    /// Objects contain members that the model doesn't have.
    Unknown,
}

impl Variation {
    pub const ALL: [Self; 5] = [
        Self::None,
        Self::Order,
        Self::Escapes,
        Self::Whitespace,
        Self::Unknown,
    ];

    /// Writes an object with these members, whose values are JSON.
    fn object<const N: usize>(self, members: [(&str, String); N]) -> String {
        let mut members: Vec<String> = members
            .map(|(key, value)| match self {
                Self::Whitespace => format!("\n    \"{key}\": {value}"),
                Self::None | Self::Order | Self::Escapes | Self::Unknown => {
                    format!("\"{key}\":{value}")
                }
            })
            .into();
        match self {
            Self::Order => members.reverse(),
            Self::Unknown => members.insert(
                N / 2,
                r#""Unknown":{"list":[1,"two",null],"text":"three"}"#.to_owned(),
            ),
            Self::None | Self::Escapes | Self::Whitespace => {}
        }
        format!("{{{}}}", members.join(","))
    }

    /// Writes a text for people.
    fn prose(self, text: &str) -> String {
        match self {
            Self::Escapes => format!(r#""{text} \"\u00e9\ud83d\ude00\"\n""#),
            Self::None | Self::Order | Self::Whitespace | Self::Unknown => quoted(text),
        }
    }
}

impl fmt::Display for Variation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::None => "as sent",
            Self::Order => "other order",
            Self::Escapes => "escapes",
            Self::Whitespace => "whitespace",
            Self::Unknown => "unknown members",
        })
    }
}

/// Returns a page of agent statuses.
pub fn statuses(variation: Variation) -> String {
    let status = |index: usize| {
        variation.object([
            ("AgentStatusARN", arn("agent-state", index)),
            ("AgentStatusId", quoted(&index.to_string())),
            ("Name", variation.prose(&format!("Status {index}"))),
            ("Description", variation.prose("What agents choose")),
            ("Type", quoted("CUSTOM")),
            ("DisplayOrder", index.to_string()),
            ("State", quoted("ENABLED")),
            ("Tags", tags()),
            ("LastModifiedTime", "1754610000.123".to_owned()),
            ("LastModifiedRegion", quoted("eu-west-2")),
        ])
    };
    page(variation, "AgentStatuses", status)
}

/// Returns a page of hierarchy groups, each with a path of five levels.
pub fn groups(variation: Variation) -> String {
    let level = |level: &str, index: usize| {
        variation.object([
            ("Id", quoted(&index.to_string())),
            ("Arn", arn("agent-group", index)),
            ("Name", variation.prose(&format!("Level {level}"))),
            ("LastModifiedTime", "1754610000.123".to_owned()),
            ("LastModifiedRegion", quoted("eu-west-2")),
        ])
    };
    let group = |index: usize| {
        let levels = [
            "LevelOne",
            "LevelTwo",
            "LevelThree",
            "LevelFour",
            "LevelFive",
        ];
        variation.object([
            ("Id", quoted(&index.to_string())),
            ("Arn", arn("agent-group", index)),
            ("Name", variation.prose(&format!("Group {index}"))),
            ("LevelId", quoted("5")),
            (
                "HierarchyPath",
                variation.object(levels.map(|name| (name, level(name, index)))),
            ),
            ("Tags", tags()),
            ("LastModifiedTime", "1754610000.123".to_owned()),
            ("LastModifiedRegion", quoted("eu-west-2")),
        ])
    };
    page(variation, "UserHierarchyGroups", group)
}

fn page(variation: Variation, member: &str, item: impl Fn(usize) -> String) -> String {
    let items: Vec<String> = (0..ITEMS).map(item).collect();
    variation.object([
        (member, format!("[{}]", items.join(","))),
        ("ApproximateTotalCount", ITEMS.to_string()),
    ])
}

fn arn(kind: &str, index: usize) -> String {
    quoted(&format!(
        "arn:aws:connect:eu-west-2:123456789012:instance/1a2b/{kind}/{index}"
    ))
}

fn tags() -> String {
    r#"{"team":"sales","cost":"4711"}"#.to_owned()
}

fn quoted(text: &str) -> String {
    format!("\"{text}\"")
}
