/**
 * What runs need of the Worker they are in, ordinary and durable ones.
 *
 * @typedef {object} RunHost
 * @property {import('../part/components.js').Components} components
 * @property {import('../run/part-caller.js').PartCaller} caller
 * @property {import('../run/recipe-source.js').RecipeSource} recipes
 * @property {(source: string) => import('../recipe/recipe.js').Recipe} recipeOf reads a recipe's
 *   text, that of `RunRequest.source`
 * @property {(work: Promise<unknown>) => void} keepAlive `ctx.waitUntil`
 * @property {import('../history/database.js').Database} database
 * @property {import('../history/history.js').History} history
 * @property {Workflow | undefined} workflows the binding whose class extends `DurableWorkflow`;
 *   without one, no run can wait for long
 * @property {(source: string) => Promise<void>} recall makes sure that the credentials a recipe names
 *   are hidden in whatever its run gives, also those that an earlier life of it used
 * @property {(bug: unknown, where: string) => void} noteBug logs a bug, without what it quotes
 * @property {() => number} clock milliseconds since 1970 UTC
 */
export {};
