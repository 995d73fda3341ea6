import { annotationFault } from "../account/annotations.mjs";
import { scriptNamed } from "../account/lookup.mjs";
import { differingSecrets } from "../account/secrets.mjs";
import { shownDeployment } from "../account/shown.mjs";
import { activeDeployment, deploymentNotFound, invalidDeployment, secretsChanged } from "../account/worker-errors.mjs";
import { success } from "../http/answer.mjs";
import { ApiError } from "../http/api-error.mjs";
import { pageOf } from "../http/paging.mjs";
import { validated } from "../http/validation.mjs";

/**
 * @typedef {import("../account/script.mjs").Script} Script
 * @typedef {import("../account/model.mjs").Share} Share
 */

const DEPLOYMENTS = "/accounts/:account/workers/scripts/:script/deployments";
const LISTED = 10;

/**
 * Which versions serve: list, change (also back to an earlier version), delete a record.
 *
 * @param {import("../services.mjs").Services} services
 * @returns {import("../http/router.mjs").Route[]}
 */
export function deploymentRoutes({ account, runtime }) {
  return [
    {
      method: "GET",
      pattern: DEPLOYMENTS,
      handle(request) {
        const { deployments } = scriptNamed(account, request.param("script"));
        const within = [...deployments].reverse().filter(isWithin(request.query));
        const { items } = pageOf(request, within, { perPage: LISTED });
        return success({ deployments: items.map(shownDeployment) });
      },
    },
    {
      method: "POST",
      pattern: DEPLOYMENTS,
      handle(request) {
        const script = scriptNamed(account, request.param("script"));
        const body = validated("DeploymentCreate", request.json({ code: 10026 }), { code: 10210 });
        checkShares(script, body.versions);
        const fault = annotationFault(body.annotations);
        if (fault !== undefined) throw invalidDeployment(fault);
        if (request.query.get("force") !== "true") checkSecrets(script, body.versions);
        const annotations = { "workers/triggered_by": "deployment", ...body.annotations };
        const deployment = script.deploy(body.versions, annotations);
        runtime.invalidate();
        return success(shownDeployment(deployment));
      },
    },
    {
      method: "GET",
      pattern: `${DEPLOYMENTS}/:deployment`,
      handle: (request) =>
        success(
          shownDeployment(deploymentOf(scriptNamed(account, request.param("script")), request.param("deployment"))),
        ),
    },
    {
      method: "DELETE",
      pattern: `${DEPLOYMENTS}/:deployment`,
      handle(request) {
        const script = scriptNamed(account, request.param("script"));
        const deployment = deploymentOf(script, request.param("deployment"));
        if (deployment === script.deployments.at(-1)) throw activeDeployment();
        script.deployments.splice(script.deployments.indexOf(deployment), 1);
        return success(null);
      },
    },
  ];
}

/**
 * Whether a deployment was made between the query's `since` and `until`.
 *
 * @param {URLSearchParams} query
 * @returns {(deployment: import("../account/model.mjs").Deployment) => boolean}
 */
function isWithin(query) {
  const [since = -Infinity, until = Infinity] = ["since", "until"].map((name) => time(name, query.get(name)));
  return ({ created_on }) => Date.parse(created_on) >= since && Date.parse(created_on) <= until;
}

/** @param {string} name @param {string | null} text @returns {number | undefined} epoch milliseconds */
function time(name, text) {
  if (text === null) return undefined;
  const milliseconds = Date.parse(text);
  if (Number.isNaN(milliseconds)) throw new ApiError(400, 10026, `'${name}' must be a time, not '${text}'.`);
  return milliseconds;
}

/** @param {Script} script @param {string} id */
function deploymentOf(script, id) {
  const deployment = script.deployments.find((candidate) => candidate.id === id);
  if (!deployment) throw deploymentNotFound();
  return deployment;
}

/** @param {Script} script @param {Share[]} shares */
function checkShares(script, shares) {
  if (shares.length < 1 || shares.length > 2) throw invalidDeployment("it must name 1 or 2 versions");
  if (new Set(shares.map((share) => share.version_id)).size < shares.length)
    throw invalidDeployment("a version is named twice");
  for (const { version_id, percentage } of shares) {
    if (!script.version(version_id)) throw invalidDeployment(`version ${version_id} does not exist`);
    if (!(percentage >= 0 && percentage <= 100)) throw invalidDeployment("a percentage must be from 0 to 100");
  }
  const sum = shares.reduce((total, share) => total + share.percentage, 0);
  if (Math.abs(sum - 100) > 1e-6) throw invalidDeployment("percentages must sum to 100");
}

/** Going back past a change of secrets needs `force`. @param {Script} script @param {Share[]} shares */
function checkSecrets(script, shares) {
  const serving = script.mainVersion();
  if (!serving) return;
  for (const { version_id } of shares) {
    const version = script.version(version_id);
    if (!version || version.number >= serving.number) continue;
    const changed = differingSecrets(version, serving);
    if (changed.length > 0) throw secretsChanged(changed);
  }
}
