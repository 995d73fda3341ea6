// A point in time as ISO 8601 writes it: 2026-11-25, 2026-11-25T09:00, 2026-11-25T09:00:30.5+08:00.

import { Text } from "../../lib/text";

const DAY: i64 = 86_400_000;

/** What `readTime` gives where the text is no time. */
export const NO_TIME: i64 = i64.MIN_VALUE;

let position: usize = 0;
let finish: usize = 0;

/** Milliseconds since 1970-01-01T00:00Z; without an offset the time is UTC, without a time midnight. */
export function readTime(text: Text): i64 {
  position = text.at;
  finish = text.end;
  const year = digits(4);
  const month = take(0x2d) ? digits(2) : -1;
  const day = take(0x2d) ? digits(2) : -1;
  if (year < 0 || month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return NO_TIME;
  const date = daysSinceEpoch(year, month, day) * DAY;
  if (position == finish) return date;
  if (!take(0x54) && !take(0x74) && !take(0x20)) return NO_TIME;
  const time = timeOfDay();
  const offset = position == finish ? 0 : offsetMinutes();
  if (time < 0 || offset < -1440 || position != finish) return NO_TIME;
  return date + time - <i64>offset * 60_000;
}

/** Milliseconds since midnight, or -1. */
function timeOfDay(): i64 {
  const hour = digits(2);
  const minute = take(0x3a) ? digits(2) : -1;
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59) return -1;
  let ms: i64 = (hour * 60 + minute) * 60_000;
  if (!take(0x3a)) return ms;
  const second = digits(2);
  if (second < 0 || second > 59) return -1;
  ms += second * 1000;
  if (!take(0x2e) && !take(0x2c)) return ms;
  const start = position;
  for (let unit = 100; position < finish && digit() >= 0; unit /= 10) ms += <i64>(unit * digitTaken());
  return position == start ? -1 : ms;
}

/** Z, +08:00, +0800 or +08 in minutes; below -1440 where it is none of them. */
function offsetMinutes(): i32 {
  if (take(0x5a) || take(0x7a)) return 0;
  const negative = take(0x2d);
  if (!negative && !take(0x2b)) return i32.MIN_VALUE;
  const hours = digits(2);
  const colon = take(0x3a);
  const minutes = position == finish && !colon ? 0 : digits(2);
  if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59) return i32.MIN_VALUE;
  return (negative ? -1 : 1) * (hours * 60 + minutes);
}

function take(byte: u8): bool {
  if (position == finish || load<u8>(position) != byte) return false;
  position++;
  return true;
}

function digits(count: i32): i32 {
  let value = 0;
  for (; count > 0; count--) {
    if (digit() < 0) return -1;
    value = value * 10 + digitTaken();
  }
  return value;
}

/** The digit that stands next, or -1. */
function digit(): i32 {
  if (position == finish) return -1;
  const value = <i32>load<u8>(position) - 0x30;
  return value >= 0 && value <= 9 ? value : -1;
}

function digitTaken(): i32 {
  return <i32>load<u8>(position++) - 0x30;
}

function daysIn(year: i32, month: i32): i32 {
  if (month != 2) return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
  const leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  return leap ? 29 : 28;
}

/** Of the Gregorian calendar, counted in years that start on 1 March. */
function daysSinceEpoch(year: i32, month: i32, day: i32): i64 {
  const y = month > 2 ? year : year - 1;
  const dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
  const before = y < 0 ? -1 : y / 4 - y / 100 + y / 400;
  return <i64>y * 365 + before + dayOfYear - 719_468;
}
