#!/usr/bin/env node
import { parseCommandLine, UsageError, USAGE } from "./src/command-line.mjs";
import { PortError, startEmulator } from "./src/emulator.mjs";
import { watchParent } from "./src/parent.mjs";
import { StateError } from "./src/storage/state-folder.mjs";

process.umask(0o077);

try {
  const { options, json, help, parent } = parseCommandLine(process.argv.slice(2));
  if (help) process.stdout.write(USAGE);
  else await run(options, json, parent);
} catch (error) {
  if (!(error instanceof UsageError || error instanceof StateError || error instanceof PortError)) throw error;
  process.stderr.write(`${error.message}\n${error instanceof UsageError ? `\n${USAGE}` : ""}`);
  process.exitCode = 2;
}

/**
 * @param {import("./src/emulator.mjs").EmulatorOptions} options
 * @param {boolean} json
 * @param {"stdin" | number | undefined} parent
 */
async function run(options, json, parent) {
  const emulator = await startEmulator(options);
  let ending = false;
  const end = async () => {
    if (ending) return;
    ending = true;
    await emulator.close().catch((error) => {
      process.stderr.write(`The account could not be saved: ${error.message}\n`);
      process.exitCode = 1;
    });
    process.exit();
  };
  for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"]) {
    // miniflare ends the process at once on a signal; here the account is saved and the folder let go first.
    process.removeAllListeners(signal).on(signal, end);
  }
  if (parent !== undefined) watchParent(parent, end);
  const { api, token, token_file, account_id, workers } = emulator;
  process.stdout.write(
    json
      ? `${JSON.stringify({ api, token, account_id, workers, token_file })}\n`
      : `API      ${api}\nAccount  ${account_id}\nToken    in ${token_file}\nWorkers  ${workers}/<name>/\n`,
  );
}
