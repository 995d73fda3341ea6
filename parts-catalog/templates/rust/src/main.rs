//! Greets someone by name.

mod json;
mod part;

use json::Json;
use part::{Failure, Parameters};

fn main() {
    part::run(greet);
}

fn greet(input: &Parameters) -> Result<Json, Failure> {
    let name = input.required_text("name", "whom to greet")?;
    let greeting = input.optional_text("greeting", "Hello")?;
    Ok(Json::object([("text", Json::Text(format!("{greeting}, {name}!")))]))
}
