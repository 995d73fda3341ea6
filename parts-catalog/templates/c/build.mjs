// Compiles part.c and lib/ to __ID__.wasm, with a clang that is itself WebAssembly.
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { Exit, runClang } from "@yowasp/clang";

const names = ["part.c", ...readdirSync("lib").map((name) => `lib/${name}`)];
const files = { lib: {} };
for (const name of names) {
  const text = readFileSync(name, "utf8");
  if (name.startsWith("lib/")) files.lib[name.slice(4)] = text;
  else files[name] = text;
}
const sources = names.filter((name) => name.endsWith(".c"));
const flags = ["-std=c17", "-Os", "-Wall", "-Wextra", "-Werror", "-Wl,--strip-all"];

await runClang(null, {}, { fetchProgress: () => {} }); // loads the compiler without a line for each file of it
try {
  const made = await runClang(["clang", ...flags, "-o", "__ID__.wasm", ...sources], files);
  writeFileSync("__ID__.wasm", made["__ID__.wasm"]);
  console.log(`__ID__.wasm: ${made["__ID__.wasm"].length} bytes`);
} catch (error) {
  if (!(error instanceof Exit)) throw error;
  process.exitCode = 1; // clang has said why
}
