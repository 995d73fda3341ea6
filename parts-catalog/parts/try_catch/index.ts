// Names the branch after a step that may have failed: `catch` with its error, else `try` with its result.

import { Kind, NONE, Value, firstIn, isTrue, kindOf, raw } from "../../lib/json";
import { writeAsIs } from "../../lib/members";
import { put, putAscii, putKey } from "../../lib/output";
import { optional, optionalBool } from "../../lib/parameters";
import { run } from "../../lib/part";

run((input: Value): void => {
  const result = optional(input, "result");
  const error = optional(input, "error");
  const failed = hasFailed(input, error);
  put(0x7b);
  putKey("branch");
  putAscii(failed ? '"catch"' : '"try"');
  if (failed) {
    putKey("error");
    write(error);
  }
  if (!failed || result != NONE) {
    putKey("result");
    write(result);
  }
  put(0x7d);
});

/** `success` decides where it is given; without it, an error that says something. */
function hasFailed(input: Value, error: Value): bool {
  const says = saysSomething(error);
  return !optionalBool(input, "success", !says);
}

function saysSomething(error: Value): bool {
  if (error == NONE) return false;
  const kind = kindOf(error);
  if (kind == Kind.Bool) return isTrue(error);
  if (kind == Kind.Text) return raw(error).size > 2;
  return kind == Kind.Number || firstIn(error) != NONE;
}

function write(value: Value): void {
  if (value == NONE) putAscii("null");
  else writeAsIs(value);
}
