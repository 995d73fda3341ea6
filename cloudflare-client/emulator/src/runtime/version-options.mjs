import { supportedCompatibilityDate } from "miniflare";
import { databaseOf } from "../account/bindings.mjs";
import { MODULE_TYPES } from "../account/upload.mjs";

/**
 * @typedef {import("miniflare").WorkerOptions} WorkerOptions
 * @typedef {import("../account/model.mjs").Version} Version
 * @typedef {import("../account/model.mjs").Binding} Binding
 * @typedef {import("../account/script.mjs").Script} Script
 *
 * @typedef {object} VersionContext
 * @property {import("../account/account.mjs").Account} account
 * @property {import("../account/secret-vault.mjs").SecretVault} vault
 * @property {import("../storage/blobs.mjs").Blobs} blobs
 * @property {import("./names.mjs").Names} names
 * @property {object} outbound where `fetch` of a Worker may go, as miniflare's `outboundService`
 */

/**
 * One version of a script as a worker of miniflare.
 *
 * @param {Script} script
 * @param {Version} version
 * @param {VersionContext} context
 * @returns {WorkerOptions}
 */
export function versionOptions(script, version, context) {
  const { names } = context;
  return /** @type {WorkerOptions} */ ({
    name: names.version(script.name, version.id),
    modulesRoot: "/",
    modules: modulesOf(version, context.blobs),
    compatibilityDate: knownDate(version.compatibility_date),
    compatibilityFlags: version.compatibility_flags,
    tails: [{ name: names.tailSink, entrypoint: "Sink", props: { script: script.name, version: version.id } }],
    outboundService: context.outbound,
    ...bindingOptions(version, script, context),
  });
}

/** A compatibility date, or the newest the local workerd knows if that is earlier. @param {string} date */
export function knownDate(date) {
  return date < supportedCompatibilityDate ? date : supportedCompatibilityDate;
}

/**
 * The modules of a version, the main one first as miniflare wants it.
 *
 * @param {Version} version
 * @param {import("../storage/blobs.mjs").Blobs} blobs
 */
export function modulesOf(version, blobs) {
  const main = version.modules.filter(({ name }) => name === version.main_module);
  const others = version.modules.filter(({ name }) => name !== version.main_module);
  return [...main, ...others].flatMap(({ name, type, sha256 }) => {
    const kind = MODULE_TYPES[/** @type {keyof typeof MODULE_TYPES} */ (type)];
    if (kind === undefined) return [];
    const data = blobs.get(sha256);
    const text = kind === "ESModule" || kind === "CommonJS" || kind === "Text";
    return [{ type: kind, path: `/${name}`, contents: text ? data.toString("utf8") : data }];
  });
}

/** @param {Version} version @param {Script} script @param {VersionContext} context */
function bindingOptions(version, script, { account, vault, names }) {
  /** @type {Record<string, Record<string, any>>} */
  const options = {
    bindings: {},
    kvNamespaces: {},
    r2Buckets: {},
    d1Databases: {},
    serviceBindings: {},
    wrappedBindings: {},
  };
  /** @param {string} kind @param {string} name @param {unknown} value */
  const bind = (kind, name, value) => {
    Object.assign(options[kind] ?? {}, { [name]: value });
  };
  for (const binding of version.bindings) {
    const { type, name } = binding;
    if (type === "plain_text") bind("bindings", name, binding["text"]);
    else if (type === "json") bind("bindings", name, binding["json"]);
    else if (type === "secret_text") bind("bindings", name, vault.text(binding["generation"]));
    else if (type === "kv_namespace") bind("kvNamespaces", name, binding["namespace_id"]);
    else if (type === "r2_bucket") bind("r2Buckets", name, binding["bucket_name"]);
    else if (type === "d1") bind("d1Databases", name, databaseOf(binding));
    else if (type === "version_metadata") bind("bindings", name, versionMetadata(version));
    else if (type === "ai") bind("serviceBindings", name, { name: names.ai, entrypoint: "FakeAi" });
    else if (type === "workflow") bind("wrappedBindings", name, workflowTarget(binding, account, names));
    else if (type === "service")
      bind("serviceBindings", name, serviceTarget(binding, { script, version, account, vault, names }));
  }
  return options;
}

/** @param {Version} version */
function versionMetadata(version) {
  return { id: version.id, tag: version.annotations["workers/tag"] ?? "", timestamp: version.created_on };
}

/**
 * @param {Binding} binding
 * @param {import("../account/account.mjs").Account} account
 * @param {import("./names.mjs").Names} names
 */
function workflowTarget(binding, account, names) {
  return account.workflows.has(binding["workflow_name"])
    ? names.workflowBinding(binding["workflow_name"])
    : names.missingWorkflow;
}

/**
 * @param {Binding} binding
 * @param {Pick<VersionContext, "account" | "vault" | "names"> & { script: Script, version: Version }} context
 */
function serviceTarget(binding, { script, version, account, vault, names }) {
  const target = binding["service"] === script.name ? version : account.scripts.get(binding["service"])?.mainVersion();
  const entrypoint = binding["entrypoint"];
  if (!target || vault.missing(target).length > 0 || !hasEntrypoint(target, entrypoint)) return names.locked;
  return { name: names.version(binding["service"], target.id), ...(entrypoint && { entrypoint }) };
}

/**
 * Whether a version exports an entrypoint: workerd doesn't start at all when one that is named is missing.
 *
 * @param {Version} version
 * @param {string | undefined} name
 */
export function hasEntrypoint(version, name) {
  return name === undefined || name === "default" || version.named_handlers.some((handler) => handler.name === name);
}
