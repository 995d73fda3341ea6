/**
 * What the host does for a run.
 *
 * - {@link CallPart}, {@link CallRecipe}
 * - `start_timer`: waits, before another attempt or as a result asked, then says `timer_fired`
 * - `traced`: for those who watch: an entry of the trace began, changed or ended
 * - `wait`: nothing can go on until a parked node is resumed or has slept long enough
 * - `finish`: the run is over. Nothing follows
 *
 * @typedef {CallPart
 *   | CallRecipe
 *   | StartTimer
 *   | { kind: 'traced', entry: import('./trace-entry.js').TraceEntry }
 *   | { kind: 'wait' }
 *   | { kind: 'finish', outcome: import('./outcome.js').Outcome }} Command
 */

/**
 * Calls a part.
 *
 * @typedef {object} CallPart
 * @property {'call_part'} kind
 * @property {import('./call-key.js').CallKey} key
 * @property {number} attempt from 1
 * @property {string} callId stable for run, node and iteration (`_call_id`)
 * @property {import('../part/component.js').Component} component
 * @property {import('../value/json.js').JsonObject} input what the part receives, credentials as
 *   placeholders
 * @property {Record<string, string>} credentials the part's credential key to the user's name for it
 * @property {number} timeoutMs
 */

/**
 * Runs another recipe and finishes the call with its result.
 *
 * @typedef {object} CallRecipe
 * @property {'call_recipe'} kind
 * @property {import('./call-key.js').CallKey} key
 * @property {number} attempt
 * @property {string} callId
 * @property {string} recipe
 * @property {import('../value/json.js').Json} input
 * @property {boolean} awaited false: the call succeeds at once with the new run's id
 * @property {number} timeoutMs
 */

/**
 * @typedef {object} StartTimer
 * @property {'start_timer'} kind
 * @property {import('./call-key.js').CallKey} key
 * @property {number} attempt
 * @property {number} delayMs
 */
export {};
