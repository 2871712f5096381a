//! Reads botocore's version and the files of one service from a wheel, which is a zip file.

use std::fs::File;
use std::io::Read;

use anyhow::{Context, Result, bail};
use flate2::read::GzDecoder;
use serde::Deserialize;
use smithy_slim_codegen::model::{ModelFiles, Part};
use zip::ZipArchive;

use super::normalized;

/// A wheel of botocore.
pub struct Wheel {
    archive: ZipArchive<File>,
    /// The version in the wheel's metadata.
    pub version: String,
}

/// The largest file that is read. The largest model has 4 MB.
const LARGEST: u64 = 64 << 20;

impl Wheel {
    /// Opens a wheel and checks that it is botocore's.
    ///
    /// # Errors
    ///
    /// If it is no zip file, or not a wheel of botocore.
    pub fn open(file: File) -> Result<Self> {
        let mut archive = ZipArchive::new(file).context("not a wheel: not a zip file")?;
        let is_metadata = |name: &String| name.ends_with(".dist-info/METADATA");
        let name = names(&archive).find(is_metadata);
        let name = name.context("not a wheel: has no METADATA")?;
        let metadata = String::from_utf8(read(&mut archive, &name)?).context(name)?;
        let field = |key: &str| {
            let mut lines = metadata.lines();
            lines
                .find_map(|line| line.strip_prefix(key))
                .unwrap_or_default()
                .trim()
                .to_owned()
        };
        match field("Name:").as_str() {
            "botocore" => Ok(Self {
                version: field("Version:"),
                archive,
            }),
            other => bail!("is a wheel of `{other}`, not of botocore"),
        }
    }

    /// The newest model of a service with the files beside it, by the service's name in the SDKs or its folder's name.
    ///
    /// # Errors
    ///
    /// If the wheel has no such service, or is damaged.
    pub fn service(&mut self, service: &str) -> Result<ModelFiles> {
        for folder in self.folders(service) {
            let main = self.part(&folder, Part::Service)?.with_context(|| {
                format!(
                    "botocore {} lists {folder} but doesn't contain its model",
                    self.version
                )
            })?;
            if folder_name(&folder) == service
                || normalized(&service_id(&main)) == normalized(service)
            {
                return Ok(ModelFiles {
                    source: format!("botocore {}", self.version),
                    main,
                    paginators: self.part(&folder, Part::Paginators)?,
                    endpoint_rules: self.part(&folder, Part::EndpointRules)?,
                });
            }
        }
        let near = self.near(service);
        let hint = match near.as_slice() {
            [] => String::new(),
            names => format!("; did you mean {}?", names.join(" or ")),
        };
        bail!("botocore {} has no service `{service}`{hint}", self.version)
    }

    /// The services with names like this, the nearest first.
    fn near(&self, service: &str) -> Vec<String> {
        let folders = self.folders(service);
        let mut scored: Vec<(f64, &str)> = folders
            .iter()
            .map(|folder| folder_name(folder))
            .map(|name| (strsim::jaro_winkler(&service.to_lowercase(), name), name))
            .filter(|(score, _)| *score > 0.8)
            .collect();
        scored.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.cmp(b.1)));
        scored.dedup();
        scored
            .into_iter()
            .take(3)
            .map(|(_, name)| format!("`{name}`"))
            .collect()
    }

    /// The folders of all services, `botocore/data/connect/2017-08-08/`: the likely ones first, the newest version of each first.
    fn folders(&self, service: &str) -> Vec<String> {
        let likely = format!(
            "botocore/data/{}/",
            service.to_lowercase().replace(' ', "-")
        );
        let names = names(&self.archive);
        let mut folders: Vec<String> = names
            .filter_map(|name| Some(service_folder(&name)?.to_owned()))
            .collect();
        folders.sort_by(|a, b| {
            let is_other = |folder: &String| !folder.starts_with(&likely);
            is_other(a).cmp(&is_other(b)).then_with(|| b.cmp(a))
        });
        folders
    }

    fn part(&mut self, folder: &str, part: Part) -> Result<Option<Vec<u8>>> {
        let names = part.file_names().map(|name| format!("{folder}{name}"));
        let name = names
            .into_iter()
            .find(|name| self.archive.index_for_name(name).is_some());
        name.map(|name| read(&mut self.archive, &name)).transpose()
    }
}

/// The names of all entries, without those that aren't UTF-8.
fn names(archive: &ZipArchive<File>) -> impl Iterator<Item = String> {
    archive
        .file_names()
        .filter_map(|name| Some(name.ok()?.into_owned()))
}

/// `connect` of `botocore/data/connect/2017-08-08/`.
fn folder_name(folder: &str) -> &str {
    folder.split('/').nth(2).unwrap_or_default()
}

fn service_folder(name: &str) -> Option<&str> {
    let inside = name.strip_prefix("botocore/data/")?;
    let is_service = |file: &&str| inside.ends_with(&format!("/{file}"));
    let file = Part::Service
        .file_names()
        .into_iter()
        .find(|file| is_service(file))?;
    name.strip_suffix(file)
}

/// The bytes of an entry, compared with the checksum in the zip file.
fn read(archive: &mut ZipArchive<File>, name: &str) -> Result<Vec<u8>> {
    let entry = archive.by_name(name).with_context(|| name.to_owned())?;
    let mut bytes = Vec::new();
    entry
        .take(LARGEST)
        .read_to_end(&mut bytes)
        .with_context(|| name.to_owned())?;
    Ok(bytes)
}

/// The service's name in the SDKs; empty if the file isn't a model, which the reader of models explains.
fn service_id(bytes: &[u8]) -> String {
    #[derive(Deserialize)]
    struct Head {
        metadata: Metadata,
    }
    #[derive(Deserialize)]
    struct Metadata {
        #[serde(rename = "serviceId", default)]
        service_id: String,
    }
    let mut unpacked = Vec::new();
    let is_packed = bytes.starts_with(&[0x1f, 0x8b]);
    if is_packed
        && GzDecoder::new(bytes)
            .take(LARGEST)
            .read_to_end(&mut unpacked)
            .is_err()
    {
        return String::new();
    }
    let bytes = if is_packed { &unpacked } else { bytes };
    serde_json::from_slice::<Head>(bytes)
        .map(|head| head.metadata.service_id)
        .unwrap_or_default()
}
