import type { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { HTTPException } from 'hono/http-exception';
import { type SSEStreamingApi, streamSSE } from 'hono/streaming';
import * as z from 'zod';
import type { PortsOf } from '../capabilities.ts';
import type { FlowQuestion } from '../flow-ports.ts';
import { lazily } from '../lazily.ts';
import { area } from '../step.ts';
import { type ApiEnv, createArea, readJson } from './area.ts';
import { reportProblem } from './problem.ts';

const EXAMPLE = { question: 'Who are the parties?' };
const questionSchema = lazily(() =>
  z.strictObject({
    /** Characters; longer questions are documents and belong to the upload. */
    question: z.string().trim().min(1).max(2_000),
    documentId: z.string().min(1).max(200).optional(),
    /** Id of the interaction that this question goes on from. */
    follows: z.string().min(1).max(200).optional(),
  }),
);

/** 2,000 characters of at most 4 bytes, and as much again for escapes and the other properties. */
const MAX_BODY_BYTES = 16_384;

/** Tokens are estimated before the model counts them: 4 characters of English are about one. */
const CHARACTERS_PER_TOKEN = 4;

/**
 * `POST /ask`: one Answer as JSON. `POST /ask/stream`: server-sent events `step` (the task of the
 * answer flow that begins), `text` (released sentences and their citations: nothing that was not judged
 * leaves), `withheld` (sentences that were not released), `interrupted` (a failure ended the answer after
 * its first sentence), `retrieved` (ranks) and `done` (the Answer), or `error` (a problem). 429 and 503
 * carry Retry-After; a problem inside the stream carries it as `retryAfterSeconds`.
 */
export const askArea = area({
  name: 'ask-api',
  does: 'Answers questions, whole or streamed',
  routes: [
    { path: 'ask', methods: ['POST'] },
    { path: 'ask/stream', methods: ['POST'], streams: true },
  ],
  touches: ['limits', 'flows.await:answer-flow', 'flows.run:answer-flow'],
  memoryMb: 1_024,
  timeoutSeconds: 120,
  app: askApp,
});
type AskPorts = PortsOf<'limits' | 'flows.await:answer-flow' | 'flows.run:answer-flow'>;

function askApp(ports: AskPorts): Hono<ApiEnv> {
  const app = createArea();
  app.use('/ask/*', limitBody());
  app.post('/ask', async (c) => {
    const question = await admit(ports, c.var, await readJson(c.req.raw, EXAMPLE));
    return c.json(await ports.flows.awaitAnswer(question));
  });
  app.post('/ask/stream', async (c) => {
    const question = await admit(ports, c.var, await readJson(c.req.raw, EXAMPLE));
    return streamSSE(c, (stream) => streamAnswer(ports, question, stream, c.req.path));
  });
  return app;
}

async function streamAnswer(
  ports: AskPorts,
  question: FlowQuestion,
  stream: SSEStreamingApi,
  path: string,
): Promise<void> {
  const left = new AbortController();
  stream.onAbort(() => left.abort());
  const send = (event: string, data: unknown) =>
    stream.writeSSE({ event, data: JSON.stringify(data) });
  let isShown = false;
  try {
    const answer = await ports.flows.runAnswer(question, {
      left: left.signal,
      onTask: (step) => void send('step', { step }),
      release: ({ type, ...part }) => {
        isShown = true;
        return send(type === 'sentences' ? 'text' : type, part);
      },
    });
    if (!isShown) await send('text', { text: answer.text, citations: [] });
    if (answer.status === 'interrupted') await send('interrupted', { cause: answer.cause });
    await send('retrieved', answer.retrieved);
    await send('done', answer);
  } catch (error) {
    await send('error', reportProblem(error, path));
  }
}

function limitBody() {
  return bodyLimit({
    maxSize: MAX_BODY_BYTES,
    onError: () => {
      throw new HTTPException(413, {
        message: `a question must have at most ${MAX_BODY_BYTES} bytes; upload long texts as documents`,
      });
    },
  });
}

/** Checks the body, then counts it against the tenant's quota. */
async function admit(
  ports: AskPorts,
  { tenant, user }: Readonly<Partial<ApiEnv['Variables']>> & { readonly tenant: string },
  body: unknown,
): Promise<FlowQuestion> {
  const { question, documentId, follows } = questionSchema().parse(body);
  await ports.limits.take(tenant, 'ask', Math.ceil(question.length / CHARACTERS_PER_TOKEN));
  const interactionId = ports.newId();
  return {
    tenant,
    interactionId,
    question,
    documentId: documentId ?? null,
    askedBy: user ?? null,
    follows: follows ?? null,
  };
}
