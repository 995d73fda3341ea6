// One operation on a text. Positions and lengths count characters (code points).

import { NONE, Value } from "../../lib/json";
import { putLower, putTitle, putUpper, trimmed } from "../../lib/letters";
import { put, putAscii, putKey, putText } from "../../lib/output";
import { asText, optional, optionalObject, requiredText, unknownOperation, within } from "../../lib/parameters";
import { run } from "../../lib/part";
import { Text } from "../../lib/text";
import { contains, endsWith, indexOf, startsWith } from "./find";
import { padEnd, padStart, repeat, reverse, substring, truncate } from "./shape";
import { join, replace, split } from "./pieces";

const OPERATIONS =
  "upper, lower, title, trim, trim_start, trim_end, replace, split, join, substring, truncate, length, contains, " +
  "starts_with, ends_with, index_of, pad_start, pad_end, repeat, reverse";

run((input: Value): void => {
  const operation = requiredText(input, "operation", "one of: " + OPERATIONS);
  const subject = optional(input, "input");
  const args = optionalObject(input, "args");
  put(0x7b);
  putKey("operation");
  putText(operation);
  putKey("result");
  const name = operation.toString();
  if (name == "join") {
    join(subject, args);
  } else {
    const text = subject == NONE ? Text.of("") : asText(subject, "input");
    within("args.");
    if (!change(name, text) && !apply(name, text, args)) unknownOperation("string_ops", operation, OPERATIONS);
  }
  put(0x7d);
});

/** Operations without arguments. */
function change(name: string, text: Text): bool {
  if (name == "length") {
    putAscii(text.length().toString());
    return true;
  }
  if (name == "trim") putText(trimmed(text, true, true));
  else if (name == "trim_start") putText(trimmed(text, true, false));
  else if (name == "trim_end") putText(trimmed(text, false, true));
  else {
    const known = name == "upper" || name == "lower" || name == "title" || name == "reverse";
    if (!known) return false;
    put(0x22);
    if (name == "upper") putUpper(text);
    else if (name == "lower") putLower(text);
    else if (name == "title") putTitle(text);
    else reverse(text);
    put(0x22);
  }
  return true;
}

function apply(name: string, text: Text, args: Value): bool {
  if (name == "replace") replace(text, args);
  else if (name == "split") split(text, args);
  else if (name == "substring") substring(text, args);
  else if (name == "truncate") truncate(text, args);
  else if (name == "contains") contains(text, args);
  else if (name == "starts_with") startsWith(text, args);
  else if (name == "ends_with") endsWith(text, args);
  else if (name == "index_of") indexOf(text, args);
  else if (name == "pad_start") padStart(text, args);
  else if (name == "pad_end") padEnd(text, args);
  else if (name == "repeat") repeat(text, args);
  else return false;
  return true;
}
