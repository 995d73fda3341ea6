import { readDocument } from '../document/document-reader.js';
import { isRecipe } from '../recipe/names.js';
import { compact } from '../value/json-writer.js';
import { readMetadata, readRecord, recordJson, recordMetadata } from './recipe-record.js';

/**
 * @typedef {import('../value/json.js').JsonObject} JsonObject
 * @typedef {import('./recipe-record.js').RecipeRecord} RecipeRecord
 */

/**
 * A deployed recipe, read.
 *
 * @typedef {object} DeployedRecipe
 * @property {RecipeRecord} record
 * @property {import('../recipe/recipe.js').Recipe} recipe
 * @property {string} source the document as JSON text
 *
 * @typedef {{ name: string, metadata: JsonObject }} Listed
 */

export const PREFIX = 'recipe:';

const MOST_KEYS = 1000;

/** The longest name whose key KV takes; 512 bytes with what stands before it. */
export const LONGEST_NAME = 512 - PREFIX.length;

/** The deployed recipes in KV. What was written is seen everywhere after a minute at the latest. */
export class RecipeStore {
  #kv;

  /** @param {KVNamespace} kv */
  constructor(kv) {
    this.#kv = kv;
  }

  /**
   * The recipe of that name; undefined where there is none.
   *
   * @param {string} name
   * @returns {Promise<DeployedRecipe | undefined>}
   * @throws {import('./recipe-record.js').RecordException} when its record can't be used
   */
  async find(name) {
    const isThere = isRecipe(name) && name.length <= LONGEST_NAME;
    const text = isThere ? await this.#kv.get(PREFIX + name) : null;
    if (text === null) {
      return undefined;
    }
    const record = readRecord(name, text);
    const { recipe } = readDocument(record.document);
    return { record, recipe, source: compact(record.document) };
  }

  /**
   * @param {RecipeRecord} record
   * @param {import('../recipe/recipe.js').Recipe} recipe
   */
  async put(record, recipe) {
    await this.#kv.put(PREFIX + record.name, compact(recordJson(record)), {
      metadata: recordMetadata(record, recipe),
    });
  }

  /** @param {string} name */
  async delete(name) {
    await this.#kv.delete(PREFIX + name);
  }

  /** All names with their metadata, in alphabetical order. @returns {Promise<Listed[]>} */
  async list() {
    /** @type {Listed[]} */
    const found = [];
    /** @type {string | undefined} */
    let cursor;
    do {
      const page = await this.#kv.list({ prefix: PREFIX, limit: MOST_KEYS, cursor });
      for (const { name, metadata } of page.keys) {
        found.push({ name: name.slice(PREFIX.length), metadata: readMetadata(metadata) });
      }
      cursor = page.list_complete ? undefined : page.cursor;
    } while (cursor !== undefined);
    return found;
  }
}
