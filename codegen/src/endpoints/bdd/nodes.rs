//! Decodes the nodes of a decision diagram from Base64 into a checked graph.

use std::collections::BTreeSet;

use crate::endpoints::error::EndpointError;
use crate::endpoints::model::Diagram;

/// References from this one on refer to results.
const FIRST_RESULT: i32 = 100_000_000;

/// The size of a node in bytes: condition, high and low reference.
const NODE_SIZE: usize = 12;

/// The graph.
pub(super) struct Nodes {
    nodes: Vec<[i32; 3]>,
    results: usize,
}

/// The target of an edge.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Target {
    /// No rule matches.
    Exhausted,
    /// The result of this index.
    Result(usize),
    /// A node; if the edge is complemented, its branches are swapped.
    Node { index: usize, flipped: bool },
}

/// A node as seen through an edge.
pub(super) struct Node {
    pub(super) condition: usize,
    pub(super) high: Target,
    pub(super) low: Target,
}

/// Decodes the nodes of the diagram.
pub(super) fn read(diagram: &Diagram) -> Result<Nodes, EndpointError> {
    let bytes = decode(&diagram.nodes)
        .ok_or_else(|| EndpointError::Bdd("nodes are not in Base64".to_owned()))?;
    if bytes.len() != diagram.node_count * NODE_SIZE {
        let text = format!(
            "{} nodes take {} bytes",
            diagram.node_count,
            diagram.node_count * NODE_SIZE
        );
        return Err(EndpointError::Bdd(format!(
            "{text}, but there are {}",
            bytes.len()
        )));
    }
    let numbers = |node: &[u8; NODE_SIZE]| {
        let (numbers, _) = node.as_chunks::<4>();
        [0, 1, 2].map(|field| i32::from_be_bytes(numbers[field]))
    };
    let (nodes, _) = bytes.as_chunks::<NODE_SIZE>();
    Ok(Nodes {
        nodes: nodes.iter().map(numbers).collect(),
        results: diagram.results.len(),
    })
}

/// Base64 with the usual alphabet; `None` if the text is malformed.
fn decode(text: &str) -> Option<Vec<u8>> {
    const ALPHABET: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let (mut bytes, mut bits, mut count) = (Vec::new(), 0_u32, 0);
    for byte in text.trim_end_matches('=').bytes() {
        let digit = ALPHABET.iter().position(|known| *known == byte)?;
        bits = bits << 6 | u32::try_from(digit).ok()?;
        count += 6;
        if count >= 8 {
            count -= 8;
            bytes.push(u8::try_from(bits >> count & 0xFF).ok()?);
        }
    }
    Some(bytes)
}

impl Nodes {
    /// Returns the target of a reference.
    pub(super) fn target(&self, reference: i32) -> Result<Target, EndpointError> {
        let unknown = || EndpointError::Bdd(format!("reference {reference} leads nowhere"));
        if reference >= FIRST_RESULT {
            let index = usize::try_from(reference - FIRST_RESULT).map_err(|_| unknown())?;
            // The first result is "no rule matches", which is not listed.
            return match index.checked_sub(1) {
                None => Ok(Target::Exhausted),
                Some(index) if index < self.results => Ok(Target::Result(index)),
                Some(_) => Err(unknown()),
            };
        }
        match reference.unsigned_abs() {
            0 => Err(unknown()),
            1 => Ok(Target::Exhausted),
            number => {
                let index = usize::try_from(number - 1).map_err(|_| unknown())?;
                let flipped = reference < 0;
                (index < self.nodes.len())
                    .then_some(Target::Node { index, flipped })
                    .ok_or_else(unknown)
            }
        }
    }

    /// Returns the node at this index, with its branches swapped if `flipped`.
    pub(super) fn node(&self, index: usize, flipped: bool) -> Result<Node, EndpointError> {
        let [condition, high, low] = self.nodes[index];
        let condition = usize::try_from(condition)
            .map_err(|_| EndpointError::Bdd(format!("node {index} has no condition")))?;
        let (high, low) = if flipped { (low, high) } else { (high, low) };
        Ok(Node {
            condition,
            high: self.target(high)?,
            low: self.target(low)?,
        })
    }

    /// Returns the targets to which more than one edge leads, or an error if the edges form a cycle.
    pub(super) fn shared(&self, root: Target) -> Result<BTreeSet<Target>, EndpointError> {
        let mut search = Search {
            nodes: self,
            done: BTreeSet::new(),
            open: BTreeSet::new(),
            shared: BTreeSet::new(),
        };
        search.visit(root)?;
        Ok(search.shared)
    }
}

struct Search<'a> {
    nodes: &'a Nodes,
    done: BTreeSet<Target>,
    open: BTreeSet<Target>,
    shared: BTreeSet<Target>,
}

impl Search<'_> {
    fn visit(&mut self, target: Target) -> Result<(), EndpointError> {
        if !self.open.insert(target) {
            return Err(EndpointError::Bdd("the nodes form a cycle".to_owned()));
        }
        if !self.done.insert(target) {
            if target != Target::Exhausted {
                self.shared.insert(target);
            }
        } else if let Target::Node { index, flipped } = target {
            let node = self.nodes.node(index, flipped)?;
            self.visit(node.high)?;
            if node.low != node.high {
                self.visit(node.low)?;
            }
        }
        self.open.remove(&target);
        Ok(())
    }
}

impl Target {
    /// Returns the name of the function for this target.
    pub(super) fn name(self) -> String {
        match self {
            Self::Exhausted => "no_match".to_owned(),
            Self::Result(index) => format!("result_{}", index + 1),
            Self::Node {
                index,
                flipped: false,
            } => format!("node_{}", index + 1),
            Self::Node {
                index,
                flipped: true,
            } => format!("node_{}_swapped", index + 1),
        }
    }
}
