// Keeps the items of a list that meet a condition, as they are.

import { NONE, Value, firstIn, nextAfter } from "../../lib/json";
import { writeAsIs } from "../../lib/members";
import { mark, release } from "../../lib/memory";
import { put, putAscii, putKey, separate } from "../../lib/output";
import { required, requiredList } from "../../lib/parameters";
import { run } from "../../lib/part";
import { readCondition } from "./condition";

run((input: Value): void => {
  const items = requiredList(input, "items", "the list to choose from");
  const condition = readCondition(required(input, "condition", "an object with `key`, `op` and `value`"), "condition");
  put(0x7b);
  putKey("items");
  put(0x5b);
  let count = 0;
  for (let each = firstIn(items); each != NONE; each = nextAfter(each)) {
    const start = mark();
    const holds = condition.holds(each);
    release(start);
    if (!holds) continue;
    separate();
    writeAsIs(each);
    count++;
  }
  put(0x5d);
  putKey("count");
  putAscii(count.toString());
  put(0x7d);
});
