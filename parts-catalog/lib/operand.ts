// Values as conditions see them, and how they compare. RECIPE.md, section 2 (expressions); the same
// rules as the engine's.

import { check } from "./check";
import { parseDecimal } from "./decimal";
import { numberText } from "./digits";
import { Kind, NONE, Value, countOf, decode, decodedAt, decodedSize, firstIn, isTrue, kindOf, member, nextAfter, numberOf, valueOf } from "./json";
import { Search } from "./search";
import { Text, compare } from "./text";

/** Two texts are compared as numbers only where doubles tell them apart for certain. */
const EXACT_DIGITS = 15;

/** Neither equal, less nor greater. */
export const UNORDERED = 2;

@final
export class Operand {
  kind: Kind = Kind.Null;
  number: f64 = 0;
  truth: bool = false;
  at: usize = 0;
  size: i32 = 0;
  /** A list or object of the input. */
  value: Value = NONE;
  /** A list that is written in the condition. */
  items: Operand[] | null = null;

  /** Makes this what a value of the input is; NONE is null. */
  set(value: Value): Operand {
    this.items = null;
    this.value = value;
    this.kind = value == NONE ? Kind.Null : kindOf(value);
    if (this.kind == Kind.Number) {
      this.number = numberOf(value);
    } else if (this.kind == Kind.Bool) {
      this.truth = isTrue(value);
    } else if (this.kind == Kind.Text) {
      decode(value);
      this.at = decodedAt;
      this.size = decodedSize;
    }
    return this;
  }

  static of(value: Value): Operand {
    return new Operand().set(value);
  }

  static text(text: Text): Operand {
    const operand = new Operand();
    operand.kind = Kind.Text;
    operand.at = text.at;
    operand.size = text.size;
    return operand;
  }

  static number(number: f64): Operand {
    const operand = new Operand();
    operand.kind = Kind.Number;
    operand.number = number;
    return operand;
  }

  static bool(truth: bool): Operand {
    const operand = new Operand();
    operand.kind = Kind.Bool;
    operand.truth = truth;
    return operand;
  }

  static list(items: Operand[]): Operand {
    const operand = new Operand();
    operand.kind = Kind.List;
    operand.items = items;
    return operand;
  }

  /** False are null, false, 0 and the empty text. */
  holds(): bool {
    if (this.kind == Kind.Null) return false;
    if (this.kind == Kind.Bool) return this.truth;
    if (this.kind == Kind.Number) return this.number != 0;
    return this.kind != Kind.Text || this.size > 0;
  }

  /** The text of a text, number, true or false; null for the rest. */
  asText(): Text | null {
    if (this.kind == Kind.Text) return new Text(this.at, this.size);
    if (this.kind == Kind.Number) return numberText(this.number);
    if (this.kind == Kind.Bool) return Text.of(this.truth ? "true" : "false");
    return null;
  }
}

/** Negative, 0 or positive, or UNORDERED: numbers and texts that read as numbers, or two texts. */
export function order(a: Operand, b: Operand): i32 {
  const numbers = a.kind == Kind.Number || b.kind == Kind.Number;
  const comparable = (a.kind == Kind.Number || a.kind == Kind.Text) && (b.kind == Kind.Number || b.kind == Kind.Text);
  if (!comparable) return UNORDERED;
  if (numbers) return orderNumbers(read(a), read(b));
  const exact = orderNumbers(readExactly(a.at, a.size), readExactly(b.at, b.size));
  if (exact != UNORDERED) return exact;
  const difference = compare(new Text(a.at, a.size), new Text(b.at, b.size));
  return difference < 0 ? -1 : difference > 0 ? 1 : 0;
}

function orderNumbers(a: f64, b: f64): i32 {
  if (isNaN(a) || isNaN(b)) return UNORDERED;
  return a < b ? -1 : a > b ? 1 : 0;
}

function read(operand: Operand): f64 {
  return operand.kind == Kind.Number ? operand.number : readStrictly(operand.at, operand.size);
}

/** The number that a text is, nothing around it; NaN for any other text. */
export function readStrictly(at: usize, size: i32): f64 {
  if (size == 0) return NaN;
  const first = load<u8>(at);
  if (first != 0x2d && <u8>(first - 0x30) > 9) return NaN;
  if (load<u8>(at + size - 1) <= 0x20) return NaN;
  return check(at, size, 0).length == 0 ? parseDecimal(at, at + size) : NaN;
}

function readExactly(at: usize, size: i32): f64 {
  let digits = 0;
  for (let p = at; p < at + size; p++) {
    const c = load<u8>(p);
    if (<u8>(c - 0x30) < 10) digits++;
    else if (c != 0x2d && c != 0x2e) return NaN;
  }
  return digits <= EXACT_DIGITS ? readStrictly(at, size) : NaN;
}

export function equal(a: Operand, b: Operand): bool {
  const ordered = order(a, b);
  return ordered == UNORDERED ? same(a, b) : ordered == 0;
}

/** Whether two values are the same JSON, nothing converted. */
function same(a: Operand, b: Operand): bool {
  if (a.kind != b.kind) return false;
  if (a.kind == Kind.Null) return true;
  if (a.kind == Kind.Bool) return a.truth == b.truth;
  if (a.kind == Kind.Number) return a.number == b.number;
  if (a.kind == Kind.Text) return new Text(a.at, a.size).equals(new Text(b.at, b.size));
  if (a.kind == Kind.Object) return sameMembers(a.value, b.value);
  const left = new Items(a);
  const right = new Items(b);
  while (left.next()) {
    if (!right.next() || !same(left.item, right.item)) return false;
  }
  return !right.next();
}

function sameMembers(a: Value, b: Value): bool {
  if (countOf(a) != countOf(b)) return false;
  for (let key = firstIn(a); key != NONE; ) {
    const value = valueOf(key);
    decode(key);
    const other = member(b, new Text(decodedAt, decodedSize));
    if (other == NONE || !same(Operand.of(value), Operand.of(other))) return false;
    key = nextAfter(value);
  }
  return true;
}

/** Whether a text has a part, a list an item or an object a member like that. */
export function contains(whole: Operand, part: Operand): bool {
  if (whole.kind == Kind.List) {
    const items = new Items(whole);
    while (items.next()) if (equal(items.item, part)) return true;
    return false;
  }
  const sought = part.asText();
  if (sought === null) return false;
  if (whole.kind == Kind.Text) return new Search(sought).next(new Text(whole.at, whole.size), 0) >= 0;
  return whole.kind == Kind.Object && member(whole.value, sought) != NONE;
}

/** The items of a list one after another, in `item`, which is used again for the next. */
@final
class Items {
  item: Operand = new Operand();
  private at: Value = NONE;
  private index: i32 = 0;

  constructor(private list: Operand) {}

  next(): bool {
    const written = this.list.items;
    if (written !== null) {
      if (this.index == written.length) return false;
      this.item = written[this.index++];
      return true;
    }
    this.at = this.index++ == 0 ? firstIn(this.list.value) : this.at == NONE ? NONE : nextAfter(this.at);
    if (this.at != NONE) this.item.set(this.at);
    return this.at != NONE;
  }
}
