//! Cuts a model down to some of its operations and the shapes that they need.

use std::collections::{BTreeMap, BTreeSet};

use super::{Model, Service, ShapeId, ShapeKind};
use crate::Operations;
use crate::error::Errors;
use crate::select::closure::closure;
use crate::select::{EmptySelection, select};

impl Model {
    /// Returns the part of the model that the chosen operations need. The service of the result binds all of them directly;
    /// resources and the file's metadata are removed.
    ///
    /// # Errors
    ///
    /// The same as for generating these operations: unknown names and unsupported features.
    pub fn pruned(&self, choice: &Operations) -> Result<Self, Errors> {
        let selection = select(self, None, choice, EmptySelection::Reject)?;
        let mut roots: BTreeSet<ShapeId> = BTreeSet::new();
        let mut operations = Vec::new();
        for operation in &selection.operations {
            let targets = operation.errors.iter();
            let targets = targets.chain([&operation.input, &operation.output]);
            roots.extend(targets.map(|target| target.id().clone()));
            operations.push(operation.id.clone());
        }
        let mut kept = closure(self, &roots);
        kept.extend(operations.iter().cloned());
        let mut shapes: BTreeMap<_, _> = self
            .shapes
            .iter()
            .filter(|(id, _)| kept.contains(*id) || id.namespace() == "smithy.api")
            .map(|(id, shape)| (id.clone(), shape.clone()))
            .collect();
        if let Some(service) = self.get(selection.service.id) {
            let mut service = service.clone();
            if let ShapeKind::Service(service) = &mut service.kind {
                prune_service(service, operations, &kept);
            }
            shapes.insert(selection.service.id.clone(), service);
        }
        Ok(Self {
            source: self.source.clone(),
            format: self.format,
            metadata: serde_json::Map::new(),
            shapes,
        })
    }
}

fn prune_service(service: &mut Service, operations: Vec<ShapeId>, kept: &BTreeSet<ShapeId>) {
    service.operations = operations;
    service.resources.clear();
    service.rename.retain(|id, _| kept.contains(id));
}
