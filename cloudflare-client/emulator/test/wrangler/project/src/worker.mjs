import { sum } from "./lib/wasi.mjs";
import add from "./parts/add.wasm";
import asynchronous from "./parts/async.wasm";
import echo from "./parts/echo.wasm";

export default {
  async fetch(request, env) {
    if (new URL(request.url).pathname === "/throw") throw new Error("on purpose");
    const secrets = Object.keys(env).filter((name) => /^(API_KEY|A|B)$/.test(name));
    return Response.json({
      greeting: env.GREETING,
      version: env.VER.id,
      sum: sum(add),
      modules: [asynchronous, echo].length,
      secrets,
    });
  },
  async scheduled(event) {
    console.log("cron", event.cron);
  },
};
