/**
 * What a node's component name turned out to be. RECIPE.md, section 2 (components).
 *
 * - `part`: a part with a contract, or without one: then it receives the whole scope
 * - `workflow`: `trigger_workflow`, runs another recipe
 * - `url`: an http(s) URL, which gets the whole scope by POST
 * - `unknown`: `nearest` are known names that look like it, best first
 *
 * @typedef {{ kind: 'part', id: string, contract: import('./contract.js').Contract | undefined }
 *   | { kind: 'workflow' }
 *   | { kind: 'url', url: string }
 *   | { kind: 'unknown', name: string, nearest: string[] }} Component
 */
export {};
