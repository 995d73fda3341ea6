import { randomUUID } from "node:crypto";

/**
 * The texts of secrets, in memory only. A version names a text by its generation, which says nothing about it; after a
 * restart the generations are known and the texts are missing until they are put again.
 */
export class SecretVault {
  /** @type {Map<string, string>} */
  #texts = new Map();

  /**
   * @param {string} text
   * @param {string} [previous] generation the secret had: kept if the text is the same
   * @returns {string} generation
   */
  put(text, previous) {
    if (previous !== undefined && this.#texts.get(previous) === text) return previous;
    const generation = randomUUID();
    this.#texts.set(generation, text);
    return generation;
  }

  /** Gives a text to a generation that lost it in a restart. @param {string} generation @param {string} text */
  restore(generation, text) {
    this.#texts.set(generation, text);
  }

  /** @param {string} generation @returns {string | undefined} undefined: missing since a restart */
  text(generation) {
    return this.#texts.get(generation);
  }

  /** Names of the secrets a version lacks. @param {import("./model.mjs").Version} version @returns {string[]} */
  missing(version) {
    return version.bindings
      .filter((binding) => binding.type === "secret_text" && !this.#texts.has(binding["generation"]))
      .map((binding) => binding.name);
  }
}
