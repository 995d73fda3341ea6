import { createHash, randomUUID } from "node:crypto";
import { hexId, timestamp } from "./identity.mjs";

/**
 * @typedef {import("./model.mjs").Version} Version
 * @typedef {import("./model.mjs").Deployment} Deployment
 * @typedef {import("./model.mjs").Share} Share
 */

/** How many versions can still be deployed, as Cloudflare keeps them; older ones that don't serve are forgotten. */
const KEPT_VERSIONS = 100;

/** A Worker: its versions, which of them serve, its schedules and settings. */
export class Script {
  tag = hexId();
  created_on = timestamp();
  modified_on = this.created_on;
  /** @type {Version[]} oldest first */
  versions = [];
  /** @type {Deployment[]} oldest first */
  deployments = [];
  /** @type {import("./model.mjs").Schedule[]} */
  schedules = [];
  subdomain = { enabled: false, previews_enabled: false };
  /** @type {import("./model.mjs").ScriptSettings} */
  settings = { logpush: false, observability: { enabled: false }, tags: [], tail_consumers: [] };

  /** @param {string} name */
  constructor(name) {
    this.name = name;
  }

  /** @param {{ name: string }} stored @returns {Script} */
  static from(stored) {
    if (typeof stored.name !== "string") throw new TypeError("A Worker has no name");
    return Object.assign(new Script(stored.name), stored);
  }

  /** @returns {Version | undefined} the newest, deployed or not */
  latest() {
    return this.versions.at(-1);
  }

  /** @param {string} id */
  version(id) {
    return this.versions.find((version) => version.id === id);
  }

  /** @returns {Share[]} which versions serve, with percentages */
  live() {
    return this.deployments.at(-1)?.versions ?? [];
  }

  /** @returns {Version[]} */
  liveVersions() {
    return this.live().flatMap(({ version_id }) => this.version(version_id) ?? []);
  }

  /** @returns {Version | undefined} the one with the largest share */
  mainVersion() {
    const share = [...this.live()].sort((a, b) => b.percentage - a.percentage)[0];
    return share && this.version(share.version_id);
  }

  /** The number of the next version. */
  nextNumber() {
    return (this.latest()?.number ?? 0) + 1;
  }

  /** @param {Version} version */
  add(version) {
    this.versions.push(version);
    this.modified_on = version.created_on;
    const surplus = this.versions.length - KEPT_VERSIONS;
    if (surplus > 0) {
      const serving = new Set(this.live().map((share) => share.version_id));
      this.versions = this.versions.filter((kept, index) => index >= surplus || serving.has(kept.id));
    }
  }

  /** @param {Share[]} versions @param {Record<string, string>} annotations @returns {Deployment} */
  deploy(versions, annotations) {
    const deployment = { id: randomUUID(), created_on: timestamp(), versions, annotations };
    this.deployments.push(deployment);
    return deployment;
  }

  /**
   * Chooses the version that serves a request: the one named by the override header if it serves at all, else by the
   * percentages; the same key always meets the same version.
   *
   * @param {{ key?: string, override?: string, random?: () => number }} [request]
   * @returns {Version | undefined}
   */
  choose({ key, override, random = Math.random } = {}) {
    const live = this.live();
    if (override !== undefined && live.some((share) => share.version_id === override)) return this.version(override);
    let point = (key === undefined ? random() : fraction(key)) * 100;
    for (const share of live) {
      point -= share.percentage;
      if (point < 0) return this.version(share.version_id);
    }
    const last = live.at(-1);
    return last && this.version(last.version_id);
  }
}

/** A number from 0 to 1 that depends on the text alone. @param {string} text */
function fraction(text) {
  return createHash("sha256").update(text).digest().readUInt32BE() / 2 ** 32;
}
