// A number as a text for people.

import { fixed, numberText } from "../../lib/digits";
import { NONE, Value } from "../../lib/json";
import { optional, optionalText, optionalWhole } from "../../lib/parameters";
import { Text } from "../../lib/text";

/** With `decimals` digits after the point; without any of the arguments the number as it is. */
export function format(number: f64, args: Value): Text {
  const decimals = optional(args, "decimals");
  const thousands = optionalText(args, "thousands", "");
  const point = optionalText(args, "point", ".");
  if (decimals == NONE && thousands.size == 0) return numberText(number);
  return fixed(number, optionalWhole(args, "decimals", 0, 0, 100), thousands, point);
}
