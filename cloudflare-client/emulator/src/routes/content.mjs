import { randomBytes } from "node:crypto";
import { scriptNamed } from "../account/lookup.mjs";
import { noVersions, versionNotFound } from "../account/worker-errors.mjs";

/**
 * The modules of a version as they were uploaded, in `multipart/form-data`.
 *
 * @param {import("../services.mjs").Services} services
 * @returns {import("../http/router.mjs").Route[]}
 */
export function contentRoutes({ account, blobs }) {
  return [
    {
      method: "GET",
      pattern: "/accounts/:account/workers/scripts/:script/content/v2",
      handle(request) {
        const script = scriptNamed(account, request.param("script"));
        const id = request.query.get("version");
        const version = id === null ? script.mainVersion() : script.version(id);
        if (!version) throw id === null ? noVersions() : versionNotFound();
        const boundary = randomBytes(24).toString("hex");
        const parts = version.modules.flatMap(({ name, type, sha256 }) => [
          part(boundary, name, type),
          blobs.get(sha256),
        ]);
        return {
          status: 200,
          headers: {
            "content-type": `multipart/form-data; boundary=${boundary}`,
            "cf-entrypoint": version.main_module,
          },
          body: Buffer.concat([...parts, Buffer.from(`\r\n--${boundary}--\r\n`)]).subarray(2),
        };
      },
    },
  ];
}

/** @param {string} boundary @param {string} name @param {string} type */
function part(boundary, name, type) {
  const quoted = name.replace(/["\r\n]/g, encodeURIComponent);
  return Buffer.from(
    `\r\n--${boundary}\r\nContent-Disposition: form-data; name="${quoted}"; filename="${quoted}"\r\nContent-Type: ${type}\r\n\r\n`,
  );
}
