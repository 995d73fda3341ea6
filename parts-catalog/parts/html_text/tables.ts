// The tables of a page as rows of cells.

import { reserve } from "../../lib/memory";
import { put, putAscii, putKey, separate } from "../../lib/output";
import { Mode, Open } from "./open";
import { Prose } from "./prose";
import { grow, putCut } from "./result";
import { Tag } from "./tags";

// A table: next table, first and last row, start and end of the caption. A row: next row, first and last cell.
// A cell: next cell, start and end of its text.
const TABLE: usize = 20;
const ROW: usize = 12;
const CELL: usize = 12;

export class Tables extends Mode {
  private first: usize = 0;
  private last: usize = 0;
  private count: i32 = 0;
  /** The tables that are open, and the row that is open in each. */
  private open: usize[] = [];
  private rows: usize[] = [];

  constructor(private prose: Prose) {
    super();
  }

  started(open: Open, parent: Open | null): void {
    const tag = open.tag;
    if (tag == Tag.Table) {
      open.record = this.table();
      this.open.push(open.record);
      this.rows.push(0);
      return;
    }
    const depth = this.open.length - 1;
    if (depth < 0) return;
    if (tag == Tag.Tr) {
      open.record = this.row(this.open[depth]);
      this.rows[depth] = open.record;
    } else if (tag == Tag.Td || tag == Tag.Th) {
      if (this.rows[depth] == 0) this.rows[depth] = this.row(this.open[depth]);
      open.record = this.cell(this.rows[depth]);
    } else if (tag == Tag.Caption) {
      open.record = this.open[depth];
      store<i32>(open.record, this.prose.size, 12);
    }
  }

  ended(open: Open): void {
    if (open.record == 0) return;
    if (open.tag == Tag.Table) {
      this.open.pop();
      this.rows.pop();
    } else if (open.tag == Tag.Tr) {
      this.rows[this.rows.length - 1] = 0;
    } else if (open.tag == Tag.Caption) {
      store<i32>(open.record, this.prose.size, 16);
    } else {
      store<i32>(open.record, this.prose.size, 8);
    }
  }

  private table(): usize {
    const made = reserve(TABLE);
    memory.fill(made, 0, TABLE);
    if (this.last == 0) this.first = made;
    else store<usize>(this.last, made);
    this.last = made;
    this.count++;
    return made;
  }

  private row(table: usize): usize {
    return append(table, ROW);
  }

  private cell(row: usize): usize {
    const made = append(row, CELL);
    store<i32>(made, this.prose.size, 4);
    store<i32>(made, this.prose.size, 8);
    return made;
  }

  write(): void {
    const at = this.prose.at;
    putKey("tables");
    put(0x5b);
    for (let table = this.first; table != 0; table = load<usize>(table)) {
      separate();
      put(0x7b);
      putKey("caption");
      if (load<i32>(table, 16) == 0) putAscii("null");
      else putCut(at + load<i32>(table, 12), at + load<i32>(table, 16));
      putKey("rows");
      put(0x5b);
      for (let row = load<usize>(table, 4); row != 0; row = load<usize>(row)) {
        separate();
        put(0x5b);
        for (let cell = load<usize>(row, 4); cell != 0; cell = load<usize>(cell)) {
          separate();
          putCut(at + load<i32>(cell, 4), at + load<i32>(cell, 8));
        }
        put(0x5d);
      }
      put(0x5d);
      put(0x7d);
      grow(24);
    }
    put(0x5d);
    putKey("count");
    putAscii(this.count.toString());
  }
}

/** A new entry at the end of the list whose ends the owner keeps. */
function append(owner: usize, size: usize): usize {
  const made = reserve(size);
  memory.fill(made, 0, size);
  const last = load<usize>(owner, 8);
  if (last == 0) store<usize>(owner, made, 4);
  else store<usize>(last, made);
  store<usize>(owner, made, 8);
  return made;
}
