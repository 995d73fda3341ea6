// Reads a schema. Every part of it is read before a value is looked at, so that checking a value keeps nothing.

import { indexEnds, quickNext } from "../../lib/ends";
import { fail } from "../../lib/failure";
import { Kind, NONE, Value, countOf, firstIn, isText, isTrue, kindOf, nextAfter, numberOf, textOf, valueOf } from "../../lib/json";
import { compareNumbers } from "../../lib/number-order";
import { describe } from "../../lib/parameters";
import { Text } from "../../lib/text";
import { Pattern } from "./pattern";
import { Identifiers } from "./references";
import { Named, Patterned, Properties, Schema, Type } from "./schema";

@final
export class Compiler {
  private known: Map<usize, Schema> = new Map();
  private waiting: Schema[] = [];
  private targets: Text[] = [];
  private identifiers: Identifiers;
  private keyword: string = "";

  constructor(private root: Value) {
    this.identifiers = new Identifiers(root);
    indexEnds(root);
  }

  read(): Schema {
    const schema = this.schema(this.root);
    for (let i = 0; i < this.waiting.length; i++) {
      this.waiting[i].reference = this.schema(this.identifiers.find(this.targets[i]));
    }
    return schema;
  }

  private schema(at: Value): Schema {
    if (this.known.has(at)) return this.known.get(at);
    const schema = new Schema(at);
    this.known.set(at, schema);
    if (kindOf(at) == Kind.Bool) {
      schema.never = !isTrue(at);
      return schema;
    }
    if (kindOf(at) != Kind.Object) this.refuse(at, "an object, true or false");
    this.identifiers.note(at);
    this.definitions(at, "$defs");
    this.definitions(at, "definitions");
    this.refer(schema, "$ref");
    if (this.value(at, "$ref") == NONE) this.refer(schema, "$dynamicRef");
    this.general(schema);
    this.numeric(schema);
    this.textual(schema);
    this.objects(schema);
    this.lists(schema);
    this.logic(schema);
    return schema;
  }

  private value(at: Value, keyword: string): Value {
    this.keyword = keyword;
    const name = Text.of(keyword);
    let found = NONE;
    for (let key = firstIn(at); key != NONE; key = quickNext(valueOf(key))) if (isText(key, name)) found = valueOf(key);
    return found;
  }

  private definitions(at: Value, keyword: string): void {
    const all = this.value(at, keyword);
    if (all == NONE) return;
    this.demand(all, Kind.Object, "an object of schemas");
    for (let key = firstIn(all); key != NONE; key = nextAfter(valueOf(key))) this.schema(valueOf(key));
  }

  private refer(schema: Schema, keyword: string): void {
    const reference = this.value(schema.at, keyword);
    if (reference == NONE) return;
    this.demand(reference, Kind.Text, "a text");
    this.waiting.push(schema);
    this.targets.push(textOf(reference));
  }

  private general(schema: Schema): void {
    const type = this.value(schema.at, "type");
    if (type != NONE && kindOf(type) == Kind.Text) {
      schema.types = this.type(type);
    } else if (type != NONE) {
      this.demand(type, Kind.List, "a type or a list of types");
      for (let each = firstIn(type); each != NONE; each = nextAfter(each)) schema.types |= this.type(each);
      if (schema.types == 0) this.refuse(type, "a type or a list of types");
    }
    schema.options = this.value(schema.at, "enum");
    if (schema.options != NONE) this.demand(schema.options, Kind.List, "a list of values");
    schema.constant = this.value(schema.at, "const");
  }

  private type(value: Value): i32 {
    const name = kindOf(value) == Kind.Text ? textOf(value).toString() : "";
    if (name == "null") return Type.Null;
    if (name == "boolean") return Type.Boolean;
    if (name == "integer") return Type.Integer;
    if (name == "number") return Type.Number;
    if (name == "string") return Type.String;
    if (name == "array") return Type.Array;
    if (name == "object") return Type.Object;
    this.refuse(value, "null, boolean, integer, number, string, array or object");
    return 0;
  }

  private numeric(schema: Schema): void {
    schema.minimum = this.number(schema.at, "minimum");
    schema.maximum = this.number(schema.at, "maximum");
    schema.above = this.number(schema.at, "exclusiveMinimum");
    schema.below = this.number(schema.at, "exclusiveMaximum");
    schema.multipleOf = this.number(schema.at, "multipleOf");
    if (schema.multipleOf != NONE && compareNumbers(schema.multipleOf, number("0")) <= 0) {
      this.refuse(schema.multipleOf, "a number greater than 0");
    }
  }

  private number(at: Value, keyword: string): Value {
    const value = this.value(at, keyword);
    if (value != NONE) this.demand(value, Kind.Number, "a number");
    return value;
  }

  private count(at: Value, keyword: string, otherwise: f64 = -1): f64 {
    const value = this.number(at, keyword);
    if (value == NONE) return otherwise;
    const count = numberOf(value);
    if (count < 0 || count != Math.floor(count)) this.refuse(value, "a whole number from 0");
    return count;
  }

  private textual(schema: Schema): void {
    schema.minLength = this.count(schema.at, "minLength");
    schema.maxLength = this.count(schema.at, "maxLength");
    const pattern = this.value(schema.at, "pattern");
    if (pattern != NONE) {
      this.demand(pattern, Kind.Text, "a text");
      schema.pattern = new Pattern(textOf(pattern));
    }
    const format = this.value(schema.at, "format");
    if (format != NONE) {
      this.demand(format, Kind.Text, "a text");
      schema.format = textOf(format).toString();
    }
  }

  private objects(schema: Schema): void {
    const at = schema.at;
    schema.minProperties = this.count(at, "minProperties");
    schema.maxProperties = this.count(at, "maxProperties");
    this.properties(schema);
    const patterns = this.value(at, "patternProperties");
    if (patterns != NONE) {
      this.demand(patterns, Kind.Object, "an object of schemas by pattern");
      for (let key = firstIn(patterns); key != NONE; key = nextAfter(valueOf(key))) {
        schema.patterns.push(new Patterned(new Pattern(textOf(key)), this.schema(valueOf(key))));
      }
    }
    schema.additional = this.inner(at, "additionalProperties");
    schema.names = this.inner(at, "propertyNames");
    schema.otherProperties = this.inner(at, "unevaluatedProperties");
    this.dependents(schema, "dependentSchemas");
    this.dependents(schema, "dependentRequired");
    this.dependents(schema, "dependencies");
  }

  private properties(schema: Schema): void {
    const properties = this.value(schema.at, "properties");
    if (properties != NONE) this.demand(properties, Kind.Object, "an object of schemas by name");
    const required = this.value(schema.at, "required");
    if (required != NONE) this.names(required);
    if (properties == NONE && required == NONE) return;
    const room = (properties == NONE ? 0 : countOf(properties)) + (required == NONE ? 0 : countOf(required));
    const all = new Properties(room);
    if (properties != NONE) {
      for (let key = firstIn(properties); key != NONE; key = nextAfter(valueOf(key))) {
        all.of(textOf(key)).schema = this.schema(valueOf(key));
      }
    }
    if (required != NONE) {
      for (let name = firstIn(required); name != NONE; name = nextAfter(name)) {
        const property = all.of(textOf(name));
        if (property.required < 0) property.required = all.requiredCount++;
      }
    }
    schema.properties = all;
  }

  private names(list: Value): void {
    this.demand(list, Kind.List, "a list of names");
    for (let name = firstIn(list); name != NONE; name = nextAfter(name)) this.demand(name, Kind.Text, "a list of names");
  }

  private dependents(schema: Schema, keyword: string): void {
    const all = this.value(schema.at, keyword);
    if (all == NONE) return;
    this.demand(all, Kind.Object, "an object");
    for (let key = firstIn(all); key != NONE; key = nextAfter(valueOf(key))) {
      const value = valueOf(key);
      this.keyword = keyword;
      const names = keyword == "dependentRequired" || (keyword == "dependencies" && kindOf(value) == Kind.List);
      if (names) this.names(value);
      schema.dependents.push(new Named(textOf(key), names ? null : this.schema(value), value));
    }
  }

  private lists(schema: Schema): void {
    const at = schema.at;
    schema.minItems = this.count(at, "minItems");
    schema.maxItems = this.count(at, "maxItems");
    schema.minContains = this.count(at, "minContains", 1);
    schema.maxContains = this.count(at, "maxContains");
    const unique = this.value(at, "uniqueItems");
    if (unique != NONE) {
      this.demand(unique, Kind.Bool, "true or false");
      schema.unique = isTrue(unique);
    }
    schema.prefix = this.several(at, "prefixItems");
    const items = this.value(at, "items");
    if (items != NONE && kindOf(items) == Kind.List) {
      // As before 2020-12: a list of schemas by place, and one for the items after them.
      schema.prefix = this.several(at, "items");
      schema.items = this.inner(at, "additionalItems");
    } else {
      schema.items = this.inner(at, "items");
    }
    schema.contains = this.inner(at, "contains");
    schema.otherItems = this.inner(at, "unevaluatedItems");
  }

  private logic(schema: Schema): void {
    const at = schema.at;
    schema.all = this.several(at, "allOf");
    schema.any = this.several(at, "anyOf");
    schema.one = this.several(at, "oneOf");
    schema.not = this.inner(at, "not");
    schema.condition = this.inner(at, "if");
    schema.then = this.inner(at, "then");
    schema.otherwise = this.inner(at, "else");
  }

  private inner(at: Value, keyword: string): Schema | null {
    const value = this.value(at, keyword);
    return value == NONE ? null : this.schema(value);
  }

  private several(at: Value, keyword: string): Schema[] {
    const schemas: Schema[] = [];
    const list = this.value(at, keyword);
    if (list == NONE) return schemas;
    this.demand(list, Kind.List, "a list of schemas");
    for (let each = firstIn(list); each != NONE; each = nextAfter(each)) {
      this.keyword = keyword;
      schemas.push(this.schema(each));
    }
    if (schemas.length == 0) this.refuse(list, "a list of at least one schema");
    return schemas;
  }

  private demand(value: Value, kind: Kind, wanted: string): void {
    if (kindOf(value) != kind) this.refuse(value, wanted);
  }

  private refuse(value: Value, wanted: string): void {
    const what = this.keyword.length == 0 ? "`schema`" : "`" + this.keyword + "` in `schema`";
    fail("INVALID_SCHEMA", what + " must be " + wanted + ", but it is " + describe(value) + ".");
  }
}

function number(text: string): Value {
  return Text.of(text + " ").at;
}
