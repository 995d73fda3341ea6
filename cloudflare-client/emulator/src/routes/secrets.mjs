import { shownBinding } from "../account/bindings.mjs";
import { notEmulated, notFound } from "../account/binding-errors.mjs";
import { scriptNamed } from "../account/lookup.mjs";
import { changeSecrets } from "../account/secrets.mjs";
import { success } from "../http/answer.mjs";
import { ApiError } from "../http/api-error.mjs";
import { validated } from "../http/validation.mjs";

const SCRIPT = "/accounts/:account/workers/scripts/:script";
const REFUSAL = { code: 10026 };

/**
 * Secrets: each change is a version; texts go in and never come out.
 *
 * @param {import("../services.mjs").Services} services
 * @returns {import("../http/router.mjs").Route[]}
 */
export function secretRoutes({ account, vault, runtime }) {
  /** @param {import("../http/api-request.mjs").ApiRequest} request */
  const scriptOf = (request) => scriptNamed(account, request.param("script"));
  return [
    {
      method: "GET",
      pattern: `${SCRIPT}/secrets`,
      handle: (request) => success(secretsOf(scriptOf(request))),
    },
    {
      method: "PUT",
      pattern: `${SCRIPT}/secrets`,
      handle(request) {
        const script = scriptOf(request);
        const { name, type, text } = validated("SecretPut", request.json(REFUSAL), REFUSAL);
        changeSecrets({ [name]: textOf(name, type, text) }, { script, vault });
        runtime.invalidate();
        return success({ name, type });
      },
    },
    {
      method: "GET",
      pattern: `${SCRIPT}/secrets/:secret`,
      handle(request) {
        const name = request.param("secret");
        const secret = secretsOf(scriptOf(request)).find((candidate) => candidate.name === name);
        if (!secret) throw notFound(name);
        return success(secret);
      },
    },
    {
      method: "DELETE",
      pattern: `${SCRIPT}/secrets/:secret`,
      handle(request) {
        const script = scriptOf(request);
        const name = request.param("secret");
        if (!secretsOf(script).some((secret) => secret.name === name)) throw notFound(name);
        changeSecrets({ [name]: null }, { script, vault });
        runtime.invalidate();
        return success(null);
      },
    },
    {
      method: "PATCH",
      pattern: `${SCRIPT}/secrets-bulk`,
      handle(request) {
        if (!/^application\/merge-patch\+json\b/.test(request.headers["content-type"] ?? "")) {
          throw new ApiError(415, 10026, "The content type must be application/merge-patch+json.");
        }
        const script = scriptOf(request);
        const { secrets = {} } = validated("SecretsBulk", request.json(REFUSAL), REFUSAL);
        changeSecrets(changesOf(secrets), { script, vault });
        runtime.invalidate();
        return success(Object.fromEntries(secretsOf(script).map((secret) => [secret.name, secret])));
      },
    },
  ];
}

/** @param {Record<string, { name: string, type: string, text: string } | null>} secrets */
function changesOf(secrets) {
  return Object.fromEntries(
    Object.entries(secrets).map(([name, secret]) => {
      if (secret && secret.name !== name)
        throw new ApiError(400, 10026, `The secret '${name}' is named '${secret.name}' inside.`);
      return [name, secret && textOf(name, secret.type, secret.text)];
    }),
  );
}

/** @param {string} name @param {string} type @param {string} text */
function textOf(name, type, text) {
  if (type !== "secret_text") throw notEmulated(name, type);
  return text;
}

/** @param {import("../account/script.mjs").Script} script */
function secretsOf(script) {
  return (script.latest()?.bindings ?? []).filter(({ type }) => type === "secret_text").map(shownBinding);
}
