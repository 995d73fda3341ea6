// What an each goes over, and the name of an item: `items as item`.

import { Value } from "../../lib/json";
import { isSpace } from "../../lib/letters";
import { Path } from "../../lib/reference";
import { Scope } from "../../lib/scope";
import { Text, codePointAt, widthAt } from "../../lib/text";
import { endOfName } from "../../lib/tokens";
import { PLACE } from "./place";

const ITEM = Text.of("item");

@final
export class Head {
  constructor(
    public path: Text,
    public value: Value,
    public name: Text,
  ) {}
}

/** Reads the content of an each; without a name an item is `item`. */
export function readHead(content: Text, scope: Scope): Head {
  if (endOfName(content.at, content.end) == content.at) {
    PLACE.refuse(content.at, "`each` needs a list, such as `{{#each orders as order}}`");
  }
  const path = new Path(content.at, content.end, scope);
  const written = new Text(content.at, <i32>(path.end - content.at));
  let p = skip(path.end, content.end);
  if (p == content.end) return new Head(written, path.value, ITEM);
  const word = new Text(p, <i32>(endOfName(p, content.end) - p));
  if (!word.is("as")) PLACE.refuse(p, "`as` and a name are expected, as in `{{#each orders as order}}`");
  p = skip(word.end, content.end);
  const name = new Text(p, <i32>(endOfName(p, content.end) - p));
  if (name.size == 0 || name.end != content.end) PLACE.refuse(p, "a name of letters and digits is expected after `as`");
  return new Head(written, path.value, name);
}

function skip(from: usize, to: usize): usize {
  let p = from;
  while (p < to && isSpace(codePointAt(p))) p += widthAt(p);
  return p;
}
