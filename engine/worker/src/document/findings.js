import { message } from './messages.js';
import { SEVERITIES } from './problem.js';

/**
 * @typedef {import('./problem.js').Path} Path
 * @typedef {import('./problem.js').Problem} Problem
 */

/** Collects the problems of one reading. */
export class Findings {
  /** @type {Problem[]} */
  problems = [];

  /**
   * @param {import('./problem.js').ProblemCode} code
   * @param {Path} path
   * @param {...(string | number)} values for the message
   */
  add(code, path, ...values) {
    this.problems.push({
      code,
      severity: SEVERITIES[code],
      message: message(code, ...values),
      path,
    });
  }
}
