// The argument that names a field of the items.

import { Field } from "../../lib/field";
import { NONE, Value } from "../../lib/json";
import { asText, optional, required } from "../../lib/parameters";
import { Text } from "../../lib/text";

/** `path`, or `key` as another name of it; NONE where neither is given. */
export function givenPath(args: Value): Value {
  const path = optional(args, "path");
  return path != NONE ? path : optional(args, "key");
}

/** The field that `path` names; without it the item itself. */
export function fieldOf(args: Value): Field {
  const path = givenPath(args);
  return new Field(path == NONE ? Text.of(".") : asText(path, "path"));
}

export function requiredField(args: Value): Field {
  if (givenPath(args) == NONE) required(args, "path", "the name of a field, such as customer.name");
  return fieldOf(args);
}
