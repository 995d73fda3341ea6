// The values that were met before: a list of short texts, the newest last. A long value is kept as a
// hash of it, so that a thousand always fit into one entry.

import { fail } from "../../lib/failure";
import { numberText } from "../../lib/digits";
import { Kind, NONE, Value, decode, decodedAt, decodedSize, firstIn, kindOf, nextAfter, numberOf } from "../../lib/json";
import { put, putString, separate, take } from "../../lib/output";
import { wrongKind } from "../../lib/parameters";
import { reserve } from "../../lib/memory";
import { Text } from "../../lib/text";

const LONGEST = 20;
const HASH_SIGN: u8 = 0x23;

@final
export class Seen {
  private marks: Text[] = [];
  /** Whether the list isn't what it was. */
  changed: bool = false;

  constructor(
    value: Value,
    private most: i32,
  ) {
    if (value != NONE && kindOf(value) != Kind.List) {
      fail("OTHER_CONTENT", "`key` holds no list of seen values, because another operation stored something there. Use another key.");
    }
    for (let each = value == NONE ? NONE : firstIn(value); each != NONE; each = nextAfter(each)) {
      if (kindOf(each) != Kind.Text) continue;
      decode(each);
      this.marks.push(new Text(decodedAt, decodedSize));
    }
  }

  /** Whether a value wasn't met before; from now on it was. One that is old in the list becomes new there. */
  meet(value: Value, name: string): bool {
    const mark = markOf(value, name);
    for (let i = this.marks.length - 1; i >= 0; i--) {
      if (!this.marks[i].equals(mark)) continue;
      if (i < this.marks.length / 2) {
        this.marks.splice(i, 1);
        this.add(mark);
      }
      return false;
    }
    this.add(mark);
    return true;
  }

  private add(mark: Text): void {
    this.marks.push(mark);
    this.changed = true;
  }

  /** As JSON: the newest, as many as are to be kept. */
  json(): Text {
    put(0x5b);
    for (let i = max(0, this.marks.length - this.most); i < this.marks.length; i++) {
      separate();
      putString(this.marks[i].at, this.marks[i].size);
    }
    put(0x5d);
    return take();
  }
}

/** A number is the same value as the text that says it. */
function markOf(value: Value, name: string): Text {
  const kind = kindOf(value);
  if (kind == Kind.Number) {
    const text = numberText(numberOf(value));
    const kept = new Text(reserve(text.size), text.size);
    memory.copy(kept.at, text.at, text.size);
    return kept.size > LONGEST ? hashed(kept) : kept;
  }
  if (kind != Kind.Text) wrongKind(name, value, "a text or a number");
  decode(value);
  const text = new Text(decodedAt, decodedSize);
  return isShort(text) ? text : hashed(text);
}

/** Short, and written in JSON as it is. */
function isShort(text: Text): bool {
  if (text.size > LONGEST || (text.size > 0 && load<u8>(text.at) == HASH_SIGN)) return false;
  for (let p = text.at; p < text.end; p++) {
    const c = load<u8>(p);
    if (c < 0x20 || c == 0x22 || c == 0x5c || c == 0xed) return false;
  }
  return true;
}

/** # and 16 hex digits: FNV-1a of 64 bits, then the finalizer of MurmurHash3. */
function hashed(text: Text): Text {
  let h: u64 = 0xcbf29ce484222325;
  for (let p = text.at; p < text.end; p++) h = (h ^ load<u8>(p)) * 0x100000001b3;
  h = (h ^ (h >> 33)) * 0xff51afd7ed558ccd;
  h = (h ^ (h >> 33)) * 0xc4ceb9fe1a85ec53;
  h ^= h >> 33;
  const at = reserve(17);
  store<u8>(at, HASH_SIGN);
  for (let i = 1; i <= 16; i++, h <<= 4) {
    const digit = <u8>(h >> 60);
    store<u8>(at + i, digit < 10 ? 0x30 + digit : 0x57 + digit);
  }
  return new Text(at, 17);
}
