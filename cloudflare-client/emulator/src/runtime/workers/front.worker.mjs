// Stands before the deployed Workers and the stored data: lets only the emulator in, and tells it apart when a Worker
// threw an exception or answered 500 itself. Without a target or a command it answers the watchdog.
import { run } from "./storage.mjs";

export default {
  async fetch(request, env) {
    if (request.headers.get("x-emulator-secret") !== env.SECRET) return new Response("Forbidden", { status: 403 });
    const command = request.headers.get("x-emulator-command");
    if (command !== null) return run(JSON.parse(decodeURIComponent(command)), request, env);
    const target = request.headers.get("x-emulator-target");
    if (target === null) return new Response("alive");
    const headers = new Headers(request.headers);
    headers.delete("x-emulator-secret");
    headers.delete("x-emulator-target");
    try {
      return unsteered(await env[target].fetch(new Request(request, { headers, redirect: "manual" })));
    } catch {
      return new Response(null, { status: 500, headers: { "x-emulator-threw": env.SECRET } });
    }
  },
};

// An answer without headers that miniflare would read as its own, such as `MF-Experimental-Error-Stack`.
function unsteered(answer) {
  const names = [...answer.headers.keys()].filter((name) => name.startsWith("mf-"));
  if (names.length === 0) return answer;
  const changed = new Response(answer.body, answer);
  for (const name of names) changed.headers.delete(name);
  return changed;
}
