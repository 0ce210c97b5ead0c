// What somebody adds, and the files that it may touch: all else must follow from them.

const step = {
  what: 'a step',
  files: {
    'lambda/domain/document/count-words.ts': () => `import * as z from 'zod';
import { step } from '../../step.ts';
import { documentReferenceSchema } from './document.ts';
import { loadDocumentText } from './load-document-text.ts';

/** How many words a document holds. */
export const countWords = step({
  name: 'count-words',
  does: 'Counts the words of a document',
  input: documentReferenceSchema,
  output: () => z.strictObject({ words: z.int() }),
  touches: ['documents.read:text'],
  run: (ports) => async (document) => {
    const { text } = await loadDocumentText(ports)(document);
    return { words: text.split(' ').length };
  },
});
`,
    'lib/orchestration/flows/document-flow.asl.json': (text) => {
      const flow = JSON.parse(text);
      flow.States['count-words'] = {
        Type: 'Task',
        Parameters: { 'tenant.$': '$.tenant', 'documentId.$': '$.documentId' },
        ResultPath: '$.counted',
        Next: flow.States['describe-document'].Next,
      };
      flow.States['describe-document'].Next = 'count-words';
      return JSON.stringify(flow, null, 2);
    },
  },
};

const category = {
  what: 'a category and a field',
  files: {
    'config/taxonomy.ts': (text) =>
      text
        .replace(
          'categories: [',
          "categories: [\n    { name: 'quotation', description: 'Quotation: an offer of goods or services at a price, open for some time.' },",
        )
        .replace(
          'fields: [',
          "fields: [\n    { name: 'valid_until', description: 'Last day on which the offer may be accepted.', type: 'date' },",
        ),
  },
};

const provider = {
  what: 'a provider of language models',
  files: {
    'lambda/adapters/language-model/parrot.ts':
      () => `import type { LanguageModel } from '../../ports.ts';
import type { ModelChoice } from './providers.ts';

/** Says one thing. */
export function openModel({ id }: ModelChoice): LanguageModel {
  return {
    reader: id,
    async *generate() {
      yield { type: 'served', model: id, fallback: false, cached: false };
      yield { type: 'text', text: 'a parrot was here' };
      yield { type: 'usage', inputTokens: 1, outputTokens: 1, costUsd: null };
      yield { type: 'stop', reason: 'end' };
    },
  };
}
`,
    'config/models.ts': (text) =>
      text.replace(/(fallback: \{\s+provider: )'bedrock'/, "$1'parrot'"),
  },
};

const area = {
  what: 'an HTTP area',
  files: {
    'lambda/http/greet.ts': () => `import { area } from '../step.ts';
import { createArea } from './area.ts';

/** \`GET /greet\`: who is signed in. */
export const greetArea = area({
  name: 'greet-api',
  does: 'Greets a tenant',
  routes: [{ path: 'greet', methods: ['GET'] }],
  touches: [],
  app: () => {
    const app = createArea();
    app.get('/greet', (c) => c.json({ hello: c.var.tenant }));
    return app;
  },
});
`,
    'lambda/access.ts': (text) =>
      text.replace(
        "  'GET /settings': everybody,\n",
        (row) => `${row}  'GET /greet': everybody,\n`,
      ),
  },
};

export const additions = [step, category, provider, area];
