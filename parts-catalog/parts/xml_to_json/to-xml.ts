// Writes JSON as XML: members become elements and attributes, lists repeat the element.

import { quickNext } from "../../lib/ends";
import { fail, quoted } from "../../lib/failure";
import { Kind, NONE, Value, decode, decodedAt, decodedSize, firstIn, kindOf, memberNamed, raw, textOf, valueOf } from "../../lib/json";
import { mark, release } from "../../lib/memory";
import { membersOf } from "../../lib/same-json";
import { put, putAscii, putBytes, putEscaped } from "../../lib/output";
import { Text, codePointAt, widthAt } from "../../lib/text";
import { hex, isCharacter, isName } from "./scan";

const MAX_DEPTH = 200;
const LARGEST = 5_000_000;
let written = 0;

function grow(bytes: i32): void {
  written += bytes;
  if (written > LARGEST) fail("OUTPUT_LIMIT", "The XML would be larger than 5 MB. Write less of it at once.");
}

/** Writes the inside of a JSON string. */
@final
export class XmlShape {
  private depth: i32 = 0;
  private key: Text = new Text(0, 0);

  constructor(
    private prefix: Text,
    private textKey: Text,
    private indent: i32,
  ) {}

  /** One element; a list gives as many. */
  element(name: Text, value: Value): void {
    if (!isName(name)) fail("INVALID_NAME", quoted(name) + " can't be the name of an element. It must begin with a letter or `_`, and may go on with letters, digits, `.`, `-` and `_`.");
    if (kindOf(value) == Kind.List) {
      for (let each = firstIn(value); each != NONE; each = quickNext(each)) {
        if (kindOf(each) == Kind.List) fail("INVALID_VALUE", "The list for " + quoted(name) + " has a list in it, and XML has no name for the inner one. Put an object with a name between them.");
        this.one(name, each);
      }
      return;
    }
    this.one(name, value);
  }

  private one(name: Text, value: Value): void {
    const at = name.at;
    const size = name.size;
    grow(2 * size + 4);
    this.line();
    put(0x3c);
    putEscaped(at, size);
    const kind = kindOf(value);
    let empty = kind == Kind.Null || (kind == Kind.Text && load<u8>(value + 1) == 0x22);
    if (kind == Kind.Object) empty = this.inside(value);
    else if (!empty) {
      put(0x3e);
      putScalar(value, false);
    }
    if (empty) {
      putAscii("/>");
      return;
    }
    putAscii("</");
    putEscaped(at, size);
    put(0x3e);
  }

  /** Writes attributes, text and children; false leaves the element open for its end tag. */
  private inside(object: Value): bool {
    if (++this.depth > MAX_DEPTH) fail("XML_TOO_DEEP", "The value has more than 200 objects inside each other.");
    distinct(object);
    let children = 0;
    let text = NONE;
    for (let key = firstIn(object); key != NONE; ) {
      const value = valueOf(key);
      const name = this.name(key);
      if (name.equals(this.textKey)) text = value;
      else if (this.isAttribute(name)) putAttribute(name.slice(this.prefix.size, name.size), value);
      else if (kindOf(value) != Kind.List || firstIn(value) != NONE) children++;
      key = quickNext(value);
    }
    const silent = text == NONE || kindOf(text) == Kind.Null || (kindOf(text) == Kind.Text && load<u8>(text + 1) == 0x22);
    if (children > 0 || !silent) {
      put(0x3e);
      const lines = this.indent;
      if (!silent) {
        putScalar(text, false);
        this.indent = -1;
      }
      for (let key = firstIn(object); key != NONE && children > 0; key = quickNext(valueOf(key))) {
        const name = this.name(key);
        if (name.equals(this.textKey) || this.isAttribute(name)) continue;
        this.element(new Text(name.at, name.size), valueOf(key));
      }
      this.depth--;
      if (children > 0) this.line();
      this.indent = lines;
      return false;
    }
    this.depth--;
    return true;
  }

  private name(key: Value): Text {
    decode(key);
    this.key.at = decodedAt;
    this.key.size = decodedSize;
    return this.key;
  }

  private isAttribute(name: Text): bool {
    return this.prefix.size > 0 && name.size > this.prefix.size && name.startsWith(this.prefix);
  }

  /** A new line where the XML is indented; none before the first. */
  private line(): void {
    if (this.indent < 1) return;
    if (this.begun) putAscii("\\n");
    this.begun = true;
    grow(this.depth * this.indent + 1);
    for (let i = 0; i < this.depth * this.indent; i++) put(0x20);
  }

  begun: bool = false;

  /** An element that is written as its name, attributes and children in their order. */
  ordered(value: Value): void {
    if (kindOf(value) != Kind.Object) fail("INVALID_TYPE", "With `keep_order` an element must be an object with `name`, `attributes` and `children`.");
    if (++this.depth > MAX_DEPTH) fail("XML_TOO_DEEP", "The value has more than 200 elements inside each other.");
    const named = memberNamed(value, "name");
    if (named == NONE || kindOf(named) != Kind.Text || !isName(textOf(named))) {
      fail("INVALID_NAME", "With `keep_order` each element needs a `name` that XML allows, a text that begins with a letter or `_`.");
    }
    const name = textOf(named);
    grow(2 * name.size + 4);
    put(0x3c);
    putEscaped(name.at, name.size);
    const attributes = memberNamed(value, "attributes");
    if (attributes != NONE && kindOf(attributes) == Kind.Object) {
      distinct(attributes);
      for (let key = firstIn(attributes); key != NONE; key = quickNext(valueOf(key))) putAttribute(textOf(key), valueOf(key));
    } else if (attributes != NONE && kindOf(attributes) != Kind.Null) {
      fail("INVALID_TYPE", "`attributes` of the element " + quoted(name) + " must be an object.");
    }
    const children = memberNamed(value, "children");
    if (children != NONE && kindOf(children) != Kind.List && kindOf(children) != Kind.Null) {
      fail("INVALID_TYPE", "`children` of the element " + quoted(name) + " must be a list of texts and elements.");
    }
    const first = children == NONE || kindOf(children) == Kind.Null ? NONE : firstIn(children);
    if (first == NONE) {
      putAscii("/>");
    } else {
      put(0x3e);
      for (let each = first; each != NONE; each = quickNext(each)) {
        if (kindOf(each) == Kind.Object) this.ordered(each);
        else putScalar(each, false);
      }
      putAscii("</");
      putEscaped(name.at, name.size);
      put(0x3e);
    }
    this.depth--;
  }
}

function putAttribute(name: Text, value: Value): void {
  if (!isName(name)) fail("INVALID_NAME", quoted(name) + " can't be the name of an attribute. It must begin with a letter or `_`, and may go on with letters, digits, `.`, `-` and `_`.");
  const kind = kindOf(value);
  if (kind == Kind.Null) return;
  if (kind >= Kind.List) fail("INVALID_VALUE", "The attribute " + quoted(name) + " must be a text, a number, true or false.");
  grow(name.size + 4);
  put(0x20);
  putEscaped(name.at, name.size);
  putAscii('=\\"');
  putScalar(value, true);
  putAscii('\\"');
}

function putScalar(value: Value, attribute: bool): void {
  const kind = kindOf(value);
  if (kind >= Kind.List) fail("INVALID_VALUE", "The text of an element must be a text, a number, true, false or null.");
  if (kind == Kind.Null) return;
  if (kind != Kind.Text) {
    const text = raw(value);
    putBytes(text.at, text.size);
    return;
  }
  decode(value);
  grow(decodedSize);
  let from = decodedAt;
  const end = decodedAt + decodedSize;
  for (let p = from; p < end; ) {
    const c = codePointAt(p);
    const width = widthAt(p);
    const plain = c >= 0x20 && c != 0x26 && c != 0x3c && c != 0x3e && (c != 0x22 || !attribute);
    if (!plain || c > 0xd7ff) {
      if (!isCharacter(c)) fail("INVALID_CHARACTER", "XML can't hold the character U+" + hex(c) + ". Take it out of the text first.");
    }
    if (!plain && !(c == 0x0a && !attribute) && !(c == 0x09 && !attribute)) {
      putEscaped(from, <i32>(p - from));
      putReference(c);
      from = p + width;
    }
    p += width;
  }
  putEscaped(from, <i32>(end - from));
}

function putReference(c: i32): void {
  if (c == 0x26) putAscii("&amp;");
  else if (c == 0x3c) putAscii("&lt;");
  else if (c == 0x3e) putAscii("&gt;");
  else if (c == 0x22) putAscii("&quot;");
  else if (c == 0x0a) putAscii("&#10;");
  else if (c == 0x0d) putAscii("&#13;");
  else putAscii("&#9;");
}

/** Fails where a name comes twice. */
function distinct(object: Value): void {
  const start = mark();
  let count = 0;
  for (let key = firstIn(object); key != NONE; key = quickNext(valueOf(key))) count++;
  const same = count > 1 && membersOf(object, NONE).count < count;
  release(start);
  if (same) fail("INVALID_VALUE", "An object of `value` has the same name twice.");
}
