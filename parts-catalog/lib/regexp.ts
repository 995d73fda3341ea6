// Reads an I-Regexp (RFC 9485, section 4) into the shapes that the automaton is built from.

import { bitsOf } from "./categories";
import { fail, quoted } from "./failure";
import { Text, codePointAt, widthAt } from "./text";

export const MAX_STATES = 10_000;
export const UNBOUNDED = -1;
const MAX_DEPTH = 100;
const END = -1;

/** A set of code points: pairs of first and last, and categories by their bits. */
@final
export class CharacterSet {
  negated: bool = false;
  categories: u32 = 0;
  ranges: i32[] = [];

  add(first: i32, last: i32): CharacterSet {
    this.ranges.push(first);
    this.ranges.push(last);
    return this;
  }
}

export const enum ShapeKind {
  OneOf,
  Sequence,
  Choice,
  Repeated,
}

@final
export class Shape {
  set: CharacterSet | null = null;
  parts: Shape[] = [];
  least: i32 = 0;
  most: i32 = 0;

  constructor(public kind: ShapeKind) {}
}

export function readPattern(pattern: Text): Shape {
  return new Reader(pattern).read();
}

@final
class Reader {
  private at: usize;
  private depth: i32 = 0;

  constructor(private pattern: Text) {
    this.at = pattern.at;
  }

  read(): Shape {
    const shape = this.choice();
    if (this.peek() != END) this.refuse("`)` without `(`");
    return shape;
  }

  private choice(): Shape {
    const shape = new Shape(ShapeKind.Choice);
    shape.parts.push(this.sequence());
    while (this.peek() == 0x7c) {
      this.at++;
      shape.parts.push(this.sequence());
    }
    return shape.parts.length == 1 ? shape.parts[0] : shape;
  }

  private sequence(): Shape {
    const shape = new Shape(ShapeKind.Sequence);
    for (let c = this.peek(); c != END && c != 0x7c && c != 0x29; c = this.peek()) {
      shape.parts.push(this.quantified(this.atom(c)));
    }
    return shape;
  }

  private atom(c: i32): Shape {
    if (c == 0x28) return this.group();
    const shape = new Shape(ShapeKind.OneOf);
    if (c == 0x2e) {
      this.at++;
      const dot = new CharacterSet().add(0x0a, 0x0a).add(0x0d, 0x0d);
      dot.negated = true;
      shape.set = dot;
    } else if (c == 0x5b) {
      this.at++;
      shape.set = this.brackets();
    } else if (c == 0x5c) {
      const set = new CharacterSet();
      if (this.startsCategory()) {
        set.categories = this.category();
      } else {
        const point = this.escaped();
        set.add(point, point);
      }
      shape.set = set;
    } else {
      if (c == 0x2a || c == 0x2b || c == 0x3f || c == 0x7b) {
        this.refuse("`" + String.fromCharCode(c) + "` has nothing before it to repeat");
      }
      if (c == 0x5d || c == 0x7d) this.refuse("`" + String.fromCharCode(c) + "` needs a backslash before it");
      this.at += widthAt(this.at);
      shape.set = new CharacterSet().add(c, c);
    }
    return shape;
  }

  private group(): Shape {
    this.at++;
    if (++this.depth > MAX_DEPTH) this.refuse("more than 100 groups inside each other");
    const inner = this.choice();
    this.depth--;
    if (this.peek() != 0x29) this.refuse("`(` without `)`");
    this.at++;
    return inner;
  }

  private quantified(part: Shape): Shape {
    const c = this.peek();
    if (c != 0x2a && c != 0x2b && c != 0x3f && c != 0x7b) return part;
    this.at++;
    const shape = new Shape(ShapeKind.Repeated);
    shape.parts.push(part);
    shape.least = c == 0x2b ? 1 : 0;
    shape.most = c == 0x3f ? 1 : UNBOUNDED;
    if (c == 0x7b) this.bounds(shape);
    return shape;
  }

  private bounds(shape: Shape): void {
    shape.least = this.count();
    shape.most = shape.least;
    if (this.peek() == 0x2c) {
      this.at++;
      shape.most = this.isDigit() ? this.count() : UNBOUNDED;
    }
    if (this.peek() != 0x7d) this.refuse("`{` of a repetition needs `{2}`, `{2,}` or `{2,5}`");
    if (shape.most != UNBOUNDED && shape.most < shape.least) {
      this.refuse("a repetition that ends before it begins");
    }
    this.at++;
  }

  private count(): i32 {
    if (!this.isDigit()) this.refuse("`{` of a repetition needs a number");
    let count = 0;
    while (this.isDigit()) {
      count = min(count * 10 + this.peek() - 0x30, MAX_STATES + 1);
      this.at++;
    }
    return count;
  }

  private brackets(): CharacterSet {
    const set = new CharacterSet();
    if (this.peek() == 0x5e) {
      set.negated = true;
      this.at++;
    }
    for (let first = true; first || this.peek() != 0x5d; first = false) {
      const c = this.peek();
      if (c == END) this.refuse("`[` without `]`");
      if (c == 0x2d && (first || this.follows(0x5d))) {
        this.at++;
        set.add(0x2d, 0x2d);
      } else if (c == 0x5c && this.startsCategory()) {
        set.categories |= this.category();
      } else {
        this.range(set);
      }
    }
    this.at++;
    return set;
  }

  private range(set: CharacterSet): void {
    const first = this.member();
    if (this.peek() != 0x2d || this.follows(0x5d)) {
      set.add(first, first);
      return;
    }
    this.at++;
    const last = this.member();
    if (last < first) this.refuse("a range from a later to an earlier character");
    set.add(first, last);
  }

  private member(): i32 {
    const c = this.peek();
    if (c == 0x5c) return this.escaped();
    if (c == END) this.refuse("`[` without `]`");
    if (c == 0x5b || c == 0x5d || c == 0x2d) {
      this.refuse("`" + String.fromCharCode(c) + "` inside brackets needs a backslash before it");
    }
    this.at += widthAt(this.at);
    return c;
  }

  private escaped(): i32 {
    this.at++;
    const c = this.peek();
    if (c == END) this.refuse("a backslash at the end");
    this.at++;
    if (c == 0x6e) return 0x0a;
    if (c == 0x72) return 0x0d;
    if (c == 0x74) return 0x09;
    if (c > 0x7f || !"()*+-.?[\\]^{|}".includes(String.fromCharCode(c))) {
      this.at--;
      this.refuse("`\\" + String.fromCodePoint(c) + "` is not an escape");
    }
    return c;
  }

  private startsCategory(): bool {
    return this.follows(0x70) || this.follows(0x50);
  }

  private category(): u32 {
    const others = this.follows(0x50);
    this.at += 2;
    let name = "";
    if (this.peek() == 0x7b) {
      for (this.at++; this.peek() != END && this.peek() != 0x7d && name.length < 3; this.at++) {
        name += String.fromCharCode(this.peek());
      }
    }
    const bits = this.peek() == 0x7d ? bitsOf(name) : 0;
    if (bits == 0) this.refuse("`\\p` needs a Unicode category, as in `\\p{Lu}`");
    this.at++;
    return others ? ~bits : bits;
  }

  private isDigit(): bool {
    return <u32>(this.peek() - 0x30) < 10;
  }

  private peek(): i32 {
    return this.at < this.pattern.end ? codePointAt(this.at) : END;
  }

  private follows(byte: u8): bool {
    return this.at + 1 < this.pattern.end && load<u8>(this.at, 1) == byte;
  }

  private refuse(what: string): void {
    const before = new Text(this.pattern.at, <i32>(this.at - this.pattern.at)).length();
    fail("INVALID_PATTERN", "The pattern " + quoted(this.pattern) + " is wrong at character " + (before + 1).toString() + ": " + what + ".");
  }
}
