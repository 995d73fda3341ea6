/**
 * Where recipes called by other recipes come from.
 *
 * @typedef {object} RecipeSource
 * @property {(name: string) => Promise<Found | undefined>} find the recipe of that name with its text
 *
 * @typedef {object} Found
 * @property {import('../recipe/recipe.js').Recipe} recipe
 * @property {string} source
 * @property {string[]} [allowedHosts] hosts that it may reach, whoever calls it
 * @property {boolean} [record] false: nothing is kept of its runs but counts, whoever calls it
 */

/** No other recipes. @type {RecipeSource} */
export const NONE = { find: async () => undefined };
