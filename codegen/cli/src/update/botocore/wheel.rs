//! Reading a wheel, which is a zip file. In: the file. Out: botocore's version, and the files of one service.

use std::fs::File;
use std::io::Read;

use anyhow::{Context, Result, bail};
use flate2::read::GzDecoder;
use serde::Deserialize;
use smithy_slim_codegen::model::{ModelFiles, Part};
use zip::ZipArchive;

/// A wheel of botocore.
pub struct Wheel {
    archive: ZipArchive<File>,
    /// The version that the wheel's metadata tells.
    pub version: String,
}

/// The greatest file that is read; the greatest model has 4 MB.
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

    /// The newest model of the service whose name in the SDKs is `sdk_id`, with what lies beside it.
    ///
    /// # Errors
    ///
    /// If the wheel has no such service, or is damaged.
    pub fn service(&mut self, sdk_id: &str) -> Result<ModelFiles> {
        for folder in self.folders(sdk_id) {
            let main = self
                .part(&folder, Part::Service)?
                .context("has lost its model")?;
            if service_id(&main) == sdk_id {
                return Ok(ModelFiles {
                    source: format!("botocore {}", self.version),
                    main,
                    paginators: self.part(&folder, Part::Paginators)?,
                    endpoint_rules: self.part(&folder, Part::EndpointRules)?,
                });
            }
        }
        bail!("botocore {} has no service `{sdk_id}`", self.version)
    }

    /// The folders of all services, `botocore/data/connect/2017-08-08/`: the likely ones first, the newest version of each first.
    fn folders(&self, sdk_id: &str) -> Vec<String> {
        let likely = format!("botocore/data/{}/", sdk_id.to_lowercase().replace(' ', "-"));
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

/// The names of all entries; one that isn't text is none of ours.
fn names(archive: &ZipArchive<File>) -> impl Iterator<Item = String> {
    archive
        .file_names()
        .filter_map(|name| Some(name.ok()?.into_owned()))
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

/// The bytes of an entry; the zip file's checksum is compared on the way.
fn read(archive: &mut ZipArchive<File>, name: &str) -> Result<Vec<u8>> {
    let entry = archive.by_name(name).with_context(|| name.to_owned())?;
    let mut bytes = Vec::new();
    entry
        .take(LARGEST)
        .read_to_end(&mut bytes)
        .with_context(|| name.to_owned())?;
    Ok(bytes)
}

/// The service's name in the SDKs; empty if the file isn't a model, which is for the reader of models to explain.
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
