// Doubles as decimal text: the shortest that reads back as the same double, written as ECMAScript
// writes numbers, and rounding of what that text says.

import { Natural } from "./bignum";
import { parseDecimal } from "./decimal";
import { Text } from "./text";

const ROOM = 800;
const EXACT_INTEGERS: f64 = 9_007_199_254_740_992;
const SMALLEST_NORMAL: f64 = 2.2250738585072014e-308;
const digits = memory.data(ROOM + 2);
const probe = memory.data(32);
const written = memory.data(360);
let count = 0;
/** Place of the decimal point after the first so many digits. */
let point = 0;

const mantissa = new Natural();

/** The number as `String(x)` is in ECMAScript; it must be finite. */
export function numberText(value: f64): Text {
  shortest(abs(value));
  return layOut(value < 0);
}

/** Rounded half away from zero to so many decimals, as its shortest text says it. */
export function rounded(value: f64, decimals: i32): f64 {
  shortest(abs(value));
  roundAt(point + decimals);
  if (count == 0) return 0;
  const text = layOut(value < 0);
  return parseDecimal(text.at, text.end);
}

/** With exactly so many decimals, at most 100; `separator` between groups of three digits. */
export function fixed(value: f64, decimals: i32, separator: Text, decimalPoint: Text): Text {
  shortest(abs(value));
  roundAt(point + decimals);
  const whole = max(1, point);
  const size = <usize>(whole + decimals + 8) + <usize>(whole / 3) * separator.size + decimalPoint.size;
  const out = heap.alloc(size);
  let p = out;
  if (value < 0 && count > 0) store<u8>(p++, 0x2d);
  for (let i = point - whole; i < point; i++) {
    store<u8>(p++, digitAt(i));
    const left = point - 1 - i;
    if (left > 0 && left % 3 == 0) {
      memory.copy(p, separator.at, separator.size);
      p += separator.size;
    }
  }
  if (decimals > 0) {
    memory.copy(p, decimalPoint.at, decimalPoint.size);
    p += decimalPoint.size;
  }
  for (let i = point; i < point + decimals; i++) store<u8>(p++, digitAt(i));
  return new Text(out, <i32>(p - out));
}

function digitAt(i: i32): u8 {
  return i >= 0 && i < count ? load<u8>(digits + i) : 0x30;
}

function shortest(value: f64): void {
  if (value == 0) {
    count = 0;
    point = 1;
    return;
  }
  if (value <= EXACT_INTEGERS && value == Math.floor(value)) {
    wholeDigits(<u64>value);
    return;
  }
  exactDigits(value);
  const all = count;
  const place = point;
  // Any double has at most one decimal of 15 digits near it, except the subnormal ones.
  for (let length = value < SMALLEST_NORMAL ? 1 : 15; length < 17 && length < all; length++) {
    if (fits(value, length, all, place)) return;
  }
  if (all > 17) roundUp(17, nearerAbove(17));
  trimZeros();
}

function wholeDigits(value: u64): void {
  let p = digits + 20;
  for (; value != 0; value /= 10) store<u8>(--p, <u8>(0x30 + (value % 10)));
  count = <i32>(digits + 20 - p);
  memory.copy(digits, p, count);
  point = count;
  trimZeros();
}

/** Keeps `length` digits if either neighbour of that length reads back as the value, the nearer first. */
function fits(value: f64, length: i32, all: i32, place: i32): bool {
  memory.copy(probe, digits, 20);
  const up = nearerAbove(length);
  for (let attempt = 0; attempt < 2; attempt++) {
    roundUp(length, attempt == 0 ? up : !up);
    const text = layOut(false);
    if (parseDecimal(text.at, text.end) == value) {
      trimZeros();
      return true;
    }
    memory.copy(digits, probe, 20);
    count = all;
    point = place;
  }
  return false;
}

/** Whether the digits beyond `length` are more than half, or half after an odd digit. */
function nearerAbove(length: i32): bool {
  const next = load<u8>(digits + length);
  if (next != 0x35 || count > length + 1) return next >= 0x35;
  return (load<u8>(digits + length - 1) & 1) == 1;
}

/** Every digit of the double's exact value. */
function exactDigits(value: f64): void {
  const bits = reinterpret<u64>(value);
  const exponentBits = <i32>((bits >> 52) & 0x7ff);
  const fraction = bits & 0xfffffffffffff;
  const exponent = (exponentBits == 0 ? 1 : exponentBits) - 1075;
  mantissa.set(exponentBits == 0 ? fraction : fraction | 0x10000000000000);
  if (exponent >= 0) mantissa.shiftLeft(exponent);
  else mantissa.timesPower(5, -exponent);
  let p = digits + ROOM;
  while (!mantissa.isZero()) {
    let group = mantissa.divide(1_000_000_000);
    for (let i = 0; i < 9; i++) {
      store<u8>(--p, <u8>(0x30 + (group % 10)));
      group /= 10;
    }
  }
  while (load<u8>(p) == 0x30) p++;
  count = <i32>(digits + ROOM - p);
  memory.copy(digits, p, count);
  point = count + min(exponent, 0);
  trimZeros();
}

/** Rounds half away from zero to the first `length` digits; fewer than none leaves nothing. */
function roundAt(length: i32): void {
  if (length >= count) return;
  if (length < 0) {
    count = 0;
  } else {
    roundUp(length, load<u8>(digits + length) >= 0x35);
    trimZeros();
  }
  if (count == 0) point = 1;
}

/** Cuts to `length` digits and, if asked, adds one to the last of them. */
function roundUp(length: i32, up: bool): void {
  count = length;
  if (!up) return;
  let i = length - 1;
  while (i >= 0 && load<u8>(digits + i) == 0x39) store<u8>(digits + i--, 0x30);
  if (i >= 0) {
    store<u8>(digits + i, load<u8>(digits + i) + 1);
    return;
  }
  store<u8>(digits, 0x31);
  count = 1;
  point++;
}

function trimZeros(): void {
  while (count > 0 && load<u8>(digits + count - 1) == 0x30) count--;
}

/** ECMA-262, Number::toString, radix 10. */
function layOut(negative: bool): Text {
  let p = written;
  if (negative && count > 0) store<u8>(p++, 0x2d);
  if (count == 0) {
    store<u8>(p++, 0x30);
  } else if (point > 0 && point <= 21) {
    for (let i = 0; i < max(point, count); i++) {
      if (i == point) store<u8>(p++, 0x2e);
      store<u8>(p++, digitAt(i));
    }
  } else if (point > -6 && point <= 0) {
    store<u16>(p, 0x2e30);
    p += 2;
    for (let i = point; i < count; i++) store<u8>(p++, digitAt(i));
  } else {
    store<u8>(p++, load<u8>(digits));
    if (count > 1) store<u8>(p++, 0x2e);
    for (let i = 1; i < count; i++) store<u8>(p++, digitAt(i));
    p = exponentPart(p, point - 1);
  }
  return new Text(written, <i32>(p - written));
}

function exponentPart(p: usize, exponent: i32): usize {
  store<u8>(p++, 0x65);
  store<u8>(p++, exponent < 0 ? 0x2d : 0x2b);
  const text = abs(exponent).toString();
  for (let i = 0; i < text.length; i++) store<u8>(p++, <u8>text.charCodeAt(i));
  return p;
}
