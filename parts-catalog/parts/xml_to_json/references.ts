// Character and entity references: XML 1.0, section 4.1 and 4.6.

import { Text } from "../../lib/text";
import { Scan, isCharacter } from "./scan";

/** Reads a reference after its `&`; gives the character. */
export function reference(scan: Scan): i32 {
  const from = scan.at - 1;
  if (scan.take(0x23)) return numeric(scan, from);
  if (named(scan, "amp;")) return 0x26;
  if (named(scan, "lt;")) return 0x3c;
  if (named(scan, "gt;")) return 0x3e;
  if (named(scan, "quot;")) return 0x22;
  if (named(scan, "apos;")) return 0x27;
  unknown(scan, from);
  return 0;
}

function named(scan: Scan, name: string): bool {
  if (!scan.sees(name)) return false;
  scan.at += name.length;
  return true;
}

function unknown(scan: Scan, from: usize): void {
  const start = scan.at;
  while (scan.at - start < 32 && (isLetter(scan.peek()) || <u32>(scan.peek() - 0x30) < 10)) scan.at++;
  const name = new Text(start, <i32>(scan.at - start)).toString();
  if (name.length == 0 || !scan.take(0x3b)) scan.refuse("`&` must be written as `&amp;` where it begins no reference", from);
  scan.refuse("`&" + name + ";` is not one of &amp; &lt; &gt; &quot; &apos;", from);
}

function numeric(scan: Scan, from: usize): i32 {
  const sixteen = scan.take(0x78);
  const base = sixteen ? 16 : 10;
  const start = scan.at;
  let point = 0;
  while (true) {
    const c = scan.peek();
    const letter = c | 0x20;
    const digit = <u32>(c - 0x30) < 10 ? c - 0x30 : sixteen && <u32>(letter - 0x61) < 6 ? letter - 0x57 : -1;
    if (digit < 0) break;
    point = min(point * base + digit, 0x110000);
    scan.at++;
  }
  if (scan.at == start || !scan.take(0x3b)) scan.refuse("a reference by number is written as `&#65;` or `&#x41;`", from);
  if (point > 0x10ffff || !isCharacter(point)) scan.refuse("XML allows no character with that number", from);
  return point;
}

function isLetter(c: i32): bool {
  return <u32>((c | 0x20) - 0x61) < 26;
}
