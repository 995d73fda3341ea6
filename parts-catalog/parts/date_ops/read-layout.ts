// Reads a text that is written in a given layout.

import { fail, quoted } from "../../lib/failure";
import { Text } from "../../lib/text";
import { readHalf, readZone } from "./clock-time";
import { Cursor } from "./cursor";
import { Draft } from "./draft";
import { Field, Layout, Piece } from "./layout";
import { Moment } from "./moment";
import { days, eras, months } from "./names";
import { Manner } from "./read";
import { Zone } from "./zone";

let draft: Draft = new Draft();
let cursor: Cursor = changetype<Cursor>(0);
let manner: Manner = changetype<Manner>(0);
let before = false;
let shortYear = false;

export function readInLayout(source: Text, layout: Layout, how: Manner): Moment {
  draft = new Draft();
  cursor = new Cursor(source);
  manner = how;
  if (!layout.has(Field.Year) && !layout.has(Field.WeekYear)) {
    fail("INVALID_PATTERN", "The layout " + quoted(layout.source) + " has no year, so no date can be read with it.");
  }
  for (let i = 0; i < layout.pieces.length; i++) {
    const next = i + 1 < layout.pieces.length ? layout.pieces[i + 1] : null;
    const start = cursor.at;
    if (!read(layout.pieces[i], next)) misfit(source, layout, start);
  }
  if (!cursor.atEnd()) misfit(source, layout, cursor.at);
  if (manner.minguo && !shortYear) draft.setMinguo(before);
  else if (before) draft.year = 0;
  return draft.finish(source, manner.zone);
}

function misfit(source: Text, layout: Layout, at: usize): void {
  const place = new Text(source.at, <i32>(at - source.at)).length() + 1;
  fail("INVALID_DATE", quoted(source) + " doesn't fit the layout " + quoted(layout.source) + " from character " + place.toString() + " on.");
}

function read(piece: Piece, next: Piece | null): bool {
  const field = piece.field;
  if (field == Field.Literal) return literal(piece.text);
  if (field == Field.Month && piece.width > 2) return (draft.month = name(true)) > 0;
  if (field == Field.Weekday) return weekday(piece.width);
  if (field == Field.Half) return readHalf(cursor, draft);
  if (field == Field.Era) return era();
  if (field == Field.Fraction || field == Field.FractionIfAny) return fraction(piece);
  if (field == Field.Offset || field == Field.ZoneAbbreviation) {
    readZone(cursor, draft, false);
    return draft.offset !== null;
  }
  if (field == Field.ZoneName) return zoneName();
  const joined = next !== null && isNumber(next);
  const most = field == Field.Year || field == Field.WeekYear ? 4 : field == Field.DayOfYear ? 3 : 2;
  if (piece.spaces) cursor.spaces();
  const year = most == 4 && piece.width > 2 && !manner.minguo;
  if (!cursor.digits(joined || year ? piece.width : 1, joined ? piece.width : piece.width == 2 ? 2 : most)) return false;
  set(field, piece.width, cursor.value);
  if (field == Field.Second && (next === null || (next.field != Field.Fraction && next.field != Field.FractionIfAny))) tail(next);
  return true;
}

function literal(text: Text): bool {
  const rest = new Text(cursor.at, <i32>(cursor.end - cursor.at));
  if (!rest.startsWith(text)) return false;
  cursor.at += text.size;
  return true;
}

function set(field: Field, width: i32, value: i32): void {
  if (field == Field.Year || field == Field.WeekYear) {
    shortYear = width == 2 && !manner.minguo;
    // POSIX: 69 to 99 are in the 20th century.
    draft.year = shortYear ? value + (value < 69 ? 2000 : 1900) : value;
  } else if (field == Field.Month) draft.month = value;
  else if (field == Field.Quarter) draft.month = value * 3 - 2;
  else if (field == Field.Week) draft.week = value;
  else if (field == Field.Day) draft.day = value;
  else if (field == Field.DayOfYear) draft.dayOfYear = value;
  else if (field == Field.Minute) draft.minute = value;
  else if (field == Field.Second) draft.second = value;
  else if (field == Field.HourFromOne) draft.hour = value % 24;
  else if (field == Field.HalfHourFromZero) draft.hour = value == 0 ? 12 : value;
  else draft.hour = value;
}

function name(ofMonth: bool): i32 {
  const from = cursor.at;
  for (let i = 0; i < 6; i++) {
    cursor.at = from;
    const chinese = i < 3 == manner.chinese;
    const width = 3 + (i % 3);
    const found = cursor.oneOf(ofMonth ? months(chinese, width == 3) : days(chinese, width));
    if (found > 0 && !(width == 3 && cursor.letterFollows())) return found;
  }
  return 0;
}

function weekday(width: i32): bool {
  if (width > 2) return (draft.weekday = name(false)) > 0;
  const found = cursor.digits(1, 1);
  draft.weekday = cursor.value;
  return found;
}

function era(): bool {
  for (let i = 0; i < 2; i++) {
    const found = cursor.oneOf(eras(i == 0, manner.minguo));
    before = found == 1;
    if (found > 0) return true;
  }
  return false;
}

/** A Go layout's fraction has its point; any number of digits will do. */
function fraction(piece: Piece): bool {
  const needed = piece.field == Field.Fraction;
  if (piece.text.size > 0 && !literal(piece.text)) return !needed;
  if (!cursor.fraction()) return !needed;
  draft.nano = cursor.value;
  return true;
}

/** A fraction that the layout doesn't have is read all the same, as Go does. */
function tail(next: Piece | null): void {
  const point = cursor.peek();
  if (point != 0x2e && point != 0x2c) return;
  if (next !== null && next.field == Field.Literal && load<u8>(next.text.at) == point) return;
  cursor.at++;
  if (cursor.fraction()) draft.nano = cursor.value;
  else cursor.at--;
}

function zoneName(): bool {
  const from = cursor.at;
  while (cursor.letterFollows() || cursor.peek() == 0x2f || cursor.peek() == 0x5f || cursor.peek() == 0x2d || cursor.peek() == 0x2b || <u8>(cursor.peek() - 0x30) < 10) cursor.at++;
  if (cursor.at == from) return false;
  draft.zone = Zone.of(new Text(from, <i32>(cursor.at - from)));
  return true;
}

function isNumber(piece: Piece): bool {
  const field = piece.field;
  if (field == Field.Literal || field == Field.Era || field == Field.Half || field >= Field.FractionIfAny) return false;
  if (field == Field.Fraction) return piece.text.size == 0;
  return (field != Field.Month && field != Field.Weekday) || piece.width < 3;
}
