import { timestamp } from "./identity.mjs";
import { checkCount, storedSecret } from "./bindings.mjs";
import { nameInUse, noName } from "./binding-errors.mjs";
import { deriveVersion } from "./versions.mjs";
import { latestNotDeployed, noVersions } from "./worker-errors.mjs";

/**
 * @typedef {import("./model.mjs").Version} Version
 * @typedef {{ script: import("./script.mjs").Script, vault: import("./secret-vault.mjs").SecretVault }} SecretContext
 * @typedef {Record<string, string | null>} SecretChanges texts by name; null removes
 */

/**
 * Changes secrets and deploys the version this makes. Secrets that are missing since a restart are restored in place
 * instead: putting them again makes no version.
 *
 * @param {SecretChanges} changes
 * @param {SecretContext} context
 */
export function changeSecrets(changes, context) {
  const { script } = context;
  const live = script.live();
  const latest = script.latest();
  if (restoreMissing(changes, context)) return;
  if (latest && !live.some((share) => share.version_id === latest.id)) throw latestNotDeployed();
  const version = addSecretsVersion(changes, context, { "workers/triggered_by": "secret" });
  script.deploy([{ version_id: version.id, percentage: 100 }], { "workers/triggered_by": "secret" });
  script.modified_on = timestamp();
}

/**
 * Adds a version with changed secrets without deploying it.
 *
 * @param {SecretChanges} changes
 * @param {SecretContext} context
 * @param {Record<string, string>} annotations
 * @returns {Version}
 */
export function addSecretsVersion(changes, context, annotations) {
  const { script } = context;
  const latest = script.latest();
  if (!latest) throw noVersions();
  const bindings = latest.bindings.filter(
    (binding) => !Object.hasOwn(changes, binding.name) || binding.type !== "secret_text",
  );
  for (const [name, text] of Object.entries(changes)) {
    if (name === "") throw noName();
    if (bindings.some((binding) => binding.name === name)) throw nameInUse(name);
    if (text !== null) bindings.push(storedSecret(name, text, context));
  }
  checkCount(bindings);
  return deriveVersion(script, latest, { bindings }, annotations);
}

/**
 * @param {SecretChanges} changes
 * @param {SecretContext} context
 * @returns {boolean} whether every change was a restoration
 */
function restoreMissing(changes, { script, vault }) {
  const serving = [...script.liveVersions(), ...(script.latest() ? [/** @type {Version} */ (script.latest())] : [])];
  const lost = Object.entries(changes).flatMap(([name, text]) => {
    const generations = serving
      .flatMap((version) => version.bindings)
      .filter(
        (binding) =>
          binding.name === name && binding.type === "secret_text" && vault.text(binding["generation"]) === undefined,
      )
      .map((binding) => String(binding["generation"]));
    return text !== null && generations.length > 0 ? [{ text, generations }] : [];
  });
  if (lost.length === 0 || lost.length < Object.keys(changes).length) return false;
  for (const { text, generations } of lost) for (const generation of generations) vault.restore(generation, text);
  return true;
}

/**
 * Names of the secrets whose text differs between two versions.
 *
 * @param {Version} one
 * @param {Version} other
 * @returns {string[]}
 */
export function differingSecrets(one, other) {
  const [left, right] = [generations(one), generations(other)];
  return [...new Set([...left.keys(), ...right.keys()])].filter((name) => left.get(name) !== right.get(name)).sort();
}

/** @param {Version} version */
function generations(version) {
  return new Map(
    version.bindings
      .filter(({ type }) => type === "secret_text")
      .map((binding) => [binding.name, binding["generation"]]),
  );
}
