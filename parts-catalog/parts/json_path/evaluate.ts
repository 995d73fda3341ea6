// Whether a filter holds for a node. RFC 9535, sections 2.3.5 and 2.4.

import { Automaton } from "../../lib/automaton";
import { quickNext } from "../../lib/ends";
import { Kind, NONE, Value, decode, decodedAt, decodedSize, firstIn, kindOf, numberOf, textOf, valueOf } from "../../lib/json";
import { mark, release } from "../../lib/memory";
import { compareNumbers } from "../../lib/number-order";
import { sameJson } from "../../lib/same-json";
import { Text } from "../../lib/text";
import { isPattern } from "./is-pattern";
import { anywhere } from "./patterns";
import { Connective, Logic, Operand, Query, Source, Wanted } from "./query";
import { Walk, ignore } from "./walk";

@final
export class Evaluation {
  /** What the operand that was looked at last is: a value, or a number, or neither. */
  private value: Value = NONE;
  private number: f64 = NaN;

  constructor(private root: Value) {}

  /** Asks queries from the root once for all. */
  prepare(queries: Query[], wanted: Wanted[]): void {
    for (let i = 0; i < queries.length; i++) {
      this.ask(queries[i], this.root, wanted[i]);
      queries[i].asked = true;
    }
  }

  /** Nothing that it needed stays reserved. */
  holds(logic: Logic, node: Value): bool {
    const start = mark();
    const result = this.check(logic, node);
    release(start);
    return result;
  }

  private check(logic: Logic, node: Value): bool {
    const connective = logic.connective;
    if (connective == Connective.Compare) return this.compare(logic, node);
    if (connective == Connective.Matches) return this.matches(logic, node);
    if (connective == Connective.Exists) {
      const query = logic.query!;
      this.ask(query, node, Wanted.Existence);
      return query.count > 0;
    }
    if (connective == Connective.Not) return !this.check(logic.parts[0], node);
    const or = connective == Connective.Or;
    for (let i = 0; i < logic.parts.length; i++) if (this.check(logic.parts[i], node) == or) return or;
    return !or;
  }

  private ask(query: Query, node: Value, wanted: Wanted): void {
    if (query.asked) return;
    const walk = new Walk(query, wanted, ignore, this);
    walk.from(query.absolute ? this.root : node);
    query.count = walk.count;
    query.found = walk.count > 1 && wanted == Wanted.Only ? NONE : walk.found;
  }

  /** Sets `value` and `number` to what the operand is. */
  private look(operand: Operand, node: Value): void {
    const source = operand.source;
    let value = operand.literal;
    let number = NaN;
    if (source == Source.Length) {
      this.look(operand.inner!, node);
      value = NONE;
      number = this.value == NONE ? NaN : lengthOf(this.value);
    } else if (source != Source.Literal) {
      const query = operand.query!;
      this.ask(query, node, source == Source.Count ? Wanted.Count : Wanted.Only);
      if (source == Source.Count) number = query.count;
      else value = query.found;
    }
    this.value = value;
    this.number = number;
  }

  private compare(logic: Logic, node: Value): bool {
    this.look(logic.left!, node);
    const left = this.value;
    const x = this.number;
    this.look(logic.right!, node);
    const right = this.value;
    const y = this.number;
    const sign = logic.comparison;
    if (sign == "==") return equal(left, x, right, y);
    if (sign == "!=") return !equal(left, x, right, y);
    if (sign == "<") return less(left, x, right, y);
    if (sign == ">") return less(right, y, left, x);
    if (sign == "<=") return less(left, x, right, y) || equal(left, x, right, y);
    return less(right, y, left, x) || equal(left, x, right, y);
  }

  private matches(logic: Logic, node: Value): bool {
    this.look(logic.left!, node);
    const text = this.value;
    if (text == NONE || kindOf(text) != Kind.Text) return false;
    let pattern = logic.pattern;
    if (pattern === null) {
      this.look(logic.right!, node);
      if (this.value == NONE || kindOf(this.value) != Kind.Text) return false;
      const source = textOf(this.value);
      if (!isPattern(source)) return false;
      pattern = new Automaton(logic.anywhere ? anywhere(source) : source);
    }
    decode(text);
    return pattern.matches(new Text(decodedAt, decodedSize));
  }
}

/** Characters of a text, items of a list, members of an object; of anything else nothing. */
function lengthOf(value: Value): f64 {
  const kind = kindOf(value);
  if (kind == Kind.Text) {
    decode(value);
    return new Text(decodedAt, decodedSize).length();
  }
  if (kind < Kind.Text) return NaN;
  let count = 0;
  for (let p = firstIn(value); p != NONE; p = quickNext(kind == Kind.Object ? valueOf(p) : p)) count++;
  return count;
}

function equal(left: Value, x: f64, right: Value, y: f64): bool {
  if (left != NONE && right != NONE) return sameJson(left, right);
  const a = numeric(left, x);
  const b = numeric(right, y);
  if (left == NONE && right == NONE && isNaN(a) && isNaN(b)) return true;
  return a == b;
}

function less(left: Value, x: f64, right: Value, y: f64): bool {
  if (left != NONE && right != NONE) {
    const kind = kindOf(left);
    if (kind != kindOf(right)) return false;
    if (kind == Kind.Number) return compareNumbers(left, right) < 0;
    if (kind != Kind.Text) return false;
    const a = textOf(left);
    const b = textOf(right);
    const order = memory.compare(a.at, b.at, min(a.size, b.size));
    return order < 0 || (order == 0 && a.size < b.size);
  }
  return numeric(left, x) < numeric(right, y);
}

/** A number of the data or of a function; NaN for anything else. */
function numeric(value: Value, number: f64): f64 {
  if (value == NONE) return number;
  return kindOf(value) == Kind.Number ? numberOf(value) : NaN;
}
