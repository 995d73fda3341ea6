import { scriptNamed, scriptNamedOrTagged } from "../account/lookup.mjs";
import { addSecretsVersion } from "../account/secrets.mjs";
import { shownVersion, shownVersionInFull } from "../account/shown.mjs";
import { parseUpload } from "../account/upload.mjs";
import { addVersion } from "../account/versions.mjs";
import { versionNotFound } from "../account/worker-errors.mjs";
import { success } from "../http/answer.mjs";
import { ApiError } from "../http/api-error.mjs";
import { paged } from "../http/paging.mjs";
import { validated } from "../http/validation.mjs";

const VERSIONS = "/accounts/:account/workers/scripts/:script/versions";

/**
 * Versions: upload without serving, list, show; and a secret in a new version that isn't deployed.
 *
 * @param {import("../services.mjs").Services} services
 * @returns {import("../http/router.mjs").Route[]}
 */
export function versionRoutes(services) {
  const { account } = services;
  return [
    {
      method: "GET",
      pattern: VERSIONS,
      handle(request) {
        const newestFirst = [...scriptNamed(account, request.param("script")).versions].reverse();
        return paged(request, newestFirst.map(shownVersion), { perPage: 100, wrap: (items) => ({ items }) });
      },
    },
    {
      method: "POST",
      pattern: VERSIONS,
      async handle(request) {
        const script = scriptNamed(account, request.param("script"));
        const upload = parseUpload(request, "VersionMetadata");
        const how = {
          strictInherit: request.query.get("bindings_inherit") === "strict",
          triggeredBy: "version_upload",
        };
        return success(shownVersionInFull(await addVersion(upload, how, { ...services, script }, services)));
      },
    },
    {
      method: "GET",
      pattern: `${VERSIONS}/:version`,
      handle(request) {
        const version = scriptNamed(account, request.param("script")).version(request.param("version"));
        if (!version) throw versionNotFound();
        return success(shownVersionInFull(version));
      },
    },
    {
      method: "PATCH",
      pattern: "/accounts/:account/workers/workers/:script/versions/latest",
      handle(request) {
        if (!/^application\/merge-patch\+json\b/.test(request.headers["content-type"] ?? "")) {
          throw new ApiError(415, 10026, "The content type must be application/merge-patch+json.");
        }
        const script = scriptNamedOrTagged(account, request.param("script"));
        const body = validated("VersionSecrets", request.json({ code: 10026 }), { code: 10026 });
        const changes = Object.fromEntries(
          Object.entries(body.env ?? {}).map(([name, change]) => [name, change?.text ?? null]),
        );
        const annotations = { "workers/triggered_by": "secret", ...body.annotations };
        const version = addSecretsVersion(changes, { ...services, script }, annotations);
        return success({ ...shownVersionInFull(version), urls: [] });
      },
    },
  ];
}
