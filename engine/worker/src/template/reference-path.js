import { get, isObject } from '../value/json.js';
import { quote } from '../value/json-writer.js';
import { endOfSpaces, isAllName } from './characters.js';
import { PathReader } from './path-reader.js';

/**
 * @typedef {import('../value/json.js').Json} Json
 * @typedef {import('./scope.js').Scope} Scope
 */

/** A reference: a name and the steps from its value inwards. */
export class ReferencePath {
  /**
   * @param {string} name what the scope is asked for
   * @param {string[]} steps member names; in a list, positions from 0 in decimal. How a step was
   *   written (`.0`, `[0]`, `["0"]`) makes no difference
   */
  constructor(name, steps) {
    this.name = name;
    this.steps = steps;
  }

  /**
   * Reads a path as it stands in a template; undefined where that isn't one.
   *
   * @param {string} text
   */
  static parse(text) {
    const reader = new PathReader(text, endOfSpaces(text, 0), true);
    const path = reader.read();
    return endOfSpaces(text, reader.end) === text.length ? path : undefined;
  }

  /** The value it refers to, or undefined where there is none. @param {Scope} scope */
  in(scope) {
    let value = scope.lookup(this.name);
    for (const step of this.steps) {
      if (value === undefined) {
        return undefined;
      }
      value = stepInto(value, step);
    }
    return value;
  }

  /** The path that starts with the first step. */
  inner() {
    return new ReferencePath(this.steps[0], this.steps.slice(1));
  }

  /** The first steps of it. @param {number} count */
  upTo(count) {
    return new ReferencePath(this.name, this.steps.slice(0, count));
  }

  /** As one writes it in a template: `fetch.data.items.0["any key"]`. */
  toString() {
    const steps = this.steps.map((step) => (isAllName(step) ? `.${step}` : `[${quote(step)}]`));
    return this.name + steps.join('');
  }
}

/**
 * The own member or item of a value, or undefined where there is none.
 *
 * @param {Json} value
 * @param {string} step
 * @returns {Json | undefined}
 */
export function stepInto(value, step) {
  if (isObject(value)) {
    return get(value, step);
  }
  return Array.isArray(value) && /^(?:0|[1-9][0-9]{0,8})$/.test(step)
    ? value[Number(step)]
    : undefined;
}
