/**
 * What starts a deployed recipe besides an authenticated call.
 *
 * @typedef {Cron | Webhook} Trigger
 */

/**
 * A schedule of five cron fields.
 *
 * @typedef {object} Cron
 * @property {'cron'} kind
 * @property {string} expression
 * @property {string} timezone IANA name
 * @property {boolean} overlap whether a run may start while the one before is still going
 */

/**
 * A hook.
 *
 * @typedef {object} Webhook
 * @property {'webhook'} kind
 * @property {boolean} open true: reachable without an API key
 * @property {string | undefined} style signature style (`github`, `stripe`, …)
 * @property {string | undefined} secret name of the credential that signs
 */
export {};
