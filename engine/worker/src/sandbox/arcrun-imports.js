import { encodeUtf8 } from '../value/utf8.js';
import { answerOp } from './arcrun-ops.js';
import { unsigned } from './checked-memory.js';

/** @typedef {import('./host-import.js').HostImport} HostImport */

const UNKNOWN = -1;

/**
 * Our own host module: `call(request, length)` gives a handle, `size` the length of its answer,
 * `read(handle, at, room)` the next bytes of it, `drop` frees it. An unknown handle gives -1.
 * Requests and answers: `arcrun-ops.js`.
 *
 * @type {HostImport[]}
 */
export const ARCRUN_IMPORTS = [
  {
    ...given('call', async (call, memory, [at, length]) => {
      const request = memory.readText(at, length);
      return call.answers.add(encodeUtf8(await answerOp(call, request)));
    }),
    waits: true,
  },
  given('size', (call, _memory, [handle]) => call.answers.size(handle) ?? UNKNOWN),
  given('read', (call, memory, [handle, at, room]) => {
    memory.require(at, room);
    const bytes = call.answers.read(handle, unsigned(room));
    if (!bytes) {
      return UNKNOWN;
    }
    memory.write(at, bytes);
    return bytes.length;
  }),
  given('drop', (call, _memory, [handle]) => (call.answers.drop(handle) ? 0 : UNKNOWN)),
];

/**
 * @param {string} name
 * @param {HostImport['body']} body
 * @returns {HostImport}
 */
function given(name, body) {
  return { module: 'arcrun', name, waits: false, body };
}
