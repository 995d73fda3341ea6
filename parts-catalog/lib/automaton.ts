// Matches a text against an I-Regexp in time that grows with pattern times text: Thompson's
// automaton, all states that the text can have led to followed at once.

import { categoryBit, prepare } from "./categories";
import { fail } from "./failure";
import { CharacterSet, MAX_STATES, Shape, ShapeKind, UNBOUNDED, readPattern } from "./regexp";
import { Text, codePointAt, widthAt } from "./text";

const NONE = -1;

@final
export class Automaton {
  private sets: (CharacterSet | null)[] = [];
  private first: i32[] = [];
  private second: i32[] = [];
  private start: i32 = 0;
  private current: States = new States(0);
  private following: States = new States(0);

  constructor(pattern: Text) {
    prepare();
    const accept = this.state(null, NONE, NONE);
    this.start = this.build(readPattern(pattern), accept);
    this.current = new States(this.sets.length);
    this.following = new States(this.sets.length);
  }

  /** Whether the whole text fits. */
  matches(text: Text): bool {
    let current = this.current;
    let following = this.following;
    current.clear();
    this.enter(this.start, current);
    for (let p = text.at; p < text.end && current.size > 0; p += widthAt(p)) {
      const point = codePointAt(p);
      following.clear();
      for (let i = 0; i < current.size; i++) {
        const state = current.states[i];
        const set = this.sets[state];
        if (set !== null && holds(set, point)) this.enter(this.first[state], following);
      }
      const spare = current;
      current = following;
      following = spare;
    }
    return current.has(0);
  }

  /** Adds a state and all that can be reached from it without a character. */
  private enter(state: i32, into: States): void {
    let done = into.size;
    into.add(state);
    for (; done < into.size; done++) {
      const reached = into.states[done];
      if (this.sets[reached] !== null) continue;
      if (this.first[reached] != NONE) into.add(this.first[reached]);
      if (this.second[reached] != NONE) into.add(this.second[reached]);
    }
  }

  /** Makes the states of a shape that goes on at `then`; gives the first. */
  private build(shape: Shape, then: i32): i32 {
    if (shape.kind == ShapeKind.OneOf) return this.state(shape.set, then, NONE);
    let first = then;
    if (shape.kind == ShapeKind.Sequence) {
      for (let i = shape.parts.length - 1; i >= 0; i--) first = this.build(shape.parts[i], first);
      return first;
    }
    if (shape.kind == ShapeKind.Choice) {
      first = this.build(shape.parts[shape.parts.length - 1], then);
      for (let i = shape.parts.length - 2; i >= 0; i--) {
        first = this.state(null, this.build(shape.parts[i], then), first);
      }
      return first;
    }
    const part = shape.parts[0];
    if (shape.most == UNBOUNDED) {
      first = this.state(null, then, NONE);
      this.second[first] = this.build(part, first);
    }
    for (let i = shape.least; i < shape.most; i++) first = this.state(null, this.build(part, first), then);
    for (let i = 0; i < shape.least; i++) first = this.state(null, this.build(part, first), NONE);
    return first;
  }

  private state(set: CharacterSet | null, first: i32, second: i32): i32 {
    if (this.sets.length == MAX_STATES) {
      fail("INVALID_PATTERN", "The repetitions of the pattern make it too large. Use smaller ones.");
    }
    this.sets.push(set);
    this.first.push(first);
    this.second.push(second);
    return this.sets.length - 1;
  }
}

function holds(set: CharacterSet, point: i32): bool {
  const ranges = set.ranges;
  for (let i = 0; i < ranges.length; i += 2) {
    if (ranges[i] <= point && point <= ranges[i + 1]) return !set.negated;
  }
  const inside = set.categories != 0 && (set.categories & categoryBit(point)) != 0;
  return inside != set.negated;
}

/** Some of the states, each once. */
@final
class States {
  states: StaticArray<i32>;
  private places: StaticArray<i32>;
  size: i32 = 0;

  constructor(room: i32) {
    this.states = new StaticArray<i32>(room);
    this.places = new StaticArray<i32>(room);
  }

  has(state: i32): bool {
    const place = this.places[state];
    return place < this.size && this.states[place] == state;
  }

  add(state: i32): void {
    if (this.has(state)) return;
    this.places[state] = this.size;
    this.states[this.size++] = state;
  }

  clear(): void {
    this.size = 0;
  }
}
