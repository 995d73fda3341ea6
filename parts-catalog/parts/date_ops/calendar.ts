// The Gregorian calendar, also before it was introduced, and ISO 8601 weeks. Days are counted from
// 1970-01-01. Method of counting: https://howardhinnant.github.io/date_algorithms.html

/** Year 1 of the Republic of China calendar (民國) is 1912. */
export const MINGUO_SHIFT = 1911;

const DAYS_OF_ERA = 146097; // 400 years
const EPOCH_SHIFT = 719468; // from 0000-03-01 to 1970-01-01

export function isLeap(year: i32): bool {
  return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

export function monthLength(year: i32, month: i32): i32 {
  if (month == 2) return isLeap(year) ? 29 : 28;
  return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

/** The day's number; years are counted from March, so that the leap day is the last. */
export function dayNumber(year: i32, month: i32, day: i32): i32 {
  const y = month <= 2 ? year - 1 : year;
  const era = floorDiv(y, 400);
  const yearOfEra = <i32>(y - <i64>era * 400);
  const ofYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
  return <i32>(<i64>era * DAYS_OF_ERA) + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + ofYear - EPOCH_SHIFT;
}

/** 1 is Monday, 7 Sunday. */
export function weekdayOf(dayNumber: i32): i32 {
  return <i32>floorMod(dayNumber + 3, 7) + 1;
}

export function dayOfYear(year: i32, month: i32, day: i32): i32 {
  return dayNumber(year, month, day) - dayNumber(year, 1, 1) + 1;
}

/** The Monday of week 1: the week with January 4th. */
export function firstMonday(weekYear: i32): i32 {
  const fourth = dayNumber(weekYear, 1, 4);
  return fourth - weekdayOf(fourth) + 1;
}

/** Number of ISO weeks in a week year, 52 or 53. */
export function weeksOf(weekYear: i32): i32 {
  return (firstMonday(weekYear + 1) - firstMonday(weekYear)) / 7;
}

@final
export class Day {
  year: i32;
  month: i32;
  day: i32;

  /** The date of a day's number. */
  constructor(public number: i32) {
    const shifted = number + EPOCH_SHIFT;
    const era = <i32>floorDiv(shifted, DAYS_OF_ERA);
    const ofEra = shifted - era * DAYS_OF_ERA;
    const yearOfEra = (ofEra - ofEra / 1460 + ofEra / 36524 - ofEra / 146096) / 365;
    const ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
    const fromMarch = (5 * ofYear + 2) / 153;
    this.day = ofYear - (153 * fromMarch + 2) / 5 + 1;
    this.month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
    this.year = yearOfEra + era * 400 + (this.month <= 2 ? 1 : 0);
  }

  /** The year that the day's ISO week belongs to. */
  weekYear(): i32 {
    return new Day(this.number - weekdayOf(this.number) + 4).year;
  }

  week(): i32 {
    return (this.number - firstMonday(this.weekYear())) / 7 + 1;
  }
}

export function floorDiv(a: i64, b: i64): i64 {
  const quotient = a / b;
  return a % b < 0 ? quotient - 1 : quotient;
}

/** The remainder that is never negative; `b` is positive. */
export function floorMod(a: i64, b: i64): i64 {
  const rest = a % b;
  return rest < 0 ? rest + b : rest;
}
