// Writes an element as JSON: attributes and children by name, or everything in the order of the XML.

import { put, putBytes, putEscaped, putString, separate } from "../../lib/output";
import { Members } from "../../lib/members";
import { Text } from "../../lib/text";
import { addText, beginText, collect, isBlank, putValue, skipValue, textEnd, textFrom, trim } from "./content";
import { Element, endOf, firstChild, nextGroup, nextOf, startOf } from "./elements";
import { group } from "./groups";
import { ListPaths, declaresNamespace, lookAt, nameEnd, nameFrom, stripping } from "./names";
import { Scan } from "./scan";

const FEW = 8;

@final
export class JsonShape {
  /** Start and end of the names from the root to the element that is written. */
  private names: StaticArray<usize> = new StaticArray<usize>(402);
  private depth: i32 = 0;

  constructor(
    private scan: Scan,
    private prefix: Text,
    private textKey: Text,
    private lists: ListPaths,
    private trimmed: bool,
  ) {}

  /** Writes an object of the root's name and what it is. */
  write(root: Element): void {
    put(0x7b);
    lookAt(startOf(root) + 1);
    const list = this.lists.has(this.names, 0, nameFrom, nameEnd);
    this.key(root);
    if (list) put(0x5b);
    this.value(root);
    if (list) put(0x5d);
    put(0x7d);
  }

  private key(element: Element): void {
    lookAt(startOf(element) + 1);
    separate();
    putString(nameFrom, <i32>(nameEnd - nameFrom));
    put(0x3a);
  }

  private value(element: Element): void {
    const scan = this.scan;
    scan.at = lookAt(startOf(element) + 1);
    this.names[2 * this.depth] = nameFrom;
    this.names[2 * this.depth + 1] = nameEnd;
    const count = this.prefix.size == 0 ? 0 : countAttributes(scan);
    const child = firstChild(element);
    if (count == 0 && child == 0) {
      this.text(element, child);
      putString(textFrom, <i32>(textEnd - textFrom));
      return;
    }
    put(0x7b);
    if (count > 0) putAttributes(scan, this.prefix, count);
    this.text(element, child);
    const nothing = child != 0 ? isBlank() : textFrom == textEnd;
    if (!nothing) {
      separate();
      putString(this.textKey.at, this.textKey.size);
      put(0x3a);
      putString(textFrom, <i32>(textEnd - textFrom));
    }
    if (child != 0) this.children(element);
    put(0x7d);
  }

  private text(element: Element, child: Element): void {
    goInside(this.scan, element);
    if (this.scan.at == endOf(element)) beginText();
    else collect(this.scan, child);
    if (this.trimmed) trim();
  }

  private children(element: Element): void {
    group(element);
    this.depth++;
    for (let head = firstChild(element); head != 0; head = nextGroup(head)) {
      this.key(head);
      const list = nextOf(head) != head || this.lists.has(this.names, this.depth, nameFrom, nameEnd);
      if (list) put(0x5b);
      let each = head;
      do {
        if (each != head) put(0x2c);
        this.value(each);
        each = nextOf(each);
      } while (each != head);
      if (list) put(0x5d);
    }
    this.depth--;
  }
}

/** Writes an element as its name, attributes and children (texts and elements) in their order. */
export function writeOrdered(scan: Scan, element: Element, trimmed: bool): void {
  put(0x7b);
  putName("name");
  scan.at = lookAt(startOf(element) + 1);
  putString(nameFrom, <i32>(nameEnd - nameFrom));
  const count = countAttributes(scan);
  putName("attributes");
  put(0x7b);
  if (count > 0) putAttributes(scan, new Text(0, 0), count);
  put(0x7d);
  putName("children");
  put(0x5b);
  goInside(scan, element);
  const end = endOf(element);
  let child = firstChild(element);
  while (scan.at < end) {
    beginText();
    addText(scan);
    if (!isBlank() || (!trimmed && textFrom < textEnd)) {
      if (trimmed) trim();
      separate();
      putString(textFrom, <i32>(textEnd - textFrom));
    }
    if (child == 0) break;
    separate();
    writeOrdered(scan, child, trimmed);
    scan.at = endOf(child);
    child = nextOf(child);
  }
  put(0x5d);
  put(0x7d);
}

function putName(name: string): void {
  separate();
  put(0x22);
  for (let i = 0; i < name.length; i++) put(<u8>name.charCodeAt(i));
  put(0x22);
  put(0x3a);
}

/** Goes behind an element's start tag, from behind its name on. */
function goInside(scan: Scan, element: Element): void {
  scan.at = lookAt(startOf(element) + 1);
  while (true) {
    scan.space();
    const c = scan.peek();
    if (c == 0x3e || c == 0x2f) break;
    toValue(scan);
    skipValue(scan);
  }
  scan.take(0x2f);
  scan.at++;
}

function toValue(scan: Scan): void {
  scan.at = lookAt(scan.at);
  while (scan.peek() != 0x22 && scan.peek() != 0x27) scan.at++;
}

/** Attributes that are written; the scan is where it was. */
function countAttributes(scan: Scan): i32 {
  const from = scan.at;
  let count = 0;
  while (true) {
    scan.space();
    const c = scan.peek();
    if (c == 0x3e || c == 0x2f) break;
    const at = scan.at;
    toValue(scan);
    if (!stripping || !declaresNamespace(at, nameEnd)) count++;
    skipValue(scan);
  }
  scan.at = from;
  return count;
}

function putAttributes(scan: Scan, prefix: Text, count: i32): void {
  const first = scan.at;
  const written = stripping && count > FEW ? new Members(count) : null;
  const name = new Text(0, 0);
  while (true) {
    scan.space();
    const c = scan.peek();
    if (c == 0x3e || c == 0x2f) break;
    const at = scan.at;
    toValue(scan);
    name.at = nameFrom;
    name.size = <i32>(nameEnd - nameFrom);
    if (stripping && (declaresNamespace(at, nameEnd) || !isNew(scan, name, first, at, written))) {
      skipValue(scan);
      continue;
    }
    separate();
    put(0x22);
    putEscaped(prefix.at, prefix.size);
    putBytes(name.at, name.size);
    put(0x22);
    put(0x3a);
    put(0x22);
    putValue(scan);
    put(0x22);
  }
}

/** Whether no attribute before has the same name without its prefix. */
function isNew(scan: Scan, name: Text, first: usize, before: usize, written: Members | null): bool {
  if (written !== null) {
    const count = written.count;
    written.set(name, 1);
    return written.count > count;
  }
  const here = scan.at;
  scan.at = first;
  let found = false;
  while (!found) {
    scan.space();
    const at = scan.at;
    if (at >= before) break;
    toValue(scan);
    found = !declaresNamespace(at, nameEnd) && nameEnd - nameFrom == <usize>name.size && memory.compare(nameFrom, name.at, name.size) == 0;
    skipValue(scan);
  }
  scan.at = here;
  return !found;
}
