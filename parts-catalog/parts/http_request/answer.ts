// What the host answered, as the part's data.

import { MAX_DEPTH, check } from "../../lib/check";
import { fail } from "../../lib/failure";
import { Kind, NONE, Value, isTrue, kindOf, member, numberOf, raw, textOf } from "../../lib/json";
import { writeAsIs } from "../../lib/members";
import { put, putAscii, putBytes, putKey } from "../../lib/output";
import { optionalText } from "../../lib/parameters";
import { Text } from "../../lib/text";

const ROOM = 5_000_000;

/** Passes on what the host says where no answer came: its words and its code. */
export function refuseHostFailure(answer: Value): void {
  const ok = member(answer, Text.of("ok"));
  if (ok != NONE && kindOf(ok) == Kind.Bool && isTrue(ok)) return;
  const code = wordOf(answer, "error_code", "NETWORK_ERROR");
  fail(code, wordOf(answer, "error", "The request failed, and the host doesn't say why."));
}

function wordOf(answer: Value, name: string, otherwise: string): string {
  const value = member(answer, Text.of(name));
  return value != NONE && kindOf(value) == Kind.Text ? textOf(value).toString() : otherwise;
}

export function statusOf(answer: Value): i32 {
  const status = member(answer, Text.of("status"));
  if (status == NONE || kindOf(status) != Kind.Number) fail("HOST_ERROR", "The host's answer has no `status`.");
  return <i32>numberOf(status);
}

/** `auto`, `json` or `text`: how the answer is wanted. */
export function formOf(input: Value): string {
  const form = optionalText(input, "response", "auto").toString();
  if (form != "auto" && form != "json" && form != "text") {
    fail("INVALID_RESPONSE", "`response` must be auto, json or text.");
  }
  return form;
}

/** Writes {status, headers, body, json?, body_base64?}. */
export function writeAnswer(form: string, answer: Value, status: i32): void {
  put(0x7b);
  putKey("status");
  putAscii(status.toString());
  putKey("headers");
  const headers = member(answer, Text.of("headers"));
  if (headers == NONE) putAscii("{}");
  else writeAsIs(headers);
  const body = member(answer, Text.of("body"));
  const text = body != NONE && kindOf(body) == Kind.Text;
  let json: Text | null = null;
  if (text && form != "text") json = jsonIn(body);
  if (form != "json" || json === null) {
    putKey("body");
    if (text) writeAsIs(body);
    else putAscii('""');
  }
  if (json !== null) {
    if (form == "auto" && <i32>raw(body).size + json.size > ROOM) {
      fail("RESPONSE_TOO_LARGE", "The answer is too long to give both as text and as JSON. Set `response` to json or text.");
    }
    putKey("json");
    putBytes(json.at, json.size);
  }
  const base64 = member(answer, Text.of("body_base64"));
  if (base64 != NONE) {
    putKey("body_base64");
    writeAsIs(base64);
  }
  put(0x7d);
}

/** The JSON text in a body, without a byte order mark and white space around; null for any other. */
function jsonIn(body: Value): Text | null {
  const text = textOf(body);
  let from = text.at;
  let end = text.end;
  if (text.startsWith(Text.of("\u{feff}"))) from += 3;
  while (from < end && load<u8>(from) <= 0x20) from++;
  while (end > from && load<u8>(end - 1) <= 0x20) end--;
  if (from == end || check(from, end - from, MAX_DEPTH).length > 0) return null;
  return new Text(from, <i32>(end - from));
}
