//! Predictions of Machine Learning have an endpoint of their own, which is a member of the input.
//!
//! The [customization] isn't part of smithy-rs, so `Predict` of the official crate only works with a custom endpoint.
//!
//! [customization]: https://smithy.io/2.0/aws/customizations/machinelearning-customizations.html

use crate::model::traits::ContextParam;
use crate::model::{Model, Shape};

/// Makes the member the endpoint of the request.
pub(super) fn adjust_model(model: &mut Model) {
    let members = model.shapes.values_mut().flat_map(Shape::members_mut);
    for member in members.filter(|member| member.name == "PredictEndpoint") {
        let name = "Endpoint".to_owned();
        member.traits.context_param = Some(ContextParam { name });
    }
}
