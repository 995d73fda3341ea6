import { analyticsRoutes } from "./analytics.mjs";
import { contentRoutes } from "./content.mjs";
import { d1DatabaseRoutes } from "./d1-databases.mjs";
import { d1QueryRoutes } from "./d1-queries.mjs";
import { deploymentRoutes } from "./deployments.mjs";
import { kvBulkRoutes } from "./kv-bulk.mjs";
import { kvNamespaceRoutes } from "./kv-namespaces.mjs";
import { kvValueRoutes } from "./kv-values.mjs";
import { r2Routes } from "./r2.mjs";
import { scheduleRoutes } from "./schedules.mjs";
import { scriptRoutes } from "./scripts.mjs";
import { secretRoutes } from "./secrets.mjs";
import { settingsRoutes } from "./settings.mjs";
import { subdomainRoutes } from "./subdomains.mjs";
import { tailRoutes } from "./tails.mjs";
import { userRoutes } from "./user.mjs";
import { versionRoutes } from "./versions.mjs";
import { workflowInstanceRoutes } from "./workflow-instances.mjs";
import { workflowRoutes } from "./workflows.mjs";

/**
 * Every route of the API.
 *
 * @param {import("../services.mjs").Services} services
 * @returns {import("../http/router.mjs").Route[]}
 */
export function allRoutes(services) {
  return [
    userRoutes,
    subdomainRoutes,
    scriptRoutes,
    versionRoutes,
    contentRoutes,
    deploymentRoutes,
    settingsRoutes,
    secretRoutes,
    scheduleRoutes,
    tailRoutes,
    kvNamespaceRoutes,
    kvValueRoutes,
    kvBulkRoutes,
    r2Routes,
    d1DatabaseRoutes,
    d1QueryRoutes,
    workflowRoutes,
    workflowInstanceRoutes,
    analyticsRoutes,
  ].flatMap((routes) => routes(services));
}
