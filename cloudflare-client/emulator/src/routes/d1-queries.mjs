import { randomUUID } from "node:crypto";
import { databaseWithId } from "../account/lookup.mjs";
import { query, raw, statementsOf } from "../d1/queries.mjs";
import { success } from "../http/answer.mjs";
import { validated } from "../http/validation.mjs";

const DATABASE = "/accounts/:account/d1/database/:database";
const REFUSAL = { code: 7400 };

/**
 * SQL over REST, single or as a file.
 *
 * @param {import("../services.mjs").Services} services
 * @returns {import("../http/router.mjs").Route[]}
 */
export function d1QueryRoutes({ account, runtime, imports, api }) {
  /** @param {typeof query | typeof raw} run @returns {import("../http/router.mjs").Route["handle"]} */
  const answering = (run) => async (request) => {
    const { uuid } = databaseWithId(account, request.param("database"));
    const statements = statementsOf(validated("D1Query", request.json(REFUSAL), REFUSAL));
    return success(await runtime.database(uuid, (d1) => run(d1, statements)));
  };
  return [
    { method: "POST", pattern: `${DATABASE}/query`, handle: answering(query) },
    { method: "POST", pattern: `${DATABASE}/raw`, handle: answering(raw) },
    {
      method: "POST",
      pattern: `${DATABASE}/import`,
      async handle(request) {
        const { uuid } = databaseWithId(account, request.param("database"));
        const body = validated("D1Import", request.json(REFUSAL), REFUSAL);
        if (body.action === "init") {
          const { filename, upload } = imports.announce(uuid, body.etag);
          return success({
            success: true,
            type: "import",
            filename,
            upload_url: `${api()}/uploads/${upload}`,
            messages: [],
          });
        }
        if (body.action === "poll")
          return success({ success: true, type: "import", status: "complete", messages: [], result: summary([]) });
        const sql = imports.take(uuid, body.filename, body.etag);
        const answers = await runtime.database(uuid, (d1) => query(d1, statementsOf({ sql })));
        const result = summary(answers);
        return success({
          success: true,
          type: "import",
          status: "complete",
          at_bookmark: result.final_bookmark,
          messages: [],
          result,
        });
      },
    },
  ];
}

/** @param {{ meta: any }[]} answers */
function summary(answers) {
  /** @param {string} key */
  const sum = (key) => answers.reduce((total, { meta }) => total + (meta[key] ?? 0), 0);
  return {
    final_bookmark: randomUUID(),
    num_queries: answers.length,
    meta: {
      duration: sum("duration"),
      changes: sum("changes"),
      rows_read: sum("rows_read"),
      rows_written: sum("rows_written"),
      size_after: answers.at(-1)?.meta.size_after ?? 0,
      changed_db: answers.some(({ meta }) => meta.changed_db),
    },
  };
}
