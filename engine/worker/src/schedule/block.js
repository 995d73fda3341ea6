/**
 * @typedef {import('./route.js').Route} Route
 * @typedef {import('./step.js').Step} Step
 */

/**
 * Steps that run together: the recipe outside loops, or the body of one FOREACH edge without the
 * bodies of loops within it. RECIPE.md, section 6.
 */
export class Block {
  depth = 0;
  /** In topological order. @type {Step[]} */
  steps = [];
  /** The loops that start in this block. @type {Block[]} */
  children = [];
  /**
   * Edges that leave the body, its own FOREACH edge included when its target isn't in the body.
   *
   * @type {Route[]}
   */
  exits = [];

  /** @param {Block} [parent] */
  constructor(parent) {
    this.parent = parent;
    if (parent) {
      this.depth = parent.depth + 1;
      parent.children.push(this);
    }
  }

  /**
   * The innermost block that holds both.
   *
   * @param {Block} a
   * @param {Block} b
   */
  static common(a, b) {
    let left = a;
    let right = b;
    while (left !== right) {
      if (left.depth >= right.depth && left.parent) {
        left = left.parent;
      } else if (right.parent) {
        right = right.parent;
      }
    }
    return left;
  }

  /** @param {Block} other */
  isWithin(other) {
    /** @type {Block} */
    let outer = this;
    while (outer.depth > other.depth && outer.parent) {
      outer = outer.parent;
    }
    return outer === other;
  }
}
