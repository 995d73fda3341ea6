// Reads CSV into rows, or writes rows as CSV.

import { Value } from "../../lib/json";
import { put, putKey, putText } from "../../lib/output";
import { requiredText, unknownOperation } from "../../lib/parameters";
import { run } from "../../lib/part";
import { parse } from "./parse";
import { write } from "./write";

run((input: Value): void => {
  const operation = requiredText(input, "operation", "`parse` or `write`");
  put(0x7b);
  putKey("operation");
  putText(operation);
  if (operation.is("parse")) parse(input);
  else if (operation.is("write")) write(input);
  else unknownOperation("csv", operation, "parse, write");
  put(0x7d);
});
