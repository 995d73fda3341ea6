// Plain decimals.

/** Whether the bytes are a decimal as JSON has it: no exponent, no zeros or plus sign in front. */
export function isDecimal(at: usize, size: i32): bool {
  const end = at + size;
  let p = at;
  if (p < end && load<u8>(p) == 0x2d) p++;
  const whole = p;
  p = digits(p, end);
  if (p == whole || (p - whole > 1 && load<u8>(whole) == 0x30)) return false;
  if (p == end) return true;
  if (load<u8>(p) != 0x2e) return false;
  const fraction = p + 1;
  p = digits(fraction, end);
  return p > fraction && p == end;
}

function digits(p: usize, end: usize): usize {
  while (p < end && <u8>(load<u8>(p) - 0x30) < 10) p++;
  return p;
}
