// Adds `query` to a URL, percent-encoded.

import { Kind, NONE, Value, firstIn, kindOf, nextAfter, textOf, valueOf } from "../../lib/json";
import { put, putBytes, take } from "../../lib/output";
import { asText } from "../../lib/parameters";
import { Text } from "../../lib/text";

/** The URL with each member of `query` as a parameter; a list gives one for each of its items. */
export function withQuery(url: Text, query: Value): Text {
  if (query == NONE) return url;
  const fragment = find(url, 0x23);
  const base = url.slice(0, fragment);
  putBytes(base.at, base.size);
  let mark: u8 = find(base, 0x3f) < base.size ? 0x26 : 0x3f;
  for (let key = firstIn(query); key != NONE; ) {
    const value = valueOf(key);
    const name = textOf(key);
    if (kindOf(value) == Kind.List) {
      for (let each = firstIn(value); each != NONE; each = nextAfter(each)) {
        putParameter(mark, name, each);
        mark = 0x26;
      }
    } else if (kindOf(value) != Kind.Null) {
      putParameter(mark, name, value);
      mark = 0x26;
    }
    key = nextAfter(value);
  }
  putBytes(url.at + fragment, url.size - fragment);
  return take();
}

function putParameter(mark: u8, name: Text, value: Value): void {
  put(mark);
  putEncoded(name);
  put(0x3d);
  putEncoded(asText(value, "query." + name.toString()));
}

function putEncoded(text: Text): void {
  const hex = "0123456789ABCDEF";
  for (let p = text.at; p < text.end; p++) {
    const c = load<u8>(p);
    const plain = <u8>((c | 0x20) - 0x61) < 26 || <u8>(c - 0x30) < 10 || c == 0x2d || c == 0x2e || c == 0x5f || c == 0x7e;
    if (plain) {
      put(c);
    } else {
      put(0x25);
      put(<u8>hex.charCodeAt(c >> 4));
      put(<u8>hex.charCodeAt(c & 15));
    }
  }
}

function find(text: Text, byte: u8): i32 {
  for (let i = 0; i < text.size; i++) if (load<u8>(text.at + i) == byte) return i;
  return text.size;
}
