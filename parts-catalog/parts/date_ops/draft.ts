// What a text says about a time, field by field, until it becomes a moment.

import { fail, quoted } from "../../lib/failure";
import { Text } from "../../lib/text";
import { MINGUO_SHIFT, dayNumber, firstMonday, isLeap, monthLength, weeksOf } from "./calendar";
import { Moment } from "./moment";
import { Zone } from "./zone";

export const enum Half {
  None,
  Morning,
  Afternoon,
}

@final
export class Draft {
  year: i32 = 0;
  month: i32 = 1;
  day: i32 = 1;
  /** 0 where the month and day count. */
  dayOfYear: i32 = 0;
  /** 0 where the month and day count; the year is the week's then. */
  week: i32 = 0;
  weekday: i32 = 1;
  hour: i32 = 0;
  minute: i32 = 0;
  second: i32 = 0;
  nano: i32 = 0;
  half: Half = Half.None;
  /** Null where the text names none. */
  offset: Zone | null = null;
  /** The zone in brackets after the offset. */
  zone: Zone | null = null;

  /** Takes a year of fewer than four digits as one of the Minguo calendar, from its first on or before it. */
  setMinguo(before: bool): void {
    if (this.year > 999) return;
    this.year = before ? MINGUO_SHIFT + 1 - this.year : this.year + MINGUO_SHIFT;
  }

  /** What can't be, or empty. */
  problem(): string {
    if (this.year < 1 || this.year > 9999) return "the year must be from 1 to 9999";
    if (this.half != Half.None && (this.hour < 1 || this.hour > 12)) return "the hour before AM or PM must be from 1 to 12";
    const midnight = this.hour == 24 && this.minute == 0 && this.second == 0 && this.nano == 0;
    if (this.hour > 23 && !midnight) return "the hour must be from 0 to 23";
    if (this.minute > 59) return "the minute must be from 0 to 59";
    if (this.second > 59) return "the second must be from 0 to 59";
    if (this.week != 0) {
      if (this.weekday < 1 || this.weekday > 7) return "the day of the week must be from 1 to 7";
      const weeks = weeksOf(this.year);
      return this.week > weeks ? "the year has only " + weeks.toString() + " weeks" : "";
    }
    if (this.dayOfYear != 0) {
      const days = isLeap(this.year) ? 366 : 365;
      return this.dayOfYear > days ? "the year has only " + days.toString() + " days" : "";
    }
    if (this.month < 1 || this.month > 12) return "the month must be from 1 to 12";
    const last = monthLength(this.year, this.month);
    return this.day < 1 || this.day > last ? "the day must be from 1 to " + last.toString() + " in that month" : "";
  }

  /** The moment; in the zone where the text says none. Fails where there is no such date. */
  finish(source: Text, otherwise: Zone): Moment {
    const problem = this.problem();
    if (problem.length > 0) fail("INVALID_DATE", quoted(source) + " is no date: " + problem + ".");
    let hour = this.hour;
    if (this.half != Half.None) hour = (hour % 12) + (this.half == Half.Afternoon ? 12 : 0);
    let day = this.dayOf();
    if (hour == 24) {
      hour = 0;
      day++;
    }
    const offset = this.offset;
    const zone = this.zone;
    const read = offset !== null ? offset : zone !== null ? zone : otherwise;
    const moment = Moment.local(day, hour * 3600 + this.minute * 60 + this.second, this.nano, read);
    return offset !== null && zone !== null ? moment.in(zone) : moment;
  }

  private dayOf(): i32 {
    if (this.week != 0) return firstMonday(this.year) + (this.week - 1) * 7 + this.weekday - 1;
    if (this.dayOfYear != 0) return dayNumber(this.year, 1, 1) + this.dayOfYear - 1;
    return dayNumber(this.year, this.month, this.day);
  }
}
