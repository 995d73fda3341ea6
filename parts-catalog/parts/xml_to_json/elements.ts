// The elements of an XML text: it is read once, checked, and each element gets a small entry. Names, attributes
// and text stay in the XML. XML 1.0; a document type is refused, so that no entity can be defined.

import { fail, quoted } from "../../lib/failure";
import { mark, release, reserve } from "../../lib/memory";
import { Members } from "../../lib/members";
import { Text } from "../../lib/text";
import { reference } from "./references";
import { Scan, isSpace } from "./scan";

/** Address of an element's entry; 0 where there is none. */
export type Element = usize;

const MAX_DEPTH = 200;
// Its `<`, the byte after its end tag, first child, next sibling, next child with another name.
const ENTRY: usize = 20;
const CHUNK: usize = 0x10000;

const open = memory.data((MAX_DEPTH + 1) << 2);
const lastChild = memory.data((MAX_DEPTH + 1) << 2);

let chunk: usize = 0;
let used: usize = 0;
let depth = 0;

export function startOf(element: Element): usize {
  return load<usize>(element);
}

export function endOf(element: Element): usize {
  return load<usize>(element, 4);
}

export function firstChild(element: Element): Element {
  return load<usize>(element, 8);
}

export function nextOf(element: Element): Element {
  return load<usize>(element, 12);
}

export function setNext(element: Element, next: Element): void {
  store<usize>(element, next, 12);
}

export function nextGroup(element: Element): Element {
  return load<usize>(element, 16);
}

export function setNextGroup(element: Element, next: Element): void {
  store<usize>(element, next, 16);
}

/** Reads a document; gives its root element. */
export function readDocument(xml: Text): Element {
  const scan = new Scan(xml);
  depth = 0;
  makeRoom();
  const root = chunk;
  if (scan.end - scan.at >= 3 && (load<u32>(scan.at) & 0xffffff) == 0xbfbbef) scan.at += 3;
  aside(scan);
  if (scan.peek() != 0x3c) scan.refuse(scan.at == scan.end ? "there is no element" : "an element is expected", scan.at);
  startTag(scan);
  while (depth > 0) {
    makeRoom();
    const start = mark();
    content(scan);
    release(start);
  }
  aside(scan);
  if (scan.at < scan.end) scan.refuse("only comments may follow the root element", scan.at);
  return root;
}

/** Room for one more entry. */
function makeRoom(): void {
  if (chunk != 0 && used + ENTRY <= CHUNK) return;
  chunk = reserve(CHUNK);
  used = 0;
}

function content(scan: Scan): void {
  if (scan.at == scan.end) unclosed(scan);
  if (scan.peek() != 0x3c) characters(scan);
  else if (scan.sees("</")) endTag(scan);
  else if (scan.sees("<!--")) comment(scan);
  else if (scan.sees("<![CDATA[")) cdata(scan);
  else if (scan.sees("<?")) instruction(scan);
  else startTag(scan);
}

/** What may stand before and after the root element. */
function aside(scan: Scan): void {
  while (true) {
    scan.space();
    if (scan.sees("<!--")) comment(scan);
    else if (scan.sees("<?")) instruction(scan);
    else if (scan.sees("<!DOCTYPE")) {
      fail("DTD_NOT_ALLOWED", "The XML has a document type (`<!DOCTYPE`). It could define entities that read files or grow without end, so it is refused. Take it out.");
    } else return;
  }
}

function comment(scan: Scan): void {
  const from = scan.at;
  scan.at += 4;
  scan.behind("--", "the comment", from);
  if (!scan.take(0x3e)) scan.refuse("`--` may not stand inside a comment", scan.at - 2);
}

function instruction(scan: Scan): void {
  const from = scan.at;
  scan.at += 2;
  scan.name("the name of a processing instruction");
  scan.behind("?>", "the processing instruction", from);
}

function cdata(scan: Scan): void {
  const from = scan.at;
  scan.at += 9;
  scan.behind("]]>", "the CDATA section", from);
}

function characters(scan: Scan): void {
  while (scan.at < scan.end && scan.peek() != 0x3c) {
    const c = scan.peek();
    if (c == 0x26) {
      scan.at++;
      reference(scan);
    } else if (c == 0x5d && scan.sees("]]>")) {
      scan.refuse("`]]>` must be written as `]]&gt;` in text", scan.at);
    } else {
      scan.character();
    }
  }
}

function startTag(scan: Scan): void {
  const from = scan.at++;
  if (scan.peek() == 0x21) scan.refuse("`<!` begins only comments and CDATA sections here", from);
  scan.name("an element's name after `<` (or `&lt;` for the sign itself)");
  const element = add(from);
  let count = 0;
  const first = scan.at;
  while (true) {
    const spaced = scan.space();
    const c = scan.peek();
    if (c == 0x3e || c == 0x2f) break;
    if (c == -1) scan.refuse("the tag has no end", from);
    if (!spaced) scan.refuse("a space is expected before an attribute", scan.at);
    attribute(scan);
    count++;
  }
  if (count > 1) distinct(scan, first, count);
  if (scan.take(0x2f)) {
    if (!scan.take(0x3e)) scan.refuse("`/` must be followed by `>`", scan.at);
    store<usize>(element, scan.at, 4);
    return;
  }
  scan.at++;
  if (depth == MAX_DEPTH) fail("XML_TOO_DEEP", "The XML has more than 200 elements inside each other.");
  store<usize>(open + (<usize>depth << 2), element);
  store<usize>(lastChild + (<usize>depth << 2), 0);
  depth++;
}

/** Adds an element to the one that is open. */
function add(from: usize): Element {
  const element = chunk + used;
  used += ENTRY;
  store<usize>(element, from);
  memory.fill(element + 4, 0, ENTRY - 4);
  if (depth == 0) return element;
  const place = lastChild + (<usize>(depth - 1) << 2);
  const last = load<usize>(place);
  if (last == 0) store<usize>(load<usize>(open + (<usize>(depth - 1) << 2)), element, 8);
  else setNext(last, element);
  store<usize>(place, element);
  return element;
}

function attribute(scan: Scan): void {
  const from = scan.at;
  scan.name("an attribute's name");
  scan.space();
  if (!scan.take(0x3d)) scan.refuse("`=` and a value in quotes are expected after the attribute's name", scan.at);
  scan.space();
  const quote = scan.peek();
  if (quote != 0x22 && quote != 0x27) scan.refuse("an attribute's value needs quotes", scan.at);
  scan.at++;
  while (scan.peek() != quote) {
    const c = scan.peek();
    if (c == -1) scan.refuse("the attribute's value has no end", from);
    if (c == 0x3c) scan.refuse("`<` must be written as `&lt;` in an attribute", scan.at);
    if (c == 0x26) {
      scan.at++;
      reference(scan);
    } else {
      scan.character();
    }
  }
  scan.at++;
}

/** Fails where an attribute comes twice. */
function distinct(scan: Scan, first: usize, count: i32): void {
  const after = scan.at;
  const start = mark();
  const names = new Members(count);
  const name = new Text(0, 0);
  scan.at = first;
  for (let i = 0; i < count; i++) {
    scan.space();
    name.at = scan.at;
    scan.name("");
    name.size = <i32>(scan.at - name.at);
    names.set(name, 1);
    if (names.count == i) scan.refuse("the attribute " + quoted(name) + " is there twice", name.at);
    while (scan.peek() != 0x22 && scan.peek() != 0x27) scan.at++;
    const quote = load<u8>(scan.at++);
    while (load<u8>(scan.at++) != quote) {}
  }
  release(start);
  scan.at = after;
}

function endTag(scan: Scan): void {
  const from = scan.at;
  scan.at += 2;
  const element = load<usize>(open + (<usize>(depth -= 1) << 2));
  const named = scan.at;
  scan.name("an element's name after `</`");
  const name = new Text(named, <i32>(scan.at - named));
  const opened = nameAt(startOf(element) + 1, scan.end);
  if (!name.equals(opened)) scan.refuse("`</" + shown(name) + ">` stands where `</" + shown(opened) + ">` is expected", from);
  scan.space();
  if (!scan.take(0x3e)) scan.refuse("`>` is expected", scan.at);
  store<usize>(element, scan.at, 4);
}

function unclosed(scan: Scan): void {
  const element = load<usize>(open + (<usize>(depth - 1) << 2));
  const name = nameAt(startOf(element) + 1, scan.end);
  scan.refuse("the element `" + shown(name) + "` has no end tag", startOf(element));
}

/** The name that stands there. */
export function nameAt(at: usize, end: usize): Text {
  let p = at;
  while (p < end) {
    const c = load<u8>(p);
    if (isSpace(c) || c == 0x3e || c == 0x2f || c == 0x3d) break;
    p++;
  }
  return new Text(at, <i32>(p - at));
}

/** A name without the quotes around it, shortened. */
function shown(name: Text): string {
  const text = quoted(name);
  return text.substring(1, text.length - 1);
}
