import { DEFAULT_TIMEOUT_MS } from '../recipe/node-run.js';
import { Fields } from './fields.js';

const KEYS = ['timeout_ms', 'retry', 'optional', 'concurrency', 'each'];
const RETRY_KEYS = ['attempts', 'delay_ms', 'factor', 'on'];
const LONGEST_MS = 600_000;
const MOST_ATTEMPTS = 100;
const MOST_AT_ONCE = 1_000;

/**
 * The `run:` block of a node. RECIPE.md, section 5.
 *
 * @param {import('../value/json.js').JsonObject} block
 * @param {import('./problem.js').Path} path
 * @param {string} node
 * @param {import('./findings.js').Findings} findings
 * @returns {import('../recipe/node-run.js').NodeRun}
 */
export function readRun(block, path, node, findings) {
  const fields = new Fields(block, path, `${node}.run`, findings);
  fields.checkKeys(KEYS);
  return {
    timeoutMs: fields.whole('timeout_ms', 1, LONGEST_MS, DEFAULT_TIMEOUT_MS),
    retry: retry(),
    optional: fields.truth('optional', false),
    concurrency: fields.whole('concurrency', 1, MOST_AT_ONCE, 1),
    each: fields.text('each'),
  };

  function retry() {
    const written = fields.mapping('retry');
    if (!written) {
      return undefined;
    }
    const inner = new Fields(written, [...path, 'retry'], `${node}.run.retry`, findings);
    inner.checkKeys(RETRY_KEYS);
    return {
      attempts: inner.whole('attempts', 1, MOST_ATTEMPTS, 1),
      delayMs: inner.whole('delay_ms', 0, LONGEST_MS, 0),
      factor: inner.number('factor', 1, 100, 1),
      on: inner.texts('on'),
    };
  }
}
