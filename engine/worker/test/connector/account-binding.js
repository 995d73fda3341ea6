import { get, isObject } from '../../src/value/json.js';

/**
 * What stands behind the binding in an account: the same service as behind its REST API. It unwraps
 * results, and tells of errors in the binding's own form.
 * https://developers.cloudflare.com/workers-ai/platform/errors/
 *
 * @param {import('../../src/value/json.js').JsonObject} account `{id, token}`
 * @returns {import('../../src/connector/workers-ai.js').WorkersAi}
 */
export function accountBinding({ id, token }) {
  return {
    async run(model, body, { signal }) {
      const url = `https://api.cloudflare.com/client/v4/accounts/${id}/ai/run/${model}`;
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        body: JSON.stringify(body),
        signal,
      });
      const json = await response.json();
      const { status } = response;
      if (response.ok) {
        return Response.json(isObject(json) ? get(json, 'result') : json, { status });
      }
      const [{ code, message }] = /** @type {any} */ (json).errors;
      return Response.json({ internalCode: code, name: 'AiError', description: message }, { status });
    },
  };
}
