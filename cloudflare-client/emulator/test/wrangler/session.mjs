import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { EmulatorClient } from "../emulator-client.mjs";
import { requestShape } from "./request-shape.mjs";
import { VERSION, Wrangler } from "./wrangler.mjs";

const RECORDED = JSON.parse(readFileSync(new URL("recorded.json", import.meta.url), "utf8"));
const { version, differences } = JSON.parse(readFileSync(new URL("differences.json", import.meta.url), "utf8"));
const DIFFERENCES = version === VERSION ? differences : {};

/** One emulator and one wrangler, and what wrangler asked. */
export class Session {
  /** @param {EmulatorClient} client */
  constructor(client) {
    this.client = client;
    this.wrangler = new Wrangler(client.emulator);
  }

  static async start() {
    return new Session(await EmulatorClient.start());
  }

  /**
   * Runs a command that must succeed; its requests must be those of the recording with the same label, if there is one.
   *
   * @param {string} label
   * @param {string} command words; those with a space in quotes
   * @param {string} [input]
   * @returns {Promise<string>} what it printed
   */
  async command(label, command, input) {
    await this.begin();
    const { code, output } = await this.wrangler.run(words(command), input);
    assert.equal(code, 0, `wrangler ${command}\n${output}`);
    await this.compare(label);
    return output;
  }

  async begin() {
    await this.client.test("requests", undefined, "DELETE");
  }

  /** @param {string} label */
  async compare(label) {
    const { requests } = await this.client.test("requests");
    const asked = new Set(requests.map(requestShape));
    for (const request of requests)
      assert.ok(request.status < 405, `${request.method} ${request.path}: ${request.status}`);
    const recorded = RECORDED.requests[label];
    if (recorded === undefined) return;
    const { missing = [], added = [] } = DIFFERENCES[label] ?? {};
    const expected = new Set([...recorded.filter((/** @type {string} */ one) => !missing.includes(one)), ...added]);
    assert.deepEqual([...asked].sort(), [...expected].sort(), `requests of ${label}`);
  }

  async close() {
    this.wrangler.close();
    await this.client.close();
  }
}

/** @param {string} command @returns {string[]} */
function words(command) {
  return (command.match(/"[^"]*"|\S+/g) ?? []).map((word) => word.replace(/^"(.*)"$/, "$1"));
}
