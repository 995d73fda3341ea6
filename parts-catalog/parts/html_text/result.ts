// What modes write: pieces of the prose, attribute values, and a bound on all of it.

import { fail } from "../../lib/failure";
import { reserve } from "../../lib/memory";
import { putString } from "../../lib/output";
import { widthAt } from "../../lib/text";
import { resolve } from "./entities";
import { isSpace } from "./tags";

const LARGEST = 5_000_000;
/** More would not fit into the result. */
const MOST_RECORDS = 125_000;
let size = 0;
let longest = i32.MAX_VALUE;
let buffer: usize = 0;

/** Every text is cut after so many characters. */
export function limit(characters: i32): void {
  longest = characters;
}

/** Room for attribute values, as long as the page. */
export function useBuffer(at: usize): void {
  buffer = at;
}

/** Writes a text as a JSON string, trimmed and cut; whether it was cut. */
export function putCut(from: usize, end: usize): bool {
  while (from < end && isSpace(load<u8>(from))) from++;
  while (from < end && isSpace(load<u8>(end - 1))) end--;
  let p = from;
  for (let i = 0; i < longest && p < end; i++) p += widthAt(p);
  const cut = p < end;
  putString(from, <i32>(p - from));
  grow(<i32>(p - from));
  return cut;
}

export function grow(bytes: i32): void {
  size += bytes + 8;
  if (size > LARGEST) tooMuch();
}

function tooMuch(): void {
  fail("OUTPUT_LIMIT", "What was found in the HTML is larger than 5 MB. Give `max_length`, or a narrower `selector`.");
}

/** An attribute's value with its references resolved, in the buffer until the next one. */
export let resolvedFrom: usize = 0;
export let resolvedEnd: usize = 0;

export function resolveValue(from: usize, end: usize): void {
  resolvedFrom = buffer;
  resolvedEnd = resolve(from, end, buffer, true);
}

export function trimResolved(): void {
  while (resolvedFrom < resolvedEnd && isSpace(load<u8>(resolvedFrom))) resolvedFrom++;
  while (resolvedFrom < resolvedEnd && isSpace(load<u8>(resolvedEnd - 1))) resolvedEnd--;
}

/** Places in the page and its prose, three numbers each, in the order they were added. */
@final
export class Records {
  count: i32 = 0;
  private at: usize = 0;
  private room: i32 = 0;

  add(name: usize, start: i32): i32 {
    if (this.count == MOST_RECORDS) tooMuch();
    if (this.count == this.room) {
      this.room = this.room * 2 + 64;
      const wider = reserve(<usize>this.room * 12);
      memory.copy(wider, this.at, <usize>this.count * 12);
      this.at = wider;
    }
    const place = this.place(this.count);
    store<usize>(place, name);
    store<i32>(place, start, 4);
    store<i32>(place, start, 8);
    return this.count++;
  }

  end(index: i32, end: i32): void {
    store<i32>(this.place(index), end, 8);
  }

  place(index: i32): usize {
    return this.at + <usize>index * 12;
  }
}
