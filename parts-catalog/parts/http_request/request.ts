// The request for the host, made from the part's parameters.

import { fail, quoted } from "../../lib/failure";
import { Kind, NONE, Value, kindOf, raw, textOf } from "../../lib/json";
import { put, putAscii, putKey, putText, take } from "../../lib/output";
import { optional, optionalObject, optionalText, optionalWhole, requiredText } from "../../lib/parameters";
import { Text } from "../../lib/text";
import { Headers } from "./headers";
import { withQuery } from "./url";

/** The host's `http` operation as JSON. */
export function buildRequest(input: Value): Text {
  const url = withQuery(checkUrl(requiredText(input, "url", "the address to call, such as https://api.example.com/")), optionalObject(input, "query"));
  const method = methodOf(input);
  const headers = new Headers();
  headers.addAll(input, "headers");
  headers.addAll(input, "_auth_headers");
  let body: Text | null = null;
  if (method != "GET" && method != "HEAD") body = bodyOf(input, headers);
  put(0x7b);
  member("op", Text.of("http"));
  member("method", Text.of(method));
  member("url", url);
  putKey("headers");
  headers.write();
  if (body !== null) member("body", body);
  const timeout = optionalWhole(input, "timeout", 0, 0, 600_000);
  if (timeout > 0) {
    putKey("timeout_ms");
    putAscii(timeout.toString());
  }
  put(0x7d);
  return take();
}

function member(name: string, value: Text): void {
  putKey(name);
  putText(value);
}

function checkUrl(url: Text): Text {
  const web = url.startsWith(Text.of("https://")) || url.startsWith(Text.of("http://"));
  if (!web) fail("INVALID_URL", "`url` must start with https:// or http://, but it is " + quoted(url) + ".");
  for (let p = url.at; p < url.end; p++) {
    if (load<u8>(p) <= 0x20 || load<u8>(p) == 0x7f) {
      fail("INVALID_URL", "`url` holds a space or control character: " + quoted(url) + ". Percent-encode it, or use `query`.");
    }
  }
  return url;
}

function methodOf(input: Value): string {
  const text = optionalText(input, "method", "GET");
  for (let p = text.at; p < text.end; p++) {
    const letter = <u8>((load<u8>(p) | 0x20) - 0x61) < 26 || load<u8>(p) == 0x2d;
    if (!letter) fail("INVALID_METHOD", "`method` must be a word such as GET or POST, but it is " + quoted(text) + ".");
  }
  if (text.size == 0 || text.size > 20) {
    fail("INVALID_METHOD", "`method` must be a word such as GET or POST, but it is " + quoted(text) + ".");
  }
  return text.toString().toUpperCase();
}

/** `body_json` as JSON text, else `body`: a text as it is, other values as JSON. */
function bodyOf(input: Value, headers: Headers): Text | null {
  const json = optional(input, "body_json");
  const body = json != NONE ? json : optional(input, "body");
  if (body == NONE) return null;
  if (json == NONE && kindOf(body) == Kind.Text) return textOf(body);
  headers.addMissing("Content-Type", "application/json");
  return raw(body);
}
