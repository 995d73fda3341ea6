// Greets someone by name.

import { Value } from "./lib/json";
import { put, putAscii, putKey, putPiece } from "./lib/output";
import { optionalText, requiredText } from "./lib/parameters";
import { run } from "./lib/part";

run((input: Value): void => {
  const name = requiredText(input, "name", "whom to greet");
  const greeting = optionalText(input, "greeting", "Hello");
  put(0x7b); // {
  putKey("text");
  put(0x22); // "
  putPiece(greeting);
  putAscii(", ");
  putPiece(name);
  putAscii("!");
  put(0x22);
  put(0x7d); // }
});
