import { randomHex } from '../value/digest.js';

const MOST_FRAMES = 12;

/**
 * Logs a bug under an id that its caller may be told: kind and place. Not its message, which may
 * quote what was worked on.
 *
 * @param {unknown} bug
 * @param {string} where
 * @returns {string} the id
 */
export function noteBug(bug, where) {
  const id = randomHex(8);
  const name = bug instanceof Error ? bug.name : typeof bug;
  const frames = (bug instanceof Error ? (bug.stack ?? '') : '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => /^at [\w.<>#$ [\]]*\(?[\w./:-]+:\d+:\d+\)?$/.test(line))
    .slice(0, MOST_FRAMES);
  console.error(JSON.stringify({ event: 'bug', id, where, name, frames }));
  return id;
}
