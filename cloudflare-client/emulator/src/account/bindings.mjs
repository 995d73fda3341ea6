import { isHexId } from "./identity.mjs";
import { LIMITS } from "./limits.mjs";
import { invalidScript } from "./worker-errors.mjs";
import * as refuse from "./binding-errors.mjs";

/**
 * @typedef {import("./model.mjs").Binding} Binding
 * @typedef {import("./model.mjs").Version} Version
 *
 * @typedef {object} BindingContext
 * @property {import("./account.mjs").Account} account
 * @property {import("./secret-vault.mjs").SecretVault} vault
 * @property {import("./script.mjs").Script} script
 * @property {boolean} ai whether answers for models are configured
 */

const RUNNABLE = new Set([
  "plain_text",
  "json",
  "secret_text",
  "kv_namespace",
  "r2_bucket",
  "d1",
  "service",
  "version_metadata",
  "workflow",
  "ai",
]);

/**
 * What stays when an upload doesn't say what to keep: `wrangler deploy` (4.86.0) says nothing and secrets outlive it.
 * https://developers.cloudflare.com/workers/configuration/secrets/
 */
const KEPT_UNASKED = ["secret_text", "secret_key"];

/**
 * The bindings of a new version: those of the upload, those it inherits by name, those it keeps by type.
 *
 * @param {{ bindings?: Binding[], keep_bindings?: string[] }} metadata
 * @param {{ strictInherit: boolean }} options
 * @param {BindingContext} context
 * @returns {Binding[]} secrets by generation
 */
export function resolveBindings(metadata, { strictInherit }, context) {
  const previous = context.script.latest();
  const named = new Set();
  /** @type {Binding[]} */
  const resolved = [];
  for (const binding of metadata.bindings ?? []) {
    if (!binding.name) throw refuse.noName();
    if (named.has(binding.name)) throw refuse.nameInUse(binding.name);
    named.add(binding.name);
    if (binding.type === "inherit") {
      const inherited = inherit(binding, context);
      if (inherited) resolved.push(inherited);
      else if (strictInherit) throw refuse.nothingToInherit(binding.name);
    } else {
      resolved.push(stored(binding, context));
    }
  }
  const kept = new Set(metadata.keep_bindings ?? KEPT_UNASKED);
  resolved.push(...(previous?.bindings ?? []).filter(({ type, name }) => kept.has(type) && !named.has(name)));
  checkCount(resolved);
  return resolved;
}

/** @param {Binding} binding @param {BindingContext} context @returns {Binding | undefined} */
function inherit(binding, { script }) {
  const source = binding["version_id"] === undefined ? script.latest() : script.version(binding["version_id"]);
  const found = source?.bindings.find((candidate) => candidate.name === (binding["old_name"] ?? binding.name));
  return found && { ...found, name: binding.name };
}

/** @param {Binding} binding @param {BindingContext} context @returns {Binding} */
function stored(binding, context) {
  checkTarget(binding, context);
  if (binding.type === "secret_text") return storedSecret(binding.name, binding["text"], context);
  if (binding.type === "plain_text") checkText(binding.name, binding["text"]);
  if (binding.type === "json") checkText(binding.name, JSON.stringify(binding["json"]));
  return binding;
}

/**
 * A secret as a version holds it; the same text as in the latest version keeps its generation.
 *
 * @param {string} name
 * @param {string} text
 * @param {Pick<BindingContext, "vault" | "script">} context
 * @returns {Binding}
 */
export function storedSecret(name, text, { vault, script }) {
  checkText(name, text);
  const previous = script.latest()?.bindings.find((binding) => binding.name === name && binding.type === "secret_text");
  return { type: "secret_text", name, generation: vault.put(text, previous?.["generation"]) };
}

/** @param {Binding} binding @param {BindingContext} context */
function checkTarget({ type, name, ...more }, { account, script, ai }) {
  if (!RUNNABLE.has(type)) throw refuse.notEmulated(name, type);
  switch (type) {
    case "kv_namespace":
      if (!isHexId(more["namespace_id"])) throw refuse.invalidNamespaceId(more["namespace_id"]);
      if (!account.namespaces.has(more["namespace_id"])) throw refuse.namespaceNotFound(more["namespace_id"]);
      break;
    case "r2_bucket":
      if (account.buckets.get(more["bucket_name"])?.jurisdiction !== (more["jurisdiction"] ?? "default"))
        throw refuse.bucketNotFound(more["bucket_name"]);
      break;
    case "d1":
      if (!account.databases.has(databaseOf(more))) throw refuse.databaseNotFound(databaseOf(more));
      break;
    case "service":
      if (more["service"] !== script.name && !account.scripts.has(more["service"])) {
        throw refuse.serviceNotFound(name, more["service"]);
      }
      break;
    case "workflow":
      if (!/^[a-zA-Z0-9_][a-zA-Z0-9-_]{0,63}$/.test(more["workflow_name"])) {
        throw invalidScript(`Workflow name '${more["workflow_name"]}' of binding '${name}' is not valid.`);
      }
      break;
    case "ai":
      if (!ai) throw refuse.noAi(name);
      break;
  }
}

/**
 * The database of a `d1` binding under its new or its old name.
 *
 * @param {Record<string, any>} binding
 * @returns {string}
 */
export function databaseOf(binding) {
  return binding["database_id"] ?? binding["id"];
}

/** @param {string} name @param {string} text */
function checkText(name, text) {
  const size = Buffer.byteLength(text);
  if (size > LIMITS.textBytes) throw refuse.textTooLarge(name, size, LIMITS.textBytes);
}

/** @param {Binding[]} bindings */
export function checkCount(bindings) {
  const count = bindings.filter(
    ({ type }) => type === "plain_text" || type === "secret_text" || type === "json",
  ).length;
  if (count > LIMITS.textBindings) throw refuse.tooManyTexts(count, LIMITS.textBindings);
}

/**
 * A binding as the API shows it: a secret without anything about its text.
 *
 * @param {Binding} binding
 * @returns {Binding}
 */
export function shownBinding(binding) {
  return binding.type === "secret_text" ? { name: binding.name, type: binding.type } : binding;
}
