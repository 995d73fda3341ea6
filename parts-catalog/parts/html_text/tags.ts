// What is known about elements.

/** How an element stands in a text: none of these is a word within its line. */
export const enum Trait {
  None = 0,
  /** On lines of its own. */
  Block = 1,
  /** With an empty line around it. */
  Apart = 2,
  /** Never has an end tag. */
  Void = 4,
  /** Its inside is text up to its end tag. */
  Raw = 8,
  /** Not shown. */
  Hidden = 16,
  /** Table, cell and the like: end tags inside it don't reach out of it. */
  Scope = 32,
}

export const enum Tag {
  Other = 0,
  A, Area, Base, Br, Body, Caption, Dd, Dt, Dl, Hr, Html, Li, Link, Meta, Ol, Optgroup, Option, P, Pre, Select, Table, Tbody, Td,
  Tfoot, Th, Thead, Title, Tr, Ul,
}

@final
class Known {
  constructor(
    public name: string,
    public tag: Tag,
    public traits: i32,
  ) {}
}

const all: Known[] = [];

function add(names: string, tag: Tag, traits: i32): void {
  const each = names.split(" ");
  for (let i = 0; i < each.length; i++) all.push(new Known(each[i], tag, traits));
}

add("a", Tag.A, 0);
add("p", Tag.P, Trait.Apart);
add("li", Tag.Li, Trait.Block);
add("td", Tag.Td, Trait.Scope);
add("th", Tag.Th, Trait.Scope);
add("tr", Tag.Tr, Trait.Block);
add("br", Tag.Br, Trait.Void);
add("hr", Tag.Hr, Trait.Void | Trait.Apart);
add("ul", Tag.Ul, Trait.Block);
add("ol", Tag.Ol, Trait.Block);
add("dl", Tag.Dl, Trait.Apart);
add("dt", Tag.Dt, Trait.Block);
add("dd", Tag.Dd, Trait.Block);
add("pre", Tag.Pre, Trait.Apart);
add("base", Tag.Base, Trait.Void);
add("area", Tag.Area, Trait.Void);
add("body", Tag.Body, Trait.Block);
add("html", Tag.Html, Trait.Block);
add("link", Tag.Link, Trait.Void);
add("meta", Tag.Meta, Trait.Void);
add("table", Tag.Table, Trait.Apart | Trait.Scope);
add("tbody", Tag.Tbody, Trait.Block);
add("tfoot", Tag.Tfoot, Trait.Block);
add("thead", Tag.Thead, Trait.Block);
add("title", Tag.Title, Trait.Raw | Trait.Hidden);
add("option", Tag.Option, Trait.Block);
add("select", Tag.Select, 0);
add("caption", Tag.Caption, Trait.Block | Trait.Scope);
add("optgroup", Tag.Optgroup, Trait.Block);
add("div main nav form aside header footer section article address details summary fieldset legend dialog center figcaption search menu hgroup", Tag.Other, Trait.Block);
add("h1 h2 h3 h4 h5 h6 blockquote figure", Tag.Other, Trait.Apart);
add("img input col wbr embed source track param", Tag.Other, Trait.Void);
add("script style xmp iframe noembed noframes", Tag.Other, Trait.Raw | Trait.Hidden);
add("template noscript", Tag.Other, Trait.Hidden);
add("textarea", Tag.Other, Trait.Raw);

/** The element that was looked at last. */
export let tag: Tag = Tag.Other;
export let traits: i32 = 0;

/** Looks at the name between two places, in whatever case. */
export function lookAt(from: usize, end: usize): void {
  tag = Tag.Other;
  traits = 0;
  const size = <i32>(end - from);
  if (size > 10) return;
  const first = load<u8>(from) | 0x20;
  for (let i = 0; i < all.length; i++) {
    const known = unchecked(all[i]);
    if (known.name.charCodeAt(0) != first || known.name.length != size || !isWord(from, known.name)) continue;
    tag = known.tag;
    traits = known.traits;
    return;
  }
}

/** Whether these letters stand there, in whatever case. */
export function isWord(from: usize, word: string): bool {
  for (let i = 0; i < word.length; i++) if (lower(load<u8>(from + i)) != word.charCodeAt(i)) return false;
  return true;
}

export function sameName(a: usize, b: usize, size: usize): bool {
  for (let i: usize = 0; i < size; i++) if (lower(load<u8>(a + i)) != lower(load<u8>(b + i))) return false;
  return true;
}

// @ts-ignore: decorator
@inline
export function lower(c: u8): u8 {
  return <u8>(c - 0x41) < 26 ? c | 0x20 : c;
}

// @ts-ignore: decorator
@inline
export function isSpace(c: u8): bool {
  return c == 0x20 || c == 0x0a || c == 0x0d || c == 0x09 || c == 0x0c;
}
