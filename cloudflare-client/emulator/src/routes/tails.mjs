import { scriptNamed } from "../account/lookup.mjs";
import { success } from "../http/answer.mjs";
import { validated } from "../http/validation.mjs";

const TAILS = "/accounts/:account/workers/scripts/:script/tails";

/**
 * Live logs of a script.
 *
 * @param {import("../services.mjs").Services} services
 * @returns {import("../http/router.mjs").Route[]}
 */
export function tailRoutes({ account, tails, api }) {
  /** @param {import("../tails/tails.mjs").Session} session */
  const shown = ({ id, expires_at }) => ({ id, url: `${api().replace(/^http/, "ws")}/tails/${id}`, expires_at });
  return [
    {
      method: "GET",
      pattern: TAILS,
      handle: (request) => success(tails.of(scriptNamed(account, request.param("script")).name).map(shown)),
    },
    {
      method: "POST",
      pattern: TAILS,
      handle(request) {
        const script = scriptNamed(account, request.param("script"));
        const { filters = [] } =
          request.body.length > 0 ? validated("TailCreate", request.json({ code: 10026 }), { code: 10026 }) : {};
        return success(shown(tails.open(script.name, filters)));
      },
    },
    {
      method: "DELETE",
      pattern: `${TAILS}/:tail`,
      handle(request) {
        tails.close(request.param("script"), request.param("tail"));
        return success(null);
      },
    },
  ];
}
