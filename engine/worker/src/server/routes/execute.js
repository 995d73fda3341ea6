import { get } from '../../value/json.js';
import { answer } from '../../http/answer.js';
import { deployedRecipe, requireInput } from '../recipes.js';
import { runAnswer } from '../run-answer.js';
import { findingJson, readSent, sentDocument, sentHosts, sentInput } from '../sent-recipe.js';
import { checkDocument } from '../../validate/deployable.js';
import { compact } from '../../value/json-writer.js';

/**
 * @typedef {import('../incoming.js').Incoming} Incoming
 * @typedef {import('../route.js').Route} Route
 * @typedef {import('../../value/json.js').JsonObject} JsonObject
 */

const RUNS = [
  { status: 200, text: 'The run succeeded', schema: 'RunResult' },
  { status: 202, text: 'The run waits, or goes on in the background', schema: 'RunAccepted' },
];

/** @type {Route} */
export const execute = {
  method: 'POST',
  path: '/execute',
  access: 'manage',
  id: 'execute',
  summary: 'Runs a recipe without deploying it, or a deployed one by its name',
  body: 'SentRun',
  answers: RUNS,
  errors: [404, 409, 422],
  handle: async (incoming) => runAnswer(await executed(incoming)),
};

/** As Arcrun's clients know it: the answer has a version and a time. @type {Route} */
export const cypherExecute = {
  method: 'POST',
  path: '/cypher/execute',
  access: 'manage',
  id: 'cypherExecute',
  summary: 'Runs triplets without deploying them',
  body: 'SentRun',
  answers: RUNS,
  errors: [404, 409, 422],
  async handle(incoming) {
    const timestamp = new Date(incoming.executor.clock()).toISOString();
    const stamp = timestamp.slice(0, 19).replace(/[-:]/g, '').replace('T', '-');
    const standing = await executed(incoming);
    return runAnswer(standing, { version: `execute-v1-${stamp}`, timestamp });
  },
};

/** @type {Route} */
export const validate = {
  method: 'POST',
  path: '/validate',
  access: 'manage',
  id: 'validate',
  summary: 'Says what is wrong with a recipe',
  body: 'SentRecipe',
  answers: [{ status: 200, text: 'What was found', schema: 'Validation' }],
  errors: [],
  async handle(incoming) {
    const document = sentDocument(await incoming.object());
    const { recipe, findings } = checkDocument(document, incoming.executor.components);
    const errors = findings.filter(({ severity }) => severity === 'error');
    return answer({
      success: true,
      valid: errors.length === 0,
      errors: errors.map(({ message }) => message),
      problems: findings.map(findingJson),
      nodeCount: recipe.nodes.size,
      edgeCount: recipe.edges.length,
    });
  },
};

/** @param {Incoming} incoming */
async function executed(incoming) {
  const { executor } = incoming;
  const body = await incoming.object();
  const input = sentInput(body);
  const isAsync = incoming.query('async') === '1';
  const name = get(body, 'recipe');
  if (typeof name === 'string') {
    const { recipe, source, record } = await deployedRecipe(executor, name);
    requireInput(recipe, input);
    const allowedHosts = record.allowedHosts;
    return executor.run(
      { recipe, source, input, triggeredBy: 'api', allowedHosts },
      { record: record.record, isAsync },
    );
  }
  const document = sentDocument(body);
  const { recipe } = readSent(document, executor.components);
  requireInput(recipe, input);
  const allowedHosts = sentHosts(body, recipe, executor.components);
  return executor.run(
    { recipe, source: compact(document), input, triggeredBy: 'api', allowedHosts },
    { record: true, isAsync },
  );
}
