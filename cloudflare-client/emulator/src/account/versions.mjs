import { createHash, randomUUID } from "node:crypto";
import { timestamp } from "./identity.mjs";
import { resolveBindings } from "./bindings.mjs";
import { DEFAULT_DATE } from "./upload.mjs";
import { invalidScript, noHandlers } from "./worker-errors.mjs";

/**
 * @typedef {import("./model.mjs").Version} Version
 * @typedef {import("./bindings.mjs").BindingContext} BindingContext
 *
 * @typedef {{ error: string } | { handlers: string[], named_handlers: Version["named_handlers"], startup_time_ms: number }} Probed
 *
 * @typedef {object} VersionTools
 * @property {(candidate: Version) => Promise<Probed>} probe starts the script in a runtime of its own
 * @property {import("../storage/blobs.mjs").Blobs} blobs
 */

/**
 * Makes a version of an upload and adds it to its script; nothing is added if workerd refuses the script.
 *
 * @param {import("./upload.mjs").Upload} upload
 * @param {{ strictInherit: boolean, triggeredBy: string }} how
 * @param {BindingContext} context
 * @param {VersionTools} tools
 * @returns {Promise<Version>}
 */
export async function addVersion({ metadata, modules }, { strictInherit, triggeredBy }, context, { probe, blobs }) {
  const { script } = context;
  const bindings = resolveBindings(metadata, { strictInherit }, context);
  /** @type {Version} */
  const candidate = {
    id: randomUUID(),
    number: script.nextNumber(),
    created_on: timestamp(),
    main_module: metadata.main_module,
    modules: modules.map(({ name, type, sha256, data }) => ({ name, type, sha256, size: data.length })),
    compatibility_date: metadata.compatibility_date ?? DEFAULT_DATE,
    compatibility_flags: metadata.compatibility_flags ?? [],
    limits: metadata.limits ?? {},
    bindings,
    annotations: { "workers/triggered_by": triggeredBy, ...metadata.annotations },
    handlers: [],
    named_handlers: [],
    startup_time_ms: 0,
    etag: etag(modules),
    has_preview: script.subdomain.previews_enabled,
  };
  /** @type {string[]} */
  const fresh = [];
  /** @type {Extract<Probed, { handlers: string[] }>} */
  let probed;
  try {
    for (const { sha256, data } of modules) if (blobs.put(sha256, data)) fresh.push(sha256);
    probed = started(await probe(candidate));
  } catch (error) {
    for (const sha256 of fresh) blobs.remove(sha256);
    throw error;
  }
  const version = { ...candidate, ...probed };
  script.add(version);
  return version;
}

/** @param {Probed} probed */
function started(probed) {
  if ("error" in probed) throw invalidScript(probed.error);
  if (probed.handlers.length === 0 && probed.named_handlers.length === 0) throw noHandlers();
  return probed;
}

/**
 * Adds a version with the same modules as the latest one and other bindings.
 *
 * @param {import("./script.mjs").Script} script
 * @param {Version} base
 * @param {Partial<Version>} changes
 * @param {Record<string, string>} annotations
 * @returns {Version}
 */
export function deriveVersion(script, base, changes, annotations) {
  const version = {
    ...base,
    ...changes,
    id: randomUUID(),
    number: script.nextNumber(),
    created_on: timestamp(),
    annotations,
  };
  script.add(version);
  return version;
}

/** @param {{ name: string, type: string, sha256: string }[]} modules */
function etag(modules) {
  const hash = createHash("sha256");
  for (const { name, type, sha256 } of modules) hash.update(`${name}\0${type}\0${sha256}\n`);
  return hash.digest("hex");
}
