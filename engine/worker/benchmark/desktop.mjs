import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { CASES } from './recipes.mjs';

/**
 * The same runs on the desktop's engine, in one JVM.
 *
 * @param {string[]} command starts `CloudComparison` of app/workspace
 * @returns {Promise<{ wall: number, cpu: number }[]>} as `warmRuns`
 */
export async function desktopRuns(command) {
  const [program = '', ...options] = command;
  const jvm = spawn(program, options, { stdio: ['pipe', 'pipe', 'inherit'] });
  let output = '';
  jvm.stdout.setEncoding('utf8').on('data', (text) => (output += text));
  for (const { recipe, input, runs, warm } of CASES) {
    jvm.stdin.write(`${JSON.stringify({ recipe, input, runs, warm })}\n`);
  }
  jvm.stdin.end();
  const [code] = await once(jvm, 'close');
  if (code !== 0) {
    throw new Error(`the JVM ended with ${code}`);
  }
  return output.trim().split('\n').map((line) => JSON.parse(line));
}
