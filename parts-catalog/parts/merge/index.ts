// Makes one object of several: a later member of the same name wins, or with `deep` objects are
// merged in turn.

import { Kind, NONE, Value, firstIn, kindOf, nextAfter } from "../../lib/json";
import { optionalBool, requiredList, withinItem, wrongKind } from "../../lib/parameters";
import { run } from "../../lib/part";
import { Layers } from "./layers";

run((input: Value): void => {
  const inputs = requiredList(input, "inputs", "the list of objects to merge");
  const deep = optionalBool(input, "deep", false);
  const layers = new Layers();
  let index = 0;
  for (let each = firstIn(inputs); each != NONE; each = nextAfter(each)) {
    withinItem("inputs", index++);
    const kind = kindOf(each);
    if (kind == Kind.Object) layers.add(each);
    else if (kind != Kind.Null) wrongKind("", each, "an object");
  }
  if (deep) layers.writeDeep();
  else layers.write();
});
