import { dataSets, invocationRows, parseAnalyticsQuery, UnsupportedQuery } from "../analytics/analytics-query.mjs";
import { json } from "../http/answer.mjs";
import { validated } from "../http/validation.mjs";

/**
 * GraphQL, as far as a deployment asks it: how often a Worker was called.
 *
 * @param {import("../services.mjs").Services} services
 * @returns {import("../http/router.mjs").Route[]}
 */
export function analyticsRoutes({ invocations }) {
  return [
    {
      method: "POST",
      pattern: "/graphql",
      handle(request) {
        const { query, variables = {} } = validated("GraphqlQuery", request.json({ code: 10026 }), { code: 10026 });
        try {
          const sets = dataSets(query);
          if (sets.length === 0) throw new UnsupportedQuery("This emulator answers only for data sets of an account.");
          const answers = sets.map((name) => [
            name,
            name === "workersInvocationsAdaptive"
              ? invocationRows(invocations.within(parseAnalyticsQuery(query, variables)))
              : [],
          ]);
          return json(200, { data: { viewer: { accounts: [Object.fromEntries(answers)] } }, errors: null });
        } catch (error) {
          if (!(error instanceof UnsupportedQuery)) throw error;
          return json(200, {
            data: null,
            errors: [{ message: error.message, path: null, extensions: { code: "BAD_REQUEST" } }],
          });
        }
      },
    },
  ];
}
