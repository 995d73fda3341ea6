// Patterns as JSON Schema has them (ECMA-262 regular expressions that may match anywhere), turned into
// I-Regexp, which is matched in linear time. Look-around, back references and \b have no counterpart there.

import { Automaton } from "../../lib/automaton";
import { bitsOf } from "../../lib/categories";
import { fail, quoted } from "../../lib/failure";
import { clear, put, putAscii, putBytes, take } from "../../lib/output";
import { Text, codePointAt, encode, widthAt } from "../../lib/text";

const ANYTHING = "(.|\\n|\\r)*";
const LONGEST = 20_000;
const MAX_DEPTH = 98; // the whole is put into groups of its own
const END = -1;
const SEVERAL = -2;

const scratch = memory.data(8);

@final
export class Pattern {
  private automaton: Automaton;

  constructor(public source: Text) {
    this.automaton = new Automaton(new Translation(source).whole());
  }

  found(text: Text): bool {
    return this.automaton.matches(text);
  }
}

/** Written to the output and taken from there: nothing may stand in it yet. */
@final
class Translation {
  private at: usize;
  /** Whether something stands before that can be repeated. */
  private repeatable: bool = false;
  private depth: i32 = 0;

  constructor(private source: Text) {
    this.at = source.at;
  }

  whole(): Text {
    clear();
    if (this.source.size > LONGEST) this.refuse("more than " + LONGEST.toString() + " bytes are not possible");
    put(0x28);
    this.alternatives(true);
    if (this.peek() != END) this.refuse("`)` has no `(`");
    put(0x29);
    return take();
  }

  /** `^` and `$` are known at the ends of alternatives that are in no group. */
  private alternatives(outer: bool): void {
    while (true) {
      const anchored = outer && this.peek() == 0x5e;
      if (anchored) this.at++;
      else if (outer) putAscii(ANYTHING);
      this.repeatable = false;
      let ended = false;
      for (let c = this.peek(); c != END && c != 0x7c && c != 0x29; c = this.peek()) {
        if (c == 0x24) {
          this.at++;
          const next = this.peek();
          if (!outer || (next != END && next != 0x7c)) this.refuse("`$` is possible at the end only");
          ended = true;
        } else {
          this.atom(c);
        }
      }
      if (outer && !ended) putAscii(ANYTHING);
      if (this.peek() != 0x7c) return;
      this.at++;
      put(0x7c);
    }
  }

  private atom(c: i32): void {
    if (c == 0x2a || c == 0x2b || c == 0x3f || c == 0x7b) {
      if (!this.repeatable) this.refuse("`" + String.fromCharCode(c) + "` has nothing before it to repeat");
      this.quantifier(c);
      this.repeatable = false;
      return;
    }
    this.piece(c);
    this.repeatable = true;
  }

  private piece(c: i32): void {
    if (c == 0x28) this.group();
    else if (c == 0x5b) this.brackets();
    else if (c == 0x5c) this.escape();
    else if (c == 0x5e) this.refuse("`^` is possible at the beginning only");
    else if (c == 0x2e) {
      this.at++;
      putAscii("[^\\n\\r");
      putPointRaw(0x2028);
      putPointRaw(0x2029);
      put(0x5d);
    } else {
      this.at += widthAt(this.at);
      putPoint(c);
    }
  }

  private group(): void {
    if (++this.depth > MAX_DEPTH) this.refuse("more than 98 groups inside each other");
    this.at++;
    if (this.peek() == 0x3f) {
      this.at++;
      if (this.peek() != 0x3a) this.refuse("`(?` is possible as `(?:` only");
      this.at++;
    }
    put(0x28);
    this.alternatives(false);
    this.depth--;
    if (this.peek() != 0x29) this.refuse("`(` has no `)`");
    this.at++;
    put(0x29);
  }

  /** A lazy one finds the same texts. */
  private quantifier(c: i32): void {
    this.copy();
    if (c == 0x7b) this.bounds();
    if (this.peek() == 0x3f) this.at++;
  }

  private bounds(): void {
    const least = this.number();
    let most = least;
    if (this.peek() == 0x2c) {
      this.copy();
      most = this.peek() == 0x7d ? i32.MAX_VALUE : this.number();
    }
    if (this.peek() != 0x7d) this.refuse("`{` of a repetition needs `{2}`, `{2,}` or `{2,5}`");
    if (most < least) this.refuse("a repetition that ends before it begins");
    this.copy();
  }

  private number(): i32 {
    const from = this.at;
    let value = 0;
    for (; <u32>(this.peek() - 0x30) < 10; this.copy()) value = min(value * 10 + this.peek() - 0x30, 1_000_000);
    if (this.at == from) this.refuse("`{` of a repetition needs a number");
    return value;
  }

  private escape(): void {
    const c = this.escaped();
    if (c == SEVERAL) {
      const letter = <u8>(load<u8>(this.at - 1) | 0x20);
      if (letter == 0x70) {
        this.category();
        return;
      }
      putAscii(load<u8>(this.at - 1) < 0x61 ? "[^" : "[");
      putClass(letter);
      put(0x5d);
    } else {
      putPoint(c);
    }
  }

  private brackets(): void {
    const start = this.at++;
    put(0x5b);
    if (this.peek() == 0x5e) this.copy();
    if (this.peek() == 0x5d) this.refuse("`[` and `]` have nothing between them");
    while (this.peek() != 0x5d) {
      const first = this.member(start);
      if (first == SEVERAL || this.peek() != 0x2d || this.next() == 0x5d || this.next() == END) {
        if (first != SEVERAL) putPoint(first);
        continue;
      }
      this.at++;
      const before = this.at;
      if (this.peek() == 0x5c && "dDsSwWpP".includes(String.fromCharCode(this.next() & 0xff))) {
        putPoint(first);
        putPoint(0x2d);
        this.at = before;
        continue;
      }
      putPoint(first);
      put(0x2d);
      const last = this.member(start);
      if (last < first) this.refuse("a range from a later to an earlier character");
      putPoint(last);
    }
    this.at++;
    put(0x5d);
  }

  /** A character between brackets, or SEVERAL where a class was written already. */
  private member(start: usize): i32 {
    const c = this.peek();
    if (c == END) {
      this.at = start;
      this.refuse("`[` has no `]`");
    }
    if (c != 0x5c) {
      this.at += widthAt(this.at);
      return c;
    }
    if (this.next() == 0x62) {
      this.at += 2;
      return 0x08;
    }
    const point = this.escaped();
    if (point != SEVERAL) return point;
    const letter = load<u8>(this.at - 1);
    if ((letter | 0x20) == 0x70) this.category();
    else if (letter < 0x61) this.refuse("a negated class is not possible between brackets");
    else putClass(letter);
    return SEVERAL;
  }

  /** The character that an escape stands for, or SEVERAL after the letter of a class. */
  private escaped(): i32 {
    this.at++;
    const c = this.peek();
    if (c == END) this.refuse("a backslash at the end");
    this.at += widthAt(this.at);
    if (c > 0x7f) return c;
    const letter = String.fromCharCode(c);
    if ("dDsSwWpP".includes(letter)) return SEVERAL;
    if (c == 0x6e) return 0x0a;
    if (c == 0x72) return 0x0d;
    if (c == 0x74) return 0x09;
    if (c == 0x66) return 0x0c;
    if (c == 0x76) return 0x0b;
    if (c == 0x30 && <u32>(this.peek() - 0x30) > 9) return 0;
    if (c == 0x78) return this.hex(2);
    if (c == 0x75) return this.unicode();
    if (<u32>((c | 0x20) - 0x61) < 26 || <u32>(c - 0x30) < 10) {
      this.at -= 2;
      this.refuse("`\\" + letter + "` is not possible");
    }
    return c;
  }

  private unicode(): i32 {
    if (this.peek() == 0x7b) {
      this.at++;
      let point = 0;
      while (this.peek() != 0x7d && point <= 0x10ffff) point = point * 16 + this.hex(1);
      if (point > 0x10ffff) this.refuse("`\\u{` needs a code point");
      this.at++;
      return point;
    }
    const unit = this.hex(4);
    if ((unit & 0xfc00) != 0xd800 || this.peek() != 0x5c || this.next() != 0x75) return unit;
    const back = this.at;
    this.at += 2;
    const low = this.hex(4);
    if ((low & 0xfc00) == 0xdc00) return 0x10000 + ((unit & 0x3ff) << 10) + (low & 0x3ff);
    this.at = back;
    return unit;
  }

  private hex(count: i32): i32 {
    let value = 0;
    for (; count > 0; count--) {
      const c = this.peek() | 0x20;
      const digit = <u32>(c - 0x30) < 10 ? c - 0x30 : <u32>(c - 0x61) < 6 ? c - 0x57 : -1;
      if (digit < 0) this.refuse("a hexadecimal digit is expected");
      value = value * 16 + digit;
      this.at++;
    }
    return value;
  }

  /** `\p{…}` as it is: a category by its short name. */
  private category(): void {
    put(0x5c);
    put(load<u8>(this.at - 1));
    let name = "";
    if (this.peek() == 0x7b) {
      for (this.copy(); this.peek() != END && this.peek() != 0x7d && name.length < 3; this.copy()) name += String.fromCharCode(this.peek() & 0x7f);
    }
    if (this.peek() != 0x7d || bitsOf(name) == 0) this.refuse("`\\p` needs a Unicode category, as in `\\p{Lu}`");
    this.copy();
  }

  private copy(): void {
    const width = widthAt(this.at);
    putBytes(this.at, width);
    this.at += width;
  }

  private peek(): i32 {
    return this.at < this.source.end ? codePointAt(this.at) : END;
  }

  private next(): i32 {
    return this.at + 1 < this.source.end ? <i32>load<u8>(this.at, 1) : END;
  }

  private refuse(what: string): void {
    const before = new Text(this.source.at, <i32>(this.at - this.source.at)).length();
    fail(
      "INVALID_PATTERN",
      "The pattern " + quoted(this.source) + " of the schema can't be used: at character " + (before + 1).toString() + ", " + what + ".",
    );
  }
}

function putClass(letter: u8): void {
  if (letter == 0x64) putAscii("0-9");
  else if (letter == 0x77) putAscii("0-9A-Z_a-z");
  else {
    putAscii("\\t\\n\\r \x0b\x0c");
    const spaces: StaticArray<i32> = [0xa0, 0x1680, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000, 0xfeff];
    for (let i = 0; i < spaces.length; i++) putPointRaw(spaces[i]);
    putPointRaw(0x2000);
    put(0x2d);
    putPointRaw(0x200a);
  }
}

/** A character, after a backslash where it means something else by itself. */
function putPoint(point: i32): void {
  if (point < 0x80 && "()*+-.?[\\]^{|}".includes(String.fromCharCode(point))) put(0x5c);
  putPointRaw(point);
}

function putPointRaw(point: i32): void {
  putBytes(scratch, encode(scratch, point));
}
