// Answers with what it gets and `text` in upper case, as the built-in of that name did: the object is
// the whole result.

import { Kind, NONE, Value, countOf, kindOf, memberNamed, raw, textOf } from "../../lib/json";
import { putUpper } from "../../lib/letters";
import { Members, writeAsIs } from "../../lib/members";
import { put, take } from "../../lib/output";
import { runWhole } from "../../lib/part";
import { Text } from "../../lib/text";

runWhole((input: Value): void => {
  put(0x22);
  putUpper(wordsOf(memberNamed(input, "text")));
  put(0x22);
  const upper = take();
  const members = new Members(countOf(input) + 1);
  members.setAll(input);
  members.set(Text.of("text"), upper.at);
  members.write(writeAsIs);
});

/** A text, number or boolean as text; empty for anything else. */
function wordsOf(value: Value): Text {
  const kind = value == NONE ? Kind.Null : kindOf(value);
  if (kind == Kind.Text) return textOf(value);
  return kind == Kind.Number || kind == Kind.Bool ? raw(value) : Text.of("");
}
