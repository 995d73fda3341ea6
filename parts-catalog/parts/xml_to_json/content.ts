// The text and attribute values of checked XML, with references resolved and line ends made one (XML 1.0, 2.11, 3.3.3).

import { putEscaped } from "../../lib/output";
import { encode, widthAt } from "../../lib/text";
import { Element, endOf, nextOf } from "./elements";
import { reference } from "./references";
import { Scan, isSpace } from "./scan";

/** Where text is put together; the caller gives room for the whole XML. */
let buffer: usize = 0;
export let textFrom: usize = 0;
export let textEnd: usize = 0;

export function useBuffer(at: usize): void {
  buffer = at;
}

/** Begins a new text. */
export function beginText(): void {
  textFrom = buffer;
  textEnd = buffer;
}

/** Adds the text from `scan` up to the next child, or the end tag; stops at its `<`. */
export function addText(scan: Scan): void {
  while (true) {
    const c = scan.peek();
    if (c != 0x3c) addCharacters(scan);
    else if (scan.sees("<![CDATA[")) addSection(scan);
    else if (scan.sees("<!--")) skip(scan, "-->", 4);
    else if (scan.sees("<?")) skip(scan, "?>", 2);
    else return;
  }
}

function addCharacters(scan: Scan): void {
  for (let c = scan.peek(); c != 0x3c; c = scan.peek()) {
    scan.at++;
    if (c == 0x26) textEnd += encode(textEnd, reference(scan));
    else add(scan, <u8>c);
  }
}

function addSection(scan: Scan): void {
  for (scan.at += 9; !scan.sees("]]>"); ) add(scan, load<u8>(scan.at++));
  scan.at += 3;
}

/** Adds a byte; a carriage return becomes a line feed, or nothing before one. */
function add(scan: Scan, byte: u8): void {
  if (byte == 0x0d) {
    if (scan.peek() == 0x0a) return;
    byte = 0x0a;
  }
  store<u8>(textEnd++, byte);
}

function skip(scan: Scan, word: string, begin: i32): void {
  scan.at += begin;
  while (!scan.sees(word)) scan.at++;
  scan.at += word.length;
}

/** All text of an element before, between and after its children, from behind its start tag. */
export function collect(scan: Scan, first: Element): void {
  beginText();
  let child = first;
  while (true) {
    addText(scan);
    if (child == 0) return;
    scan.at = endOf(child);
    child = nextOf(child);
  }
}

export function trim(): void {
  while (textFrom < textEnd && isSpace(load<u8>(textFrom))) textFrom++;
  while (textFrom < textEnd && isSpace(load<u8>(textEnd - 1))) textEnd--;
}

export function isBlank(): bool {
  for (let p = textFrom; p < textEnd; p++) if (!isSpace(load<u8>(p))) return false;
  return true;
}

/** Writes an attribute's value, from its quote on, as part of a JSON string. */
export function putValue(scan: Scan): void {
  const quote = scan.peek();
  scan.at++;
  beginText();
  for (let c = scan.peek(); c != quote; c = scan.peek()) {
    scan.at++;
    if (c == 0x26) {
      textEnd += encode(textEnd, reference(scan));
    } else if (c == 0x0a || c == 0x0d || c == 0x09) {
      if (c != 0x0d || scan.peek() != 0x0a) store<u8>(textEnd++, 0x20);
    } else {
      store<u8>(textEnd++, <u8>c);
    }
  }
  scan.at++;
  putEscaped(textFrom, <i32>(textEnd - textFrom));
}

/** Goes behind an attribute's value, from its quote on. */
export function skipValue(scan: Scan): void {
  const quote = scan.peek();
  scan.at++;
  while (scan.peek() != quote) scan.at += widthAt(scan.at);
  scan.at++;
}
