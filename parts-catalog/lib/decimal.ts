// Decimal text to double and back, exactly: the nearest double, and the shortest text that reads
// back as the same double (ECMA-262, Number::toString).

import { Natural } from "./bignum";

const MAX_DIGITS = 780; // no double needs more to be told from its neighbours; then one sticky digit

const numerator = new Natural();
const denominator = new Natural();

/** The double nearest to the decimal number (JSON grammar) in these bytes; infinite if too large. */
export function parseDecimal(from: usize, end: usize): f64 {
  let p = from;
  const negative = load<u8>(p) == 0x2d;
  if (negative) p++;
  let small: u64 = 0;
  let digits = 0;
  let exponent = 0;
  let point = false;
  const start = p;
  for (; p < end; p++) {
    const c = load<u8>(p);
    if (c == 0x2e) {
      point = true;
      continue;
    }
    if (<u8>(c - 0x30) > 9) break;
    if (point) exponent--;
    if (digits == 0 && c == 0x30) continue;
    digits++;
    if (digits <= 18) small = small * 10 + (c - 0x30);
  }
  const mantissaEnd = p;
  if (p < end) exponent += writtenExponent(p + 1, end);
  if (digits == 0) return 0;
  let magnitude: f64;
  if (digits <= 15 && exponent >= -22 && exponent <= 22) {
    const power = smallPower(abs(exponent));
    magnitude = exponent < 0 ? <f64>small / power : <f64>small * power;
  } else if (digits + exponent > 310) {
    magnitude = Infinity;
  } else if (digits + exponent < -330) {
    magnitude = 0;
  } else {
    magnitude = exact(start, mantissaEnd, exponent);
  }
  return negative ? -magnitude : magnitude;
}

function writtenExponent(p: usize, end: usize): i32 {
  const negative = load<u8>(p) == 0x2d;
  if (negative || load<u8>(p) == 0x2b) p++;
  let value = 0;
  for (; p < end && value < 100000; p++) value = value * 10 + (load<u8>(p) - 0x30);
  return negative ? -value : value;
}

/** 10 to a power of at most 22, which doubles hold exactly. */
function smallPower(exponent: i32): f64 {
  let power: f64 = 1;
  while (exponent-- > 0) power *= 10;
  return power;
}

/** Long division of the decimal by a power of ten, bit by bit, rounded half to even. */
function exact(p: usize, end: usize, exponent: i32): f64 {
  numerator.set(0);
  let kept = 0;
  for (; p < end; p++) {
    const c = load<u8>(p);
    if (c == 0x2e) continue;
    const digit = c - 0x30;
    if (kept == 0 && digit == 0) continue;
    if (kept < MAX_DIGITS) append(digit);
    else exponent++;
    if (kept == MAX_DIGITS && digit != 0) {
      append(1);
      exponent--;
      kept++;
    } else if (kept < MAX_DIGITS) {
      kept++;
    }
  }
  denominator.set(1);
  if (exponent >= 0) numerator.timesPower(10, exponent);
  else denominator.timesPower(10, -exponent);
  let scale = numerator.bits() - denominator.bits();
  if (scale > 0) denominator.shiftLeft(scale);
  else numerator.shiftLeft(-scale);
  if (numerator.compareTo(denominator) < 0) {
    numerator.shiftLeft(1);
    scale--;
  }
  const width = scale >= -1022 ? 53 : 53 + scale + 1022;
  return assemble(width, scale);
}

function append(digit: u32): void {
  if (numerator.isZero()) numerator.set(digit);
  else numerator.timesPlus(10, digit);
}

/** numerator / denominator is in [1, 2): its first `width` bits and the rounding, times 2^scale. */
function assemble(width: i32, scale: i32): f64 {
  if (width < 0) return 0;
  let bits: u64 = 0;
  for (let i = 0; i < width; i++) {
    bits = (bits << 1) | nextBit();
  }
  const half = nextBit() == 1;
  if (half && (!numerator.isZero() || (bits & 1) == 1)) bits++;
  if (width == 53 && bits == (<u64>1 << 53)) {
    bits >>= 1;
    scale++;
  }
  if (scale > 1023) return Infinity;
  if (width < 53) return reinterpret<f64>(bits);
  return reinterpret<f64>((bits & 0xfffffffffffff) | (<u64>(scale + 1023) << 52));
}

function nextBit(): u64 {
  const one = numerator.compareTo(denominator) >= 0;
  if (one) numerator.subtract(denominator);
  numerator.shiftLeft(1);
  return one ? 1 : 0;
}
