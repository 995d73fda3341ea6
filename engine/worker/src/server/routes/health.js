import { knownKey } from '../../access/access.js';
import { presentedKey } from '../../access/presented-key.js';
import { VERSION } from '../../platform/version.js';
import { answer } from '../../http/answer.js';
import { recipeStore } from '../recipes.js';

/**
 * Whether the executor is there. Who shows a key also gets the number of recipes: counting costs the
 * account a listing, of which strangers could make too many.
 *
 * @type {import('../route.js').Route}
 */
export const health = {
  method: 'GET',
  path: '/health',
  access: 'open',
  id: 'health',
  summary: 'Says whether the executor works, and what it has',
  answers: [{ status: 200, text: 'It works', schema: 'Health' }],
  errors: [],
  async handle({ executor, headers }) {
    const key =
      presentedKey(headers) === undefined
        ? undefined
        : await knownKey(headers, executor.env.ARCRUN_API_KEYS);
    return answer({
      ok: true,
      version: VERSION,
      parts: executor.catalog.all().length,
      ...(key ? { recipes: (await recipeStore(executor).list()).length } : {}),
    });
  },
};
