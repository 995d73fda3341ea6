// Whether something is JSON, and whether it is what a schema asks for.

import { MAX_DEPTH, check } from "../../lib/check";
import { indexEnds } from "../../lib/ends";
import { openFailure } from "../../lib/failure";
import { NONE, Value, memberNamed } from "../../lib/json";
import { writeAsIs } from "../../lib/members";
import { reserve } from "../../lib/memory";
import { put, putAscii, putBytes, putKey, take } from "../../lib/output";
import { asText, optional, optionalBool } from "../../lib/parameters";
import { runWhole } from "../../lib/part";
import { Text } from "../../lib/text";
import { prepare } from "../../lib/categories";
import { Compiler } from "./compile";
import { MOST, failures, wrong } from "./errors";
import { Schema } from "./schema";
import { validate } from "./validate";

runWhole((input: Value): void => {
  const strict = optionalBool(input, "fail_on_invalid", false);
  const rule = optional(input, "schema");
  const schema: Schema | null = rule == NONE ? null : new Compiler(rule).read();
  const text = optional(input, "json_string");
  put(0x5b);
  const value = text == NONE ? memberNamed(input, "value") : parsed(asText(text, "json_string"));
  if (value == NONE) {
    if (text == NONE) wrong("json", "There is no JSON to check. Give it as text in `json_string` or as it is in `value`.");
  } else if (schema !== null) {
    prepare();
    indexEnds(value);
    validate(schema, value, 0);
  }
  put(0x5d);
  write(strict, take(), text == NONE ? NONE : value);
});

/** The value that a text holds, or NONE after saying why it holds none. */
function parsed(text: Text): Value {
  const copy = reserve(text.size + 1);
  memory.copy(copy, text.at, text.size);
  store<u8>(copy + text.size, 0);
  const complaint = check(copy, text.size, MAX_DEPTH);
  if (complaint.length > 0) {
    wrong("json", "The text is not JSON: " + complaint + ".");
    return NONE;
  }
  let first = copy;
  while (load<u8>(first) <= 0x20) first++;
  return first;
}

function write(strict: bool, errors: Text, value: Value): void {
  const valid = failures == 0;
  put(0x7b);
  if (valid || !strict) {
    putKey("success");
    putAscii("true");
  } else {
    const count = failures == 1 ? "1 mistake" : (failures < MOST ? failures.toString() : "many") + " mistakes";
    openFailure("VALIDATION_FAILED", "The JSON is not valid: " + count + ". `data.errors` lists what is wrong and where.");
  }
  putVerdict(valid);
  putKey("data");
  put(0x7b);
  putVerdict(valid);
  putKey("errors");
  putBytes(errors.at, errors.size);
  if (value != NONE && valid) {
    putKey("value");
    writeAsIs(value);
  }
  put(0x7d);
  put(0x7d);
}

function putVerdict(valid: bool): void {
  putKey("valid");
  putAscii(valid ? "true" : "false");
}
