// Operations that need no second number.

import { fail } from "../../lib/failure";
import { rounded } from "../../lib/digits";
import { Value } from "../../lib/json";
import { optionalWhole } from "../../lib/parameters";

/** The result, or NaN where the operation isn't one of these. */
export function alone(name: string, number: f64, args: Value): f64 {
  if (name == "round") return rounded(number, optionalWhole(args, "digits", 0, -300, 300));
  if (name == "floor") return Math.floor(number);
  if (name == "ceil") return Math.ceil(number);
  if (name == "trunc") return Math.trunc(number);
  if (name == "abs") return Math.abs(number);
  if (name == "negate") return -number;
  if (name == "sign") return number > 0 ? 1 : number < 0 ? -1 : 0;
  if (name != "sqrt") return NaN;
  if (number < 0) fail("OUT_OF_RANGE", "A number below 0 has no square root.");
  return Math.sqrt(number);
}
