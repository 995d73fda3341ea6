// A schedule of five fields: minute, hour, day of month, month, day of week.

import { fail, quoted } from "../../lib/failure";
import { trimmed } from "../../lib/letters";
import { Text } from "../../lib/text";
import { Field } from "./field";

const FIELDS: Field[] = [
  new Field("minute", 0, 59, ""),
  new Field("hour", 0, 23, ""),
  new Field("day of month", 1, 31, ""),
  new Field("month", 1, 12, "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC"),
  new Field("day of week", 0, 7, "SUN MON TUE WED THU FRI SAT"),
];

const LONGEST = 1000;

/** Fails where the text is no schedule; else gives a number that stands for it, however it is spaced. */
export function checkExpression(text: Text): u32 {
  const whole = trimmed(text, true, true);
  if (whole.size > LONGEST) fail("INVALID_CRON", "`cron_expr` is longer than 1,000 bytes.");
  let hash: u32 = 0x811c9dc5; // FNV-1a, http://www.isthe.com/chongo/tech/comp/fnv/
  const given: Text[] = [];
  let count = 0;
  for (let p = whole.at; p < whole.end; count++) {
    const start = p;
    while (p < whole.end && !isBlank(p)) {
      const byte = load<u8>(p++);
      hash = (hash ^ (<u8>(byte - 0x61) < 26 ? byte - 0x20 : byte)) * 0x01000193;
    }
    hash = (hash ^ 0x20) * 0x01000193;
    if (count < FIELDS.length) given.push(new Text(start, <i32>(p - start)));
    while (p < whole.end && isBlank(p)) p++;
  }
  if (count != FIELDS.length) {
    const has = count == 1 ? " has 1 field" : " has " + count.toString() + " fields";
    fail("INVALID_CRON", "`cron_expr` needs five fields, minute hour day month weekday, such as `0 9 * * 1-5`, but " + quoted(text) + has + ".");
  }
  for (let i = 0; i < count; i++) check(FIELDS[i], given[i]);
  return hash;
}

function check(field: Field, text: Text): void {
  if (field.accepts(text)) return;
  fail("INVALID_CRON", "The " + field.name + " in `cron_expr` can't be " + quoted(text) + ". Give " + field.describe() + ", with `*`, `,`, `-` or `/` where needed.");
}

function isBlank(p: usize): bool {
  const c = load<u8>(p);
  return c == 0x20 || (c >= 0x09 && c <= 0x0d);
}
