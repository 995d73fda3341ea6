import { WorkflowEntrypoint } from "cloudflare:workers";

export class Order extends WorkflowEntrypoint {
  async run(event, step) {
    const sum = await step.do("add", async () => event.payload.a + event.payload.b);
    const approved = await step.waitForEvent("approval", { type: "approve", timeout: "1 hour" });
    return { sum, approved: approved.payload };
  }
}

export default {
  async fetch(request, { DB }) {
    const { results } = await DB.prepare("SELECT text FROM notes ORDER BY text").all();
    return Response.json(results.map(({ text }) => text));
  },
};
