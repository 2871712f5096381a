//! Compares the models of all AWS services in both formats.
//!
//! The models are kept outside of the repository. AWS's Smithy models are expected in `shared/models/aws` beside the
//! repository, and `BOTOCORE_DATA` names the folder `botocore/data` of an unpacked wheel of the same day. Without them, the
//! tests say so and do nothing. `UPDATE_SERVICE_FACTS=1` writes the table.

mod facts;
mod members;

use std::collections::BTreeMap;
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

use flate2::read::GzDecoder;
use serde_json::Value;
use smithy_slim_codegen::model::{Model, ModelFiles, Part};

/// One service in both formats.
struct Service {
    id: String,
    smithy: PathBuf,
    /// The folder of the service's models in botocore.
    botocore: PathBuf,
}

fn services() -> Option<Vec<Service>> {
    let smithy = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/models/aws");
    let botocore = PathBuf::from(env::var_os("BOTOCORE_DATA").unwrap_or_default());
    for folder in [&smithy, &botocore] {
        if !folder.is_dir() {
            println!("skipped: the folder {:?} does not exist", folder.display());
            return None;
        }
    }
    let botocore = botocore_folders(&botocore);
    let mut services: Vec<Service> = entries(&smithy)
        .into_iter()
        .filter_map(|smithy| {
            let id = smithy_id(&json(&smithy))?;
            let botocore = botocore.get(&id)?.clone();
            Some(Service {
                id,
                smithy,
                botocore,
            })
        })
        .collect();
    services.sort_by(|a, b| a.id.cmp(&b.id));
    assert!(services.len() > 300, "only {} services", services.len());
    Some(services)
}

/// The folder of the newest model of each service, by service ID.
fn botocore_folders(data: &Path) -> BTreeMap<String, PathBuf> {
    let services = entries(data).into_iter().filter(|path| path.is_dir());
    let newest = services.filter_map(|service| entries(&service).pop());
    newest
        .filter(|folder| folder.is_dir())
        .filter_map(|folder| {
            let file = json(&folder.join("service-2.json.gz"));
            let id = file["metadata"]["serviceId"].as_str()?.to_owned();
            Some((id, folder))
        })
        .collect()
}

fn smithy_id(file: &Value) -> Option<String> {
    let shapes = file["shapes"].as_object()?;
    let service = shapes.values().find(|shape| shape["type"] == "service")?;
    let id = service["traits"]["aws.api#service"]["sdkId"].as_str()?;
    Some(id.to_owned())
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("the folder can be read");
    let mut paths: Vec<PathBuf> = entries
        .map(|entry| entry.expect("the folder can be read").path())
        .collect();
    paths.sort();
    paths
}

fn json(path: &Path) -> Value {
    let mut text = Vec::new();
    let file = fs::File::open(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    GzDecoder::new(file).read_to_end(&mut text).expect("gzip");
    serde_json::from_slice(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

impl Service {
    fn smithy_json(&self) -> Value {
        json(&self.smithy)
    }

    fn botocore_json(&self) -> Value {
        json(&self.botocore.join("service-2.json.gz"))
    }

    fn smithy(&self) -> Model {
        read(ModelFiles {
            source: self.smithy.display().to_string(),
            main: fs::read(&self.smithy).expect("the file was found"),
            ..ModelFiles::default()
        })
    }

    fn botocore(&self) -> Model {
        let part = |part: Part| {
            let mut names = part.file_names().into_iter();
            names.find_map(|name| fs::read(self.botocore.join(name)).ok())
        };
        read(ModelFiles {
            source: self
                .botocore
                .join("service-2.json.gz")
                .display()
                .to_string(),
            main: part(Part::Service).expect("the file was found"),
            paginators: part(Part::Paginators),
            endpoint_rules: part(Part::EndpointRules),
        })
    }
}

fn read(files: ModelFiles) -> Model {
    Model::read(&files).unwrap_or_else(|errors| panic!("{errors}"))
}
