// The headers of a request: names without regard to case, the last one given counts.

import { fail, quoted } from "../../lib/failure";
import { Kind, NONE, Value, firstIn, kindOf, nextAfter, textOf, valueOf } from "../../lib/json";
import { put, putText, separate } from "../../lib/output";
import { asText, optionalObject } from "../../lib/parameters";
import { Text } from "../../lib/text";

@final
export class Headers {
  private names: Text[] = [];
  private values: Text[] = [];

  addAll(input: Value, parameter: string): void {
    const object = optionalObject(input, parameter);
    if (object == NONE) return;
    for (let key = firstIn(object); key != NONE; ) {
      const value = valueOf(key);
      const name = textOf(key);
      if (kindOf(value) != Kind.Null) this.add(name, asText(value, parameter + "." + name.toString()));
      key = nextAfter(value);
    }
  }

  addMissing(name: string, value: string): void {
    const text = Text.of(name);
    if (this.find(text) < 0) this.add(text, Text.of(value));
  }

  write(): void {
    put(0x7b);
    for (let i = 0; i < this.names.length; i++) {
      separate();
      putText(this.names[i]);
      put(0x3a);
      putText(this.values[i]);
    }
    put(0x7d);
  }

  private add(name: Text, value: Text): void {
    if (name.size == 0) fail("INVALID_HEADER", "A header has an empty name.");
    for (let p = name.at; p < name.end; p++) {
      if (!isTokenByte(load<u8>(p))) {
        fail("INVALID_HEADER", "The header name " + quoted(name) + " holds a character that names can't have.");
      }
    }
    for (let p = value.at; p < value.end; p++) {
      const c = load<u8>(p);
      if ((c < 0x20 && c != 0x09) || c == 0x7f) {
        fail("INVALID_HEADER", "The header " + quoted(name) + " holds a line break or control character. Take it out.");
      }
    }
    const at = this.find(name);
    if (at < 0) {
      this.names.push(name);
      this.values.push(value);
    } else {
      this.names[at] = name;
      this.values[at] = value;
    }
  }

  private find(name: Text): i32 {
    for (let i = 0; i < this.names.length; i++) {
      if (sameName(this.names[i], name)) return i;
    }
    return -1;
  }
}

function sameName(a: Text, b: Text): bool {
  if (a.size != b.size) return false;
  for (let i = 0; i < a.size; i++) {
    if (lower(load<u8>(a.at + i)) != lower(load<u8>(b.at + i))) return false;
  }
  return true;
}

function lower(c: u8): u8 {
  return c >= 0x41 && c <= 0x5a ? c | 0x20 : c;
}

/** RFC 9110, token: a letter, a digit or one of !#$%&'*+-.^_`|~ */
function isTokenByte(c: u8): bool {
  if (<u8>((c | 0x20) - 0x61) < 26 || <u8>(c - 0x30) < 10) return true;
  return "!#$%&'*+-.^_`|~".includes(String.fromCharCode(c));
}
