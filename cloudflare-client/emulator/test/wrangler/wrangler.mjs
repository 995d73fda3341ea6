import { spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * @typedef {{ code: number | null, output: string }} Ran
 */

/** Its package: the one that is installed here, or the one that the environment names. */
const PACKAGE = process.env["WRANGLER"] ?? dirname(createRequire(import.meta.url).resolve("wrangler/package.json"));
const PROGRAM = join(PACKAGE, "bin/wrangler.js");

/** @type {string} */
export const VERSION = JSON.parse(readFileSync(join(PACKAGE, "package.json"), "utf8")).version;

/** The unmodified wrangler, pointed at an emulator by its own environment variables, in a copy of `project`. */
export class Wrangler {
  folder = mkdtempSync(join(tmpdir(), "emulator-wrangler-"));
  #environment;

  /** @param {import("../../src/emulator.mjs").Emulator} emulator */
  constructor(emulator) {
    cpSync(fileURLToPath(new URL("project", import.meta.url)), this.folder, { recursive: true });
    this.write("package.json", { devDependencies: { wrangler: VERSION } });
    mkdirSync(join(this.folder, "node_modules"));
    symlinkSync(PACKAGE, join(this.folder, "node_modules", "wrangler"), "junction");
    this.#environment = {
      PATH: process.env["PATH"] ?? "",
      HOME: this.folder,
      CLOUDFLARE_API_BASE_URL: emulator.api,
      CLOUDFLARE_API_TOKEN: emulator.token,
      CLOUDFLARE_ACCOUNT_ID: emulator.account_id,
      WRANGLER_SEND_METRICS: "false",
      WRANGLER_HIDE_BANNER: "true",
      WRANGLER_LOG_PATH: join(this.folder, "logs"),
      CI: "1",
      NO_COLOR: "1",
    };
  }

  /** @param {string[]} args @param {string} [input] @returns {Promise<Ran>} */
  async run(args, input = "") {
    const child = this.start(args);
    let output = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += chunk));
    child.stdin.end(input);
    const [code] = await once(child, "close");
    return { code, output };
  }

  /** @param {string[]} args */
  start(args) {
    return spawn(process.execPath, [PROGRAM, ...args], { cwd: this.folder, env: this.#environment, detached: true });
  }

  /**
   * Ends a command as Ctrl+C in a terminal does: the signal reaches all its processes.
   *
   * @param {import("node:child_process").ChildProcess} child
   */
  async interrupt(child) {
    const closed = once(child, "close");
    process.kill(-Number(child.pid), "SIGINT");
    await closed;
  }

  /** @param {string} file @param {string} from @param {string} to */
  replace(file, from, to) {
    const path = join(this.folder, file);
    writeFileSync(
      path,
      readFileSync(path, "utf8").replace(from, () => to),
    );
  }

  /** @param {string} file @param {unknown} value */
  write(file, value) {
    writeFileSync(join(this.folder, file), typeof value === "string" ? value : JSON.stringify(value));
  }

  /** @param {string} file */
  read(file) {
    return readFileSync(join(this.folder, file));
  }

  close() {
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
