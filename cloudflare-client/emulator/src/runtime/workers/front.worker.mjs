// Stands before the deployed Workers: lets only the emulator in, and tells it apart when a Worker threw an exception or
// answered 500 itself. Without a target it answers the watchdog.
export default {
  async fetch(request, env) {
    if (request.headers.get("x-emulator-secret") !== env.SECRET) return new Response("Forbidden", { status: 403 });
    const target = request.headers.get("x-emulator-target");
    if (target === null) return new Response("alive");
    const headers = new Headers(request.headers);
    headers.delete("x-emulator-secret");
    headers.delete("x-emulator-target");
    try {
      return await env[target].fetch(new Request(request, { headers, redirect: "manual" }));
    } catch {
      return new Response(null, { status: 500, headers: { "x-emulator-threw": env.SECRET } });
    }
  },
};
