// Remembers values from one run to the next, in a store that only this part has.

import { NONE, Value } from "../../lib/json";
import { writeAsIs } from "../../lib/members";
import { putAscii, putKey } from "../../lib/output";
import { optional, required, requiredText, unknownOperation } from "../../lib/parameters";
import { runWhole } from "../../lib/part";
import { Entry } from "./entry";
import { changed, increment, newItems, seen } from "./remember";
import { begin, end, putBool } from "./result";

const OPERATIONS = "get, set, delete, seen, new_items, changed, increment";

runWhole((input: Value): void => {
  const operation = requiredText(input, "operation", "one of: " + OPERATIONS);
  const name = operation.toString();
  const known = !name.includes(",") && (", " + OPERATIONS + ",").includes(", " + name + ",");
  if (!known) unknownOperation("store", operation, OPERATIONS);
  const entry = new Entry(input);
  if (name == "get") get(entry, input);
  else if (name == "set") set(entry, input);
  else if (name == "delete") remove(entry);
  else if (name == "seen") seen(entry, input);
  else if (name == "new_items") newItems(entry, input);
  else if (name == "changed") changed(entry, input);
  else increment(entry, input);
});

function get(entry: Entry, input: Value): void {
  const value = entry.read();
  const otherwise = optional(input, "default");
  begin();
  putBool("found", value != NONE);
  putKey("value");
  if (value != NONE) writeAsIs(value);
  else if (otherwise != NONE) writeAsIs(otherwise);
  else putAscii("null");
  end();
}

function set(entry: Entry, input: Value): void {
  const value = required(input, "value", "the value to store", true);
  entry.write(value);
  begin();
  putKey("value");
  writeAsIs(value);
  end();
}

function remove(entry: Entry): void {
  const there = entry.read() != NONE;
  if (there) entry.remove();
  begin();
  putBool("deleted", there);
  end();
}
