// One key of the store: a JSON text, or nothing. An empty text stands for nothing: it is what deleting leaves.

import { MAX_DEPTH, check } from "../../lib/check";
import { fail } from "../../lib/failure";
import { NONE, Value, raw } from "../../lib/json";
import { reserve } from "../../lib/memory";
import { putText, take } from "../../lib/output";
import { optionalWhole, requiredText } from "../../lib/parameters";
import { keep, stored } from "../../lib/stored";
import { Text } from "../../lib/text";

const LONGEST_KEY = 200;
const LARGEST_VALUE = 25_000;
const TEN_YEARS = 315_360_000;
const MINUTE = 60;

@final
export class Entry {
  private key: Text;
  private ttl: i32;

  constructor(input: Value) {
    this.key = requiredText(input, "key", "the name to store under");
    if (this.key.size == 0 || this.key.size > LONGEST_KEY) {
      fail("OUT_OF_RANGE", "`key` must have 1 to 200 bytes.");
    }
    if (hasLoneSurrogate(this.key)) fail("INVALID_VALUE", "`key` holds half a character. Give whole characters.");
    this.ttl = optionalWhole(input, "ttl_seconds", 0, 0, TEN_YEARS);
  }

  /** What is stored, or NONE; a text that is no JSON counts as a JSON string of it. */
  read(): Value {
    const text = stored(this.key);
    if (text === null || text.size == 0) return NONE;
    const copy = reserve(text.size + 1);
    memory.copy(copy, text.at, text.size);
    store<u8>(copy + text.size, 0);
    let first = copy;
    while (first < copy + text.size && load<u8>(first) <= 0x20) first++;
    if (first < copy + text.size && check(copy, text.size, MAX_DEPTH).length == 0) return first;
    putText(text);
    return take().at;
  }

  write(value: Value): void {
    this.writeText(raw(value));
  }

  writeText(json: Text): void {
    if (json.size > LARGEST_VALUE) {
      fail("VALUE_TOO_LARGE", "The value has " + json.size.toString() + " bytes, more than the 25,000 that can be stored. Store only what the next run needs.");
    }
    keep(this.key, json, this.ttl);
  }

  /** Leaves nothing; the mark of it goes by itself. */
  remove(): void {
    keep(this.key, Text.of(""), MINUTE);
  }
}

function hasLoneSurrogate(text: Text): bool {
  for (let p = text.at; p + 1 < text.end; p++) {
    if (load<u8>(p) == 0xed && load<u8>(p, 1) >= 0xa0) return true;
  }
  return false;
}
