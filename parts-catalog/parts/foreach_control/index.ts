// Checks the list that a loop is to go through and hands it on with its first item.

import { fail } from "../../lib/failure";
import { NONE, Value, countOf, firstIn } from "../../lib/json";
import { writeAsIs } from "../../lib/members";
import { put, putAscii, putKey, putText } from "../../lib/output";
import { optionalText, requiredList } from "../../lib/parameters";
import { run } from "../../lib/part";

run((input: Value): void => {
  const items = requiredList(input, "items", "the list to go through");
  const itemKey = optionalText(input, "item_key", "item");
  const first = firstIn(items);
  if (first == NONE) {
    fail("EMPTY_LIST", "`items` is empty, so there is nothing to go through. Use FOREACH alone where a list may be empty.");
  }
  put(0x7b);
  putKey("items");
  writeAsIs(items);
  putKey("count");
  putAscii(countOf(items).toString());
  putKey("current_index");
  put(0x30);
  putKey("current_item");
  writeAsIs(first);
  putKey("item_key");
  putText(itemKey);
  put(0x7d);
});
