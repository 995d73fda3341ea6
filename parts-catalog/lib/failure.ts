// How a part says that it can't do what it was asked.

import { clear, flush, put, putAscii, putKey, putText } from "./output";
import { Text } from "./text";
import { exit } from "./wasi";

/** Ends the part with a failure result; what was written before is forgotten. Never returns. */
export function fail(code: string, message: string): void {
  clear();
  put(0x7b);
  openFailure(code, message);
  put(0x7d);
  flush();
  exit();
}

/** The members of a failure result, for a part that adds its data to them. */
export function openFailure(code: string, message: string): void {
  putKey("success");
  putAscii("false");
  putKey("error");
  putText(Text.of(message));
  putKey("error_code");
  putText(Text.of(code));
}

/** A text in a message: in backquotes, shortened after 60 characters. */
export function quoted(text: Text): string {
  const cut = text.offsetOf(60);
  return "`" + text.slice(0, cut).toString() + (cut < text.size ? "…`" : "`");
}
