// Reads and computes an expression in one pass: `or` binds least, then `and`, `not`, a comparison.
// RECIPE.md, section 2 (expressions).

import { Automaton } from "./automaton";
import { Kind, NONE } from "./json";
import { Operand, contains, equal, order, readStrictly } from "./operand";
import { quoted } from "./failure";
import { Text } from "./text";
import { Path } from "./reference";
import { Scope } from "./scope";
import { Place, Token, Tokens } from "./tokens";

const MAX_DEPTH = 100;
const OPERATORS = " == != < <= > >= contains in matches ";

@final
export class Expression {
  private tokens: Tokens;
  private depth: i32 = 0;

  constructor(
    private source: Text,
    private scope: Scope,
    place: Place,
  ) {
    this.tokens = new Tokens(source, place);
  }

  holds(): bool {
    return this.read(true).holds();
  }

  /** Fails where the expression can't be read. */
  check(): void {
    this.read(false);
  }

  private read(live: bool): Operand {
    if (this.tokens.kind == Token.End) this.tokens.refuse("there is no expression");
    const result = this.either(live);
    if (this.tokens.kind != Token.End) this.unexpected();
    return result;
  }

  /** `live` is false where the value can't matter any more: the rest is only read. */
  private either(live: bool): Operand {
    this.enter();
    let value = this.both(live);
    while (this.tokens.take("or")) {
      const left = value.holds();
      const right = this.both(live && !left);
      value = Operand.bool(left || right.holds());
    }
    this.depth--;
    return value;
  }

  private both(live: bool): Operand {
    let value = this.negation(live);
    while (this.tokens.take("and")) {
      const left = value.holds();
      const right = this.negation(live && left);
      value = Operand.bool(left && right.holds());
    }
    return value;
  }

  private negation(live: bool): Operand {
    let negations = 0;
    while (this.tokens.take("not")) negations++;
    const value = this.comparison(live);
    if (negations == 0) return value;
    return Operand.bool(value.holds() == ((negations & 1) == 0));
  }

  private comparison(live: bool): Operand {
    const left = this.operand(live, false);
    const operator = this.operator();
    if (operator.length == 0) return left;
    this.tokens.next();
    const written = this.tokens.kind == Token.Text;
    const right = this.nothingFollows() ? Operand.text(Text.of("")) : this.operand(live, true);
    if (this.operator().length > 0) {
      this.tokens.refuse("two comparisons in a row; put `and` between them or parentheses around one");
    }
    if (operator == "matches") return Operand.bool(this.matches(left, right, live, written));
    return Operand.bool(live && compare(operator, left, right));
  }

  private matches(left: Operand, right: Operand, live: bool, written: bool): bool {
    if (!live && !written) return false;
    if (right.kind != Kind.Text) this.tokens.refuse("`matches` needs a pattern in a text");
    const automaton = new Automaton(new Text(right.at, right.size));
    const text = left.asText();
    return live && text !== null && automaton.matches(text);
  }

  private operator(): string {
    if (this.tokens.kind != Token.Sign) return "";
    return OPERATORS.includes(" " + this.tokens.word + " ") ? this.tokens.word : "";
  }

  private nothingFollows(): bool {
    return this.tokens.kind == Token.End || this.tokens.is(")") || this.tokens.is("and") || this.tokens.is("or");
  }

  private operand(live: bool, onTheRight: bool): Operand {
    const tokens = this.tokens;
    const text = tokens.text;
    if (tokens.kind == Token.Number) {
      const number = readStrictly(text.at, text.size);
      if (isNaN(number)) tokens.refuse("the number is too large");
      tokens.next();
      return Operand.number(number);
    }
    if (tokens.kind == Token.Text) {
      tokens.next();
      return Operand.text(text);
    }
    if (tokens.kind == Token.Path) return this.reference(onTheRight);
    if (tokens.take("true")) return Operand.bool(true);
    if (tokens.take("false")) return Operand.bool(false);
    if (tokens.take("null")) return new Operand();
    if (tokens.take("[")) return this.items(live, onTheRight);
    if (tokens.take("(")) {
      const inner = this.either(live);
      if (!tokens.take(")")) tokens.refuse("`)` is missing here");
      return inner;
    }
    this.unexpected();
    return new Operand();
  }

  private items(live: bool, onTheRight: bool): Operand {
    this.enter();
    const items: Operand[] = [];
    while (!this.tokens.take("]")) {
      if (items.length > 0 && !this.tokens.take(",")) this.tokens.refuse("`,` or `]` is missing here");
      items.push(this.operand(live, onTheRight));
    }
    this.depth--;
    return Operand.list(items);
  }

  /** A bare word on the right that names nothing is its own text. */
  private reference(onTheRight: bool): Operand {
    const path = new Path(this.tokens.start, this.source.end, this.scope);
    this.tokens.end = path.end;
    this.tokens.next();
    if (path.value == NONE && onTheRight && !path.hasSteps) return Operand.text(path.name);
    return Operand.of(path.value);
  }

  private enter(): void {
    if (++this.depth > MAX_DEPTH) this.tokens.refuse("more than 100 parentheses or lists inside each other");
  }

  private unexpected(): void {
    const tokens = this.tokens;
    const size = <i32>(tokens.end - tokens.start);
    const what = tokens.kind == Token.End ? "the end" : quoted(new Text(tokens.start, size));
    tokens.refuse(what + " can't stand here; put a text of several words in quotes");
  }
}

function compare(operator: string, left: Operand, right: Operand): bool {
  if (operator == "==") return equal(left, right);
  if (operator == "!=") return !equal(left, right);
  if (operator == "contains") return contains(left, right);
  if (operator == "in") return contains(right, left);
  const ordered = order(left, right);
  if (operator == "<") return ordered == -1;
  if (operator == ">") return ordered == 1;
  if (equal(left, right)) return true;
  return operator == "<=" ? ordered == -1 : ordered == 1;
}
