/**
 * The facets of a part's contract that a run depends on. PART.md, contract.yaml.
 *
 * @typedef {object} Contract
 * @property {string} id canonical id
 * @property {'wasm' | 'connector' | 'trigger'} runtime what runs it
 * @property {import('../value/json.js').JsonObject} inputSchema JSON Schema 2020-12 of its parameters
 * @property {string[]} fromScope input properties filled from the scope when no parameter sets them
 * @property {string[]} verbatim input properties taken as written, without templates
 * @property {CredentialNeed[]} credentials what it needs to be let in somewhere
 * @property {boolean} failureInData an object with `success: false` in `data` is a failure
 * @property {boolean} storage has a small key-value store of its own
 * @property {boolean} network may call the network at all
 * @property {string[]} hosts network hosts it talks to; empty and `network`: those of its parameters
 */

/**
 * @typedef {object} CredentialNeed
 * @property {string} key
 * @property {string} label
 * @property {string | undefined} injectAs the input field that receives the value itself; without
 *   one, only requests get it
 * @property {boolean} optional
 */
export {};
