// Reads a page: which elements are open where, and their text into the prose. The rules for end tags that are
// left out are those of the HTML Standard (13.1.2.4), made simple; depth is bounded as in browsers.

import { Text } from "../../lib/text";
import { Mode, Open } from "./open";
import { Prose } from "./prose";
import { Tag, Trait, isWord, lookAt, lower, sameName, tag, traits } from "./tags";
import { Token, Tokens } from "./tokens";

const MAX_DEPTH = 512;
const BUCKETS = 256;

@final
export class Reader {
  private tokens: Tokens;
  private opens: StaticArray<Open> = new StaticArray<Open>(MAX_DEPTH + 1);
  private depth: i32 = 0;
  /** How many elements with a name of that hash are open. */
  private counts: StaticArray<i32> = new StaticArray<i32>(BUCKETS);
  private hidden: i32 = 0;
  private kept: i32 = 0;
  private lists: i32 = 0;

  constructor(
    html: Text,
    private prose: Prose,
    private mode: Mode,
  ) {
    this.tokens = new Tokens(html);
    for (let i = 0; i <= MAX_DEPTH; i++) this.opens[i] = new Open();
  }

  read(): void {
    const tokens = this.tokens;
    while (true) {
      const token = tokens.next();
      if (token == Token.Done) break;
      if (token == Token.Text) {
        if (this.hidden == 0) this.prose.add(tokens.from, tokens.to, this.kept > 0);
      } else if (token == Token.Start) {
        this.start();
      } else {
        this.end();
      }
    }
    this.closeTo(0);
  }

  private start(): void {
    const from = this.tokens.from;
    const to = this.tokens.to;
    lookAt(from, to);
    const kind = tag;
    const traitsOf = traits;
    this.imply(kind, traitsOf);
    const open = this.opens[this.depth];
    open.nameFrom = from;
    open.nameEnd = to;
    open.tag = kind;
    open.traits = traitsOf;
    open.cells = 0;
    open.record = 0;
    open.fits = 0;
    open.around = 0;
    if (this.hidden == 0) {
      this.lead(open);
      this.mode.started(open, this.depth == 0 ? null : this.opens[this.depth - 1]);
    }
    if ((traitsOf & Trait.Void) != 0 || (this.depth == MAX_DEPTH && (traitsOf & Trait.Raw) == 0)) {
      if (this.hidden == 0) this.mode.ended(open);
      return;
    }
    if ((traitsOf & Trait.Raw) != 0) {
      this.inside(open);
      if (this.hidden == 0) this.mode.ended(open);
      return;
    }
    open.bucket = bucketOf(from, to);
    this.counts[open.bucket]++;
    this.depth++;
    if ((traitsOf & Trait.Hidden) != 0) this.hidden++;
    if (kind == Tag.Pre) this.kept++;
    if (kind == Tag.Ul || kind == Tag.Ol) this.lists++;
  }

  /** The text of an element that holds nothing else. Its end tag, left over, closes nothing. */
  private inside(open: Open): void {
    const tokens = this.tokens;
    tokens.raw(open.nameFrom, open.nameEnd - open.nameFrom);
    if (this.hidden > 0) return;
    if (open.tag == Tag.Title) this.mode.title(tokens.from, tokens.to);
    else if ((open.traits & Trait.Hidden) == 0) this.prose.add(tokens.from, tokens.to, true);
  }

  /** What an element's beginning means for the text. */
  private lead(open: Open): void {
    const prose = this.prose;
    if ((open.traits & (Trait.Block | Trait.Apart)) != 0) prose.block((open.traits & Trait.Apart) != 0);
    if (open.tag == Tag.Br) prose.lineBreak();
    else if (open.tag == Tag.Li) prose.item(this.lists);
    else if (open.tag == Tag.Tr) prose.row();
    else if (open.tag == Tag.Td || open.tag == Tag.Th) {
      const row = this.nearest(Tag.Tr, Tag.Table);
      prose.cell(row < 0 || this.opens[row].cells++ == 0);
    }
  }

  /** Closes what the start of an element ends. */
  private imply(kind: Tag, traitsOf: i32): void {
    if (kind == Tag.Li) this.closeNearest(Tag.Li, Tag.Ul, Tag.Ol);
    else if (kind == Tag.Dt || kind == Tag.Dd) {
      this.closeNearest(Tag.Dt, Tag.Dl, Tag.Dl);
      this.closeNearest(Tag.Dd, Tag.Dl, Tag.Dl);
    } else if (kind == Tag.Td || kind == Tag.Th || kind == Tag.Tr || kind == Tag.Thead || kind == Tag.Tbody || kind == Tag.Tfoot) {
      this.closeInTable(kind);
    } else if (kind == Tag.Option || kind == Tag.Optgroup) this.closeNearest(Tag.Option, Tag.Select, Tag.Select);
    else if (kind == Tag.A) this.closeNearest(Tag.A, Tag.Table, Tag.Table);
    else if ((traitsOf & (Trait.Block | Trait.Apart)) != 0) this.closeNearest(Tag.P, Tag.Table, Tag.Table);
  }

  private closeNearest(kind: Tag, boundary: Tag, other: Tag): void {
    for (let i = this.depth - 1; i >= 0; i--) {
      const open = unchecked(this.opens[i]);
      if (open.tag == kind) {
        this.closeTo(i);
        return;
      }
      if (open.tag == boundary || open.tag == other || (open.traits & Trait.Scope) != 0) return;
    }
  }

  /** Closes what a cell, a row or a group of rows can't be in, up to its table. */
  private closeInTable(kind: Tag): void {
    let outermost = -1;
    for (let i = this.depth - 1; i >= 0; i--) {
      const found = unchecked(this.opens[i]).tag;
      if (found == Tag.Table) break;
      const row = found == Tag.Tr;
      const group = found == Tag.Thead || found == Tag.Tbody || found == Tag.Tfoot;
      if ((row && (kind == Tag.Td || kind == Tag.Th)) || (group && kind == Tag.Tr)) break;
      if (row || group || found == Tag.Td || found == Tag.Th || found == Tag.Caption) outermost = i;
    }
    if (outermost >= 0) this.closeTo(outermost);
  }

  private nearest(kind: Tag, boundary: Tag): i32 {
    for (let i = this.depth - 1; i >= 0; i--) {
      const open = unchecked(this.opens[i]);
      if (open.tag == kind) return i;
      if (open.tag == boundary) return -1;
    }
    return -1;
  }

  private end(): void {
    const from = this.tokens.from;
    const to = this.tokens.to;
    if (this.counts[bucketOf(from, to)] == 0) {
      if (this.hidden > 0) return;
      if (to - from == 2 && isWord(from, "br")) this.prose.lineBreak();
      else if (to - from == 1 && isWord(from, "p")) this.prose.block(true);
      return;
    }
    lookAt(from, to);
    const structure = isStructure(tag);
    const size = to - from;
    for (let i = this.depth - 1; i >= 0; i--) {
      const open = unchecked(this.opens[i]);
      if (open.nameEnd - open.nameFrom == size && sameName(open.nameFrom, from, size)) {
        this.closeTo(i);
        return;
      }
      if (!structure && (open.traits & Trait.Scope) != 0) return;
    }
  }

  /** Closes elements until so many are open. */
  private closeTo(depth: i32): void {
    while (this.depth > depth) {
      const open = this.opens[--this.depth];
      this.counts[open.bucket]--;
      if ((open.traits & Trait.Hidden) != 0) this.hidden--;
      if (open.tag == Tag.Pre) this.kept--;
      if (open.tag == Tag.Ul || open.tag == Tag.Ol) this.lists--;
      if (this.hidden > 0) continue;
      this.mode.ended(open);
      if (open.tag == Tag.Li) this.prose.itemEnd();
      if ((open.traits & (Trait.Block | Trait.Apart)) != 0) this.prose.block((open.traits & Trait.Apart) != 0);
    }
  }
}

/** Of a table: its end tags reach out of cells. */
function isStructure(kind: Tag): bool {
  if (kind == Tag.Table || kind == Tag.Caption || kind == Tag.Tr || kind == Tag.Td || kind == Tag.Th) return true;
  return kind == Tag.Thead || kind == Tag.Tbody || kind == Tag.Tfoot;
}

function bucketOf(from: usize, to: usize): i32 {
  let h: u32 = 0x811c9dc5;
  for (let p = from; p < to; p++) h = (h ^ lower(load<u8>(p))) * 0x01000193;
  return <i32>((h ^ (h >> 8)) & (BUCKETS - 1));
}
