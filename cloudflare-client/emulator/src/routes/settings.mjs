import { resolveBindings, shownBinding } from "../account/bindings.mjs";
import { scriptNamed } from "../account/lookup.mjs";
import { parseSettings } from "../account/upload.mjs";
import { deriveVersion } from "../account/versions.mjs";
import { invalidScript, noVersions } from "../account/worker-errors.mjs";
import { success } from "../http/answer.mjs";
import { validated } from "../http/validation.mjs";

const SCRIPT = "/accounts/:account/workers/scripts/:script";

/**
 * Settings of a script: those kept in versions (bindings, compatibility) and those kept beside them.
 *
 * @param {import("../services.mjs").Services} services
 * @returns {import("../http/router.mjs").Route[]}
 */
export function settingsRoutes(services) {
  const { account, runtime } = services;
  return [
    {
      method: "GET",
      pattern: `${SCRIPT}/script-settings`,
      handle: (request) => success(scriptNamed(account, request.param("script")).settings),
    },
    {
      method: "PATCH",
      pattern: `${SCRIPT}/script-settings`,
      handle(request) {
        const script = scriptNamed(account, request.param("script"));
        Object.assign(script.settings, validated("ScriptSettings", request.json({ code: 10026 }), { code: 10026 }));
        return success(script.settings);
      },
    },
    {
      method: "GET",
      pattern: `${SCRIPT}/settings`,
      handle: (request) => success(shownSettings(scriptNamed(account, request.param("script")))),
    },
    {
      method: "PATCH",
      pattern: `${SCRIPT}/settings`,
      async handle(request) {
        const script = scriptNamed(account, request.param("script"));
        const latest = script.latest();
        if (!latest) throw noVersions();
        const settings = parseSettings(request, latest.bindings);
        const changes = {
          ...(settings.bindings && {
            bindings: resolveBindings(settings, { strictInherit: false }, { ...services, script }),
          }),
          ...(settings.compatibility_date && { compatibility_date: settings.compatibility_date }),
          ...(settings.compatibility_flags && { compatibility_flags: settings.compatibility_flags }),
          ...(settings.limits && { limits: settings.limits }),
        };
        const probed = await services.probe({ ...latest, ...changes });
        if ("error" in probed) throw invalidScript(probed.error);
        const annotations = { "workers/triggered_by": "settings" };
        const version = deriveVersion(script, latest, changes, annotations);
        script.deploy([{ version_id: version.id, percentage: 100 }], annotations);
        runtime.invalidate();
        return success(shownSettings(script));
      },
    },
    {
      method: "GET",
      pattern: "/accounts/:account/workers/services/:script/environments/:environment/bindings",
      handle: (request) =>
        success(scriptNamed(account, request.param("script")).latest()?.bindings.map(shownBinding) ?? []),
    },
  ];
}

/** @param {import("../account/script.mjs").Script} script */
function shownSettings(script) {
  const latest = script.latest();
  return {
    ...script.settings,
    bindings: latest?.bindings.map(shownBinding) ?? [],
    compatibility_date: latest?.compatibility_date,
    compatibility_flags: latest?.compatibility_flags ?? [],
    limits: latest?.limits ?? {},
    usage_model: "standard",
    placement: {},
  };
}
