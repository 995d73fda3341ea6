import { RecordException } from '../deployed/recipe-record.js';
import { nearestNames } from '../template/names.js';
import { checkInput } from '../validate/input-schema.js';
import { HttpError } from '../http/http-error.js';

/**
 * @typedef {import('../deployed/recipe-store.js').DeployedRecipe} DeployedRecipe
 * @typedef {import('../deployed/recipe-store.js').RecipeStore} RecipeStore
 * @typedef {import('../host/executor.js').Executor} Executor
 */

const NEAREST = 3;

/**
 * The store of recipes.
 *
 * @param {Executor} executor
 * @returns {RecipeStore}
 * @throws {HttpError} 500 where the Worker has none
 */
export function recipeStore(executor) {
  if (!executor.recipes) {
    throw new HttpError(
      500,
      'NOT_CONFIGURED',
      'This executor is not bound to a store of recipes (ARCRUN_RECIPES).',
      'Deploy it again from the studio.',
    );
  }
  return executor.recipes;
}

/**
 * A deployed recipe.
 *
 * @param {Executor} executor
 * @param {string} name
 * @returns {Promise<DeployedRecipe>}
 * @throws {HttpError} 404 with the nearest names; 409 where its record is of another version; 500
 *   where it is damaged
 */
export async function deployedRecipe(executor, name) {
  const found = await readable(recipeStore(executor), name);
  if (found) {
    return found;
  }
  const known = (await recipeStore(executor).list()).map((each) => each.name);
  const nearest = nearestNames(name, known, NEAREST);
  throw new HttpError(
    404,
    'UNKNOWN_RECIPE',
    `There is no deployed recipe "${name}".`,
    nearest.length > 0
      ? `Did you mean ${nearest.join(' or ')}? A recipe just deployed may take a minute to be seen.`
      : 'Deploy it first; a recipe just deployed may take a minute to be seen.',
    { more: { nearest } },
  );
}

/**
 * The recipe of that name, if there is one.
 *
 * @param {RecipeStore} store
 * @param {string} name
 * @throws {HttpError}
 */
export async function readable(store, name) {
  try {
    return await store.find(name);
  } catch (e) {
    if (!(e instanceof RecordException)) {
      throw e;
    }
    const error = `The deployed recipe "${name}" can't be used: ${e.message}.`;
    if (e.kind === 'damaged') {
      throw new HttpError(500, 'RECIPE_DAMAGED', error, 'Deploy this recipe again.');
    }
    const hint =
      e.kind === 'newer'
        ? 'Deploy the executor again, with this release.'
        : 'Deploy this recipe again.';
    throw new HttpError(409, 'RECIPE_FORMAT', error, hint);
  }
}

/**
 * Checks a run's input against the recipe's `inputs`.
 *
 * @param {import('../recipe/recipe.js').Recipe} recipe
 * @param {import('../value/json.js').Json} input
 * @throws {HttpError} 400 with what doesn't fit
 */
export function requireInput(recipe, input) {
  const wrong = recipe.inputs ? checkInput(recipe.inputs, input) : [];
  if (wrong.length > 0) {
    throw new HttpError(
      400,
      'INPUT_INVALID',
      `The input doesn't fit the recipe "${recipe.name}": ${wrong.join('; ')}.`,
      'Send what its `inputs` asks for; GET /webhooks/named/<name>/definition shows it.',
      { more: { problems: wrong } },
    );
  }
}
