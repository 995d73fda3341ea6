// Commands of the emulator on KV, R2, D1 and scheduled handlers. Small arguments come in the command, large ones as the
// body; the counterpart is `Storage` in `storage.mjs`.
const meta = (value) => ({ "x-emulator-meta": encodeURIComponent(JSON.stringify(value)) });
const object = ({ key, etag, httpEtag, size, uploaded, version, httpMetadata }) => ({ key, etag, httpEtag, size, uploaded, version, httpMetadata });
const statement = (d1, { sql, params }) => (params.length > 0 ? d1.prepare(sql).bind(...params) : d1.prepare(sql));

const COMMANDS = {
  kvGet: async (kv, [key]) => {
    const { value, metadata } = await kv.getWithMetadata(key, "arrayBuffer");
    return value === null ? undefined : new Response(value, { headers: meta(metadata) });
  },
  kvPut: async (kv, [key, options], request) => kv.put(key, await request.arrayBuffer(), options),
  kvDelete: (kv, [key]) => kv.delete(key),
  kvList: (kv, [options]) => kv.list(options),
  r2Get: async (r2, [key]) => {
    const found = await r2.get(key);
    return found === null ? undefined : new Response(found.body, { headers: meta(object(found)) });
  },
  r2Put: async (r2, [key, options], request) => object(await r2.put(key, await request.arrayBuffer(), options)),
  r2Delete: (r2, [key]) => r2.delete(key),
  r2List: async (r2, [options]) => {
    const { objects, ...page } = await r2.list(options);
    return { ...page, objects: objects.map(object) };
  },
  d1Batch: async (d1, _, request) => d1.batch((await request.json()).map((one) => statement(d1, one))),
  d1Raw: async (d1, _, request) => statement(d1, await request.json()).raw({ columnNames: true }),
  scheduled: async (worker, [cron, time]) => worker.scheduled({ cron, scheduledTime: new Date(time) }),
};

export async function run({ name, on, args }, request, env) {
  try {
    const result = await COMMANDS[name](env[on], args, request);
    return result instanceof Response ? result : Response.json({ result: result ?? null });
  } catch (error) {
    return Response.json({ error: error.message }, { status: 400 });
  }
}
