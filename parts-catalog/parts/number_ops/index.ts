// One operation on a number.

import { fail } from "../../lib/failure";
import { numberText } from "../../lib/digits";
import { Value } from "../../lib/json";
import { put, putKey, putText } from "../../lib/output";
import { asNumber, optionalObject, required, requiredText, unknownOperation, within } from "../../lib/parameters";
import { run } from "../../lib/part";
import { alone } from "./alone";
import { format } from "./format";
import { withValue } from "./with-value";

const OPERATIONS =
  "add, subtract, multiply, divide, mod, power, min, max, clamp, round, floor, ceil, trunc, abs, negate, sqrt, sign, format";

run((input: Value): void => {
  const operation = requiredText(input, "operation", "one of: " + OPERATIONS);
  const name = operation.toString();
  const known = (", " + OPERATIONS + ",").includes(", " + name + ",");
  if (!known) unknownOperation("number_ops", operation, OPERATIONS);
  const number = asNumber(required(input, "input", "the number to work on"), "input");
  const args = optionalObject(input, "args");
  within("args.");
  put(0x7b);
  putKey("operation");
  putText(operation);
  putKey("result");
  if (name == "format") putText(format(number, args));
  else putNumber(compute(name, number, args));
  put(0x7d);
});

function compute(name: string, number: f64, args: Value): f64 {
  const result = alone(name, number, args);
  return isNaN(result) ? withValue(name, number, args) : result;
}

function putNumber(result: f64): void {
  if (!isFinite(result)) {
    fail("OUT_OF_RANGE", "The result is too large for a number (more than about 1.8e308).");
  }
  const text = numberText(result);
  putRaw(text.at, text.size);
}

function putRaw(at: usize, size: i32): void {
  for (let p = at; p < at + size; p++) put(load<u8>(p));
}
