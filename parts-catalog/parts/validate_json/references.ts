// What references in a schema lead to: its root, its anchors, its identifiers, and places by JSON pointer.

import { fail, quoted } from "../../lib/failure";
import { Kind, NONE, Value, kindOf, memberNamed, textOf } from "../../lib/json";
import { reserve } from "../../lib/memory";
import { step } from "../../lib/steps";
import { Text } from "../../lib/text";

@final
export class Identifiers {
  private anchors: Text[] = [];
  private anchored: Value[] = [];
  private ids: Text[] = [];
  private identified: Value[] = [];

  constructor(private root: Value) {}

  /** Remembers how a schema can be referred to. */
  note(schema: Value): void {
    this.anchor(schema, "$anchor");
    this.anchor(schema, "$dynamicAnchor");
    const id = memberNamed(schema, "$id");
    if (id == NONE || kindOf(id) != Kind.Text) return;
    const text = textOf(id);
    this.ids.push(text.slice(0, find(text, 0x23)));
    this.identified.push(schema);
  }

  private anchor(schema: Value, keyword: string): void {
    const name = memberNamed(schema, keyword);
    if (name == NONE || kindOf(name) != Kind.Text) return;
    this.anchors.push(textOf(name));
    this.anchored.push(schema);
  }

  /** The schema that a reference means; fails where there is none. */
  find(reference: Text): Value {
    const hash = find(reference, 0x23);
    let found = this.root;
    if (hash > 0) found = this.byId(reference.slice(0, hash));
    if (found != NONE && hash + 1 < reference.size) {
      const fragment = decoded(reference.slice(hash + 1, reference.size));
      if (fragment.size > 0) found = load<u8>(fragment.at) == 0x2f ? pointed(found, fragment) : this.byAnchor(fragment);
    }
    if (found == NONE) {
      fail("UNKNOWN_REFERENCE", "The schema refers to " + quoted(reference) + ", which is not in it. Put that schema under `$defs`, or correct the reference.");
    }
    return found;
  }

  private byAnchor(name: Text): Value {
    for (let i = 0; i < this.anchors.length; i++) if (this.anchors[i].equals(name)) return this.anchored[i];
    return NONE;
  }

  /** An identifier counts as written, or by its last step where the reference is only that. */
  private byId(id: Text): Value {
    for (let i = 0; i < this.ids.length; i++) if (this.ids[i].equals(id)) return this.identified[i];
    for (let i = 0; i < this.ids.length; i++) {
      const known = this.ids[i];
      const before = known.size - id.size - 1;
      if (before > 0 && known.endsWith(id) && load<u8>(known.at + before) == 0x2f) return this.identified[i];
    }
    return NONE;
  }
}

/** RFC 6901: the value that a pointer leads to, or NONE. */
function pointed(root: Value, pointer: Text): Value {
  let value = root;
  for (let from = 1; from <= pointer.size && value != NONE; ) {
    let to = from;
    while (to < pointer.size && load<u8>(pointer.at + to) != 0x2f) to++;
    value = step(value, unescaped(pointer.slice(from, to)));
    from = to + 1;
  }
  return value;
}

/** `~1` is a slash, `~0` a tilde. */
function unescaped(token: Text): Text {
  const copy = reserve(token.size);
  let to = copy;
  for (let p = token.at; p < token.end; p++) {
    let c = load<u8>(p);
    if (c == 0x7e && p + 1 < token.end) c = load<u8>(++p) == 0x31 ? 0x2f : 0x7e;
    store<u8>(to++, c);
  }
  return new Text(copy, <i32>(to - copy));
}

/** Percent-decoded. */
function decoded(text: Text): Text {
  const copy = reserve(text.size);
  let to = copy;
  for (let p = text.at; p < text.end; p++) {
    let c = load<u8>(p);
    if (c == 0x25 && p + 2 < text.end) {
      const high = digit(load<u8>(p, 1));
      const low = digit(load<u8>(p, 2));
      if (high >= 0 && low >= 0) {
        c = <u8>(high * 16 + low);
        p += 2;
      }
    }
    store<u8>(to++, c);
  }
  return new Text(copy, <i32>(to - copy));
}

function digit(c: u8): i32 {
  const d = <i32>(c | 0x20);
  return <u32>(d - 0x30) < 10 ? d - 0x30 : <u32>(d - 0x61) < 6 ? d - 0x57 : -1;
}

function find(text: Text, byte: u8): i32 {
  for (let i = 0; i < text.size; i++) if (load<u8>(text.at + i) == byte) return i;
  return text.size;
}
