// Objects that lie over one another. A deep merge keeps, for each name, the chain of objects that
// came one after another under it; anything else starts anew.

import { Kind, NONE, Value, countOf, firstIn, kindOf, nextAfter, valueOf } from "../../lib/json";
import { Members, writeAsIs } from "../../lib/members";
import { reserve } from "../../lib/memory";

const LINK: usize = 8; // the object, the link before it

@final
export class Layers {
  private last: usize = 0;
  private room: i32 = 0;

  add(object: Value): void {
    this.last = link(object, this.last);
    this.room += countOf(object);
  }

  write(): void {
    const members = new Members(this.room);
    const objects = inOrder(this.last);
    for (let i = 0; i < objects.length; i++) members.setAll(objects[i]);
    members.write(writeAsIs);
  }

  writeDeep(): void {
    writeChain(this.last, this.room);
  }
}

function link(object: Value, before: usize): usize {
  const made = reserve(LINK);
  store<usize>(made, object);
  store<usize>(made, before, 4);
  return made;
}

function inOrder(last: usize): StaticArray<Value> {
  let count = 0;
  for (let at = last; at != 0; at = load<usize>(at, 4)) count++;
  const objects = new StaticArray<Value>(count);
  for (let at = last; at != 0; at = load<usize>(at, 4)) objects[--count] = load<usize>(at);
  return objects;
}

/** Places hold the last link of their chain. */
function writeChain(last: usize, room: i32): void {
  const members = new Members(room);
  const objects = inOrder(last);
  for (let i = 0; i < objects.length; i++) {
    for (let key = firstIn(objects[i]); key != NONE; ) {
      const value = valueOf(key);
      const place = members.placeOf(key);
      const before = load<usize>(place);
      const goesOn = before != 0 && isObject(value) && isObject(load<usize>(before));
      store<usize>(place, link(value, goesOn ? before : 0));
      key = nextAfter(value);
    }
  }
  members.write(writeLast);
}

function writeLast(last: usize): void {
  if (load<usize>(last, 4) == 0) {
    writeAsIs(load<usize>(last));
    return;
  }
  let room = 0;
  for (let at = last; at != 0; at = load<usize>(at, 4)) room += countOf(load<usize>(at));
  writeChain(last, room);
}

function isObject(value: Value): bool {
  return kindOf(value) == Kind.Object;
}
