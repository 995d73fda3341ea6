// JSON numbers compared as the decimals they are written as, however long: no two different ones are equal.

import { Value, endOf, numberOf } from "./json";

const FARTHEST: i64 = 1_000_000_000_000;

/** A number's digits from the first that isn't 0, and the place of its decimal point after so many of them. */
let digits: usize = 0;
let digitsEnd: usize = 0;
let point: i64 = 0;

/** -1, 0 or 1. */
export function compareNumbers(a: Value, b: Value): i32 {
  const x = numberOf(a);
  const y = numberOf(b);
  if (x != y) return x < y ? -1 : 1;
  const negative = load<u8>(a) == 0x2d;
  read(a);
  let p = digits;
  const end = digitsEnd;
  const place = point;
  read(b);
  const none = p == end;
  if (none || digits == digitsEnd) {
    if (none && digits == digitsEnd) return 0;
    if (none) return load<u8>(b) == 0x2d ? 1 : -1;
    return negative ? -1 : 1;
  }
  if (negative != (load<u8>(b) == 0x2d)) return negative ? -1 : 1;
  const less = negative ? 1 : -1;
  if (place != point) return place < point ? less : -less;
  let q = digits;
  while (true) {
    if (p < end && load<u8>(p) == 0x2e) p++;
    if (q < digitsEnd && load<u8>(q) == 0x2e) q++;
    if (p == end && q == digitsEnd) break;
    const left = p < end ? load<u8>(p++) : 0x30;
    const right = q < digitsEnd ? load<u8>(q++) : 0x30;
    if (left != right) return left < right ? less : -less;
  }
  return 0;
}

function read(value: Value): void {
  const end = endOf(value);
  let p = value;
  if (load<u8>(p) == 0x2d) p++;
  digits = 0;
  point = 0;
  let dot = false;
  for (; p < end; p++) {
    const c = load<u8>(p);
    if (c == 0x2e) {
      dot = true;
      continue;
    }
    if (<u8>(c - 0x30) > 9) break;
    if (digits == 0 && c != 0x30) digits = p;
    if (!dot && digits != 0) point++;
    else if (dot && digits == 0) point--;
  }
  digitsEnd = p;
  if (digits == 0) digits = p;
  if (p < end) point += exponent(p + 1, end);
}

function exponent(p: usize, end: usize): i64 {
  const negative = load<u8>(p) == 0x2d;
  if (negative || load<u8>(p) == 0x2b) p++;
  let value: i64 = 0;
  for (; p < end && value < FARTHEST; p++) value = value * 10 + (load<u8>(p) - 0x30);
  return negative ? -value : value;
}

/** Whether the number has no fraction: 1.0 and 1e2 have none. */
export function isWhole(value: Value): bool {
  read(value);
  return digits == digitsEnd || point - lastPlace() >= 0;
}

/** How many digits there are up to the last that isn't 0. */
function lastPlace(): i64 {
  let places: i64 = 0;
  let last: i64 = 0;
  for (let p = digits; p < digitsEnd; p++) {
    const c = load<u8>(p);
    if (c == 0x2e) continue;
    places++;
    if (c != 0x30) last = places;
  }
  return last;
}

/** Whether a number is a whole multiple of another, which is greater than 0. */
export function isMultiple(value: Value, step: Value): bool {
  read(step);
  let places = lastPlace();
  if (places > 18) {
    const quotient = numberOf(value) / numberOf(step);
    return quotient == Math.floor(quotient);
  }
  let divisor: u64 = 0;
  for (let p = digits, left = places; left > 0; p++) {
    if (load<u8>(p) == 0x2e) continue;
    divisor = divisor * 10 + (load<u8>(p) - 0x30);
    left--;
  }
  const unit = point - places;
  read(value);
  places = lastPlace();
  if (places == 0) return true;
  let shift = point - places - unit;
  if (shift < 0) return false;
  let rest: u64 = 0;
  for (let p = digits, left = places; left > 0; p++) {
    if (load<u8>(p) == 0x2e) continue;
    rest = (rest * 10 + (load<u8>(p) - 0x30)) % divisor;
    left--;
  }
  // Below 10^18 there are fewer than 60 factors 2 or 5 that a further zero could bring.
  for (shift = min(shift, 64); shift > 0 && rest != 0; shift--) rest = (rest * 10) % divisor;
  return rest == 0;
}
