// What a page of HTML says: its text, links, tables, what it says about itself, or chosen elements.

import { fail, quoted } from "../../lib/failure";
import { NONE, Value } from "../../lib/json";
import { reserve } from "../../lib/memory";
import { put, putAscii, putKey, putString } from "../../lib/output";
import { optional, optionalText, optionalWhole, requiredText } from "../../lib/parameters";
import { run } from "../../lib/part";
import { Text } from "../../lib/text";
import { trimmed } from "../../lib/letters";
import { About } from "./meta";
import { Links, Selection } from "./modes";
import { Mode } from "./open";
import { Prose } from "./prose";
import { Reader } from "./reader";
import { limit, putCut, useBuffer } from "./result";
import { Selector } from "./selector";
import { Tables } from "./tables";
import { Base } from "./url";

run((input: Value): void => {
  const html = requiredText(input, "html", "the HTML as text");
  const name = optionalText(input, "mode", "text");
  limit(optionalWhole(input, "max_length", i32.MAX_VALUE, 1, i32.MAX_VALUE));
  const given = optional(input, "base_url");
  const base: Base | null = given == NONE ? null : new Base(trimmed(requiredText(input, "base_url", ""), true, true));
  useBuffer(reserve(html.size + 8));
  const prose = new Prose(1024);
  put(0x7b);
  if (name.is("text")) text(html, prose);
  else if (name.is("links")) {
    const links = new Links(html, prose, base, false);
    read(html, prose, links);
    links.write();
  } else if (name.is("meta")) {
    const about = new About(html, base);
    read(html, prose, about);
    about.write();
  } else if (name.is("table")) {
    const tables = new Tables(prose);
    read(html, prose, tables);
    tables.write();
  } else if (name.is("select")) {
    const selection = new Selection(html, prose, new Selector(requiredText(input, "selector", "a CSS selector, such as .price or article > p")));
    read(html, prose, selection);
    selection.write();
  } else {
    fail("INVALID_VALUE", "`mode` must be text, links, meta, table or select, but it is " + quoted(name) + ".");
  }
  put(0x7d);
});

function read(html: Text, prose: Prose, mode: Mode): void {
  new Reader(html, prose, mode).read();
}

function text(html: Text, prose: Prose): void {
  const about = new About(html, null);
  read(html, prose, about);
  putKey("text");
  const cut = putCut(prose.at, prose.at + prose.size);
  putKey("title");
  const heading = about.heading;
  if (heading === null) putAscii("null");
  else putString(heading.at, heading.size);
  putKey("truncated");
  putAscii(cut ? "true" : "false");
}
