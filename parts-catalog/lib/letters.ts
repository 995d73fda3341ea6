// Upper and lower case by Unicode's rules, character by character, straight to the output.

import { SPECIALS_UPPER, bsearch, casemap } from "util/casemap";
import { isCaseIgnorable, isCased } from "util/string";
import { put, putEscaped } from "./output";
import { Text, codePointAt, encode, widthAt } from "./text";

const scratch = memory.data(16);

/** Writes one character. */
export function putPoint(point: i32): void {
  if (point < 0x80 && point >= 0x20 && point != 0x22 && point != 0x5c) {
    put(<u8>point);
    return;
  }
  putEscaped(scratch, <i32>encode(scratch, point));
}

export function putUpper(text: Text): void {
  for (let p = text.at; p < text.end; p += widthAt(p)) putUpperPoint(codePointAt(p));
}

export function putLower(text: Text): void {
  for (let p = text.at; p < text.end; p += widthAt(p)) putLowerAt(text, p);
}

/** The first letter of every word in upper case, all others in lower case. */
export function putTitle(text: Text): void {
  let inside = false;
  for (let p = text.at; p < text.end; p += widthAt(p)) {
    const point = codePointAt(p);
    const letter = isCased(point) || isCaseIgnorable(point) || <u32>(point - 0x30) < 10;
    if (letter && !inside) putUpperPoint(point);
    else putLowerAt(text, p);
    inside = letter;
  }
}

function putUpperPoint(point: i32): void {
  if (point < 0x80) {
    putPoint(<u32>(point - 0x61) < 26 ? point - 0x20 : point);
    return;
  }
  if (<u32>(point - 0x24d0) < 26) {
    putPoint(point - 26);
    return;
  }
  if (point >= 0xdf && point <= 0xfb17) {
    const table = changetype<usize>(SPECIALS_UPPER);
    const row = bsearch(point, table, SPECIALS_UPPER.length);
    if (row >= 0) {
      for (let i: usize = 1; i < 4; i++) {
        const unit = <i32>load<u16>(table + ((<usize>row + i) << 1));
        if (unit != 0) putPoint(unit);
      }
      return;
    }
  }
  putPoint(point < 0x20000 ? casemap(point, 1) & 0x1fffff : point);
}

function putLowerAt(text: Text, p: usize): void {
  const point = codePointAt(p);
  if (point < 0x80) {
    putPoint(<u32>(point - 0x41) < 26 ? point + 0x20 : point);
  } else if (point == 0x130) {
    putPoint(0x69);
    putPoint(0x307);
  } else if (point == 0x3a3) {
    putPoint(endsWord(text, p) ? 0x3c2 : 0x3c3);
  } else if (<u32>(point - 0x24b6) < 26) {
    putPoint(point + 26);
  } else {
    putPoint(point < 0x20000 ? casemap(point, 0) & 0x1fffff : point);
  }
}

/** Whether a letter stands before and none after, as Unicode asks for a final sigma. */
function endsWord(text: Text, p: usize): bool {
  let before = p;
  let seen = false;
  for (let i = 0; i < 30 && before > text.at && !seen; i++) {
    do before--; while ((load<u8>(before) & 0xc0) == 0x80);
    const point = codePointAt(before);
    if (isCaseIgnorable(point)) continue;
    if (!isCased(point)) return false;
    seen = true;
  }
  if (!seen) return false;
  let after = p + widthAt(p);
  for (let i = 0; i < 30 && after < text.end; i++) {
    const point = codePointAt(after);
    if (!isCaseIgnorable(point)) return !isCased(point);
    after += widthAt(after);
  }
  return true;
}

/** White space and line ends as ECMAScript's trim takes them away. */
export function isSpace(point: i32): bool {
  if (point <= 0x20) return point == 0x20 || (point >= 0x09 && point <= 0x0d);
  if (point < 0xa0) return false;
  return (
    point == 0xa0 ||
    point == 0x1680 ||
    (point >= 0x2000 && point <= 0x200a) ||
    point == 0x2028 ||
    point == 0x2029 ||
    point == 0x202f ||
    point == 0x205f ||
    point == 0x3000 ||
    point == 0xfeff
  );
}

export function trimmed(text: Text, start: bool, end: bool): Text {
  let from = text.at;
  let to = text.end;
  while (start && from < to && isSpace(codePointAt(from))) from += widthAt(from);
  while (end && to > from) {
    let p = to;
    do p--; while ((load<u8>(p) & 0xc0) == 0x80);
    if (!isSpace(codePointAt(p))) break;
    to = p;
  }
  return new Text(from, <i32>(to - from));
}
