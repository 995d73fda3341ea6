/**
 * The account's data, as it is held and written to disk. Times are ISO 8601 with microseconds, as the API gives them.
 *
 * @typedef {{ type: string, name: string, [key: string]: any }} Binding as in a version; a secret has `generation`
 *   instead of its text
 *
 * @typedef {object} StoredModule
 * @property {string} name path relative to the root, `lib/wasi.mjs`
 * @property {string} type content type
 * @property {string} sha256 of its content, its name in the blob store
 * @property {number} size bytes
 *
 * @typedef {object} Version
 * @property {string} id UUID
 * @property {number} number from 1
 * @property {string} created_on
 * @property {string} main_module
 * @property {StoredModule[]} modules
 * @property {string} compatibility_date
 * @property {string[]} compatibility_flags
 * @property {Record<string, number>} limits
 * @property {Binding[]} bindings
 * @property {Record<string, string>} annotations
 * @property {string[]} handlers of the default export
 * @property {{ name: string, handlers: string[] }[]} named_handlers
 * @property {number} startup_time_ms
 * @property {string} etag
 * @property {boolean} has_preview
 *
 * @typedef {{ version_id: string, percentage: number }} Share
 *
 * @typedef {object} Deployment
 * @property {string} id UUID
 * @property {string} created_on
 * @property {Share[]} versions
 * @property {Record<string, string>} annotations
 *
 * @typedef {{ cron: string, created_on: string, modified_on: string }} Schedule
 *
 * @typedef {object} ScriptSettings those without versions
 * @property {boolean} logpush
 * @property {object} observability
 * @property {string[]} tags
 * @property {object[] | null} tail_consumers
 *
 * @typedef {{ id: string, title: string }} Namespace
 * @typedef {{ name: string, creation_date: string, location: string, storage_class: string, jurisdiction: string }} Bucket
 * @typedef {{ uuid: string, name: string, created_at: string, region: string }} Database
 *
 * @typedef {object} Workflow
 * @property {string} id UUID
 * @property {string} name
 * @property {string} class_name
 * @property {string} script_name
 * @property {string} version_id UUID, new with every definition
 * @property {number} [step_limit]
 * @property {string} created_on
 * @property {string} modified_on
 * @property {string | null} triggered_on
 */

export {};
