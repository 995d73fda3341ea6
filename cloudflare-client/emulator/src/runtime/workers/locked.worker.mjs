import { WorkerEntrypoint } from "cloudflare:workers";

// Stands for a Worker that can't run until its secrets are put again.
export default class Locked extends WorkerEntrypoint {
  fetch() {
    return new Response("This Worker waits for its secrets.", { status: 503 });
  }
}
