// Operations that ask something about a text.

import { Value } from "../../lib/json";
import { putAscii } from "../../lib/output";
import { requiredText } from "../../lib/parameters";
import { Search } from "../../lib/search";
import { Text } from "../../lib/text";

export function contains(text: Text, args: Value): void {
  const wanted = requiredText(args, "search", "the text to look for");
  putBool(new Search(wanted).next(text, 0) >= 0);
}

export function startsWith(text: Text, args: Value): void {
  putBool(text.startsWith(requiredText(args, "prefix", "the beginning to look for")));
}

export function endsWith(text: Text, args: Value): void {
  putBool(text.endsWith(requiredText(args, "suffix", "the end to look for")));
}

/** Writes the number of characters before the first occurrence, or -1. */
export function indexOf(text: Text, args: Value): void {
  const wanted = requiredText(args, "search", "the text to look for");
  const at = new Search(wanted).next(text, 0);
  putAscii((at < 0 ? -1 : text.slice(0, at).length()).toString());
}

function putBool(value: bool): void {
  putAscii(value ? "true" : "false");
}
