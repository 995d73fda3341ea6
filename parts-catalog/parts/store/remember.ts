// Operations that say what is new since the last time, and remember it.

import { fail } from "../../lib/failure";
import { canonical, canonicalAt, canonicalSize } from "../../lib/canonical";
import { Field } from "../../lib/field";
import { numberText } from "../../lib/digits";
import { Kind, NONE, Value, countOf, firstIn, kindOf, nextAfter, numberOf } from "../../lib/json";
import { reserve } from "../../lib/memory";
import { put, putAscii, putBytes, putKey, separate } from "../../lib/output";
import { writeAsIs } from "../../lib/members";
import { asText, optional, optionalNumber, optionalWhole, required, requiredList, withinItem } from "../../lib/parameters";
import { Text } from "../../lib/text";
import { Entry } from "./entry";
import { begin, end, putBool } from "./result";
import { Seen } from "./seen";

const MOST = 1000;

export function seen(entry: Entry, input: Value): void {
  const value = required(input, "value", "the text or number to look for");
  const most = optionalWhole(input, "keep", MOST, 1, MOST);
  const met = new Seen(entry.read(), most);
  const isNew = met.meet(value, "value");
  if (met.changed) entry.writeText(met.json());
  begin();
  putBool("is_new", isNew);
  putKey("value");
  writeAsIs(value);
  end();
}

/** The items whose field wasn't met before. */
export function newItems(entry: Entry, input: Value): void {
  const items = requiredList(input, "items", "the list to look through");
  const most = optionalWhole(input, "keep", MOST, 1, MOST);
  const path = optional(input, "path");
  const field = new Field(path == NONE ? Text.of(".") : asText(path, "path"));
  if (countOf(items) > most) {
    fail("OUT_OF_RANGE", "`items` has more than " + most.toString() + " items, more than are kept. Look through fewer at once.");
  }
  const met = new Seen(entry.read(), most);
  const found: Value[] = [];
  let index = 0;
  for (let each = firstIn(items); each != NONE; each = nextAfter(each)) {
    withinItem("items", index++);
    const name = path == NONE ? "" : field.path.toString();
    const value = field.of(each);
    if (value == NONE) required(NONE, name, "a text or number that tells the item from others");
    if (met.meet(value, name)) found.push(each);
  }
  if (met.changed) entry.writeText(met.json());
  begin();
  putKey("items");
  put(0x5b);
  for (let i = 0; i < found.length; i++) {
    separate();
    writeAsIs(found[i]);
  }
  put(0x5d);
  putKey("count");
  putAscii(found.length.toString());
  end();
}

export function changed(entry: Entry, input: Value): void {
  const value = required(input, "value", "the value to compare with the one before", true);
  const previous = entry.read();
  const differs = previous == NONE || !sameJson(previous, value);
  if (differs) entry.write(value);
  begin();
  putBool("changed", differs);
  putKey("previous");
  if (previous == NONE) putAscii("null");
  else writeAsIs(previous);
  putBool("is_first", previous == NONE);
  end();
}

function sameJson(a: Value, b: Value): bool {
  canonical(a);
  const size = canonicalSize;
  const copy = reserve(size);
  memory.copy(copy, canonicalAt, size);
  canonical(b);
  return canonicalSize == size && memory.compare(copy, canonicalAt, size) == 0;
}

export function increment(entry: Entry, input: Value): void {
  const by = optionalNumber(input, "by", 1);
  const before = entry.read();
  if (before != NONE && kindOf(before) != Kind.Number) {
    fail("OTHER_CONTENT", "`key` holds no number, because another operation stored something there. Use another key.");
  }
  const after = (before == NONE ? 0 : numberOf(before)) + by;
  if (!isFinite(after)) fail("OUT_OF_RANGE", "The result is too large for a number (more than about 1.8e308).");
  entry.writeText(numberText(after));
  const text = numberText(after);
  begin();
  putKey("value");
  putBytes(text.at, text.size);
  end();
}
