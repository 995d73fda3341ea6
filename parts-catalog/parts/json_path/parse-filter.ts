// Reads filters, and checks that functions get and give what they are made for. RFC 9535, sections 2.3.5 and 2.4.

import { Automaton } from "../../lib/automaton";
import { Kind, Value, kindOf, textOf } from "../../lib/json";
import { Text } from "../../lib/text";
import { Cursor } from "./cursor";
import { anywhere } from "./patterns";
import { readSegments } from "./parse";
import { Connective, Logic, Operand, Query, Source, Wanted } from "./query";

@final
export class FilterReader {
  /** Queries from the root, inner ones first, and what is wanted of each. */
  absolute: Query[] = [];
  wanted: Wanted[] = [];

  constructor(private cursor: Cursor) {}

  /** A filter after its `?`. */
  read(): Logic {
    this.cursor.enter();
    this.cursor.space();
    const logic = this.either();
    this.cursor.leave();
    return logic;
  }

  private either(): Logic {
    const first = this.both();
    const logic = new Logic(Connective.Or);
    while (this.connected("||")) logic.parts.push(this.both());
    if (logic.parts.length == 0) return first;
    logic.parts.unshift(first);
    return logic;
  }

  private both(): Logic {
    const first = this.basic();
    const logic = new Logic(Connective.And);
    while (this.connected("&&")) logic.parts.push(this.basic());
    if (logic.parts.length == 0) return first;
    logic.parts.unshift(first);
    return logic;
  }

  private connected(sign: string): bool {
    const before = this.cursor.at;
    this.cursor.space();
    if (this.cursor.takeWord(sign)) {
      this.cursor.space();
      return true;
    }
    this.cursor.at = before;
    return false;
  }

  private basic(): Logic {
    if (this.cursor.take(0x21)) {
      this.cursor.space();
      const not = new Logic(Connective.Not);
      not.parts.push(this.cursor.peek() == 0x28 ? this.parentheses() : this.test());
      return not;
    }
    if (this.cursor.peek() == 0x28) return this.parentheses();
    return this.comparisonOrTest(true);
  }

  private parentheses(): Logic {
    this.cursor.at++;
    this.cursor.enter();
    this.cursor.space();
    const logic = this.either();
    this.cursor.space();
    if (!this.cursor.take(0x29)) this.cursor.refuse("`)` or a comparison is expected");
    this.cursor.leave();
    return logic;
  }

  private test(): Logic {
    return this.comparisonOrTest(false);
  }

  private comparisonOrTest(comparable: bool): Logic {
    const from = this.cursor.at;
    const left = this.operand();
    const before = this.cursor.at;
    this.cursor.space();
    const sign = comparable ? this.sign() : "";
    if (sign.length == 0) {
      this.cursor.at = before;
      return this.existence(left, from);
    }
    const logic = new Logic(Connective.Compare);
    logic.comparison = sign;
    logic.left = this.compared(left, from);
    this.cursor.space();
    const second = this.cursor.at;
    logic.right = this.compared(this.operand(), second);
    return logic;
  }

  private sign(): string {
    if (this.cursor.takeWord("==")) return "==";
    if (this.cursor.takeWord("!=")) return "!=";
    if (this.cursor.takeWord("<=")) return "<=";
    if (this.cursor.takeWord(">=")) return ">=";
    if (this.cursor.takeWord("<")) return "<";
    return this.cursor.takeWord(">") ? ">" : "";
  }

  private existence(operand: Operand, from: usize): Logic {
    const logic = operand.logic;
    if (logic !== null) return logic;
    const query = operand.query;
    if (operand.source != Source.Query || query === null) {
      this.cursor.at = operand.source == Source.Literal ? from : this.cursor.at;
      this.cursor.refuse("this must be compared with something, by == != < <= > or >=");
    }
    const exists = new Logic(Connective.Exists);
    exists.query = this.noted(query!, Wanted.Existence);
    return exists;
  }

  /** An operand that has one value. */
  private compared(operand: Operand, from: usize): Operand {
    if (operand.source == Source.Logic) {
      this.cursor.at = from;
      this.cursor.refuse("`match` and `search` hold or don't; they can't be compared");
    }
    if (operand.source == Source.Query) {
      if (!operand.query!.singular) {
        this.cursor.at = from;
        this.cursor.refuse("only a query for one value, of names and indexes, can be compared");
      }
      this.noted(operand.query!, Wanted.Only);
    }
    return operand;
  }

  private noted(query: Query, wanted: Wanted): Query {
    if (query.absolute) {
      this.absolute.push(query);
      this.wanted.push(wanted);
    }
    return query;
  }

  private operand(): Operand {
    const cursor = this.cursor;
    const c = cursor.peek();
    if (c == 0x40 || c == 0x24) {
      cursor.at++;
      const operand = new Operand(Source.Query);
      const query = new Query(c == 0x24);
      readSegments(cursor, query, this);
      operand.query = query;
      return operand;
    }
    if (c == 0x27 || c == 0x22) return literal(cursor.quotedText());
    if (cursor.isDigit() || c == 0x2d) return literal(cursor.number());
    const from = cursor.at;
    const name = cursor.name().toString();
    if (cursor.peek() == 0x28) return this.call(name, from);
    if (name == "true" || name == "false" || name == "null") return literal(Text.of(name + " ").at);
    cursor.at = from;
    cursor.refuse("a query from @ or $, a function, or a text, number, true, false or null is expected");
    return literal(0);
  }

  private call(name: string, from: usize): Operand {
    const cursor = this.cursor;
    const two = name == "match" || name == "search";
    if (!two && name != "length" && name != "count" && name != "value") {
      cursor.at = from;
      cursor.refuse("there is no function `" + name + "`; there are length, count, match, search and value");
    }
    cursor.at++;
    cursor.enter();
    const operand = new Operand(name == "length" ? Source.Length : name == "count" ? Source.Count : name == "value" ? Source.Value : Source.Logic);
    if (name == "count" || name == "value") {
      operand.query = this.nodes(name);
    } else {
      operand.inner = this.argument();
      if (two) {
        cursor.space();
        if (!cursor.take(0x2c)) cursor.refuse("`" + name + "` needs a text and a pattern");
        operand.logic = matching(operand.inner!, this.argument(), name == "search");
      }
    }
    cursor.space();
    if (!cursor.take(0x29)) cursor.refuse("`)` is expected after the argument of `" + name + "`");
    cursor.leave();
    return operand;
  }

  private argument(): Operand {
    this.cursor.space();
    const from = this.cursor.at;
    return this.compared(this.operand(), from);
  }

  private nodes(name: string): Query {
    this.cursor.space();
    const from = this.cursor.at;
    const operand = this.operand();
    if (operand.source != Source.Query) {
      this.cursor.at = from;
      this.cursor.refuse("`" + name + "` needs a query from @ or $");
    }
    return this.noted(operand.query!, name == "count" ? Wanted.Count : Wanted.Only);
  }
}

function literal(value: Value): Operand {
  const operand = new Operand(Source.Literal);
  operand.literal = value;
  return operand;
}

function matching(text: Operand, pattern: Operand, search: bool): Logic {
  const logic = new Logic(Connective.Matches);
  logic.left = text;
  logic.right = pattern;
  logic.anywhere = search;
  if (pattern.source == Source.Literal && kindOf(pattern.literal) == Kind.Text) {
    const source = textOf(pattern.literal);
    logic.pattern = new Automaton(search ? anywhere(source) : source);
  }
  return logic;
}
