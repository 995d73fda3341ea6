// Links and selected elements of a page.

import { put, putAscii, putKey, putString, separate } from "../../lib/output";
import { Text } from "../../lib/text";
import { Mode, Open } from "./open";
import { Prose } from "./prose";
import { Records, grow, putCut, resolveValue, resolvedEnd, resolvedFrom, trimResolved } from "./result";
import { Selector } from "./selector";
import { Tag, isSpace, lower } from "./tags";
import { afterAttribute, attribute, findAttribute, nameEnd, nameFrom, valueEnd, valueFrom } from "./tokens";
import { Base } from "./url";

const MOST_ATTRIBUTES = 100;

export class Links extends Mode {
  private records: Records = new Records();

  constructor(
    private html: Text,
    private prose: Prose,
    private base: Base | null,
    private based: bool,
  ) {
    super();
  }

  started(open: Open, parent: Open | null): void {
    if (open.tag == Tag.Base && !this.based && findAttribute(open.nameEnd, this.html.end, "href")) this.rebase();
    if (open.tag != Tag.A && open.tag != Tag.Area) return;
    if (findAttribute(open.nameEnd, this.html.end, "href")) open.record = this.records.add(open.nameEnd, this.prose.size) + 1;
  }

  /** The first `<base href>` counts. */
  private rebase(): void {
    this.based = true;
    const base = this.base;
    resolveValue(valueFrom, valueEnd);
    trimResolved();
    if (base === null) return;
    base.resolve(resolvedFrom, resolvedEnd);
    this.base = new Base(new Text(base.at, base.size));
  }

  ended(open: Open): void {
    if (open.record != 0) this.records.end(<i32>open.record - 1, this.prose.size);
  }

  write(): void {
    putKey("links");
    put(0x5b);
    for (let i = 0; i < this.records.count; i++) {
      const place = this.records.place(i);
      separate();
      put(0x7b);
      putKey("href");
      findAttribute(load<usize>(place), this.html.end, "href");
      this.address();
      putKey("text");
      putCut(this.prose.at + load<i32>(place, 4), this.prose.at + load<i32>(place, 8));
      put(0x7d);
    }
    put(0x5d);
    putKey("count");
    putAscii(this.records.count.toString());
  }

  private address(): void {
    resolveValue(valueFrom, valueEnd);
    trimResolved();
    const base = this.base;
    let at = resolvedFrom;
    let size = <i32>(resolvedEnd - resolvedFrom);
    if (base !== null) {
      base.resolve(resolvedFrom, resolvedEnd);
      at = base.at;
      size = base.size;
    }
    putString(at, size);
    grow(size + 24);
  }
}

export class Selection extends Mode {
  private records: Records = new Records();

  constructor(
    private html: Text,
    private prose: Prose,
    private selector: Selector,
  ) {
    super();
  }

  started(open: Open, parent: Open | null): void {
    if (this.selector.meet(open, parent, this.html.end)) open.record = this.records.add(open.nameFrom, this.prose.size) + 1;
  }

  ended(open: Open): void {
    if (open.record != 0) this.records.end(<i32>open.record - 1, this.prose.size);
  }

  write(): void {
    putKey("items");
    put(0x5b);
    for (let i = 0; i < this.records.count; i++) this.item(this.records.place(i));
    put(0x5d);
    putKey("count");
    putAscii(this.records.count.toString());
  }

  private item(place: usize): void {
    const name = load<usize>(place);
    attribute(name, this.html.end);
    let end = name;
    while (end < this.html.end && !isSpace(load<u8>(end)) && load<u8>(end) != 0x2f && load<u8>(end) != 0x3e) end++;
    separate();
    put(0x7b);
    putKey("tag");
    putLower(name, end);
    putKey("text");
    let from = this.prose.at + load<i32>(place, 4);
    const to = this.prose.at + load<i32>(place, 8);
    if (end - name == 2 && lower(load<u8>(name)) == 0x6c && lower(load<u8>(name, 1)) == 0x69) from = behindBullet(from, to);
    putCut(from, to);
    putKey("attributes");
    this.attributes(end);
    put(0x7d);
    grow(40);
  }

  /** The first of several with the same name counts. */
  private attributes(nameOfTagEnd: usize): void {
    const end = this.html.end;
    put(0x7b);
    attribute(nameOfTagEnd, end);
    for (let i = 0; nameFrom != 0 && i < MOST_ATTRIBUTES; i++) {
      const next = afterAttribute;
      const from = nameFrom;
      const to = nameEnd;
      const value = valueFrom;
      const valueTo = valueEnd;
      if (!isRepeated(nameOfTagEnd, from, to, end)) {
        separate();
        putLower(from, to);
        put(0x3a);
        resolveValue(value, valueTo);
        putString(resolvedFrom, <i32>(resolvedEnd - resolvedFrom));
        grow(<i32>(to - from + resolvedEnd - resolvedFrom));
      }
      attribute(next, end);
    }
    put(0x7d);
  }
}

function isRepeated(tagNameEnd: usize, from: usize, to: usize, end: usize): bool {
  attribute(tagNameEnd, end);
  while (nameFrom != from) {
    if (nameEnd - nameFrom == to - from) {
      let i: usize = 0;
      while (i < to - from && lower(load<u8>(nameFrom + i)) == lower(load<u8>(from + i))) i++;
      if (i == to - from) return true;
    }
    attribute(afterAttribute, end);
  }
  return false;
}

function behindBullet(from: usize, end: usize): usize {
  let p = from;
  while (p < end && isSpace(load<u8>(p))) p++;
  return end - p >= 2 && load<u16>(p) == 0x202d ? p + 2 : from;
}

/** Writes a name as a JSON string, its ASCII letters in lower case. */
function putLower(from: usize, end: usize): void {
  for (let p = from; p < end; p++) store<u8>(p, lower(load<u8>(p)));
  putString(from, <i32>(end - from));
}
