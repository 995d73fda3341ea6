import { WorkerEntrypoint } from "cloudflare:workers";

// Answers for models from a file, in place of Workers AI.
export class FakeAi extends WorkerEntrypoint {
  run(model) {
    const answers = this.env.ANSWERS;
    if (Object.hasOwn(answers, model)) return answers[model];
    if (Object.hasOwn(answers, "*")) return answers["*"];
    throw new Error(`No answer is configured for the model ${model}.`);
  }
}

export default {};
