import { LONGEST_NAME } from '../../deployed/recipe-store.js';
import { isRecipe } from '../../recipe/names.js';
import { get, memberOf, textOf, withMember } from '../../value/json.js';
import { answer } from '../../http/answer.js';
import { HttpError } from '../../http/http-error.js';
import { hookAddresses, hookChange, hookOf, hooks } from '../recipe-hook.js';
import { deployedRecipe, recipeStore } from '../recipes.js';
import { findingJson, readSent, sentDocument, sentHosts } from '../sent-recipe.js';

/**
 * @typedef {import('../../deployed/recipe-record.js').RecipeRecord} RecipeRecord
 * @typedef {import('../../value/json.js').JsonObject} JsonObject
 * @typedef {import('../route.js').Route} Route
 */

/** @type {Route} */
export const deploy = {
  method: 'POST',
  path: '/webhooks/named',
  access: 'manage',
  id: 'deployRecipe',
  summary: 'Deploys one recipe, or replaces it',
  body: 'Deployment',
  answers: [
    {
      status: 201,
      text: 'It is deployed; all places see it after a minute',
      schema: 'Deployed',
    },
  ],
  errors: [409, 422],
  async handle(incoming) {
    const { executor, url } = incoming;
    const body = await incoming.object();
    const document = deployable(sentDocument(body));
    const { recipe, findings } = readSent(document, executor.components);
    const store = recipeStore(executor);
    const allowedHosts = sentHosts(body, recipe, executor.components);
    const rotate = get(body, 'rotate_hook') === true;
    const hook = await hookChange(executor, document, recipe.name, rotate);
    /** @type {RecipeRecord} */
    const record = {
      name: recipe.name,
      document,
      allowedHosts,
      hook: hook.hash,
      record: get(body, 'record') !== false,
      deployedAt: new Date(executor.clock()).toISOString(),
    };
    await hook.prepare();
    await store.put(record, recipe);
    await hook.finish();
    return answer(
      {
        success: true,
        ...summary(url, record.name, recipe.description ?? '', record.deployedAt),
        allowed_hosts: record.allowedHosts,
        ...(hook.token === undefined
          ? {}
          : { hook: hookAddresses(url, hook.token, record.name) }),
        public: hook.hash !== undefined,
        problems: findings.map(findingJson),
      },
      201,
    );
  },
};

/** @type {Route} */
export const list = {
  method: 'GET',
  path: '/webhooks/named',
  access: 'call',
  id: 'listRecipes',
  summary: 'Lists the deployed recipes',
  answers: [{ status: 200, text: 'All of them, by name', schema: 'RecipeList' }],
  errors: [],
  async handle({ executor, url }) {
    const workflows = (await recipeStore(executor).list()).map(({ name, metadata }) => ({
      ...summary(
        url,
        name,
        textOf(metadata, 'description') ?? '',
        textOf(metadata, 'deployed_at') ?? '',
      ),
      public: get(metadata, 'public') === true,
      schedules: get(metadata, 'schedules') ?? null,
    }));
    return answer({ success: true, workflows, total: workflows.length });
  },
};

/** @type {Route} */
export const definition = {
  method: 'GET',
  path: '/webhooks/named/:name/definition',
  access: 'manage',
  id: 'getRecipe',
  summary: 'Gives a deployed recipe as it was sent',
  answers: [{ status: 200, text: 'The recipe', schema: 'Definition' }],
  errors: [404, 409],
  async handle({ executor, params }) {
    const { record } = await deployedRecipe(executor, params.name);
    const { document } = record;
    return answer({
      success: true,
      name: record.name,
      description: textOf(document, 'description') ?? '',
      ...members(document, ['graph', 'flow']),
      config: get(document, 'config') ?? {},
      recipe: document,
      allowed_hosts: record.allowedHosts,
      public: record.hook !== undefined,
      record: record.record,
      created_at: record.deployedAt,
    });
  },
};

/** @type {Route} */
export const remove = {
  method: 'DELETE',
  path: '/webhooks/named/:name',
  access: 'manage',
  id: 'deleteRecipe',
  summary: 'Removes a deployed recipe and its public hook; its history stays',
  answers: [
    { status: 200, text: 'It is gone; all places see that after a minute', schema: 'Deleted' },
  ],
  errors: [404],
  async handle({ executor, params }) {
    const store = recipeStore(executor);
    const { name } = params;
    await requireStored(executor, name);
    const hash = await hookOf(executor, name);
    await store.delete(name);
    if (hash !== undefined) {
      await hooks(executor)?.delete(hash);
    }
    return answer({ success: true, deleted: true, name });
  },
};

/**
 * There is such a recipe, whether its record can be used or not.
 *
 * @param {import('../../host/executor.js').Executor} executor
 * @param {string} name
 * @throws {HttpError} 404
 */
async function requireStored(executor, name) {
  try {
    await deployedRecipe(executor, name);
  } catch (e) {
    if (!(e instanceof HttpError) || e.status === 404) {
      throw e;
    }
  }
}

/**
 * A document that has what a deployed recipe needs besides what every recipe needs.
 *
 * @param {JsonObject} document
 * @throws {HttpError} 422
 */
function deployable(document) {
  const name = (textOf(document, 'name') ?? '').trim();
  if (!isRecipe(name)) {
    throw incomplete(
      'NAME_INVALID',
      `\`${name}\` can't be a recipe's name.`,
      'Use the letters A-Z and a-z, digits, `_` and `-`.',
      'name',
    );
  }
  if (name.length > LONGEST_NAME) {
    throw incomplete(
      'NAME_TOO_LONG',
      `The recipe's name has ${name.length} characters.`,
      `Use ${LONGEST_NAME} at most.`,
      'name',
    );
  }
  if ((textOf(document, 'description') ?? '').trim() === '') {
    throw incomplete(
      'DESCRIPTION_MISSING',
      'The recipe has no description.',
      'Say in a sentence what it does: others choose by it.',
      'description',
    );
  }
  return withMember(document, 'name', name);
}

/**
 * @param {string} code
 * @param {string} error
 * @param {string} hint
 * @param {string} member
 */
function incomplete(code, error, hint, member) {
  const problems = [{ code, severity: 'error', message: `${error} ${hint}`, path: [member] }];
  return new HttpError(422, code, error, hint, { more: { problems } });
}

/**
 * @param {URL} url
 * @param {string} name
 * @param {string} description
 * @param {string} deployedAt
 */
function summary(url, name, description, deployedAt) {
  return {
    name,
    description,
    created_at: deployedAt,
    webhook_url: `${url.origin}/webhooks/named/${name}/trigger`,
  };
}

/**
 * @param {JsonObject} document
 * @param {string[]} names
 * @returns {JsonObject}
 */
function members(document, names) {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = memberOf(document, name);
      return value === undefined ? [] : [[name, value]];
    }),
  );
}
