// A moment's fields as an object.

import { put, putAscii, putKey, putText } from "../../lib/output";
import { Text } from "../../lib/text";
import { MINGUO_SHIFT, dayOfYear, isLeap, monthLength, weekdayOf } from "./calendar";
import { Moment } from "./moment";
import { days, months } from "./names";
import { Style, putIso } from "./write";
import { Zone, offsetText } from "./zone";

/** What `parse` gives: the fields of the clock, and `iso` in UTC. */
export function putParsed(moment: Moment): void {
  put(0x7b);
  number("year", moment.date.year);
  number("month", moment.date.month);
  number("day", moment.date.day);
  number("hour", moment.hour);
  number("min", moment.minute);
  number("sec", moment.seconds);
  number("ms", moment.nano / 1_000_000);
  text("offset", offsetText(moment.offset, true));
  number("unix", moment.unix);
  putKey("iso");
  putIso(moment.in(Zone.fixed(0)));
  put(0x7d);
}

/** Everything there is to say about a moment. */
export function putParts(moment: Moment, style: Style): void {
  const date = moment.date;
  const weekday = weekdayOf(date.number);
  put(0x7b);
  number("year", date.year);
  number("month", date.month);
  number("day", date.day);
  number("hour", moment.hour);
  number("minute", moment.minute);
  number("second", moment.seconds);
  number("millisecond", moment.nano / 1_000_000);
  number("weekday", weekday);
  text("weekday_name", days(style.chinese, 4)[weekday - 1]);
  text("month_name", months(style.chinese, false)[date.month - 1]);
  number("iso_week", date.week());
  number("iso_week_year", date.weekYear());
  number("day_of_year", dayOfYear(date.year, date.month, date.day));
  number("quarter", (date.month + 2) / 3);
  number("days_in_month", monthLength(date.year, date.month));
  truth("is_leap_year", isLeap(date.year));
  truth("is_weekend", weekday > 5);
  number("minguo_year", date.year - MINGUO_SHIFT);
  number("unix", moment.unix);
  number("unix_ms", moment.milliseconds());
  text("offset", offsetText(moment.offset, true));
  putKey("iso");
  putIso(moment);
  put(0x7d);
}

function number(name: string, value: i64): void {
  putKey(name);
  putAscii(value.toString());
}

function text(name: string, value: string): void {
  putKey(name);
  putText(Text.of(value));
}

function truth(name: string, value: bool): void {
  putKey(name);
  putAscii(value ? "true" : "false");
}
