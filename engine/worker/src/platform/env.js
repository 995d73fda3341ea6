/**
 * What the Worker is bound to. README.md lists each.
 *
 * @typedef {object} Env
 * @property {KVNamespace} [ARCRUN_RECIPES] deployed recipes and public hooks
 * @property {KVNamespace} [ARCRUN_CREDENTIALS] sealed credentials
 * @property {D1Database} [ARCRUN_DB] runs, deliveries, parts' stores, tokens
 * @property {Ai} [AI] Workers AI
 * @property {Workflow} [ARCRUN_WORKFLOW] durable runs
 * @property {string} [ARCRUN_API_KEYS] secret: JSON list of `{name, hash, role}`
 * @property {string} [ARCRUN_ENCRYPTION_KEY] secret: base64 of 32 bytes
 * @property {string} [ARCRUN_ENCRYPTION_KEY_PREVIOUS] secret: the one before it, while records are
 *   sealed anew
 * @property {string} [ARCRUN_ACCOUNT_ID] the account's id, to which sealed records are bound
 * @property {string} [ARCRUN_WORKER_NAME] the Worker's name, likewise
 * @property {string} [ARCRUN_RETENTION_DAYS] how many days runs are kept; for ever without one
 */
export {};
