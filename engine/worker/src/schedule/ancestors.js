/** @typedef {import('./step.js').Step} Step */

/**
 * Steps that come before one, nearest first (fewest edges), ties in flow order. Goes back only as
 * far as it is asked to.
 */
export class Ancestors {
  #nearest;

  /** @param {Step[]} nearest */
  constructor(nearest) {
    this.#nearest = nearest;
  }

  /** @param {Step} step */
  static of(step) {
    return new Ancestors(sources(step));
  }

  /** The step itself as the nearest, then its ancestors. @param {Step} step */
  static from(step) {
    return new Ancestors([step]);
  }

  /** @param {Step} wanted */
  contains(wanted) {
    return this.#nearest.includes(wanted) || this.#isFurtherBack(wanted);
  }

  /** @param {Step} wanted */
  #isFurtherBack(wanted) {
    const open = [...this.#nearest];
    const seen = new Set();
    for (let step = open.pop(); step; step = open.pop()) {
      for (const { from } of step.incoming) {
        if (from === wanted) {
          return true;
        }
        // What stands before the wanted one in topological order can't come after it.
        if (from.index > wanted.index && !seen.has(from)) {
          seen.add(from);
          open.push(from);
        }
      }
    }
    return false;
  }

  *[Symbol.iterator]() {
    /** @type {Set<Step>} */
    const seen = new Set();
    let level = distinct(this.#nearest);
    while (level.length > 0) {
      yield* level;
      level = distinct(level.flatMap(sources));
    }

    /** @param {Step[]} steps */
    function distinct(steps) {
      const fresh = [...new Set(steps)].filter((step) => !seen.has(step));
      fresh.forEach((step) => seen.add(step));
      return fresh.sort((a, b) => a.flowIndex - b.flowIndex);
    }
  }
}

/** @param {Step} step */
function sources(step) {
  return step.incoming.map((route) => route.from);
}
