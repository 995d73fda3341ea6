/**
 * The platform's binding to Workers AI, as far as connectors use it.
 * https://developers.cloudflare.com/workers-ai/configuration/bindings/
 *
 * @typedef {object} WorkersAi
 * @property {(model: string, body: import('../value/json.js').JsonObject, options: { returnRawResponse:
 *   true, signal: AbortSignal }) => Promise<Response>} run
 */
export {};
