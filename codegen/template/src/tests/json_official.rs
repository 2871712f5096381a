//! The sample shapes read and written with the official library, in the way the official SDK does it.

use std::{collections::HashMap, hash::Hash, iter::Peekable};

use aws_smithy_json::{
    deserialize::{
        EscapedStr, JsonTokenIterator, Token,
        error::DeserializeError,
        json_token_iter,
        token::{
            expect_blob_or_null, expect_bool_or_null, expect_document, expect_number_or_null,
            expect_start_object, expect_string_or_null, expect_timestamp_or_null, skip_value,
        },
    },
    serialize::{JsonObjectWriter, JsonValueWriter},
};
use aws_smithy_types::{Number, date_time::Format, error::operation::SerializationError};

use super::json_sample::{Group, Kind, Metric};

type Tokens<'a> = Peekable<JsonTokenIterator<'a>>;
type Read<T> = Result<T, DeserializeError>;

/// Reads a whole body.
pub(super) fn read(body: &[u8]) -> Read<Group> {
    let body = if body.is_empty() { b"{}" } else { body };
    let mut tokens = json_token_iter(body).peekable();
    expect_start_object(tokens.next())?;
    let group = members(&mut tokens)?;
    match tokens.next() {
        Some(_) => Err(DeserializeError::custom("found more JSON tokens")),
        None => Ok(group),
    }
}

/// Reads error code and message out of a whole body.
pub(super) fn read_error(body: &[u8]) -> Read<(Option<String>, Option<String>)> {
    let mut tokens = json_token_iter(body).peekable();
    let (mut kind, mut code, mut message) = (None, None, None);
    if let Some(Token::StartObject { .. }) = tokens.next().transpose()? {
        while let Some(key) = next_key(&mut tokens)? {
            if let Some(Ok(Token::ValueString { value, .. })) = tokens.peek() {
                match key.as_escaped_str() {
                    "code" => code = Some(value.to_unescaped()?.into_owned()),
                    "__type" => kind = Some(value.to_unescaped()?.into_owned()),
                    "message" | "Message" | "errorMessage" => {
                        message = Some(value.to_unescaped()?.into_owned());
                    }
                    _ => {}
                }
            }
            skip_value(&mut tokens)?;
        }
        if tokens.next().is_some() {
            return Err(DeserializeError::custom("found more JSON tokens"));
        }
    }
    Ok((code.or(kind), message))
}

/// Writes a whole body; the error as text.
pub(super) fn write(group: &Group) -> Result<String, String> {
    let mut out = String::new();
    let mut object = JsonObjectWriter::new(&mut out);
    write_group(&mut object, group).map_err(|error| error.to_string())?;
    object.finish();
    Ok(out)
}

fn group(tokens: &mut Tokens<'_>) -> Read<Option<Group>> {
    match tokens.next().transpose()? {
        Some(Token::ValueNull { .. }) => Ok(None),
        Some(Token::StartObject { .. }) => members(tokens).map(Some),
        _ => Err(DeserializeError::custom("expected start object or null")),
    }
}

fn members(tokens: &mut Tokens<'_>) -> Read<Group> {
    let mut group = Group::default();
    while let Some(key) = next_key(tokens)? {
        match &*key.to_unescaped()? {
            "Arn" => group.arn = string(tokens)?,
            "Kind" => group.kind = string(tokens)?.map(|kind| Kind::from(&*kind)),
            "Tiny" => group.tiny = whole(tokens)?,
            "Small" => group.small = whole(tokens)?,
            "Order" => group.order = whole(tokens)?,
            "Total" => group.total = whole(tokens)?,
            "Ratio" => {
                group.ratio =
                    expect_number_or_null(tokens.next())?.map(|number| number.to_f32_lossy().to_bits());
            }
            "Weight" => group.weight = double(tokens)?,
            "Active" => group.active = expect_bool_or_null(tokens.next())?,
            "Data" => group.data = expect_blob_or_null(tokens.next())?,
            "Modified" => {
                group.modified = expect_timestamp_or_null(tokens.next(), Format::EpochSeconds)?;
            }
            "Created" => {
                group.created = expect_timestamp_or_null(tokens.next(), Format::DateTimeWithOffset)?;
            }
            "Expires" => {
                group.expires = expect_timestamp_or_null(tokens.next(), Format::HttpDate)?;
            }
            "Extra" => group.extra = Some(expect_document(tokens)?),
            "Tags" => group.tags = map(tokens, string, dense)?,
            "Groups" => group.groups = list(tokens, self::group, |value| value)?,
            "Levels" => group.levels = list(tokens, whole, Some)?,
            "ByKind" => {
                group.by_kind = map(tokens, |tokens| list(tokens, string, |value| value), dense)?;
            }
            "Sparse" => group.sparse = map(tokens, whole, Some)?,
            "Metric" => group.metric = metric(tokens)?.map(Box::new),
            _ => skip_value(tokens)?,
        }
    }
    Ok(group)
}

fn metric(tokens: &mut Tokens<'_>) -> Read<Option<Metric>> {
    let mut variant = None;
    match tokens.next().transpose()? {
        Some(Token::ValueNull { .. }) => return Ok(None),
        Some(Token::StartObject { .. }) => {}
        _ => return Err(DeserializeError::custom("expected start object or null")),
    }
    while let Some(key) = next_key(tokens)? {
        if let Some(Ok(Token::ValueNull { .. })) = tokens.peek() {
            tokens.next();
            continue;
        }
        let key = key.to_unescaped()?;
        if key == "__type" {
            skip_value(tokens)?;
            continue;
        }
        if variant.is_some() {
            return Err(DeserializeError::custom("mixed variants"));
        }
        variant = match &*key {
            "Number" => double(tokens)?.map(Metric::Number),
            "Label" => string(tokens)?.map(Metric::Label),
            "Group" => group(tokens)?.map(|group| Metric::Group(Box::new(group))),
            _ => {
                skip_value(tokens)?;
                Some(Metric::Unknown)
            }
        };
    }
    match variant {
        None => Err(DeserializeError::custom("no valid variant")),
        variant => Ok(variant),
    }
}

fn next_key<'a>(tokens: &mut Tokens<'a>) -> Read<Option<EscapedStr<'a>>> {
    match tokens.next().transpose()? {
        Some(Token::EndObject { .. }) => Ok(None),
        Some(Token::ObjectKey { key, .. }) => Ok(Some(key)),
        _ => Err(DeserializeError::custom("expected object key or end object")),
    }
}

fn string(tokens: &mut Tokens<'_>) -> Read<Option<String>> {
    let string = expect_string_or_null(tokens.next())?;
    Ok(string.map(|string| string.to_unescaped().map(std::borrow::Cow::into_owned)).transpose()?)
}

fn double(tokens: &mut Tokens<'_>) -> Read<Option<u64>> {
    let number = expect_number_or_null(tokens.next())?;
    Ok(number.map(|number| number.to_f64_lossy().to_bits()))
}

fn whole<T>(tokens: &mut Tokens<'_>) -> Read<Option<T>>
where
    T: TryFrom<Number>,
    DeserializeError: From<T::Error>,
{
    let number = expect_number_or_null(tokens.next())?;
    Ok(number.map(T::try_from).transpose()?)
}

fn list<T, I>(
    tokens: &mut Tokens<'_>,
    read: impl Fn(&mut Tokens<'_>) -> Read<Option<T>>,
    keep: impl Fn(Option<T>) -> Option<I>,
) -> Read<Option<Vec<I>>> {
    match tokens.next().transpose()? {
        Some(Token::ValueNull { .. }) => return Ok(None),
        Some(Token::StartArray { .. }) => {}
        _ => return Err(DeserializeError::custom("expected start array or null")),
    }
    let mut items = Vec::new();
    loop {
        if let Some(Ok(Token::EndArray { .. })) = tokens.peek() {
            tokens.next();
            return Ok(Some(items));
        }
        items.extend(keep(read(tokens)?));
    }
}

fn dense<T>(value: Option<T>) -> Option<T> {
    value
}

fn map<K: for<'s> From<&'s str> + Eq + Hash, T, I>(
    tokens: &mut Tokens<'_>,
    read: impl Fn(&mut Tokens<'_>) -> Read<Option<T>>,
    keep: impl Fn(Option<T>) -> Option<I>,
) -> Read<Option<HashMap<K, I>>> {
    match tokens.next().transpose()? {
        Some(Token::ValueNull { .. }) => return Ok(None),
        Some(Token::StartObject { .. }) => {}
        _ => return Err(DeserializeError::custom("expected start object or null")),
    }
    let mut map = HashMap::new();
    while let Some(key) = next_key(tokens)? {
        let key = K::from(&*key.to_unescaped()?);
        if let Some(value) = keep(read(tokens)?) {
            map.insert(key, value);
        }
    }
    Ok(Some(map))
}

fn write_group(object: &mut JsonObjectWriter<'_>, group: &Group) -> Result<(), SerializationError> {
    if let Some(arn) = &group.arn {
        object.key("Arn").string(arn);
    }
    if let Some(kind) = &group.kind {
        object.key("Kind").string(kind.as_ref());
    }
    let whole_numbers = [
        ("Tiny", group.tiny.map(i64::from)),
        ("Small", group.small.map(i64::from)),
        ("Order", group.order.map(i64::from)),
        ("Total", group.total),
    ];
    for (key, value) in whole_numbers {
        if let Some(value) = value {
            object.key(key).number(Number::NegInt(value));
        }
    }
    if let Some(ratio) = group.ratio {
        let ratio = f64::from(f32::from_bits(ratio));
        object.key("Ratio").number(Number::Float(ratio));
    }
    if let Some(weight) = group.weight {
        let weight = f64::from_bits(weight);
        object.key("Weight").number(Number::Float(weight));
    }
    if let Some(active) = group.active {
        object.key("Active").boolean(active);
    }
    if let Some(data) = &group.data {
        let data = aws_smithy_types::base64::encode(data);
        object.key("Data").string_unchecked(&data);
    }
    let times = [
        ("Modified", &group.modified, Format::EpochSeconds),
        ("Created", &group.created, Format::DateTime),
        ("Expires", &group.expires, Format::HttpDate),
    ];
    for (key, time, format) in times {
        if let Some(time) = time {
            object.key(key).date_time(time, format)?;
        }
    }
    if let Some(extra) = &group.extra {
        object.key("Extra").document(extra);
    }
    if let Some(tags) = &group.tags {
        let mut inner = object.key("Tags").start_object();
        for (key, value) in tags {
            inner.key(key).string(value);
        }
        inner.finish();
    }
    if let Some(groups) = &group.groups {
        let mut array = object.key("Groups").start_array();
        for group in groups {
            let mut inner = array.value().start_object();
            write_group(&mut inner, group)?;
            inner.finish();
        }
        array.finish();
    }
    if let Some(levels) = &group.levels {
        let mut array = object.key("Levels").start_array();
        for level in levels {
            whole_or_null(array.value(), level.map(i64::from));
        }
        array.finish();
    }
    if let Some(by_kind) = &group.by_kind {
        let mut inner = object.key("ByKind").start_object();
        for (kind, names) in by_kind {
            let mut array = inner.key(kind.as_ref()).start_array();
            for name in names {
                array.value().string(name);
            }
            array.finish();
        }
        inner.finish();
    }
    if let Some(sparse) = &group.sparse {
        let mut inner = object.key("Sparse").start_object();
        for (key, value) in sparse {
            whole_or_null(inner.key(key), *value);
        }
        inner.finish();
    }
    if let Some(metric) = &group.metric {
        let mut inner = object.key("Metric").start_object();
        write_metric(&mut inner, metric)?;
        inner.finish();
    }
    Ok(())
}

fn write_metric(object: &mut JsonObjectWriter<'_>, metric: &Metric) -> Result<(), SerializationError> {
    match metric {
        Metric::Number(bits) => {
            let number = Number::Float(f64::from_bits(*bits));
            object.key("Number").number(number);
        }
        Metric::Label(label) => object.key("Label").string(label),
        Metric::Group(group) => {
            let mut inner = object.key("Group").start_object();
            write_group(&mut inner, group)?;
            inner.finish();
        }
        Metric::Unknown => return Err(SerializationError::unknown_variant("Metric")),
    }
    Ok(())
}

fn whole_or_null(json: JsonValueWriter<'_>, value: Option<i64>) {
    match value {
        Some(value) => json.number(Number::NegInt(value)),
        None => json.null(),
    }
}
