/**
 * Something about a document that its author can mend.
 *
 * @typedef {object} Problem
 * @property {ProblemCode} code stable, for programs: `UNKNOWN_RELATION`
 * @property {'error' | 'warning'} severity
 * @property {string} message what happened, with the names involved, then what to do
 * @property {Path} path where: member names and positions from the top of the document
 *
 * @typedef {(string | number)[]} Path
 * @typedef {keyof typeof SEVERITIES} ProblemCode
 */

/** What can be wrong with a document that is JSON; the codes are those of both hosts. */
export const SEVERITIES = /** @type {const} */ ({
  NOT_A_RECIPE: 'error',
  NAME_MISSING: 'error',
  NAME_INVALID: 'error',
  FLOW_MISSING: 'error',
  TRIPLET_MALFORMED: 'error',
  NODE_NAME_INVALID: 'error',
  UNKNOWN_RELATION: 'error',
  UNKNOWN_KEY: 'warning',
  WRONG_TYPE: 'error',
  OUT_OF_RANGE: 'error',
  CONFIG_WITHOUT_NODE: 'warning',
  TRIGGER_UNKNOWN: 'error',
  CRON_INVALID: 'error',
  TIMEZONE_UNKNOWN: 'error',
  PLACEHOLDER: 'warning',
  NODE_WITHOUT_ID: 'error',
  EDGE_WITHOUT_NODE: 'error',
});
