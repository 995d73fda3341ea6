/**
 * What the routes work with.
 *
 * @typedef {object} Services
 * @property {import("./account/account.mjs").Account} account
 * @property {import("./account/secret-vault.mjs").SecretVault} vault
 * @property {import("./storage/blobs.mjs").Blobs} blobs
 * @property {import("./runtime/runtime.mjs").Runtime} runtime
 * @property {(version: import("./account/model.mjs").Version) => Promise<import("./account/versions.mjs").Probed>} probe
 * @property {boolean} ai whether answers for models are configured
 * @property {import("./tails/tails.mjs").Tails} tails
 * @property {import("./analytics/invocations.mjs").Invocations} invocations
 * @property {import("./d1/imports.mjs").Imports} imports
 * @property {() => string} api base URL of the API, without `/client/v4`
 */

export {};
