// Begin and end of years, quarters, months, weeks, days, hours and minutes, and how many lie between two moments.

import { TimeUnit, millisecondsOf, monthsOf } from "./amount";
import { dayNumber, monthLength, weekdayOf } from "./calendar";
import { DAY_SECONDS, Moment } from "./moment";

const LAST_NANO = 999_000_000;

/** The first moment of the unit that a moment is in. */
export function startOf(moment: Moment, unit: TimeUnit): Moment {
  if (unit >= TimeUnit.Day) return Moment.local(firstDay(moment, unit), 0, 0, moment.zone);
  if (unit == TimeUnit.Millisecond) return new Moment(moment.unix, roundDown(moment.nano), moment.zone);
  return new Moment(moment.unix - sinceStart(moment, unit), 0, moment.zone);
}

/** The last millisecond of the unit that a moment is in. */
export function endOf(moment: Moment, unit: TimeUnit): Moment {
  if (unit >= TimeUnit.Day) return Moment.local(lastDay(moment, unit), <i32>DAY_SECONDS - 1, LAST_NANO, moment.zone);
  if (unit == TimeUnit.Millisecond) return new Moment(moment.unix, roundDown(moment.nano), moment.zone);
  const seconds = <i32>(millisecondsOf(unit) / 1000);
  return new Moment(moment.unix - sinceStart(moment, unit) + seconds - 1, LAST_NANO, moment.zone);
}

function sinceStart(moment: Moment, unit: TimeUnit): i32 {
  if (unit == TimeUnit.Second) return 0;
  return unit == TimeUnit.Minute ? moment.seconds : moment.minute * 60 + moment.seconds;
}

function roundDown(nano: i32): i32 {
  return nano - (nano % 1_000_000);
}

function firstDay(moment: Moment, unit: TimeUnit): i32 {
  const date = moment.date;
  if (unit == TimeUnit.Day) return date.number;
  if (unit == TimeUnit.Week) return date.number - weekdayOf(date.number) + 1;
  const months = monthsOf(unit);
  return dayNumber(date.year, ((date.month - 1) / months) * months + 1, 1);
}

function lastDay(moment: Moment, unit: TimeUnit): i32 {
  const date = moment.date;
  if (unit == TimeUnit.Day) return date.number;
  if (unit == TimeUnit.Week) return date.number - weekdayOf(date.number) + 7;
  const months = monthsOf(unit);
  const last = ((date.month - 1) / months) * months + months;
  return dayNumber(date.year, last, monthLength(date.year, last));
}

/** Complete units from one moment to a later one; negative to an earlier. */
export function between(from: Moment, to: Moment, unit: TimeUnit): i64 {
  if (unit <= TimeUnit.Hour) return elapsed(from, to) / millisecondsOf(unit);
  if (unit <= TimeUnit.Week) {
    const local = to.in(from.zone).localSeconds() - from.localSeconds();
    const milliseconds = local * 1000 + (to.nano - from.nano) / 1_000_000;
    return milliseconds / 1000 / (unit == TimeUnit.Day ? DAY_SECONDS : 7 * DAY_SECONDS);
  }
  if (to.compareTo(from) < 0) return -months(to.in(from.zone), from) / monthsOf(unit);
  return months(from, to.in(from.zone)) / monthsOf(unit);
}

function elapsed(from: Moment, to: Moment): i64 {
  return (to.unix - from.unix) * 1000 + (to.nano - from.nano) / 1_000_000;
}

/** Complete months from a moment to one that is not earlier. */
function months(from: Moment, to: Moment): i64 {
  const count = (to.date.year - from.date.year) * 12 + to.date.month - from.date.month;
  return count > 0 && from.plusMonths(count).compareTo(to) > 0 ? count - 1 : count;
}
