import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { models } from '../../../config/models.ts';
import {
  AccessError,
  LimitExceededError,
  ModelReplyError,
  ModelUnavailableError,
} from '../../../lambda/errors.ts';
import { openAllowance } from '../../../lambda/domain/gateway/allowance.ts';
import { collectReply } from '../../../lambda/domain/gateway/collect-reply.ts';
import type { LanguageModelEvent } from '../../../lambda/domain/gateway/language-model-exchange.ts';
import type { LanguageModel } from '../../../lambda/ports.ts';
import { fileDocuments } from '../../../local/adapters/documents.ts';
import { sqliteRecords } from '../../../local/adapters/records.ts';
import { fastTime, request, says, scripted, throughGateway } from './gateway-harness.ts';

const throttled = new ModelUnavailableError('throttled', 'busy');
const ask = (model: LanguageModel, options = {}) => collectReply(model.generate(request, options));

async function* breaksOff(reader: string): AsyncIterable<LanguageModelEvent> {
  yield { type: 'served', model: reader, fallback: false, cached: false };
  yield { type: 'text', text: 'Payment is' };
  throw new ModelUnavailableError('interrupted', 'gone');
}
async function* hangs(): AsyncIterable<LanguageModelEvent> {
  await new Promise(() => undefined);
  yield { type: 'stop', reason: 'end' };
}

describe('trying again', () => {
  test('a model that was busy twice replies the third time', async () => {
    const model = scripted('m', throttled, throttled, 'in 30 days');
    expect([(await ask(throughGateway(model))).text, model.calls]).toEqual(['in 30 days', 3]);
  });

  test('a model is called three times at most', async () => {
    const model = scripted('m', throttled);
    await expect(ask(throughGateway(model))).rejects.toBe(throttled);
    expect(model.calls).toBe(3);
  });

  test('a question makes six calls at most, repairs included', async () => {
    const [first, second] = [scripted('a', throttled), scripted('b', throttled)];
    const gateway = throughGateway(first, { fallback: second });
    const allowance = openAllowance();
    await ask(gateway, { allowance }).catch(() => null);
    await ask(gateway, { allowance }).catch(() => null);
    expect(first.calls + second.calls).toBe(6);
  });

  test('waits as long as the provider says', async () => {
    const time = fastTime();
    const wait = new ModelUnavailableError('throttled', 'busy', { waitMs: 7_000 });
    await ask(throughGateway(scripted('m', wait, 'in 30 days'), { time }));
    expect(time.waits).toContain(7_000);
  });

  test('does not wait beyond the deadline', async () => {
    const wait = new ModelUnavailableError('throttled', 'busy', { waitMs: 61_000 });
    const model = scripted('m', wait);
    await ask(throughGateway(model)).catch(() => null);
    expect(model.calls).toBe(1);
  });

  test('a mistake of the set-up is not tried again', async () => {
    const model = scripted('m', new AccessError('no access'));
    await ask(throughGateway(model)).catch(() => null);
    expect(model.calls).toBe(1);
  });

  test('a call that fails leaves no wait behind', async () => {
    const left: AbortSignal[] = [];
    const time = fastTime();
    const watched = {
      ...time,
      wait: (ms: number, signal?: AbortSignal) => {
        if (signal !== undefined) left.push(signal);
        return time.wait(ms, signal);
      },
    };
    await ask(throughGateway(scripted('m', new AccessError('no')), { time: watched })).catch(
      () => null,
    );
    expect(left.map(({ aborted }) => aborted)).toEqual([true]);
  });

  test('a silent model is too slow', async () => {
    const silent = throughGateway(scripted('m', hangs));
    await expect(ask(silent)).rejects.toMatchObject({ failure: 'slow' });
  });

  test('a reply that broke off is begun anew, and what came before is void', async () => {
    const model = scripted('m', () => breaksOff('m'), 'in 30 days');
    expect((await ask(throughGateway(model))).text).toBe('in 30 days');
  });

  test('a reply of which something was released is not begun anew', async () => {
    const model = scripted('m', () => breaksOff('m'), 'in 30 days');
    const reply = ask(throughGateway(model), { isReleased: () => true });
    await expect(reply).rejects.toMatchObject({ failure: 'interrupted' });
    expect(model.calls).toBe(1);
  });
});

describe('falling back', () => {
  test('another model replies where the first is busy, and the reply says so', async () => {
    const gateway = throughGateway(scripted('a', throttled), { fallback: scripted('b', 'yes') });
    expect((await ask(gateway)).served).toEqual({ model: 'b', fallback: true, cached: false });
  });

  test('another model replies where the first one cannot be read', async () => {
    const garbage = scripted('a', new ModelReplyError('garbage'));
    const gateway = throughGateway(garbage, { fallback: scripted('b', 'yes') });
    expect([(await ask(gateway)).served.model, garbage.calls]).toEqual(['b', 1]);
  });

  test('missing access is not hidden by another model', async () => {
    const other = scripted('b', 'yes');
    const gateway = throughGateway(scripted('a', new AccessError('no')), { fallback: other });
    await expect(ask(gateway)).rejects.toMatchObject({ name: 'AccessError' });
    expect(other.calls).toBe(0);
  });

  test('the failure is that of the model that was asked for', async () => {
    const other = scripted('b', new ModelUnavailableError('failing', 'down'));
    const gateway = throughGateway(scripted('a', throttled), { fallback: other });
    await expect(ask(gateway)).rejects.toBe(throttled);
  });
});

describe('with stores', () => {
  let root: string;
  let records: ReturnType<typeof sqliteRecords>;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'strata-gateway-'));
    records = sqliteRecords({ directory: join(root, 'records'), now: () => Date.UTC(2026, 0, 15) });
  });
  afterEach(() => {
    records.close();
    rmSync(root, { recursive: true });
  });
  const documents = () => fileDocuments({ directory: join(root, 'documents') });

  test('a kept reply is given where no model replies, marked, and costs nothing', async () => {
    const store = { documents: documents() };
    await ask(throughGateway(scripted('m', 'in 30 days'), store));
    const reply = await ask(throughGateway(scripted('m', throttled), store));
    expect([reply.text, reply.served.cached, reply.usage.inputTokens, reply.costUsd]).toEqual([
      'in 30 days',
      true,
      0,
      0,
    ]);
  });

  test('a model that replies is asked though a reply is kept', async () => {
    const store = { documents: documents() };
    await ask(throughGateway(scripted('m', 'in 30 days'), store));
    expect((await ask(throughGateway(scripted('m', 'in 60 days'), store))).text).toBe('in 60 days');
  });

  test.each([
    ['another tenant', { ...request, tenant: 'other' }],
    ['another prompt', { ...request, messages: [{ role: 'user' as const, text: 'Who pays?' }] }],
    ['another shape', { ...request, outputSchema: { type: 'object' } }],
  ])('a kept reply does not serve %s', async (_, other) => {
    const store = { documents: documents() };
    await ask(throughGateway(scripted('m', 'in 30 days'), store));
    const reply = collectReply(throughGateway(scripted('m', throttled), store).generate(other));
    await expect(reply).rejects.toBe(throttled);
  });

  test('a month that has cost its budget makes no more calls', async () => {
    const id = models.answer.id;
    const model = scripted(id, () => says(id, 'in 30 days'));
    const gateway = throughGateway(model, { budget: { records, usdPerMonth: 0.001 } });
    await ask(gateway);
    await expect(ask(gateway)).rejects.toBeInstanceOf(LimitExceededError);
    expect(model.calls).toBe(1);
  });
});

test('a reply says what it cost by the model that served it', async () => {
  const { id } = models.fallback;
  const gateway = throughGateway(scripted(models.answer.id, throttled), {
    fallback: scripted(id, () => says(id, 'yes')),
  });
  // Nova Lite in the EU: 0.078 and 0.312 USD a million tokens; 1,000 in, 100 out.
  expect((await ask(gateway)).costUsd).toBeCloseTo(0.0001092, 9);
});

test('leaving a reply ends its call', async () => {
  let ended = false;
  const model: LanguageModel = {
    reader: 'm',
    async *generate(_, options) {
      options?.signal?.addEventListener('abort', () => (ended = true));
      yield* says('m', 'in 30 days');
    },
  };
  for await (const event of throughGateway(model).generate(request)) {
    if (event.type === 'text') break;
  }
  expect(ended).toBe(true);
});
