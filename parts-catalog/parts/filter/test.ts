// One comparison of a field of an item with a value.

import { Automaton } from "../../lib/automaton";
import { fail, quoted } from "../../lib/failure";
import { Kind, NONE, Value, kindOf, member } from "../../lib/json";
import { Operand, contains, equal, order } from "../../lib/operand";
import { optionalBool, required, requiredText } from "../../lib/parameters";
import { step } from "../../lib/steps";
import { Text } from "../../lib/text";

const KNOWN = "eq, ne, neq, gt, gte, lt, lte, contains, in, matches, exists";

@final
export class Test {
  private steps: Text[] = [];
  private itself: bool;
  private name: string = "";
  private wanted: Operand = new Operand();
  private pattern: Automaton | null = null;
  private present: bool = true;
  private field: Operand = new Operand();

  constructor(
    private key: Text,
    operator: Text,
    condition: Value,
  ) {
    this.itself = key.is(".");
    for (let from = 0; from <= key.size; ) {
      let to = from;
      while (to < key.size && load<u8>(key.at + to) != 0x2e) to++;
      this.steps.push(key.slice(from, to));
      from = to + 1;
    }
    this.name = operator.toString();
    if (!(", " + KNOWN + ",").includes(", " + this.name + ",")) {
      fail("UNKNOWN_OPERATION", "filter has no comparison " + quoted(operator) + ". It has: " + KNOWN + ".");
    }
    if (this.name == "exists") this.present = optionalBool(condition, "value", true);
    else if (this.name == "matches") this.pattern = new Automaton(requiredText(condition, "value", "a pattern"));
    else this.wanted.set(required(condition, "value", "the value to compare with", true));
  }

  /** A field that is missing only meets `exists` with false. */
  holds(item: Value): bool {
    const value = this.fieldOf(item);
    if (this.name == "exists") return (value != NONE) == this.present;
    return value != NONE && this.compare(this.field.set(value));
  }

  private compare(field: Operand): bool {
    const name = this.name;
    if (name == "eq") return equal(field, this.wanted);
    if (name == "ne" || name == "neq") return !equal(field, this.wanted);
    if (name == "contains") return contains(textual(field), this.wanted);
    if (name == "in") return contains(this.wanted, field);
    if (name == "matches") {
      const text = field.asText();
      return text !== null && this.pattern!.matches(text);
    }
    const ordered = order(field, this.wanted);
    if (name == "gt") return ordered == 1;
    if (name == "lt") return ordered == -1;
    return ordered == 0 || ordered == (name == "gte" ? 1 : -1);
  }

  /** A member of that very name comes before the path that its dots describe. */
  private fieldOf(item: Value): Value {
    if (this.itself) return item;
    if (kindOf(item) == Kind.Object) {
      const own = member(item, this.key);
      if (own != NONE) return own;
    }
    let value = item;
    for (let i = 0; i < this.steps.length && value != NONE; i++) value = step(value, this.steps[i]);
    return value;
  }
}

/** What a number or boolean contains is what its text contains. */
function textual(field: Operand): Operand {
  if (field.kind != Kind.Number && field.kind != Kind.Bool) return field;
  return Operand.text(field.asText()!);
}
