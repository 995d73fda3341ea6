// The small key-value store of a part whose contract says `storage: true`. PART.md, module `arcrun`.

import { fail } from "./failure";
import { call } from "./host";
import { Kind, NONE, Value, isTrue, kindOf, memberNamed, textOf } from "./json";
import { put, putAscii, putKey, putText, take } from "./output";
import { Text } from "./text";

/** The text under a key, or null where there is none. Nothing may be waiting in the output. */
export function stored(key: Text): Text | null {
  const value = memberNamed(ask("kv_get", key, null, 0), "value");
  return value == NONE || kindOf(value) != Kind.Text ? null : textOf(value);
}

/** Stores a text; `ttlSeconds` 0 is for good. Nothing may be waiting in the output. */
export function keep(key: Text, value: Text, ttlSeconds: i32): void {
  ask("kv_put", key, value, ttlSeconds);
}

function ask(op: string, key: Text, value: Text | null, ttlSeconds: i32): Value {
  put(0x7b);
  putKey("op");
  putText(Text.of(op));
  putKey("key");
  putText(key);
  if (value !== null) {
    putKey("value");
    putText(value);
    putKey("ttl");
    putAscii(ttlSeconds.toString());
  }
  put(0x7d);
  const answer = call(take());
  const ok = memberNamed(answer, "ok");
  if (ok == NONE || kindOf(ok) != Kind.Bool || !isTrue(ok)) {
    fail(words(answer, "error_code", "HOST_ERROR"), words(answer, "error", "The store failed, and the host doesn't say why."));
  }
  return answer;
}

function words(answer: Value, name: string, otherwise: string): string {
  const value = memberNamed(answer, name);
  return value != NONE && kindOf(value) == Kind.Text ? textOf(value).toString() : otherwise;
}
