import { readDocument } from '../../src/document/document-reader.js';

/**
 * A recipe from its flow.
 *
 * @param {string[]} flow
 * @param {import('../../src/value/json.js').JsonObject} [more]
 */
export function recipe(flow, more = {}) {
  const { recipe: read, problems } = readDocument({ name: 'demo', flow, ...more });
  if (problems.some(({ code }) => code === 'TRIPLET_MALFORMED')) {
    throw new Error(JSON.stringify(problems));
  }
  return read;
}

/** The input, then each node after the one before. @param {...string} names */
export function chain(...names) {
  return recipe(names.map((name, i) => `${names[i - 1] ?? 'input'} >> ON_SUCCESS >> ${name}`));
}
