// I-Regexps that come with the data or may match anywhere.

import { reserve } from "../../lib/memory";
import { readPattern } from "../../lib/regexp";
import { Text } from "../../lib/text";

/** A pattern for texts that hold a match of another somewhere; fails where that is none by itself. */
export function anywhere(pattern: Text): Text {
  readPattern(pattern);
  const before = Text.of("(.|\\n|\\r)*(");
  const after = Text.of(")(.|\\n|\\r)*");
  const whole = reserve(before.size + pattern.size + after.size);
  memory.copy(whole, before.at, before.size);
  memory.copy(whole + before.size, pattern.at, pattern.size);
  memory.copy(whole + before.size + pattern.size, after.at, after.size);
  return new Text(whole, before.size + pattern.size + after.size);
}
