// An amount of time: months, days and milliseconds, which no calendar turns into each other.

import { fail, quoted } from "../../lib/failure";
import { NONE, Value } from "../../lib/json";
import { asNumber, optional, requiredText } from "../../lib/parameters";
import { Text } from "../../lib/text";
import { Cursor } from "./cursor";
import { Moment, outOfRange } from "./moment";

export const enum TimeUnit {
  Millisecond,
  Second,
  Minute,
  Hour,
  Day,
  Week,
  Month,
  Quarter,
  Year,
}

const UNITS: StaticArray<string> = ["millisecond", "second", "minute", "hour", "day", "week", "month", "quarter", "year"];
const SHORT: StaticArray<string> = ["ms", "s", "min", "h", "d", "w", "mon", "q", "y"];
/** Milliseconds of a unit up to the hour, days of a day and week, months of the rest. */
const SIZES: StaticArray<i32> = [1, 1000, 60_000, 3_600_000, 1, 7, 1, 3, 12];

/** `day`, `days` or `d`. */
export function unitOf(text: Text): TimeUnit {
  const name = text.size > 15 ? "" : text.toString().toLowerCase();
  for (let i = 0; i < UNITS.length; i++) {
    if (name == UNITS[i] || name == UNITS[i] + "s" || name == SHORT[i]) return i;
  }
  fail("INVALID_VALUE", "There is no unit " + quoted(text) + ". Give year, quarter, month, week, day, hour, minute, second or millisecond.");
  return TimeUnit.Day;
}

/** Milliseconds of a unit up to the hour. */
export function millisecondsOf(unit: TimeUnit): i64 {
  return SIZES[unit];
}

/** Months of a month, quarter or year. */
export function monthsOf(unit: TimeUnit): i32 {
  return SIZES[unit];
}

@final
export class Amount {
  months: i64 = 0;
  days: i64 = 0;
  milliseconds: i64 = 0;

  /** What `duration`, `amount` with `unit`, and `years` to `milliseconds` say together; at least one must be there. */
  static of(args: Value): Amount {
    const sum = new Amount();
    let found = false;
    for (let unit = 0; unit < UNITS.length; unit++) {
      const name = UNITS[unit] + "s";
      const value = optional(args, name);
      if (value == NONE) continue;
      sum.add(asNumber(value, name), unit, name);
      found = true;
    }
    const amount = optional(args, "amount");
    if (amount != NONE) {
      sum.add(asNumber(amount, "amount"), unitOf(requiredText(args, "unit", "the unit of `amount`, such as `day`")), "amount");
      found = true;
    }
    if (!found || optional(args, "duration") != NONE) {
      sum.addDuration(requiredText(args, "duration", "how much, such as `P1DT2H`, or for example `days: 3`"));
    }
    return sum;
  }

  private add(number: f64, unit: TimeUnit, name: string): void {
    if (!(abs(number) < 1e15)) outOfRange();
    if (unit >= TimeUnit.Day && number != Math.floor(number)) {
      fail("INVALID_VALUE", "`args." + name + "` must be a whole number of " + UNITS[unit] + "s. Give the rest in a smaller unit.");
    }
    if (unit <= TimeUnit.Hour) this.milliseconds += <i64>Math.round(number * SIZES[unit]);
    else if (unit <= TimeUnit.Week) this.days += <i64>number * SIZES[unit];
    else this.months += <i64>number * SIZES[unit];
    if (abs(this.milliseconds) > 1_000_000_000_000_000) outOfRange();
  }

  /** ISO 8601: `P1Y2M3DT4H5M6.7S`, `P2W`, `-P1D`. */
  private addDuration(text: Text): void {
    const cursor = new Cursor(text);
    const negative = cursor.take(0x2d);
    if (!cursor.word("P") || !this.designators(cursor, negative, false)) refuse(text);
    if (cursor.word("T") && (cursor.atEnd() || !this.designators(cursor, negative, true))) refuse(text);
    if (!cursor.atEnd() || load<u8>(text.end - 1) < 0x41) refuse(text);
    if ((load<u8>(text.end - 1) | 0x20) == 0x70) refuse(text);
  }

  private designators(cursor: Cursor, negative: bool, time: bool): bool {
    let last = TimeUnit.Year + 1;
    while (<u8>(cursor.peek() - 0x30) < 10 || cursor.peek() == 0x2d) {
      const minus = cursor.take(0x2d) != negative;
      if (!cursor.digits(1, 9)) return false;
      const whole: i64 = minus ? -cursor.value : cursor.value;
      let part: i64 = 0;
      if (cursor.take(0x2e) || cursor.take(0x2c)) {
        if (!cursor.fraction()) return false;
        part = (minus ? -cursor.value : cursor.value) / 1_000_000;
        if (cursor.peek() != 0x53 && cursor.peek() != 0x73) return false;
      }
      const unit = designated(cursor, time);
      if (unit < 0 || unit >= last) return false;
      last = unit;
      if (unit <= TimeUnit.Hour) this.milliseconds += whole * SIZES[unit] + part;
      else if (unit <= TimeUnit.Week) this.days += whole * SIZES[unit];
      else this.months += whole * SIZES[unit];
    }
    return true;
  }

  negated(): Amount {
    this.months = -this.months;
    this.days = -this.days;
    this.milliseconds = -this.milliseconds;
    return this;
  }

  /** The greatest units first, as calendars count. */
  addedTo(moment: Moment): Moment {
    let sum = moment;
    if (this.months != 0) sum = sum.plusMonths(this.months);
    if (this.days != 0) sum = sum.plusDays(this.days);
    return this.milliseconds == 0 ? sum : sum.plusMilliseconds(this.milliseconds);
  }
}

function designated(cursor: Cursor, time: bool): i32 {
  if (time) {
    if (cursor.word("H")) return TimeUnit.Hour;
    if (cursor.word("M")) return TimeUnit.Minute;
    return cursor.word("S") ? TimeUnit.Second : -1;
  }
  if (cursor.word("Y")) return TimeUnit.Year;
  if (cursor.word("M")) return TimeUnit.Month;
  if (cursor.word("W")) return TimeUnit.Week;
  return cursor.word("D") ? TimeUnit.Day : -1;
}

function refuse(text: Text): void {
  fail("INVALID_DURATION", quoted(text) + " is no duration. Write it like `P1Y2M3DT4H5M6S` or `PT30M` (ISO 8601).");
}
