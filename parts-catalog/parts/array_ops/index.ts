// One operation on a list. Items pass through as they stand in the input.

import { NONE, Value } from "../../lib/json";
import { put, putKey, putText } from "../../lib/output";
import { optionalObject, requiredList, requiredText, unknownOperation, within } from "../../lib/parameters";
import { run } from "../../lib/part";
import { figure } from "./figures";
import { countBy, groupBy, indexBy } from "./group";
import { chunk, compact, concat, filterNulls, flatten, join, map, pluck, range, zip } from "./shape";
import { contains, count, find, first, indexOf, last, reverse, skip, slice, take } from "./pick";
import { difference, intersection, union, unique } from "./sets";
import { sort } from "./sort";
import { toObjects, toRows } from "./table";

const OPERATIONS =
  "count, first, last, take, skip, slice, reverse, contains, index_of, find, map, pluck, filter_nulls, compact, " +
  "flatten, chunk, concat, zip, join, range, sort, unique, group_by, count_by, index_by, sum, average, avg, min, max, " +
  "median, difference, intersection, union, to_objects, to_rows";
const FIGURES = ", sum, average, avg, min, max, median,";

run((input: Value): void => {
  const operation = requiredText(input, "operation", "one of: " + OPERATIONS);
  const name = operation.toString();
  const known = (", " + OPERATIONS + ",").includes(", " + name + ",");
  if (!known || name.includes(",")) unknownOperation("array_ops", operation, OPERATIONS);
  const items = name == "range" ? NONE : requiredList(input, "input", "the list to work on");
  const args = optionalObject(input, "args");
  within("args.");
  put(0x7b);
  putKey("operation");
  putText(operation);
  putKey("result");
  if (FIGURES.includes(", " + name + ",")) figure(name, items, args);
  else if (!choose(name, items, args) && !reshape(name, items, args)) combine(name, items, args);
  put(0x7d);
});

function choose(name: string, items: Value, args: Value): bool {
  if (name == "count") count(items);
  else if (name == "first") first(items);
  else if (name == "last") last(items);
  else if (name == "take") take(items, args);
  else if (name == "skip") skip(items, args);
  else if (name == "slice") slice(items, args);
  else if (name == "reverse") reverse(items);
  else if (name == "contains") contains(items, args);
  else if (name == "index_of") indexOf(items, args);
  else if (name == "find") find(items, args);
  else return false;
  return true;
}

function reshape(name: string, items: Value, args: Value): bool {
  if (name == "map") map(items, args);
  else if (name == "pluck") pluck(items, args);
  else if (name == "filter_nulls") filterNulls(items, args);
  else if (name == "compact") compact(items, args);
  else if (name == "flatten") flatten(items, args);
  else if (name == "chunk") chunk(items, args);
  else if (name == "concat") concat(items, args);
  else if (name == "zip") zip(items, args);
  else if (name == "join") join(items, args);
  else if (name == "range") range(args);
  else return false;
  return true;
}

function combine(name: string, items: Value, args: Value): void {
  if (name == "sort") sort(items, args);
  else if (name == "unique") unique(items, args);
  else if (name == "group_by") groupBy(items, args);
  else if (name == "count_by") countBy(items, args);
  else if (name == "index_by") indexBy(items, args);
  else if (name == "difference") difference(items, args);
  else if (name == "intersection") intersection(items, args);
  else if (name == "union") union(items, args);
  else if (name == "to_objects") toObjects(items, args);
  else toRows(items, args);
}
