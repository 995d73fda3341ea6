import { createHash } from "node:crypto";
import { parseMultipart, MultipartError } from "../http/multipart.mjs";
import { validated } from "../http/validation.mjs";
import { annotationFault } from "./annotations.mjs";
import { LIMITS } from "./limits.mjs";
import { invalidScript, scriptTooLarge } from "./worker-errors.mjs";

/**
 * @typedef {{ name: string, type: string, data: Buffer, sha256: string }} UploadedModule
 * @typedef {{ metadata: any, modules: UploadedModule[] }} Upload
 */

/** Content types of modules and what workerd makes of them; a source map is accepted and not run. */
export const MODULE_TYPES = Object.freeze({
  "application/javascript+module": "ESModule",
  "text/javascript+module": "ESModule",
  "application/javascript": "CommonJS",
  "text/javascript": "CommonJS",
  "application/wasm": "CompiledWasm",
  "text/plain": "Text",
  "application/octet-stream": "Data",
  "application/source-map": undefined,
});

/**
 * Reads a script upload: a part `metadata` and one part a module, whose name is its path.
 *
 * @param {import("../http/api-request.mjs").ApiRequest} request
 * @param {"ScriptMetadata" | "VersionMetadata"} schema
 * @returns {Upload}
 */
export function parseUpload(request, schema) {
  const parts = multipart(request);
  const metadataPart = parts.find((part) => part.name === "metadata");
  if (!metadataPart) throw invalidScript("The upload has no part 'metadata'.");
  const metadata = validated(schema, parsed(metadataPart.data, "metadata"), { code: 10021 });
  const modules = parts.filter((part) => part !== metadataPart).map((part) => module(part));
  checkModules(modules, metadata);
  return { metadata, modules };
}

/**
 * The part `settings` of a settings change. A binding given by name and type alone means the one there is, as
 * wrangler 4.86.0 sends what it doesn't change.
 *
 * @param {import("../http/api-request.mjs").ApiRequest} request
 * @param {import("./model.mjs").Binding[]} present
 * @returns {any}
 */
export function parseSettings(request, present) {
  const part = multipart(request).find((candidate) => candidate.name === "settings");
  if (!part) throw invalidScript("The request has no part 'settings'.");
  const settings = parsed(part.data, "settings");
  const known = new Set(present.map(({ type, name }) => `${type}:${name}`));
  if (Array.isArray(settings?.bindings)) {
    settings.bindings = settings.bindings.map((/** @type {any} */ binding) =>
      Object.keys(binding ?? {}).length === 2 && known.has(`${binding.type}:${binding.name}`)
        ? { name: binding.name, type: "inherit" }
        : binding,
    );
  }
  return validated("ScriptMetadata", settings, { code: 10021 });
}

/** @param {import("../http/api-request.mjs").ApiRequest} request */
function multipart(request) {
  try {
    return parseMultipart(request.body, request.headers["content-type"]);
  } catch (error) {
    if (error instanceof MultipartError) throw invalidScript(error.message);
    throw error;
  }
}

/** @param {Buffer} data @param {string} part */
function parsed(data, part) {
  try {
    return JSON.parse(data.toString("utf8"));
  } catch {
    throw invalidScript(`The part '${part}' is not valid JSON.`);
  }
}

/** @param {import("../http/multipart.mjs").Part} part @returns {UploadedModule} */
function module(part) {
  const name = part.filename ?? part.name ?? "";
  if (
    !name ||
    name.startsWith("/") ||
    /\\|\0/.test(name) ||
    name.split("/").some((step) => step === "" || step === "." || step === "..")
  ) {
    throw invalidScript(`Module name '${name}' is not a path inside the upload.`);
  }
  const type = part.type ?? "";
  if (!Object.hasOwn(MODULE_TYPES, type))
    throw invalidScript(`Module "${name}" has the unsupported content type '${type}'.`);
  return { name, type, data: Buffer.from(part.data), sha256: createHash("sha256").update(part.data).digest("hex") };
}

/** @param {UploadedModule[]} modules @param {any} metadata */
function checkModules(modules, metadata) {
  for (const key of ["assets", "migrations"])
    if (metadata[key] !== undefined) throw invalidScript(`'${key}' can't run on this computer. Deploy to Cloudflare.`);
  const fault = annotationFault(metadata.annotations);
  if (fault !== undefined) throw invalidScript(fault);
  if (metadata.body_part !== undefined || metadata.main_module === undefined) {
    throw invalidScript("metadata must name main_module; scripts in service-worker syntax are not run here.");
  }
  const names = new Set(modules.map((candidate) => candidate.name));
  if (names.size < modules.length) throw invalidScript("Two modules of the upload have the same name.");
  if (!names.has(metadata.main_module)) throw invalidScript(`No such module "${metadata.main_module}".`);
  const size = modules.reduce((sum, candidate) => sum + candidate.data.length, 0);
  if (size > LIMITS.scriptBytes) throw scriptTooLarge(LIMITS.scriptBytes / 1024 / 1024);
  const today = new Date().toISOString().slice(0, 10);
  const date = metadata.compatibility_date ?? DEFAULT_DATE;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) throw invalidScript(`Invalid compatibility date "${date}".`);
  if (date > today) throw invalidScript(`Can't set compatibility date in the future: "${date}".`);
}

/** What a script without a date gets: https://developers.cloudflare.com/workers/configuration/compatibility-dates/ */
export const DEFAULT_DATE = "2021-11-02";
