// Waits. Up to ten seconds the part waits itself; a longer wait is handed to the host, which goes on
// with the data after so many milliseconds. RECIPE.md, section 9.

import { NONE, Value, countOf } from "../../lib/json";
import { fail } from "../../lib/failure";
import { Members, writeAsIs } from "../../lib/members";
import { put, putAscii, putKey } from "../../lib/output";
import { optionalObject } from "../../lib/parameters";
import { runWhole } from "../../lib/part";
import { Text } from "../../lib/text";
import { pause } from "../../lib/timer";
import { durationOf } from "./duration";

const LONGEST_HERE: i64 = 10_000;

runWhole((input: Value): void => {
  const context = optionalObject(input, "context");
  const ms = durationOf(input);
  put(0x7b);
  putKey("success");
  putAscii("true");
  if (ms > LONGEST_HERE) {
    putKey("pending");
    putAscii("true");
    putKey("resume_after_ms");
    putAscii(ms.toString());
  } else if (!pause(ms)) {
    fail("HOST_ERROR", "The host doesn't let the part wait.");
  }
  putKey("data");
  writeData(context, ms);
  put(0x7d);
});

/** The members of the context and `waited_ms`, which wins. */
function writeData(context: Value, ms: i64): void {
  const members = new Members(1 + (context == NONE ? 0 : countOf(context)));
  if (context != NONE) members.setAll(context);
  members.set(Text.of("waited_ms"), Text.of(ms.toString() + " ").at);
  members.write(writeAsIs);
}
