// Simple CSS selectors (Selectors Level 4): tags, #id, .class, [attribute], descendants, children, lists. What an
// element fits is a bit for each compound, so that meeting an element takes the same time at any depth.

import { fail, quoted } from "../../lib/failure";
import { Text, codePointAt, widthAt } from "../../lib/text";
import { Open } from "./open";
import { resolveValue, resolvedEnd, resolvedFrom } from "./result";
import { isSpace, lower } from "./tags";
import { afterAttribute, attribute, nameEnd, nameFrom, valueEnd, valueFrom } from "./tokens";

const MOST = 64;
const LONGEST = 2000;

@final
class Condition {
  /** `=`, or the sign before it (~ ^ $ *); 0 asks only whether the attribute is there. */
  sign: u8 = 0;
  value: Text = new Text(0, 0);

  constructor(public name: Text) {}
}

@final
class Compound {
  tag: Text | null = null;
  conditions: Condition[] = [];
  /** Begins a selector, has the one before it as parent, is what is sought. */
  first: bool = false;
  child: bool = false;
  last: bool = false;
}

@final
export class Selector {
  private compounds: Compound[] = [];
  private at: usize;

  constructor(private source: Text) {
    this.at = source.at;
    if (source.size > LONGEST) this.refuse("more than 2000 bytes are not possible");
    do this.one(); while (this.take(0x2c));
    if (this.at < source.end) this.refuse("this is not a part of a selector that is known: tag, #id, .class, [attribute], `>` and a comma are");
  }

  private one(): void {
    this.space();
    let child = false;
    let first = true;
    while (true) {
      if (this.compounds.length == MOST) this.refuse("more than 64 parts are not possible");
      const compound = this.compound();
      compound.first = first;
      compound.child = child;
      this.compounds.push(compound);
      first = false;
      const spaced = this.space();
      child = this.take(0x3e);
      if (child) this.space();
      else if (!spaced || this.at == this.source.end || this.peek() == 0x2c) break;
    }
    this.compounds[this.compounds.length - 1].last = true;
  }

  private compound(): Compound {
    const compound = new Compound();
    const from = this.at;
    if (!this.take(0x2a) && this.inName()) compound.tag = this.name();
    while (true) {
      if (this.take(0x23)) compound.conditions.push(equals("id", 0x3d, this.name()));
      else if (this.take(0x2e)) compound.conditions.push(equals("class", 0x7e, this.name()));
      else if (this.take(0x5b)) compound.conditions.push(this.brackets());
      else break;
    }
    if (this.at == from) this.refuse("a tag, #id, .class or [attribute] is expected");
    return compound;
  }

  private brackets(): Condition {
    this.space();
    const condition = new Condition(this.name());
    this.space();
    if (this.take(0x5d)) return condition;
    const c = this.peek();
    condition.sign = 0x3d;
    if (c == 0x7e || c == 0x5e || c == 0x24 || c == 0x2a) {
      condition.sign = <u8>c;
      this.at++;
    }
    if (!this.take(0x3d)) this.refuse("`=` or `]` is expected");
    this.space();
    const quote = this.peek();
    if (quote == 0x22 || quote == 0x27) {
      const from = ++this.at;
      while (this.peek() != quote) {
        if (this.at >= this.source.end) this.refuse("the text has no end");
        this.at += widthAt(this.at);
      }
      condition.value = new Text(from, <i32>(this.at - from));
      this.at++;
    } else {
      condition.value = this.name();
    }
    this.space();
    if (!this.take(0x5d)) this.refuse("`]` is expected");
    return condition;
  }

  private peek(): i32 {
    return this.at < this.source.end ? codePointAt(this.at) : -1;
  }

  private take(byte: i32): bool {
    if (this.peek() != byte) return false;
    this.at++;
    return true;
  }

  private space(): bool {
    const from = this.at;
    while (this.at < this.source.end && isSpace(load<u8>(this.at))) this.at++;
    return this.at > from;
  }

  private inName(): bool {
    const c = this.peek();
    return c >= 0x80 || (c >= 0x30 && c <= 0x39) || <u32>((c | 0x20) - 0x61) < 26 || c == 0x5f || c == 0x2d;
  }

  private name(): Text {
    const from = this.at;
    while (this.inName()) this.at += widthAt(this.at);
    if (this.at == from) this.refuse("a name is expected");
    return new Text(from, <i32>(this.at - from));
  }

  private refuse(what: string): void {
    const before = new Text(this.source.at, <i32>(this.at - this.source.at)).length();
    fail("SELECTOR_SYNTAX", "The selector " + quoted(this.source) + " is wrong at character " + (before + 1).toString() + ": " + what + ".");
  }

  /** Notes what an element fits; whether it is one of those sought. */
  meet(open: Open, parent: Open | null, end: usize): bool {
    const own: u64 = parent === null ? 0 : parent.fits;
    const around: u64 = parent === null ? 0 : parent.around;
    let fits: u64 = 0;
    let sought = false;
    for (let i = 0; i < this.compounds.length; i++) {
      const compound = unchecked(this.compounds[i]);
      const before: u64 = i == 0 ? 0 : <u64>1 << (i - 1);
      if (!compound.first && ((compound.child ? own : around) & before) == 0) continue;
      if (!isLike(compound, open, end)) continue;
      fits |= <u64>1 << i;
      if (compound.last) sought = true;
    }
    open.fits = fits;
    open.around = around | fits;
    return sought;
  }
}

function equals(name: string, sign: u8, value: Text): Condition {
  const condition = new Condition(Text.of(name));
  condition.sign = sign;
  condition.value = value;
  return condition;
}

function isLike(compound: Compound, open: Open, end: usize): bool {
  const tag = compound.tag;
  if (tag !== null && !isSame(tag, open.nameFrom, open.nameEnd)) return false;
  for (let i = 0; i < compound.conditions.length; i++) if (!holds(compound.conditions[i], open.nameEnd, end)) return false;
  return true;
}

function isSame(name: Text, from: usize, end: usize): bool {
  if (<usize>name.size != end - from) return false;
  for (let i = 0; i < name.size; i++) if (lower(load<u8>(name.at + i)) != lower(load<u8>(from + i))) return false;
  return true;
}

function holds(condition: Condition, tagNameEnd: usize, end: usize): bool {
  attribute(tagNameEnd, end);
  while (nameFrom != 0 && !isSame(condition.name, nameFrom, nameEnd)) attribute(afterAttribute, end);
  if (nameFrom == 0) return false;
  const sign = condition.sign;
  if (sign == 0) return true;
  resolveValue(valueFrom, valueEnd);
  const wanted = condition.value;
  const value = new Text(resolvedFrom, <i32>(resolvedEnd - resolvedFrom));
  if (sign == 0x3d) return value.equals(wanted);
  if (wanted.size == 0) return false;
  if (sign == 0x5e) return value.startsWith(wanted);
  if (sign == 0x24) return value.endsWith(wanted);
  return sign == 0x7e ? hasWord(value, wanted) : hasPart(value, wanted);
}

function hasWord(value: Text, word: Text): bool {
  for (let p = value.at; p < value.end; ) {
    const from = p;
    while (p < value.end && !isSpace(load<u8>(p))) p++;
    if (p - from == <usize>word.size && memory.compare(from, word.at, word.size) == 0) return true;
    p++;
  }
  return false;
}

function hasPart(value: Text, part: Text): bool {
  for (let p = value.at; p + part.size <= value.end; p++) {
    if (load<u8>(p) == load<u8>(part.at) && memory.compare(p, part.at, part.size) == 0) return true;
  }
  return false;
}
