// How long to wait: the sum of the units given, or until a point in time.

import { fail, quoted } from "../../lib/failure";
import { Kind, NONE, Value, kindOf, textOf } from "../../lib/json";
import { asNumber, optional, wrongKind } from "../../lib/parameters";
import { now } from "../../lib/timer";
import { NO_TIME, readTime } from "./until";

const LONGEST: f64 = 31_536_000_000;
let given = false;

/** Milliseconds, 0 to 365 days. */
export function durationOf(input: Value): i64 {
  const until = optional(input, "until");
  const sum =
    unit(input, "ms", 1) +
    unit(input, "seconds", 1000) +
    unit(input, "minutes", 60_000) +
    unit(input, "hours", 3_600_000) +
    unit(input, "days", 86_400_000);
  if (until != NONE && given) {
    fail("INVALID_VALUE", "The input has both `until` and a duration. Give one of them.");
  }
  if (until == NONE && !given) {
    fail("MISSING_FIELD", "The input has no `ms`. Give how long to wait in `ms`, `seconds`, `minutes`, `hours` or `days`, or a time in `until`.");
  }
  const ms = until == NONE ? Math.round(sum) : <f64>max<i64>(0, timeOf(until) - now());
  if (ms > LONGEST) {
    fail("OUT_OF_RANGE", until == NONE ? "The duration is longer than 365 days, the most a part can wait." : "The time in `until` is more than 365 days away, the most a part can wait.");
  }
  return <i64>ms;
}

function unit(input: Value, name: string, ms: f64): f64 {
  const value = optional(input, name);
  if (value == NONE) return 0;
  given = true;
  const count = asNumber(value, name);
  if (count < 0) fail("OUT_OF_RANGE", "`" + name + "` must not be below 0.");
  return count * ms;
}

function timeOf(value: Value): i64 {
  if (kindOf(value) != Kind.Text) wrongKind("until", value, "a time such as 2026-11-25T09:00:00+08:00");
  const text = textOf(value);
  const time = readTime(text);
  if (time == NO_TIME) {
    fail("INVALID_TIME", "`until` must be a time such as 2026-11-25T09:00:00+08:00, but it is " + quoted(text) + ".");
  }
  return time;
}
