//! The frame of a part: its input, its parameters by name, and its result.

use crate::json::{self, Json};
use std::io::{self, Read, Write};

/// Why a part can't do what it was asked.
pub struct Failure {
    pub code: &'static str,
    pub message: String,
}

impl Failure {
    /// `message` says what happened and what to do.
    pub fn new(code: &'static str, message: impl Into<String>) -> Failure {
        Failure { code, message: message.into() }
    }
}

/// The members of the input.
pub struct Parameters(Vec<(String, Json)>);

impl Parameters {
    /// The value of a parameter; none where it is absent or null.
    pub fn optional(&self, name: &str) -> Option<&Json> {
        let found = self.0.iter().rev().find(|(key, _)| key == name);
        found.map(|(_, value)| value).filter(|value| !matches!(value, Json::Null))
    }

    /// The same; `MISSING_FIELD` where there is none. `what` says what to give.
    pub fn required(&self, name: &str, what: &str) -> Result<&Json, Failure> {
        self.optional(name)
            .ok_or_else(|| Failure::new("MISSING_FIELD", format!("The input has no `{name}`. Give {what}.")))
    }

    /// A text; a number or boolean counts as the text it is written as. Else `INVALID_TYPE`.
    pub fn required_text(&self, name: &str, what: &str) -> Result<String, Failure> {
        text(self.required(name, what)?, name)
    }

    pub fn optional_text(&self, name: &str, otherwise: &str) -> Result<String, Failure> {
        match self.optional(name) {
            Some(value) => text(value, name),
            None => Ok(otherwise.to_string()),
        }
    }
}

fn text(value: &Json, name: &str) -> Result<String, Failure> {
    match value {
        Json::Text(text) => Ok(text.clone()),
        Json::Number(_) | Json::Bool(_) => Ok(value.to_string()),
        other => {
            let kind = if matches!(other, Json::List(_)) { "a list" } else { "an object" };
            Err(Failure::new("INVALID_TYPE", format!("`{name}` must be a text, but it is {kind}.")))
        }
    }
}

/// Reads the input, does the work and writes the result; `work` gives `data`.
pub fn run(work: fn(&Parameters) -> Result<Json, Failure>) {
    let result = match input().and_then(|parameters| work(&parameters)) {
        Ok(data) => Json::object([("success", Json::Bool(true)), ("data", data)]),
        Err(failure) => Json::object([
            ("success", Json::Bool(false)),
            ("error", Json::Text(failure.message)),
            ("error_code", Json::Text(failure.code.to_string())),
        ]),
    };
    if io::stdout().write_all(result.to_string().as_bytes()).is_err() {
        std::process::exit(1);
    }
}

fn input() -> Result<Parameters, Failure> {
    let mut bytes = Vec::new();
    let not_json = |why: &str| Failure::new("INVALID_JSON", format!("The input is not JSON: {why}."));
    io::stdin().read_to_end(&mut bytes).map_err(|_| not_json("it can't be read"))?;
    let text = String::from_utf8(bytes).map_err(|_| not_json("it is not UTF-8"))?;
    match json::read(&text).map_err(not_json)? {
        Json::Object(members) => Ok(Parameters(members)),
        _ => Err(Failure::new(
            "INVALID_INPUT",
            "The input must be a JSON object, such as {\"name\": \"value\"}.",
        )),
    }
}
