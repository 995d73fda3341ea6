// Operations on two numbers, or on a number and two bounds.

import { fail } from "../../lib/failure";
import { Value } from "../../lib/json";
import { asNumber, optionalNumber, required } from "../../lib/parameters";

export function withValue(name: string, number: f64, args: Value): f64 {
  if (name == "add") return number + optionalNumber(args, "value", 0);
  if (name == "subtract") return number - optionalNumber(args, "value", 0);
  if (name == "clamp") return clamp(number, args);
  const value = asNumber(required(args, "value", "the second number"), "value");
  if (name == "multiply") return number * value;
  if (name == "divide") return number / divisor(value);
  if (name == "mod") return number % divisor(value);
  if (name == "min") return Math.min(number, value);
  if (name == "max") return Math.max(number, value);
  return power(number, value);
}

function divisor(value: f64): f64 {
  if (value == 0) fail("DIVISION_BY_ZERO", "`args.value` is 0, and nothing can be divided by 0.");
  return value;
}

function power(base: f64, exponent: f64): f64 {
  const result = Math.pow(base, exponent);
  if (isNaN(result)) fail("OUT_OF_RANGE", "A number below 0 has no power with a fraction as exponent.");
  return result;
}

function clamp(number: f64, args: Value): f64 {
  const low = asNumber(required(args, "min", "the smallest result"), "min");
  const high = asNumber(required(args, "max", "the greatest result"), "max");
  if (low > high) fail("OUT_OF_RANGE", "`args.min` is greater than `args.max`.");
  return Math.min(Math.max(number, low), high);
}
