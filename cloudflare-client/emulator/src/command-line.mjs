import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";

/** The command line can't be used: what is wrong and what to do. */
export class UsageError extends Error {}

export const USAGE = `Usage: node main.mjs [options]

  --port N                  port of the API; 0 (usual): a free one
  --workers-port N          port of the Workers; 0 (usual): a free one
  --state DIR               keep the account there; without it nothing survives
  --json                    one line of JSON when ready
  --parent PID              end when this process is gone
  --parent stdin            end when standard input is closed
  --ai FILE                 JSON object with answers by model name, in place of Workers AI
  --allow-private-network   Workers may reach this computer and its network
  --test                    with routes for faults, the request log and cron (never for daily use)
`;

/**
 * @typedef {object} CommandLine
 * @property {import("./emulator.mjs").EmulatorOptions} options
 * @property {boolean} json
 * @property {boolean} help
 * @property {"stdin" | number | undefined} parent
 */

/** @param {string[]} args @returns {CommandLine} @throws {UsageError} */
export function parseCommandLine(args) {
  const values = parsed(args);
  return {
    json: values.json ?? false,
    help: values.help ?? false,
    parent:
      values.parent === undefined || values.parent === "stdin"
        ? values.parent
        : whole("--parent", values.parent, 1, 2 ** 31),
    options: {
      port: whole("--port", values.port ?? "0", 0, 65535),
      workersPort: whole("--workers-port", values["workers-port"] ?? "0", 0, 65535),
      test: values.test ?? false,
      privateNetwork: values["allow-private-network"] ?? false,
      ...(values.state !== undefined && { state: values.state }),
      ...(values.ai !== undefined && { ai: answers(values.ai) }),
    },
  };
}

/** @param {string[]} args */
function parsed(args) {
  try {
    return parseArgs({
      args,
      options: {
        port: { type: "string" },
        "workers-port": { type: "string" },
        state: { type: "string" },
        json: { type: "boolean" },
        parent: { type: "string" },
        ai: { type: "string" },
        "allow-private-network": { type: "boolean" },
        test: { type: "boolean" },
        help: { type: "boolean", short: "h" },
      },
    }).values;
  } catch (error) {
    throw new UsageError(/** @type {Error} */ (error).message);
  }
}

/** @param {string} name @param {string} text @param {number} low @param {number} high */
function whole(name, text, low, high) {
  const number = /^\d+$/.test(text) ? Number(text) : NaN;
  if (!(number >= low && number <= high))
    throw new UsageError(`${name} must be a whole number from ${low} to ${high}, not '${text}'.`);
  return number;
}

/** @param {string} file @returns {Record<string, unknown>} */
function answers(file) {
  try {
    const value = JSON.parse(readFileSync(file, "utf8"));
    if (value !== null && typeof value === "object" && !Array.isArray(value)) return value;
  } catch (error) {
    throw new UsageError(`--ai: ${file} can't be read as JSON: ${/** @type {Error} */ (error).message}`);
  }
  throw new UsageError(`--ai: ${file} must hold a JSON object with answers by model name.`);
}
