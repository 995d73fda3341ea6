// A point in time and the zone it is seen from.

import { fail } from "../../lib/failure";
import { Day, dayNumber, floorDiv, floorMod, monthLength } from "./calendar";
import { Zone, two } from "./zone";

export const DAY_SECONDS: i64 = 86_400;
const FIRST: i64 = -62_135_596_800; // 0001-01-01T00:00:00Z
const LAST: i64 = 253_402_300_799; // 9999-12-31T23:59:59Z
const FIRST_DAY = -719_162; // 0001-01-01
const DAY_AFTER_LAST = 2_932_897; // 10000-01-01

@final
export class Moment {
  offset: i32 = 0;
  date: Day = new Day(0);
  hour: i32 = 0;
  minute: i32 = 0;
  seconds: i32 = 0;

  /** At a Unix time and so many nanoseconds. */
  constructor(
    public unix: i64,
    public nano: i32,
    public zone: Zone,
  ) {
    if (unix < FIRST || unix > LAST) outOfRange();
    this.offset = zone.offsetAt(unix);
    const local = unix + this.offset;
    const day = <i32>floorDiv(local, DAY_SECONDS);
    if (day < FIRST_DAY || day >= DAY_AFTER_LAST) outOfRange();
    const ofDay = <i32>floorMod(local, DAY_SECONDS);
    this.date = new Day(day);
    this.hour = ofDay / 3600;
    this.minute = (ofDay / 60) % 60;
    this.seconds = ofDay % 60;
  }

  /**
   * At a day and seconds of it as a clock in the zone shows them. A time that the clock skips is as much later as
   * it skips; of a repeated one the first counts.
   */
  static local(day: i32, ofDay: i32, nano: i32, zone: Zone): Moment {
    if (day < FIRST_DAY || day >= DAY_AFTER_LAST) outOfRange();
    const offset = zone.isNamed() ? zone.offsetOfLocal(localText(day, ofDay)) : zone.offset;
    return new Moment(<i64>day * DAY_SECONDS + ofDay - offset, nano, zone);
  }

  ofDay(): i32 {
    return this.hour * 3600 + this.minute * 60 + this.seconds;
  }

  /** Local seconds since 1970-01-01T00:00:00 of the same clock. */
  localSeconds(): i64 {
    return this.unix + this.offset;
  }

  milliseconds(): i64 {
    return this.unix * 1000 + this.nano / 1_000_000;
  }

  in(zone: Zone): Moment {
    return new Moment(this.unix, this.nano, zone);
  }

  compareTo(other: Moment): i32 {
    if (this.unix != other.unix) return this.unix < other.unix ? -1 : 1;
    return this.nano == other.nano ? 0 : this.nano < other.nano ? -1 : 1;
  }

  /** So many months later, or earlier; where the month has no such day, its last. */
  plusMonths(months: i64): Moment {
    const all = <i64>this.date.year * 12 + this.date.month - 1 + months;
    if (all < 12 || all >= 120_000) outOfRange();
    const year = <i32>(all / 12);
    const month = <i32>(all % 12) + 1;
    const day = min(this.date.day, monthLength(year, month));
    return Moment.local(dayNumber(year, month, day), this.ofDay(), this.nano, this.zone);
  }

  /** The same time of the clock so many days later. */
  plusDays(days: i64): Moment {
    if (days < -4_000_000 || days > 4_000_000) outOfRange();
    return Moment.local(this.date.number + <i32>days, this.ofDay(), this.nano, this.zone);
  }

  plusMilliseconds(milliseconds: i64): Moment {
    const sum = <i64>(this.nano / 1_000_000) + floorMod(milliseconds, 1000);
    const seconds = this.unix + floorDiv(milliseconds, 1000) + sum / 1000;
    return new Moment(seconds, <i32>(sum % 1000) * 1_000_000 + (this.nano % 1_000_000), this.zone);
  }
}

function localText(day: i32, ofDay: i32): string {
  const date = new Day(day);
  const year = (10_000 + date.year).toString().substring(1);
  const time = two(ofDay / 3600) + ":" + two((ofDay / 60) % 60) + ":" + two(ofDay % 60);
  return year + "-" + two(date.month) + "-" + two(date.day) + "T" + time;
}

export function outOfRange(): void {
  fail("OUT_OF_RANGE", "The date is outside the years 0001 to 9999.");
}
