// Operations that take a text apart or put one together.

import { Kind, NONE, Value, endOf, firstIn, kindOf, nextAfter } from "../../lib/json";
import { put, putBytes, putEscaped, putPiece, putString, putText, separate } from "../../lib/output";
import { optional, optionalBool, optionalText, required, requiredText, within, wrongKind } from "../../lib/parameters";
import { Search } from "../../lib/search";
import { Text, widthAt } from "../../lib/text";

/** Puts `to` where `from` stands: everywhere, or with `all: false` the first time. */
export function replace(text: Text, args: Value): void {
  const from = requiredText(args, "from", "the text to replace");
  const to = optionalText(args, "to", "");
  const all = optionalBool(args, "all", true);
  const search = new Search(from);
  put(0x22);
  let done = 0;
  let at = from.size == 0 ? -1 : search.next(text, 0);
  while (at >= 0) {
    putEscaped(text.at + done, at - done);
    putPiece(to);
    done = at + from.size;
    at = all ? search.next(text, done) : -1;
  }
  putEscaped(text.at + done, text.size - done);
  put(0x22);
}

/** The parts between separators; with the separator "" every character, without one the text. */
export function split(text: Text, args: Value): void {
  put(0x5b);
  const given = args == NONE ? NONE : optional(args, "separator");
  if (given == NONE) {
    putText(text);
  } else {
    const separator = requiredText(args, "separator", "the text between the parts");
    if (separator.size == 0) characters(text);
    else parts(text, separator);
  }
  put(0x5d);
}

function characters(text: Text): void {
  for (let at = 0; at < text.size; ) {
    const next = at + <i32>widthAt(text.at + at);
    separate();
    putString(text.at + at, next - at);
    at = next;
  }
}

function parts(text: Text, separator: Text): void {
  const search = new Search(separator);
  let done = 0;
  for (let at = search.next(text, 0); at >= 0; at = search.next(text, done)) {
    separate();
    putString(text.at + done, at - done);
    done = at + separator.size;
  }
  separate();
  putString(text.at + done, text.size - done);
}

/** The items of `args.items`, or of the input where that is a list, with a separator between. */
export function join(subject: Value, args: Value): void {
  let items = optional(args, "items");
  if (items == NONE && subject != NONE && kindOf(subject) == Kind.List) items = subject;
  within("args.");
  if (items == NONE) items = required(args, "items", "the list of texts to join");
  if (kindOf(items) != Kind.List) wrongKind("items", items, "a list");
  const separator = optionalText(args, "separator", "");
  put(0x22);
  let first = true;
  for (let each = firstIn(items); each != NONE; each = nextAfter(each)) {
    if (!first) putPiece(separator);
    first = false;
    const kind = kindOf(each);
    const size = <i32>(endOf(each) - each);
    if (kind == Kind.Text) putBytes(each + 1, size - 2);
    else if (kind != Kind.Null) putEscaped(each, size);
  }
  put(0x22);
}
