import { randomUUID } from "node:crypto";
import { timestamp } from "../account/identity.mjs";
import { databaseWithId } from "../account/lookup.mjs";
import { query } from "../d1/queries.mjs";
import { success } from "../http/answer.mjs";
import { ApiError } from "../http/api-error.mjs";
import { paged } from "../http/paging.mjs";
import { validated } from "../http/validation.mjs";

const DATABASES = "/accounts/:account/d1/database";
const REFUSAL = { code: 7400 };

/**
 * D1 databases: create, list, show, delete.
 *
 * @param {import("../services.mjs").Services} services
 * @returns {import("../http/router.mjs").Route[]}
 */
export function d1DatabaseRoutes({ account, runtime }) {
  return [
    {
      method: "GET",
      pattern: DATABASES,
      handle(request) {
        const name = request.query.get("name");
        const found = [...account.databases.values()].filter(
          (database) => name === null || database.name.includes(name),
        );
        return paged(request, found.map(shown), { perPage: 100 });
      },
    },
    {
      method: "POST",
      pattern: DATABASES,
      handle(request) {
        const { name, primary_location_hint = "wnam" } = validated("D1Create", request.json(REFUSAL), REFUSAL);
        if ([...account.databases.values()].some((database) => database.name === name)) {
          throw new ApiError(400, 7502, "A database with that name already exists");
        }
        const database = {
          uuid: randomUUID(),
          name,
          created_at: timestamp(),
          region: primary_location_hint.toUpperCase(),
        };
        account.databases.set(database.uuid, database);
        runtime.invalidate();
        return success(shownInFull(database, 0, 0));
      },
    },
    {
      method: "GET",
      pattern: `${DATABASES}/:database`,
      async handle(request) {
        const database = databaseWithId(account, request.param("database"));
        const sql =
          "SELECT count(*) AS tables FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_cf\\_%' ESCAPE '\\'";
        const [answer] = await runtime.database(database.uuid, (d1) => query(d1, [{ sql, params: [] }]));
        return success(shownInFull(database, answer.results[0].tables, answer.meta.size_after ?? 0));
      },
    },
    {
      method: "DELETE",
      pattern: `${DATABASES}/:database`,
      async handle(request) {
        const { uuid } = databaseWithId(account, request.param("database"));
        await runtime.database(uuid, empty);
        account.databases.delete(uuid);
        runtime.invalidate();
        return success(null);
      },
    },
  ];
}

/** @param {import("../account/model.mjs").Database} database */
function shown({ uuid, name, created_at }) {
  return { uuid, name, created_at, version: "production", jurisdiction: null };
}

/** @param {import("../account/model.mjs").Database} database @param {number} tables @param {number} size bytes */
function shownInFull(database, tables, size) {
  return {
    ...shown(database),
    num_tables: tables,
    file_size: size,
    running_in_region: database.region,
    read_replication: { mode: "disabled" },
  };
}

/**
 * Drops what a database holds: its identifier is never used again, its content shouldn't stay on the disk.
 *
 * @param {any} d1
 */
async function empty(d1) {
  const sql =
    "SELECT type, name FROM sqlite_master WHERE type IN ('view', 'table') AND name NOT LIKE '\\_cf\\_%' ESCAPE '\\' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'";
  const { results } = await d1.prepare(sql).all();
  if (results.length === 0) return;
  const drops = results.map((/** @type {{ type: string, name: string }} */ { type, name }) =>
    d1.prepare(`DROP ${type} IF EXISTS "${name.replaceAll('"', '""')}"`),
  );
  await d1.batch([d1.prepare("PRAGMA defer_foreign_keys = on"), ...drops]);
}
