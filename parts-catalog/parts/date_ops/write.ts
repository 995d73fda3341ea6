// Writes a moment in a layout, into the JSON string that is being written.

import { put, putAscii, putPiece } from "../../lib/output";
import { Text } from "../../lib/text";
import { MINGUO_SHIFT, dayOfYear, weekdayOf } from "./calendar";
import { Field, Layout, OffsetStyle, Piece } from "./layout";
import { Moment } from "./moment";
import { days, eras, halves, months } from "./names";
import { offsetText, two } from "./zone";

/** Language and calendar that a date is written in. */
@final
export class Style {
  constructor(
    public chinese: bool,
    public minguo: bool,
  ) {}
}

/** A JSON string: the moment as RFC 3339 writes it, with a fraction only where there is one. */
export function putIso(moment: Moment): void {
  put(0x22);
  putIsoText(moment);
  put(0x22);
}

function putIsoText(moment: Moment): void {
  const date = moment.date;
  putNumber(date.year, 4);
  putAscii("-" + two(date.month) + "-" + two(date.day) + "T" + two(moment.hour) + ":" + two(moment.minute) + ":" + two(moment.seconds));
  putFraction(moment.nano, Text.of("."));
  putOffset(moment.offset, OffsetStyle.Colon | OffsetStyle.Zulu);
}

/** A JSON string. */
export function putLayout(moment: Moment, layout: Layout, style: Style): void {
  put(0x22);
  for (let i = 0; i < layout.pieces.length; i++) putField(moment, layout.pieces[i], style);
  put(0x22);
}

function putField(moment: Moment, piece: Piece, style: Style): void {
  const date = moment.date;
  const width = piece.width;
  const field = piece.field;
  if (field == Field.Literal) putPiece(piece.text);
  else if (field == Field.Year) putYear(date.year, width, style);
  else if (field == Field.WeekYear) putYear(date.weekYear(), width, style);
  else if (field == Field.Era) putPiece(Text.of(eras(style.chinese, style.minguo)[style.minguo && date.year <= MINGUO_SHIFT ? 0 : 1]));
  else if (field == Field.Quarter) putNumber((date.month + 2) / 3, width);
  else if (field == Field.Month) putName(date.month, width, months(style.chinese, width == 3));
  else if (field == Field.Week) putNumber(date.week(), width);
  else if (field == Field.Day) putPadded(date.day, piece);
  else if (field == Field.DayOfYear) putPadded(dayOfYear(date.year, date.month, date.day), piece);
  else if (field == Field.Weekday) putWeekday(weekdayOf(date.number), width, style);
  else if (field == Field.Half) putHalf(moment.hour >= 12, width == 2, style);
  else if (field == Field.Hour) putNumber(moment.hour, width);
  else if (field == Field.HalfHour) putNumber(((moment.hour + 11) % 12) + 1, width);
  else if (field == Field.HalfHourFromZero) putNumber(moment.hour % 12, width);
  else if (field == Field.HourFromOne) putNumber(((moment.hour + 23) % 24) + 1, width);
  else if (field == Field.Minute) putNumber(moment.minute, width);
  else if (field == Field.Second) putNumber(moment.seconds, width);
  else if (field == Field.Fraction) putDigits(moment.nano, width, piece.text);
  else if (field == Field.FractionIfAny) putFraction(roundDown(moment.nano, width), piece.text);
  else if (field == Field.Offset) putOffset(moment.offset, width);
  else if (field == Field.ZoneName && moment.zone.isNamed()) putPiece(moment.zone.name);
  else putAscii(moment.offset == 0 ? "UTC" : offsetText(moment.offset, true));
}

function putYear(year: i32, width: i32, style: Style): void {
  const shown = style.minguo ? abs(year - MINGUO_SHIFT) + (year > MINGUO_SHIFT ? 0 : 1) : year;
  putNumber(width == 2 ? shown % 100 : shown, width);
}

function putName(number: i32, width: i32, names: StaticArray<string>): void {
  if (width < 3) putNumber(number, width);
  else putPiece(Text.of(names[number - 1]));
}

function putWeekday(number: i32, width: i32, style: Style): void {
  if (width == 5 && !style.chinese) putAscii(days(false, 3)[number - 1].charAt(0));
  else putName(number, width, days(style.chinese, width));
}

function putHalf(after: bool, small: bool, style: Style): void {
  const name = halves(style.chinese)[after ? 1 : 0];
  putPiece(Text.of(small ? name.toLowerCase() : name));
}

function putPadded(number: i32, piece: Piece): void {
  if (!piece.spaces) {
    putNumber(number, piece.width);
    return;
  }
  const text = number.toString();
  for (let i = text.length; i < piece.width; i++) put(0x20);
  putAscii(text);
}

function putNumber(number: i32, width: i32): void {
  const text = number.toString();
  for (let i = text.length; i < width; i++) put(0x30);
  putAscii(text);
}

/** The first digits of nine, after the point where there is one. */
function putDigits(nano: i32, width: i32, point: Text): void {
  putPiece(point);
  putAscii((1_000_000_000 + nano).toString().substr(1, width));
}

function putFraction(nano: i32, point: Text): void {
  if (nano == 0) return;
  let width = 9;
  while (nano % 10 == 0) {
    nano /= 10;
    width--;
  }
  putPiece(point);
  putNumber(nano, width);
}

function roundDown(nano: i32, width: i32): i32 {
  let unit = 1;
  for (let i = width; i < 9; i++) unit *= 10;
  return nano - (nano % unit);
}

function putOffset(offset: i32, style: i32): void {
  if ((style & OffsetStyle.Zulu) != 0 && offset == 0) {
    put(0x5a);
    return;
  }
  if ((style & OffsetStyle.Gmt) != 0) {
    putAscii("GMT");
    if (offset == 0) return;
  }
  const whole = (style & OffsetStyle.HoursOnly) != 0 || ((style & OffsetStyle.HoursIfWhole) != 0 && offset % 3600 == 0);
  const text = offsetText(offset, (style & OffsetStyle.Colon) != 0);
  putAscii(whole ? text.substr(0, 3) : text);
}
