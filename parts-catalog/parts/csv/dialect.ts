// How a CSV text is written: what stands between its fields, and what begins a comment.

import { fail, quoted } from "../../lib/failure";
import { Value } from "../../lib/json";
import { optionalText } from "../../lib/parameters";
import { Text } from "../../lib/text";

const CANDIDATES: StaticArray<u8> = [0x2c, 0x3b, 0x09, 0x7c];

/** The delimiter that the input names: one character, or `tab`. Empty where it names none. */
export function delimiterOf(input: Value): Text {
  const text = optionalText(input, "delimiter", "");
  if (text.is("tab") || text.is("\\t")) return Text.of("\t");
  if (text.size == 0) return text;
  const c = load<u8>(text.at);
  if (text.length() != 1 || c == 0x22 || c == 0x0a || c == 0x0d) {
    fail("INVALID_VALUE", "`delimiter` is " + quoted(text) + ". It may be one character such as `,` or `;`, or `tab`; no quote and no line break.");
  }
  return text;
}

/** Of comma, semicolon, tab and bar the one that stands most often in the line, quoted fields aside; a comma for none. */
export function delimiterIn(from: usize, end: usize): Text {
  let best: u8 = 0x2c;
  let most = 0;
  for (let i = 0; i < CANDIDATES.length; i++) {
    const count = countIn(from, end, CANDIDATES[i]);
    if (count > most) {
      most = count;
      best = CANDIDATES[i];
    }
  }
  return Text.of(String.fromCharCode(best));
}

function countIn(from: usize, end: usize, byte: u8): i32 {
  let count = 0;
  let inside = false;
  for (let p = from; p < end; p++) {
    const c = load<u8>(p);
    if (c == 0x22) inside = !inside;
    else if (!inside && (c == 0x0a || c == 0x0d)) break;
    else if (!inside && c == byte) count++;
  }
  return count;
}
