import { scriptNamed } from "../account/lookup.mjs";
import { subdomainRequired } from "../account/worker-errors.mjs";
import { success } from "../http/answer.mjs";
import { ApiError } from "../http/api-error.mjs";
import { validated } from "../http/validation.mjs";

const SCRIPT = "/accounts/:account/workers/scripts/:script/subdomain";

/**
 * The account's workers.dev subdomain, and whether a script is served under it.
 *
 * @param {import("../services.mjs").Services} services
 * @returns {import("../http/router.mjs").Route[]}
 */
export function subdomainRoutes({ account }) {
  return [
    {
      method: "GET",
      pattern: "/accounts/:account/workers/subdomain",
      handle() {
        if (account.subdomain === null) throw new ApiError(404, 10007, "No workers.dev subdomain is registered.");
        return success({ subdomain: account.subdomain });
      },
    },
    {
      method: "PUT",
      pattern: "/accounts/:account/workers/subdomain",
      handle(request) {
        const { subdomain } = validated("AccountSubdomain", request.json({ code: 10026 }), { code: 10026 });
        account.subdomain = subdomain;
        return success({ subdomain });
      },
    },
    {
      method: "GET",
      pattern: "/accounts/:account/workers/subdomains/:subdomain",
      handle(request) {
        if (request.param("subdomain") === account.subdomain)
          throw new ApiError(409, 10031, "This subdomain is taken.");
        throw new ApiError(404, 10032, "This subdomain is available.");
      },
    },
    {
      method: "GET",
      pattern: SCRIPT,
      handle: (request) => success(scriptNamed(account, request.param("script")).subdomain),
    },
    {
      method: "POST",
      pattern: SCRIPT,
      handle(request) {
        const script = scriptNamed(account, request.param("script"));
        const body = validated("ScriptSubdomain", request.json({ code: 10026 }), { code: 10026 });
        if (body.enabled && account.subdomain === null) throw subdomainRequired();
        script.subdomain = {
          enabled: body.enabled,
          previews_enabled: body.previews_enabled ?? script.subdomain.previews_enabled,
        };
        return success(script.subdomain);
      },
    },
    {
      method: "DELETE",
      pattern: SCRIPT,
      handle(request) {
        const script = scriptNamed(account, request.param("script"));
        script.subdomain = { enabled: false, previews_enabled: false };
        return success(script.subdomain);
      },
    },
  ];
}
