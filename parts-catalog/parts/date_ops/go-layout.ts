// Reads a layout written as Go's reference time, Mon Jan 2 15:04:05 MST 2006.

import { Text } from "../../lib/text";
import { Field, Layout, OffsetStyle } from "./layout";

let at: usize = 0;
let end: usize = 0;
let into: Layout = changetype<Layout>(0);

export function readGoLayout(layout: Layout): void {
  into = layout;
  at = layout.source.at;
  end = layout.source.end;
  let plain = at;
  while (at < end) {
    const start = at;
    const before = layout.pieces.length;
    if (!word() && !number() && !offset() && !fraction()) {
      at++;
      continue;
    }
    if (start > plain) insertLiteral(layout, before, plain, start);
    plain = at;
  }
  layout.literal(plain, <i32>(end - plain));
}

/** Puts the text before a field in front of the piece that was just added. */
function insertLiteral(layout: Layout, place: i32, from: usize, to: usize): void {
  const field = layout.pieces.pop();
  layout.literal(from, <i32>(to - from));
  layout.pieces.push(field);
}

function take(expected: string): bool {
  if (<i32>(end - at) < expected.length) return false;
  for (let i = 0; i < expected.length; i++) {
    if (load<u8>(at + i) != <u8>expected.charCodeAt(i)) return false;
  }
  at += expected.length;
  return true;
}

function add(field: Field, width: i32): bool {
  into.add(field, width);
  return true;
}

function word(): bool {
  if (take("January")) return add(Field.Month, 4);
  if (take("Monday")) return add(Field.Weekday, 4);
  if (take("MST")) return add(Field.ZoneAbbreviation, 1);
  if (take("PM")) return add(Field.Half, 1);
  if (take("pm")) return add(Field.Half, 2);
  const from = at;
  const month = take("Jan");
  if (month || take("Mon")) {
    if (at == end || <u8>(load<u8>(at) - 0x61) > 25) return add(month ? Field.Month : Field.Weekday, 3);
    at = from;
  }
  return false;
}

function number(): bool {
  if (take("2006")) return add(Field.Year, 4);
  if (take("002")) return add(Field.DayOfYear, 3);
  if (take("__2")) return spaced(Field.DayOfYear, 3);
  if (take("_2006")) {
    at -= 4;
    return false;
  }
  if (take("_2")) return spaced(Field.Day, 2);
  if (take("01")) return add(Field.Month, 2);
  if (take("02")) return add(Field.Day, 2);
  if (take("03")) return add(Field.HalfHour, 2);
  if (take("04")) return add(Field.Minute, 2);
  if (take("05")) return add(Field.Second, 2);
  if (take("06")) return add(Field.Year, 2);
  if (take("15")) return add(Field.Hour, 2);
  if (take("1")) return add(Field.Month, 1);
  if (take("2")) return add(Field.Day, 1);
  if (take("3")) return add(Field.HalfHour, 1);
  if (take("4")) return add(Field.Minute, 1);
  return take("5") && add(Field.Second, 1);
}

function spaced(field: Field, width: i32): bool {
  into.add(field, width).spaces = true;
  return true;
}

function offset(): bool {
  if (take("-07:00:00") || take("-07:00")) return add(Field.Offset, OffsetStyle.Colon);
  if (take("-070000") || take("-0700")) return add(Field.Offset, 0);
  if (take("-07")) return add(Field.Offset, OffsetStyle.HoursOnly);
  if (take("Z07:00:00") || take("Z07:00")) return add(Field.Offset, OffsetStyle.Colon | OffsetStyle.Zulu);
  if (take("Z070000") || take("Z0700")) return add(Field.Offset, OffsetStyle.Zulu);
  return take("Z07") && add(Field.Offset, OffsetStyle.HoursOnly | OffsetStyle.Zulu);
}

/** `.000` or `.999`, with a comma too, where no digit follows. */
function fraction(): bool {
  const point = load<u8>(at);
  if (point != 0x2e && point != 0x2c) return false;
  const digit = at + 1 < end ? load<u8>(at + 1) : 0;
  if (digit != 0x30 && digit != 0x39) return false;
  let p = at + 1;
  while (p < end && load<u8>(p) == digit) p++;
  if (p < end && <u8>(load<u8>(p) - 0x30) < 10) return false;
  const piece = into.add(digit == 0x39 ? Field.FractionIfAny : Field.Fraction, min(<i32>(p - at - 1), 9));
  piece.text = new Text(at, 1);
  at = p;
  return true;
}
