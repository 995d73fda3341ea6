// Children of an element by name: those with the same name form a ring, and the first of each ring leads to the next.

import { mark, release, reserve } from "../../lib/memory";
import { Element, firstChild, nextOf, setNext, setNextGroup, startOf } from "./elements";
import { lookAt, nameEnd, nameFrom } from "./names";

const few = memory.data(16 << 2);

/** After it, `nextOf` goes round a ring and `nextGroup` from the first of a ring to the first of the next. */
export function group(element: Element): void {
  let count = 0;
  for (let child = firstChild(element); child != 0; child = nextOf(child)) count++;
  const start = mark();
  let slots = 16;
  while (slots < count + (count >> 1)) slots <<= 1;
  const table = slots == 16 ? few : reserve(<usize>slots << 2);
  memory.fill(table, 0, <usize>slots << 2);
  let lastHead: Element = 0;
  for (let child = firstChild(element); child != 0; ) {
    const next = nextOf(child);
    const place = placeOf(table, slots - 1, child);
    const tail = load<usize>(place);
    if (tail == 0) {
      setNext(child, child);
      if (lastHead != 0) setNextGroup(lastHead, child);
      lastHead = child;
    } else {
      setNext(child, nextOf(tail));
      setNext(tail, child);
    }
    store<usize>(place, child);
    child = next;
  }
  release(start);
}

/** The place of the last child with the same name. */
function placeOf(table: usize, mask: i32, child: Element): usize {
  lookAt(startOf(child) + 1);
  const from = nameFrom;
  const size = nameEnd - nameFrom;
  let h: u32 = 0x811c9dc5;
  for (let p = from; p < from + size; p++) h = (h ^ load<u8>(p)) * 0x01000193;
  let slot = <i32>(h ^ (h >> 15)) & mask;
  while (true) {
    const place = table + (<usize>slot << 2);
    const other = load<usize>(place);
    if (other == 0) return place;
    lookAt(startOf(other) + 1);
    if (nameEnd - nameFrom == size && memory.compare(nameFrom, from, size) == 0) return place;
    slot = (slot + 1) & mask;
  }
}
