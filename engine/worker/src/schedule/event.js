/**
 * Something that happened to a run. All a run does follows from its events in their order. `atMs` is
 * when, in milliseconds since 1970 UTC; it never goes back.
 *
 * - `started`: the first event of every run
 * - `call_finished`: a command `call_part` or `call_recipe` came to its end
 * - `timer_fired`: the wait of a `start_timer` is over
 * - `resumed`: a parked node receives its result
 * - `cancelled`: nothing new starts and the run ends as cancelled, once
 *
 * @typedef {{ kind: 'started', atMs: number }
 *   | { kind: 'call_finished', atMs: number, key: CallKey, attempt: number, result: Json }
 *   | { kind: 'timer_fired', atMs: number, key: CallKey, attempt: number }
 *   | { kind: 'resumed', atMs: number, taskId: string, result: Json }
 *   | { kind: 'cancelled', atMs: number }} Event
 *
 * @typedef {import('./call-key.js').CallKey} CallKey
 * @typedef {import('../value/json.js').Json} Json
 */
export {};
