// An element whose end tag hasn't come.

import { Tag } from "./tags";

@final
export class Open {
  nameFrom: usize = 0;
  nameEnd: usize = 0;
  tag: Tag = Tag.Other;
  traits: i32 = 0;
  bucket: i32 = 0;
  /** Cells of a row so far. */
  cells: i32 = 0;
  /** What the mode keeps about it. */
  record: usize = 0;
  /** Compounds of the selector that it fits, and that it or an element around it fits. */
  fits: u64 = 0;
  around: u64 = 0;
}

/** What is done with the elements of a page; the text is in the prose. */
export class Mode {
  /** `parent` is null at the top. */
  started(open: Open, parent: Open | null): void {}

  ended(open: Open): void {}

  /** The text of a title (with references). */
  title(from: usize, end: usize): void {}
}
