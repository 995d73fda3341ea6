// Names of elements and attributes as they become member names, and the lists that are always lists.

import { fail } from "../../lib/failure";
import { Kind, NONE, Value, firstIn, kindOf, nextAfter } from "../../lib/json";
import { asText, optional, wrongKind } from "../../lib/parameters";
import { Text } from "../../lib/text";
import { isSpace } from "./scan";

const MOST_PATHS = 100;

/** Whether prefixes are left out. */
export let stripping = false;

export function strip(on: bool): void {
  stripping = on;
}

/** The name that was looked at last, without its prefix where those are left out. */
export let nameFrom: usize = 0;
export let nameEnd: usize = 0;

/** Looks at the name that begins there; gives the address after it. */
export function lookAt(at: usize): usize {
  let p = at;
  let from = at;
  while (true) {
    const c = load<u8>(p);
    if (isSpace(c) || c == 0x3e || c == 0x2f || c == 0x3d) break;
    p++;
    if (stripping && c == 0x3a) from = p;
  }
  nameFrom = from == p ? at : from;
  nameEnd = p;
  return p;
}

/** Whether the attribute that begins there declares a namespace. */
export function declaresNamespace(at: usize, end: usize): bool {
  if (end - at < 5 || load<u32>(at) != 0x6e6c6d78 || load<u8>(at, 4) != 0x73) return false;
  return end - at == 5 || load<u8>(at, 5) == 0x3a;
}

/** The ways from the root to elements that are lists even where there is one. */
@final
export class ListPaths {
  private paths: Text[][] = [];

  /** Reads the parameter `arrays`. */
  read(input: Value): ListPaths {
    const list = optional(input, "arrays");
    if (list == NONE) return this;
    if (kindOf(list) != Kind.List) wrongKind("arrays", list, "a list of paths, such as [\"rss.channel.item\"]");
    for (let each = firstIn(list); each != NONE; each = nextAfter(each)) {
      if (this.paths.length == MOST_PATHS) fail("OUT_OF_RANGE", "`arrays` may have at most 100 paths.");
      this.paths.push(stepsOf(asText(each, "arrays")));
    }
    return this;
  }

  /** Whether the way of these names, the last one left out, and that name is among them. */
  has(names: StaticArray<usize>, depth: i32, from: usize, end: usize): bool {
    for (let i = 0; i < this.paths.length; i++) {
      const steps = this.paths[i];
      if (steps.length != depth + 1 || !isStep(steps[depth], from, end)) continue;
      let same = true;
      for (let j = 0; j < depth && same; j++) same = isStep(steps[j], names[2 * j], names[2 * j + 1]);
      if (same) return true;
    }
    return false;
  }
}

/** Between slashes, or where there is none, between dots. */
function stepsOf(path: Text): Text[] {
  let sign: u8 = 0x2e;
  for (let p = path.at; p < path.end; p++) if (load<u8>(p) == 0x2f) sign = 0x2f;
  const steps: Text[] = [];
  let from = 0;
  for (let i = 0; i <= path.size; i++) {
    if (i < path.size && load<u8>(path.at + i) != sign) continue;
    if (i > from) steps.push(path.slice(from, i));
    from = i + 1;
  }
  return steps;
}

function isStep(step: Text, from: usize, end: usize): bool {
  if (step.size == 1 && load<u8>(step.at) == 0x2a) return true;
  return <usize>step.size == end - from && memory.compare(step.at, from, end - from) == 0;
}
