// Starts Node with the arguments after the first in a session of its own, so that it outlives the terminal, prints its
// process id and ends. The first argument is the file that gets all its output.
import { spawn } from "node:child_process";
import { openSync } from "node:fs";

const [log, ...command] = process.argv.slice(1);
const output = openSync(log, "w", 0o600);
const child = spawn(process.execPath, command, {
  detached: true,
  stdio: ["ignore", output, output],
  windowsHide: true,
});
child.on("spawn", () => {
  console.log(child.pid);
  child.unref();
});
