// Follows a query through a value, depth first: the order that RFC 9535 gives the nodes.

import { quickNext } from "../../lib/ends";
import { Kind, NONE, Value, firstIn, isText, kindOf, valueOf } from "../../lib/json";
import { mark, release, reserve } from "../../lib/memory";
import { Evaluation } from "./evaluate";
import { Choice, Query, Segment, Selector, Wanted } from "./query";
import { enterItem, enterMember, leave } from "./place";

/** Takes each node that is found. */
export type Take = (node: Value) => void;

export function ignore(node: Value): void {}

@final
export class Walk {
  count: i32 = 0;
  found: Value = NONE;
  private stopped: bool = false;
  private traced: bool;

  constructor(
    private query: Query,
    private wanted: Wanted,
    private take: Take,
    private evaluation: Evaluation,
  ) {
    this.traced = wanted == Wanted.All || wanted == Wanted.First;
  }

  from(node: Value): void {
    this.go(0, node);
  }

  private go(index: i32, node: Value): void {
    if (index == this.query.segments.length) {
      this.accept(node);
      return;
    }
    const segment = this.query.segments[index];
    if (segment.descendant) this.descend(segment, index, node);
    else this.select(segment, index, node);
  }

  private accept(node: Value): void {
    if (this.count++ == 0) this.found = node;
    if (this.traced) this.take(node);
    const enough = this.wanted == Wanted.Only ? 2 : this.wanted == Wanted.All || this.wanted == Wanted.Count ? 0 : 1;
    this.stopped = this.count == enough;
  }

  private descend(segment: Segment, index: i32, node: Value): void {
    const kind = kindOf(node);
    if (kind < Kind.List) return;
    this.select(segment, index, node);
    let place = 0;
    for (let p = firstIn(node); p != NONE && !this.stopped; ) {
      const child = kind == Kind.Object ? valueOf(p) : p;
      if (kindOf(child) >= Kind.List) {
        if (this.traced) {
          if (kind == Kind.Object) enterMember(p);
          else enterItem(place);
        }
        this.descend(segment, index, child);
        if (this.traced) leave();
      }
      place++;
      p = quickNext(child);
    }
  }

  private select(segment: Segment, index: i32, node: Value): void {
    const kind = kindOf(node);
    if (kind < Kind.List) return;
    for (let i = 0; i < segment.selectors.length && !this.stopped; i++) {
      const selector = segment.selectors[i];
      const choice = selector.choice;
      if (choice == Choice.Wildcard || choice == Choice.Filter) this.children(selector, index, node, kind);
      else if (choice == Choice.Name) {
        if (kind == Kind.Object) this.named(selector, index, node);
      } else if (kind == Kind.List) {
        if (choice == Choice.Index) this.indexed(selector, index, node);
        else this.sliced(selector, index, node);
      }
    }
  }

  /** The last member of that name. */
  private named(selector: Selector, index: i32, node: Value): void {
    let key = NONE;
    const name = selector.name;
    const start = mark();
    for (let each = firstIn(node); each != NONE; each = quickNext(valueOf(each))) if (isText(each, name)) key = each;
    release(start);
    if (key != NONE) this.member(index, key);
  }

  private children(selector: Selector, index: i32, node: Value, kind: Kind): void {
    const filter = selector.filter;
    let place = 0;
    for (let p = firstIn(node); p != NONE && !this.stopped; ) {
      const child = kind == Kind.Object ? valueOf(p) : p;
      if (filter === null || this.evaluation.holds(filter, child)) {
        if (kind == Kind.Object) this.member(index, p);
        else this.item(index, place, child);
      }
      place++;
      p = quickNext(child);
    }
  }

  private indexed(selector: Selector, index: i32, node: Value): void {
    let wanted = selector.start;
    if (wanted < 0) wanted += count(node);
    if (wanted < 0) return;
    let place: i64 = 0;
    for (let each = firstIn(node); each != NONE; each = quickNext(each)) {
      if (place++ == wanted) {
        this.item(index, <i32>wanted, each);
        return;
      }
    }
  }

  /** RFC 9535, section 2.3.4.2. */
  private sliced(selector: Selector, index: i32, node: Value): void {
    const step = selector.step;
    if (step == 0) return;
    const length: i64 = count(node);
    const first = selector.hasStart ? selector.start : step > 0 ? 0 : length - 1;
    const last = selector.hasEnd ? selector.end : step > 0 ? length : -length - 1;
    const from = first >= 0 ? first : length + first;
    const to = last >= 0 ? last : length + last;
    if (step > 0) {
      const lower = min(max(from, 0), length);
      const upper = min(max(to, 0), length);
      let place: i64 = 0;
      let next = lower;
      for (let each = firstIn(node); each != NONE && next < upper && !this.stopped; each = quickNext(each)) {
        if (place++ != next) continue;
        this.item(index, <i32>next, each);
        next += step;
      }
      return;
    }
    const upper = min(max(from, -1), length - 1);
    const lower = min(max(to, -1), length - 1);
    if (upper <= lower) return;
    const items = addresses(node, <i32>length);
    for (let i = upper; i > lower && !this.stopped; i += step) this.item(index, <i32>i, load<usize>(items + (<usize>i << 2)));
  }

  private member(index: i32, key: Value): void {
    if (this.traced) enterMember(key);
    this.go(index + 1, valueOf(key));
    if (this.traced) leave();
  }

  private item(index: i32, place: i32, value: Value): void {
    if (this.traced) enterItem(place);
    this.go(index + 1, value);
    if (this.traced) leave();
  }
}

function count(list: Value): i32 {
  let items = 0;
  for (let each = firstIn(list); each != NONE; each = quickNext(each)) items++;
  return items;
}

function addresses(list: Value, length: i32): usize {
  const items = reserve(<usize>length << 2);
  let to = items;
  for (let each = firstIn(list); each != NONE; each = quickNext(each)) {
    store<usize>(to, each);
    to += 4;
  }
  return items;
}
