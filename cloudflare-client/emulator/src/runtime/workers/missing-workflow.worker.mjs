// A binding to a workflow that was never defined (PUT /workflows/:name).
const missing = () => {
  throw new Error("(workflow.not_found) The workflow of this binding isn't defined.");
};

export default () => ({ get: missing, create: missing, createBatch: missing });
