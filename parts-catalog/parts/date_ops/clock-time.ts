// Reads a time of day and a zone, after a date or alone.

import { Text } from "../../lib/text";
import { Cursor } from "./cursor";
import { Draft, Half } from "./draft";
import { Zone } from "./zone";

/** RFC 2822, section 4.3: names of zones that mail may have, with their hours east of UTC. */
const MAIL_ZONES: StaticArray<string> = ["EST", "EDT", "CST", "CDT", "MST", "MDT", "PST", "PDT"];
const MAIL_HOURS: StaticArray<i32> = [-5, -4, -6, -5, -7, -6, -8, -7];

/** `07:08`, `07:08:09.5`, `070809`, `7:08 PM`, `下午7:08`, `7時8分`; false where none stands here. */
export function readTime(cursor: Cursor, draft: Draft): bool {
  readHalf(cursor, draft);
  cursor.spaces();
  if (!cursor.digits(1, 2)) return false;
  draft.hour = cursor.value;
  const compact = cursor.count == 2 && <u8>(cursor.peek() - 0x30) < 10;
  if (compact) {
    if (!cursor.digits(2, 2)) return false;
    draft.minute = cursor.value;
    if (cursor.digits(2, 2)) draft.second = cursor.value;
  } else if (cursor.take(0x3a)) {
    if (!cursor.digits(2, 2)) return false;
    draft.minute = cursor.value;
    if (cursor.take(0x3a)) {
      if (!cursor.digits(2, 2)) return false;
      draft.second = cursor.value;
    }
  } else if (cursor.word("時") || cursor.word("點")) {
    if (cursor.digits(1, 2) && !minuteOf(cursor, draft)) return false;
    return true;
  } else {
    cursor.spaces();
    return draft.half == Half.None && readHalf(cursor, draft);
  }
  if (cursor.take(0x2e) || cursor.take(0x2c)) {
    if (!cursor.fraction()) return false;
    draft.nano = cursor.value;
  }
  const end = cursor.at;
  cursor.spaces();
  if (draft.half == Half.None && !readHalf(cursor, draft)) cursor.at = end;
  return true;
}

function minuteOf(cursor: Cursor, draft: Draft): bool {
  draft.minute = cursor.value;
  if (!cursor.word("分")) return false;
  if (!cursor.digits(1, 2)) return true;
  draft.second = cursor.value;
  return cursor.word("秒");
}

/** AM or PM. */
export function readHalf(cursor: Cursor, draft: Draft): bool {
  if (cursor.word("a.m.") || cursor.word("am") || cursor.word("上午")) draft.half = Half.Morning;
  else if (cursor.word("p.m.") || cursor.word("pm") || cursor.word("下午")) draft.half = Half.Afternoon;
  else return false;
  return true;
}

/** `Z`, an offset, `UTC`, `GMT+0800`, with `mail` also `EST` and so on; a name in brackets after it. */
export function readZone(cursor: Cursor, draft: Draft, mail: bool): void {
  cursor.spaces();
  if (cursor.word("utc") || cursor.word("gmt") || cursor.word("ut") || cursor.word("z")) {
    draft.offset = Zone.fixed(cursor.offset() ? cursor.seconds : 0);
  } else if (cursor.offset()) {
    draft.offset = Zone.fixed(cursor.seconds);
  } else if (mail) {
    const name = cursor.oneOf(MAIL_ZONES);
    if (name > 0) draft.offset = Zone.fixed(MAIL_HOURS[name - 1] * 3600);
  }
  cursor.spaces();
  if (cursor.take(0x5b)) {
    const from = cursor.at;
    while (!cursor.atEnd() && cursor.peek() != 0x5d) cursor.at++;
    const name = new Text(from, <i32>(cursor.at - from));
    if (cursor.take(0x5d)) draft.zone = Zone.of(name);
  } else if (cursor.take(0x28)) {
    while (!cursor.atEnd() && cursor.peek() != 0x29) cursor.at++;
    cursor.take(0x29);
  }
  cursor.spaces();
}
