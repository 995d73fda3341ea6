// Answers with what it gets and `count` one more, as the built-in of that name did: the object is the
// whole result.

import { numberText } from "../../lib/digits";
import { Kind, NONE, Value, countOf, kindOf, memberNamed, numberOf } from "../../lib/json";
import { Members, writeAsIs } from "../../lib/members";
import { runWhole } from "../../lib/part";
import { Text } from "../../lib/text";

runWhole((input: Value): void => {
  const count = memberNamed(input, "count");
  const before: f64 = count == NONE || kindOf(count) != Kind.Number ? 0 : numberOf(count);
  const members = new Members(countOf(input) + 1);
  members.setAll(input);
  members.set(Text.of("count"), Text.of(numberText(before + 1).toString() + " ").at);
  members.write(writeAsIs);
});
