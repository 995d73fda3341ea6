import { IRegexpParser } from './i-regexp-parser.js';
import { StateMachine } from './state-machine.js';

/**
 * A pattern as RFC 9485 (I-Regexp) defines it, matched in time that grows with pattern times text.
 *
 * There are no anchors, groups that capture or back references; `^` and `$` are plain characters.
 * Characters are Unicode code points; `.` is any but line feed and carriage return.
 */
export class IRegexp {
  #machine;

  /** @param {StateMachine} machine */
  constructor(machine) {
    this.#machine = machine;
  }

  /**
   * Reads a pattern.
   *
   * @param {string} pattern
   * @throws {import('./i-regexp-syntax-exception.js').IRegexpSyntaxException} when it isn't one or
   *   is too large
   */
  static parse(pattern) {
    return new IRegexp(new StateMachine(new IRegexpParser(pattern).parse(), pattern));
  }

  /** Whether the whole text fits. @param {string} text */
  matches(text) {
    return this.#machine.run(text).matched;
  }

  /** The most states that can be visited to decide a text. @param {string} text */
  mostSteps(text) {
    return this.#machine.size * text.length;
  }

  /** How many states are visited to decide a text. @param {string} text */
  steps(text) {
    return this.#machine.run(text).steps;
  }
}
