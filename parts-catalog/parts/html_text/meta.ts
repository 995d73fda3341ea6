// What a page says about itself.

import { Members } from "../../lib/members";
import { Value } from "../../lib/json";
import { reserve } from "../../lib/memory";
import { putAscii, putKey, putString } from "../../lib/output";
import { Text } from "../../lib/text";
import { Mode, Open } from "./open";
import { Prose } from "./prose";
import { grow, resolveValue, resolvedEnd, resolvedFrom, trimResolved } from "./result";
import { Tag, isWord, lower } from "./tags";
import { findAttribute, valueEnd, valueFrom } from "./tokens";
import { Base } from "./url";

const MOST = 500;

export class About extends Mode {
  heading: Prose | null = null;
  private language: Text | null = null;
  private canonical: Text | null = null;
  private description: Text | null = null;
  private properties: Members = new Members(MOST + 1);
  private seen: Members = new Members(MOST + 1);

  constructor(
    private html: Text,
    private base: Base | null,
  ) {
    super();
  }

  /** The first title counts. */
  title(from: usize, end: usize): void {
    if (this.heading !== null) return;
    const heading = new Prose(<i32>min(end - from, 4096));
    heading.add(from, end, false);
    this.heading = heading;
  }

  started(open: Open, parent: Open | null): void {
    if (open.tag == Tag.Html && this.language === null) this.language = this.value(open, "lang");
    else if (open.tag == Tag.Meta) this.property(open);
    else if (open.tag == Tag.Link && this.canonical === null && findAttribute(open.nameEnd, this.html.end, "rel")) {
      if (valueEnd - valueFrom == 9 && isWord(valueFrom, "canonical")) this.canonical = this.value(open, "href");
    }
  }

  /** A copy of an attribute's value, or null. */
  private value(open: Open, name: string): Text | null {
    if (!findAttribute(open.nameEnd, this.html.end, name)) return null;
    resolveValue(valueFrom, valueEnd);
    trimResolved();
    const size = resolvedEnd - resolvedFrom;
    const copy = reserve(size);
    memory.copy(copy, resolvedFrom, size);
    return new Text(copy, <i32>size);
  }

  private property(open: Open): void {
    if (this.properties.count >= MOST) return;
    if (!findAttribute(open.nameEnd, this.html.end, "content")) return;
    let name = this.value(open, "property");
    if (name === null) name = this.value(open, "name");
    if (name === null || name.size == 0) return;
    for (let p = name.at; p < name.end; p++) store<u8>(p, lower(load<u8>(p)));
    const content = this.value(open, "content");
    if (content === null) return;
    if (this.description === null && name.is("description")) this.description = content;
    const entry = reserve(8);
    store<usize>(entry, content.at);
    store<i32>(entry, content.size, 4);
    if (!this.has(name)) this.properties.set(name, entry);
  }

  /** Whether a property of that name came before. */
  private has(name: Text): bool {
    const before = this.seen.count;
    this.seen.set(name, 1);
    return this.seen.count == before;
  }

  write(): void {
    putKey("title");
    const heading = this.heading;
    if (heading === null) putAscii("null");
    else putString(heading.at, heading.size);
    putMaybe("description", this.description);
    putMaybe("language", this.language);
    const canonical = this.canonical;
    const base = this.base;
    if (canonical !== null && base !== null) {
      base.resolve(canonical.at, canonical.end);
      this.canonical = new Text(base.at, base.size);
    }
    putMaybe("canonical", this.canonical);
    putKey("properties");
    this.properties.write((value: Value): void => {
      putString(load<usize>(value), load<i32>(value, 4));
      grow(load<i32>(value, 4));
    });
  }
}

function putMaybe(key: string, text: Text | null): void {
  putKey(key);
  if (text === null) putAscii("null");
  else putString(text.at, text.size);
}
