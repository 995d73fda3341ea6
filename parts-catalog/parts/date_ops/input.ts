// The moment that a parameter tells: a text, or a Unix time in seconds or milliseconds.

import { fail, quoted } from "../../lib/failure";
import { Kind, Value, kindOf, numberOf, raw, textOf } from "../../lib/json";
import { trimmed } from "../../lib/letters";
import { readNumber, wrongKind } from "../../lib/parameters";
import { Text } from "../../lib/text";
import { Layout } from "./layout";
import { Moment, outOfRange } from "./moment";
import { Manner, readCompact, readText } from "./read";
import { readInLayout } from "./read-layout";

/** Unix seconds come to this in the year 5138, milliseconds in March 1973. */
const MILLISECONDS_FROM: f64 = 100_000_000_000;
const LONGEST = 200;

export const enum Unit {
  Auto,
  Seconds,
  Milliseconds,
}

export function momentOf(value: Value, name: string, manner: Manner, layout: Layout | null, unit: Unit): Moment {
  const kind = kindOf(value);
  if (kind == Kind.Number) {
    if (layout !== null) return readInLayout(raw(value), layout, manner);
    return fromUnix(numberOf(value), unit, manner);
  }
  if (kind != Kind.Text) wrongKind(name, value, "a date in a text, or a Unix time");
  const text = textOf(value);
  if (trimmed(text, true, false).size == 0) fail("INVALID_DATE", "`" + name + "` is empty. Give a date such as `2024-05-06T07:08:09Z`.");
  if (text.size > LONGEST) fail("INVALID_DATE", quoted(text) + " is too long for a date.");
  if (layout !== null) return readInLayout(text, layout, manner);
  const bare = trimmed(text, true, true);
  const number = readNumber(bare);
  if (isNaN(number)) return readText(text, manner);
  if (unit == Unit.Auto) {
    const compact = readCompact(bare, manner);
    if (compact !== null) return compact;
    if (number >= 0 && !hasDigitsOfUnixTime(bare)) {
      fail("INVALID_DATE", quoted(text) + " may be a date or a Unix time. Set `args.unit` to `s` or `ms`, or say how it is written in `args.input_layout`.");
    }
  }
  return fromUnix(number, unit, manner);
}

/** 9 or 10 digits are seconds, 12 or 13 milliseconds; others could be anything. */
function hasDigitsOfUnixTime(text: Text): bool {
  let p = text.at;
  while (p < text.end && <u8>(load<u8>(p) - 0x30) < 10) p++;
  const digits = p - text.at;
  return digits == 9 || digits == 10 || digits == 12 || digits == 13;
}

/** A Unix time; which unit it has shows in its size, where nobody says. */
export function fromUnix(number: f64, unit: Unit, manner: Manner): Moment {
  const milliseconds = unit == Unit.Milliseconds || (unit == Unit.Auto && abs(number) >= MILLISECONDS_FROM);
  const all = milliseconds ? number : number * 1000;
  if (!(abs(all) < 1e15)) outOfRange();
  const whole = Math.floor(all);
  const start = new Moment(0, 0, manner.zone);
  const moment = start.plusMilliseconds(<i64>whole);
  // Below the millisecond only whole microseconds are certain.
  const micros = <i32>Math.floor((all - whole) * 1000 + 0.0005);
  return micros > 0 && micros < 1000 ? new Moment(moment.unix, moment.nano + micros * 1000, manner.zone) : moment;
}
