import { encodeUtf8 } from '../value/utf8.js';

/**
 * The id of a node's execution (`_call_id`), for services that know repeated calls by one. The same
 * for every attempt: `run:node` or, in loops, `run:node:2.0`; all but ASCII letters, digits, `-` and
 * `_` of the node's name percent-encoded.
 *
 * @param {string} runId
 * @param {import('./call-key.js').CallKey} key
 */
export function callId(runId, { node, iteration }) {
  const id = `${runId}:${encoded(node)}`;
  return iteration.length === 0 ? id : `${id}:${iteration.join('.')}`;
}

/** @param {string} name */
function encoded(name) {
  let text = '';
  for (const byte of encodeUtf8(name)) {
    const character = String.fromCharCode(byte);
    text += /[A-Za-z0-9_-]/.test(character)
      ? character
      : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  }
  return text;
}
