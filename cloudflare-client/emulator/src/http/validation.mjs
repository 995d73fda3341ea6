import { Ajv } from "ajv";
import { readFileSync } from "node:fs";
import { ApiError } from "./api-error.mjs";

/** @typedef {import("ajv").ValidateFunction} ValidateFunction */

const ajv = new Ajv({ allErrors: false, strict: false, discriminator: true });
/** @type {Map<string, ValidateFunction>} */
const compiled = new Map();

/**
 * Checks a request body against `schemas/<name>.json` (no unknown properties).
 *
 * @template [T=any]
 * @param {string} name
 * @param {unknown} value
 * @param {{ status?: number, code: number }} refusal what the product answers to a bad body
 * @returns {T} the same value
 * @throws {ApiError} with a JSON pointer to the first fault
 */
export function validated(name, value, { status = 400, code }) {
  const validate = schema(name);
  if (validate(value)) return /** @type {T} */ (value);
  const error = validate.errors?.[0];
  const pointer = error?.instancePath ?? "";
  throw new ApiError(status, code, `${pointer || "The request body"} ${sentence(error)}.`, { pointer });
}

/** @param {import("ajv").ErrorObject | undefined} error */
function sentence(error) {
  if (error?.keyword === "additionalProperties")
    return `must not have the property '${error.params["additionalProperty"]}'`;
  if (error?.keyword === "enum") return `must be one of ${error.params["allowedValues"].join(", ")}`;
  if (error?.keyword === "discriminator") return `has an unknown ${error.params["tag"]} '${error.params["tagValue"]}'`;
  return error?.message ?? "is not valid";
}

/** @param {string} name @returns {ValidateFunction} */
function schema(name) {
  let validate = compiled.get(name);
  if (!validate) {
    const document = JSON.parse(readFileSync(new URL(`../../schemas/${name}.json`, import.meta.url), "utf8"));
    discriminateBindings(document.definitions?.[name]?.properties?.bindings);
    validate = ajv.compile(document);
    compiled.set(name, validate);
  }
  return validate;
}

/**
 * Bindings are told apart by `type`: with this the error is about the binding meant, not about forty it isn't.
 *
 * @param {any} bindings
 */
function discriminateBindings(bindings) {
  if (!bindings) return;
  bindings.items = {
    type: "object",
    required: ["type"],
    discriminator: { propertyName: "type" },
    oneOf: bindings.items.anyOf,
  };
}
