/**
 * Where a list of runs goes on: after the run that started then and has that id.
 *
 * @typedef {object} Cursor
 * @property {number} startedAtMs
 * @property {string} runId
 */

/** A text for callers, who make nothing of it. @param {Cursor} cursor */
export function cursorText({ startedAtMs, runId }) {
  return btoa(`${startedAtMs} ${runId}`)
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

/**
 * Undefined where the text is no cursor.
 *
 * @param {string} text
 * @returns {Cursor | undefined}
 */
export function readCursor(text) {
  if (!/^[A-Za-z0-9_-]{1,300}$/.test(text)) {
    return undefined;
  }
  try {
    const plain = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
    const found = /^(\d{1,15}) ([A-Za-z0-9_-]{1,100})$/.exec(plain);
    return found ? { startedAtMs: Number(found[1]), runId: found[2] } : undefined;
  } catch {
    return undefined;
  }
}
