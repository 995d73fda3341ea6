import { AUTHOR } from "./identity.mjs";
import { shownBinding } from "./bindings.mjs";

/**
 * How the API shows scripts, versions and deployments. Shapes: types of npm `cloudflare` 7.3.0 and recorded answers.
 *
 * @typedef {import("./script.mjs").Script} Script
 * @typedef {import("./model.mjs").Version} Version
 */

/** @param {Script} script */
export function shownScript(script) {
  const latest = script.latest();
  return {
    id: script.name,
    tag: script.tag,
    etag: latest?.etag,
    handlers: latest?.handlers,
    named_handlers: latest?.named_handlers,
    created_on: script.created_on,
    modified_on: script.modified_on,
    usage_model: "standard",
    compatibility_date: latest?.compatibility_date,
    compatibility_flags: latest?.compatibility_flags,
    has_assets: false,
    has_modules: true,
    last_deployed_from: "api",
    ...script.settings,
  };
}

/** The beta API's view of a script. @param {Script} script @param {string | null} subdomain of the account */
export function shownWorker(script, subdomain) {
  return {
    id: script.tag,
    name: script.name,
    created_on: script.created_on,
    updated_on: script.modified_on,
    deployed_on: script.deployments.at(-1)?.created_on ?? null,
    ...script.settings,
    references: { dispatch_namespace_outbounds: [], domains: [], durable_objects: [], queues: [], workers: [] },
    subdomain: {
      ...script.subdomain,
      url: `https://${script.name}.${subdomain}.workers.dev`,
      preview_url_suffix: `-${script.name}.${subdomain}.workers.dev`,
    },
  };
}

/** @param {Version} version */
export function shownVersion(version) {
  return {
    id: version.id,
    number: version.number,
    metadata: {
      author_id: AUTHOR.id,
      author_email: AUTHOR.email,
      created_on: version.created_on,
      modified_on: version.created_on,
      hasPreview: version.has_preview,
      source: "api",
    },
    annotations: version.annotations,
  };
}

/** A version with its resources. @param {Version} version */
export function shownVersionInFull(version) {
  return {
    ...shownVersion(version),
    resources: {
      bindings: version.bindings.map(shownBinding),
      script: {
        etag: version.etag,
        handlers: version.handlers,
        named_handlers: version.named_handlers,
        last_deployed_from: "api",
      },
      script_runtime: {
        compatibility_date: version.compatibility_date,
        compatibility_flags: version.compatibility_flags,
        usage_model: "standard",
        limits: version.limits,
      },
    },
    startup_time_ms: version.startup_time_ms,
  };
}

/** @param {import("./model.mjs").Deployment} deployment */
export function shownDeployment({ id, created_on, annotations, versions }) {
  return { id, source: "api", strategy: "percentage", author_email: AUTHOR.email, created_on, annotations, versions };
}
