import { after, before, describe, test } from 'node:test';
import { scripts, TestWorker } from './support/workerd.js';

/**
 * The tests of the rooms run where the rooms run: each file `*.cases.js` exports functions, which are
 * called in workerd. The flag gives them `node:assert`; nothing of the executor uses it.
 */
const FILES = scripts('test').filter((path) => path.endsWith('.cases.js'));
const ENTRY = `
${FILES.map((path, i) => `import * as f${i} from './${path.replace('test/', '')}';`).join('\n')}
const files = [${FILES.map((_, i) => `f${i}`).join(', ')}];
export default {
  async fetch(request, env) {
    const { file, name } = await request.json();
    if (name === undefined) {
      return Response.json(files.map((each) => Object.keys(each)));
    }
    try {
      await files[file][name](env);
      return Response.json({});
    } catch (e) {
      return Response.json({ failure: e.stack ?? String(e) });
    }
  },
};`;

/** The network: answers with what it was asked, header values as the bytes that came. */
async function echo(/** @type {Request} */ request) {
  return Response.json({
    url: request.url,
    method: request.method,
    headers: Object.fromEntries(request.headers),
    body: await request.text(),
  });
}

const worker = new TestWorker(ENTRY, { flags: ['nodejs_compat'], d1: true, outbound: echo });
/** @type {string[][]} */
const names = await worker.ask('/', '{}');

after(() => worker.close());
before(() => {
  if (names.length !== FILES.length || names.some((each) => each.length === 0)) {
    throw new Error('a file of cases has none');
  }
});

FILES.forEach((path, file) => {
  describe(path.replace(/^test\/|\.cases\.js$/g, ''), () => {
    for (const name of names[file]) {
      test(name.replaceAll('_', ' '), async () => {
        const { failure } = await worker.ask('/', JSON.stringify({ file, name }));
        if (failure !== undefined) {
          throw new Error(failure);
        }
      });
    }
  });
});
