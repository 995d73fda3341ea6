/**
 * What a run is told about itself.
 *
 * @typedef {object} RunContext
 * @property {string} runId
 * @property {import('../value/json.js').Json} input
 * @property {string} triggeredBy `manual`, `api`, `cron`, `webhook`, `subflow`
 * @property {string | undefined} scheduledAt ISO 8601 time of the schedule that started it
 * @property {string} nonce unguessable text that marks this run's credential placeholders, so that
 *   no input can forge one
 * @property {number} depth
 */
export {};
