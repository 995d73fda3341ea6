// Reads a pattern of letters such as `yyyy-MM-dd HH:mm:ss`; what stands between apostrophes is text.

import { fail, quoted } from "../../lib/failure";
import { Text, widthAt } from "../../lib/text";
import { Field, Layout, OffsetStyle } from "./layout";

let source: Text = new Text(0, 0);

export function readPattern(layout: Layout): void {
  source = layout.source;
  let p = source.at;
  while (p < source.end) {
    const c = load<u8>(p);
    let next = p + widthAt(p);
    if (c == 0x27) {
      next = text(layout, p + 1);
    } else if (<u8>((c | 0x20) - 0x61) < 26 && c != 0x54) {
      while (next < source.end && load<u8>(next) == c) next++;
      field(layout, c, <i32>(next - p));
    } else {
      layout.literal(p, <i32>(next - p));
    }
    p = next;
  }
  for (let i = 0; i < layout.pieces.length; i++) {
    const piece = layout.pieces[i].field;
    if (piece == Field.WeekYear && !layout.has(Field.Week)) {
      refuse("`Y` is the year that a week belongs to; the year is `yyyy`");
    }
    if (piece == Field.DayOfYear && layout.has(Field.Month) && !layout.has(Field.Day)) {
      refuse("`D` counts the days of the year; the day of the month is `dd`");
    }
  }
}

/** Text between apostrophes; two of them are one. */
function text(layout: Layout, start: usize): usize {
  if (start < source.end && load<u8>(start) == 0x27) {
    layout.literal(start, 1);
    return start + 1;
  }
  let from = start;
  for (let p = start; p < source.end; p++) {
    if (load<u8>(p) != 0x27) continue;
    if (p + 1 == source.end || load<u8>(p + 1) != 0x27) {
      layout.literal(from, <i32>(p - from));
      return p + 1;
    }
    layout.literal(from, <i32>(p + 1 - from));
    from = ++p + 1;
  }
  refuse("an apostrophe without the second one; write `''` for an apostrophe");
  return source.end;
}

function field(layout: Layout, letter: u8, width: i32): void {
  if (letter == 0x79 || letter == 0x75) known(layout, Field.Year, letter, width, 9);
  else if (letter == 0x59) known(layout, Field.WeekYear, letter, width, 9);
  else if (letter == 0x4d || letter == 0x4c) known(layout, Field.Month, letter, width, 4);
  else if (letter == 0x64) known(layout, Field.Day, letter, width, 2);
  else if (letter == 0x44) known(layout, Field.DayOfYear, letter, width, 3);
  else if (letter == 0x48) known(layout, Field.Hour, letter, width, 2);
  else if (letter == 0x68) known(layout, Field.HalfHour, letter, width, 2);
  else if (letter == 0x4b) known(layout, Field.HalfHourFromZero, letter, width, 2);
  else if (letter == 0x6b) known(layout, Field.HourFromOne, letter, width, 2);
  else if (letter == 0x6d) known(layout, Field.Minute, letter, width, 2);
  else if (letter == 0x73) known(layout, Field.Second, letter, width, 2);
  else if (letter == 0x53) known(layout, Field.Fraction, letter, width, 9);
  else if (letter == 0x51 || letter == 0x71) known(layout, Field.Quarter, letter, width, 2);
  else if (letter == 0x77) known(layout, Field.Week, letter, width, 2);
  else if (letter == 0x45) known(layout, Field.Weekday, letter, max(width, 3), 5);
  else if (letter == 0x65 || letter == 0x63) known(layout, Field.Weekday, letter, width, 5);
  else if (letter == 0x61) layout.add(Field.Half, 1);
  else if (letter == 0x47) layout.add(Field.Era, 1);
  else if (letter == 0x56) layout.add(Field.ZoneName, 1);
  else if (letter == 0x7a) layout.add(Field.ZoneAbbreviation, 1);
  else layout.add(Field.Offset, offsetStyle(letter, width));
}

function known(layout: Layout, field: Field, letter: u8, width: i32, most: i32): void {
  if (width > most) refuse("`" + String.fromCharCode(letter) + "` stands there more than " + most.toString() + " times");
  layout.add(field, width);
}

function offsetStyle(letter: u8, width: i32): i32 {
  if (letter == 0x4f) return OffsetStyle.Gmt | OffsetStyle.Colon | (width < 4 ? OffsetStyle.HoursIfWhole : 0);
  const zulu: i32 = letter == 0x58 || width == 5 ? OffsetStyle.Zulu : 0;
  if (letter == 0x5a) {
    if (width == 4) return OffsetStyle.Gmt | OffsetStyle.Colon;
    return width == 5 ? OffsetStyle.Colon | zulu : 0;
  }
  if (letter != 0x58 && letter != 0x78) {
    refuse("the letter `" + String.fromCharCode(letter) + "` means nothing; put text between apostrophes");
  }
  const narrow: i32 = width == 1 ? OffsetStyle.HoursIfWhole : 0;
  return narrow | zulu | (width == 3 || width == 5 ? OffsetStyle.Colon : 0);
}

function refuse(what: string): void {
  fail("INVALID_PATTERN", "The pattern " + quoted(source) + " is wrong: " + what + ".");
}
