import { contains } from './character-set.js';
import { IRegexpSyntaxException } from './i-regexp-syntax-exception.js';
import { UNBOUNDED } from './shape.js';

/**
 * @typedef {import('./character-set.js').CharacterSet} CharacterSet
 * @typedef {import('./shape.js').Shape} Shape
 */

/** A pattern that would need more states than this, counted repetitions written out, is refused. */
export const MAX_STATES = 10_000;

const ACCEPT = 0;
const NONE = -1;

/**
 * Thompson's automaton: all states that a text can have led to are followed at once, so no text is
 * read twice.
 */
export class StateMachine {
  /** What a state reads; without one it is left without a character. @type {(CharacterSet | undefined)[]} */
  #sets = [];
  /** @type {number[][]} */
  #next = [];
  #pattern;
  #start;

  /**
   * @param {Shape} shape
   * @param {string} pattern for messages
   */
  constructor(shape, pattern) {
    this.#pattern = pattern;
    this.#start = this.#build(shape, this.#state(undefined));
  }

  /** How many states there are. */
  get size() {
    return this.#sets.length;
  }

  /**
   * How a text is decided; `steps` are the states visited, summed over the text's characters.
   *
   * @param {string} text
   * @returns {{ matched: boolean, steps: number }}
   */
  run(text) {
    let current = new StateSet(this.#sets.length);
    let following = new StateSet(this.#sets.length);
    this.#enter(this.#start, current);
    let steps = current.size;
    for (let i = 0; i < text.length && current.size > 0; ) {
      const codePoint = /** @type {number} */ (text.codePointAt(i));
      i += codePoint > 0xffff ? 2 : 1;
      following.clear();
      for (let k = 0; k < current.size; k++) {
        const state = current.states[k];
        const set = this.#sets[state];
        if (set && contains(set, codePoint)) {
          this.#enter(this.#next[state][0], following);
        }
      }
      steps += following.size;
      [current, following] = [following, current];
    }
    return { matched: current.has(ACCEPT), steps };
  }

  /**
   * Adds a state and all that can be reached from it without a character.
   *
   * @param {number} state
   * @param {StateSet} into
   */
  #enter(state, into) {
    let done = into.size;
    into.add(state);
    for (; done < into.size; done++) {
      const reached = into.states[done];
      if (!this.#sets[reached]) {
        this.#next[reached].forEach((target) => into.add(target));
      }
    }
  }

  /**
   * Makes the states of a shape that go on at `then`; gives the first.
   *
   * @param {Shape} shape
   * @param {number} then
   * @returns {number}
   */
  #build(shape, then) {
    switch (shape.kind) {
      case 'one_of':
        return this.#state(shape.set, then);
      case 'sequence':
        return shape.parts.reduceRight((first, part) => this.#build(part, first), then);
      case 'choice':
        return this.#state(undefined, ...shape.branches.map((it) => this.#build(it, then)));
      case 'repeated':
        return this.#repeated(shape.of, shape.least, shape.most, then);
    }
  }

  /**
   * @param {Shape} of
   * @param {number} least
   * @param {number} most
   * @param {number} then
   */
  #repeated(of, least, most, then) {
    let first = then;
    if (most === UNBOUNDED) {
      first = this.#state(undefined, then, NONE);
      this.#next[first][1] = this.#build(of, first);
    } else {
      for (let i = least; i < most; i++) {
        first = this.#state(undefined, this.#build(of, first), then);
      }
    }
    for (let i = 0; i < least; i++) {
      first = this.#state(undefined, this.#build(of, first));
    }
    return first;
  }

  /**
   * @param {CharacterSet | undefined} set
   * @param {...number} targets
   */
  #state(set, ...targets) {
    if (this.#sets.length === MAX_STATES) {
      throw new IRegexpSyntaxException(
        `with its repetitions written out it has more than ${MAX_STATES} states`,
        this.#pattern,
        this.#pattern.length,
      );
    }
    this.#sets.push(set);
    this.#next.push(targets);
    return this.#sets.length - 1;
  }
}

/** Some of the states, each once, in order of arrival. */
class StateSet {
  size = 0;

  /** @param {number} capacity */
  constructor(capacity) {
    this.states = new Int32Array(capacity);
    this.placeOf = new Int32Array(capacity);
  }

  /** @param {number} state */
  has(state) {
    const place = this.placeOf[state];
    return place < this.size && this.states[place] === state;
  }

  /** @param {number} state */
  add(state) {
    if (!this.has(state)) {
      this.placeOf[state] = this.size;
      this.states[this.size++] = state;
    }
  }

  clear() {
    this.size = 0;
  }
}
