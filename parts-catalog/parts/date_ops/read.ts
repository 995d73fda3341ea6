// Reads dates in the forms people and programs commonly write.

import { fail, quoted } from "../../lib/failure";
import { trimmed } from "../../lib/letters";
import { Text } from "../../lib/text";
import { readTime, readZone } from "./clock-time";
import { Cursor } from "./cursor";
import { Draft } from "./draft";
import { Moment } from "./moment";
import { MONTHS, SHORT_MONTHS, days } from "./names";
import { Zone } from "./zone";

/** What a part's arguments say about how to read. */
@final
export class Manner {
  /** `dmy`, `mdy`, or empty. */
  order: string = "";
  minguo: bool = false;
  chinese: bool = false;
  zone: Zone = Zone.fixed(0);
}

/** The moment that a text tells, which is no plain number. Fails where it tells none. */
export function readText(source: Text, manner: Manner): Moment {
  const reading = new Reading(trimmed(source, true, true), manner);
  if (!reading.yearFirst() && !reading.yearLast() && !reading.words()) {
    fail("INVALID_DATE", quoted(source) + " is no date that can be read. Write it like `2024-05-06T07:08:09Z`, or say how it is written in `args.input_layout`.");
  }
  return reading.draft.finish(source, manner.zone);
}

/** `20240506` or `20240506070809`, or null. */
export function readCompact(text: Text, manner: Manner): Moment | null {
  if (text.size != 8 && text.size != 14) return null;
  const cursor = new Cursor(text);
  const draft = new Draft();
  cursor.digits(4, 4);
  draft.year = cursor.value;
  cursor.digits(2, 2);
  draft.month = cursor.value;
  cursor.digits(2, 2);
  draft.day = cursor.value;
  if (!cursor.atEnd()) readTime(cursor, draft);
  return cursor.atEnd() && draft.problem().length == 0 ? draft.finish(text, manner.zone) : null;
}

@final
class Reading {
  draft: Draft = new Draft();
  private cursor: Cursor;

  constructor(
    private text: Text,
    private manner: Manner,
  ) {
    this.cursor = new Cursor(text);
  }

  private start(): Cursor {
    this.draft = new Draft();
    this.cursor = new Cursor(this.text);
    return this.cursor;
  }

  /** `2024-05-06`, `2024/5/6`, `2024-W19-1`, `2024-127`, `2024年5月6日`, `民國113年5月6日`, and a time. */
  yearFirst(): bool {
    const c = this.start();
    const draft = this.draft;
    const minguo = c.word("民國") || this.manner.minguo;
    if (!c.digits(minguo ? 1 : 4, 4)) return false;
    draft.year = c.value;
    if (minguo) draft.setMinguo(false);
    if (c.word("年")) {
      if (!this.month() || !c.word("月")) return false;
      return this.dayOfMonth() && (c.word("日") || c.word("號")) && this.tail(false);
    }
    const separator = c.peek();
    if (separator == 0x2d && this.weekOrDay()) return this.tail(false);
    if (separator != 0x2d && separator != 0x2f && separator != 0x2e) return false;
    c.at++;
    if (!this.month()) return false;
    if (separator == 0x2d && c.atEnd()) return true;
    return c.take(separator) && this.dayOfMonth() && this.tail(false);
  }

  private weekOrDay(): bool {
    const c = this.cursor;
    const from = c.at;
    c.at++;
    if (c.take(0x57) || c.take(0x77)) {
      if (!c.digits(2, 2) || c.value == 0) return false;
      this.draft.week = c.value;
      if (c.take(0x2d)) {
        if (!c.digits(1, 1)) return false;
        this.draft.weekday = c.value;
      }
      return true;
    }
    if (c.digits(3, 3) && c.value > 0) {
      this.draft.dayOfYear = c.value;
      return true;
    }
    c.at = from;
    return false;
  }

  /** `06.05.2024`, `5/6/2024`, `6-5-2024`, and a time. */
  yearLast(): bool {
    const c = this.start();
    if (!c.digits(1, 2)) return false;
    const first = c.value;
    const separator = c.peek();
    if (separator != 0x2e && separator != 0x2f && separator != 0x2d) return false;
    c.at++;
    if (!c.digits(1, 2)) return false;
    const second = c.value;
    if (!c.take(separator) || !c.digits(4, 4)) return false;
    this.draft.year = c.value;
    if (!this.tail(false)) return false;
    const dayFirst = this.manner.order.length > 0 ? this.manner.order == "dmy" : separator == 0x2e || first > 12;
    if (!dayFirst && this.manner.order.length == 0 && second <= 12 && first != second) this.refuseAmbiguous();
    this.draft.day = dayFirst ? first : second;
    this.draft.month = dayFirst ? second : first;
    return true;
  }

  private refuseAmbiguous(): void {
    fail("AMBIGUOUS_DATE", quoted(this.text) + " may mean two days. Set `args.order` to `mdy` (month first) or `dmy` (day first).");
  }

  /** `Mon, 6 May 2024 07:08:09 +0800`, `May 6, 2024`, `Mon May  6 07:08:09 2024`. */
  words(): bool {
    const c = this.start();
    const weekday = c.oneOf(days(false, 4)) > 0 || c.oneOf(days(false, 3)) > 0;
    if (weekday) {
      c.take(0x2c);
      c.spaces();
    }
    if (!c.letterFollows()) return this.dayOfMonth() && this.nameOfMonth() && this.yearAfter() && this.tail(true);
    if (!this.nameOfMonth()) return false;
    if (c.digits(4, 4)) {
      this.draft.year = c.value;
      return c.atEnd();
    }
    if (!this.dayOfMonth() || <u8>(c.peek() - 0x30) < 10) return false;
    const end = c.at;
    if (this.yearAfter() && c.peek() != 0x3a) return this.tail(true);
    c.at = end;
    c.spaces();
    if (!readTime(c, this.draft)) return false;
    readZone(c, this.draft, true);
    return this.yearAfter() && c.atEnd();
  }

  private nameOfMonth(): bool {
    const c = this.cursor;
    while (c.take(0x2d) || c.take(0x2e) || c.spaces()) {}
    let month = c.oneOf(MONTHS);
    if (month == 0) month = c.oneOf(SHORT_MONTHS);
    this.draft.month = month;
    while (c.take(0x2d) || c.take(0x2e) || c.spaces()) {}
    return month > 0 && !c.letterFollows();
  }

  /** Four digits, or two as RFC 2822, section 4.3 takes them. */
  private yearAfter(): bool {
    const c = this.cursor;
    while (c.take(0x2d) || c.take(0x2c) || c.spaces()) {}
    if (!c.digits(2, 4) || c.count == 3) return false;
    this.draft.year = c.count == 4 ? c.value : c.value + (c.value < 50 ? 2000 : 1900);
    return true;
  }

  private month(): bool {
    const found = this.cursor.digits(1, 2);
    this.draft.month = this.cursor.value;
    return found;
  }

  private dayOfMonth(): bool {
    const c = this.cursor;
    const found = c.digits(1, 2);
    this.draft.day = c.value;
    if (c.letterFollows() && (c.word("st") || c.word("nd") || c.word("rd") || c.word("th"))) c.spaces();
    return found;
  }

  /** The time and the zone after a date, or nothing. */
  private tail(mail: bool): bool {
    const c = this.cursor;
    if (c.atEnd()) return true;
    const from = c.at;
    if (!c.take(0x54) && !c.take(0x74)) {
      c.take(0x2c);
      c.spaces();
      c.word("at ");
    }
    const time = c.at;
    if (!readTime(c, this.draft)) c.at = load<u8>(from) == 0x54 ? from : time;
    readZone(c, this.draft, mail);
    return c.atEnd();
  }
}
