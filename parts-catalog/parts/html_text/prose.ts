// Text as a reader sees it: white space collapsed, blocks on lines of their own, cells apart by tabs.

import { reserve } from "../../lib/memory";
import { codePointAt, encode, widthAt } from "../../lib/text";
import { referenceAt, referenceEnd } from "./entities";
import { isSpace } from "./tags";

const INDENTED = 8;

@final
export class Prose {
  at: usize;
  size: i32 = 0;
  private room: i32;
  /** What stands between the last word and the next. */
  private lines: i32 = 0;
  private tabs: i32 = 0;
  private space: bool = false;
  private bullet: i32 = -1;
  /** No word yet in the cell. */
  private fresh: bool = false;
  private rowStart: i32 = 0;

  constructor(room: i32) {
    this.room = room + 64;
    this.at = reserve(this.room);
  }

  /** Adds text with references; `kept` leaves its white space as it is. */
  add(from: usize, end: usize, kept: bool): void {
    let p = from;
    while (p < end) {
      const c = load<u8>(p);
      if (isSpace(c)) {
        if (kept) this.white(c, p, end);
        else this.space = true;
        p++;
        continue;
      }
      let point = c == 0x26 ? referenceAt(p, end, false) : -1;
      if (point >= 0) {
        p = referenceEnd;
      } else {
        point = codePointAt(p);
        p += widthAt(p);
      }
      if (point == 0xa0 || (point <= 0x20 && isSpace(<u8>point))) {
        if (kept) this.white(0x20, p, end);
        else this.space = true;
      } else if (point != 0xad && point != 0x200b && point != 0xfeff) {
        this.word(point);
      }
    }
  }

  private word(point: i32): void {
    this.need(4);
    this.between();
    this.size += <i32>encode(this.at + this.size, point);
  }

  private white(c: u8, p: usize, end: usize): void {
    if (c == 0x0d) {
      if (p + 1 < end && load<u8>(p, 1) == 0x0a) return;
      c = 0x0a;
    }
    if (c == 0x0a) {
      if (this.size > 0) this.lines++;
      this.space = false;
      return;
    }
    this.need(4);
    this.between();
    store<u8>(this.at + this.size++, c == 0x09 ? 0x09 : 0x20);
  }

  /** Writes what stands between the words. */
  private between(): void {
    if (this.size > 0) {
      if (this.lines > 0) {
        this.need(this.lines);
        for (; this.lines > 0; this.lines--) store<u8>(this.at + this.size++, 0x0a);
        this.space = false;
      }
      if (this.tabs > 0) {
        this.need(this.tabs);
        for (; this.tabs > 0; this.tabs--) store<u8>(this.at + this.size++, 0x09);
        this.space = false;
      }
      if (this.space) store<u8>(this.at + this.size++, 0x20);
    }
    this.lines = 0;
    this.space = false;
    this.fresh = false;
    if (this.bullet < 0) return;
    for (let i = 0; i < this.bullet; i++) store<u16>(this.at + this.size + 2 * i, 0x2020);
    this.size += 2 * this.bullet;
    store<u16>(this.at + this.size, 0x202d);
    this.size += 2;
    this.bullet = -1;
  }

  /** A new line at least; with `apart` an empty one before it. */
  block(apart: bool): void {
    if (this.fresh) return;
    this.lines = max(this.lines, apart ? 2 : 1);
  }

  lineBreak(): void {
    if (this.size > 0 && this.lines < 2) this.lines++;
    this.space = false;
  }

  row(): void {
    this.lines = max(this.lines, 1);
    this.tabs = 0;
    this.rowStart = this.size;
  }

  /** What a cell begins and ends with doesn't break its row. */
  cell(first: bool): void {
    if (!first) this.tabs++;
    if (!first && this.size > this.rowStart) this.lines = 0;
    this.fresh = true;
  }

  item(depth: i32): void {
    this.bullet = min(max(depth - 1, 0), INDENTED);
  }

  itemEnd(): void {
    this.bullet = -1;
  }

  private need(more: i32): void {
    more += 64;
    if (this.size + more <= this.room) return;
    this.room = this.room * 2 + more;
    const wider = reserve(this.room);
    memory.copy(wider, this.at, this.size);
    this.at = wider;
  }
}
