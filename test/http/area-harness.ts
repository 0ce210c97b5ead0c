import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Hono } from 'hono';
import { gates } from '../../config/gates.ts';
import { models } from '../../config/models.ts';
import { prices } from '../../config/prices.ts';
import { releaseGates } from '../../config/release-gates.ts';
import { student } from '../../config/student.ts';
import { taxonomy } from '../../config/taxonomy.ts';
import { recordReleases } from '../../lambda/domain/governance/release/record-releases.ts';
import { recordAudit } from '../../lambda/domain/governance/record-audit.ts';
import type { DocumentReference } from '../../lambda/domain/document/document.ts';
import type { Answer } from '../../lambda/domain/llmops/answer/answer.ts';
import { isRole } from '../../lambda/access.ts';
import type { ApiEnv } from '../../lambda/http/area.ts';
import { askArea } from '../../lambda/http/ask.ts';
import { documentsArea } from '../../lambda/http/documents.ts';
import { erasureArea } from '../../lambda/http/erasure.ts';
import { interactionsArea } from '../../lambda/http/interactions.ts';
import { overviewArea } from '../../lambda/http/overview.ts';
import { uploadsArea } from '../../lambda/http/uploads.ts';
import { receiveDocument } from '../../lambda/domain/document/intake/receive-document.ts';
import { fileInbox } from '../../local/events/inbox.ts';
import { inboxRoute } from '../../local/events/inbox-route.ts';
import { releasesArea } from '../../lambda/http/releases.ts';
import type { FlowQuestion, Watched } from '../../lambda/flow-ports.ts';
import { fileArtefacts } from '../../local/adapters/artefacts.ts';
import { fileFeatures } from '../../local/adapters/features.ts';
import { sqliteVectors } from '../../local/adapters/vectors.ts';
import { fileDocuments } from '../../local/adapters/documents.ts';
import { artefactModels } from '../../local/adapters/models.ts';
import { sqliteRecords } from '../../local/adapters/records.ts';

export const ANSWER: Answer = {
  tenant: 'acme',
  interactionId: 'interaction-1',
  askedAt: '2026-11-01T09:00:00.000Z',
  question: 'Which law governs?',
  documentId: null,
  status: 'answered',
  text: 'The laws of Ireland.',
  citations: [],
  retrieved: [],
  guardrail: { id: 'strata', version: '1', triggers: [] },
  prompt: null,
  reader: 'extractive',
  fallback: 'none',
  usage: { inputTokens: 12, outputTokens: 4 },
  costUsd: null,
  askedBy: null,
  clause: null,
  configuration: null,
  withheld: [],
  grounding: 1,
  cause: null,
  guardrailUse: { calls: 1, textUnits: 1, groundingUnits: 1 },
  guardrailCostUsd: null,
  firstTokenMs: 3,
  firstReleaseMs: 5,
  durationMs: 8,
};

/** All areas over local adapters in an empty directory; the flows note what they were given. */
export function makeApi(
  options: {
    readonly answerQuestion?: (question: FlowQuestion) => Promise<Answer>;
    readonly take?: () => Promise<void>;
    readonly maxBytes?: number;
    readonly afterMs?: () => number;
  } = {},
) {
  const directory = mkdtempSync(join(tmpdir(), 'strata-http-'));
  const records = sqliteRecords({ directory });
  const now = () => Date.UTC(2026, 10, 1) + (options.afterMs?.() ?? 0);
  const artefacts = fileArtefacts({ directory: join(directory, 'artefacts') });
  const inbox = fileInbox({ directory: join(directory, 'incoming'), now });
  const started: DocumentReference[] = [];
  const arrived: string[] = [];
  const asked: FlowQuestion[] = [];
  const answer = async (question: FlowQuestion) => {
    asked.push(question);
    return options.answerQuestion?.(question) ?? ANSWER;
  };
  const ports = {
    records,
    dropped: inbox,
    uploadLinks: inbox,
    documents: fileDocuments({ directory: join(directory, 'documents') }),
    limits: { take: options.take ?? (async () => undefined) },
    ingestion: { ...student.ingestion, maxBytes: options.maxBytes ?? student.ingestion.maxBytes },
    now,
    artefacts,
    models: artefactModels({ artefacts, records, now }),
    audit: recordAudit({ records }),
    taxonomy,
    gates,
    releaseGates,
    releases: recordReleases({ artefacts, records }),
    approvals: student.approvals,
    prices,
    catalogue: models,
    vectors: sqliteVectors({ directory: join(directory, 'vectors') }),
    features: fileFeatures({ directory: join(directory, 'features') }),
    costs: { prices, models, profile: costProfile(student) },
    newId: () => 'interaction-1',
    flows: {
      startDocumentFlow: async (document: DocumentReference) => {
        started.push(document);
      },
      awaitAnswer: (question: FlowQuestion) => answer(question),
      runAnswer: async (question: FlowQuestion, watched?: Watched) => {
        watched?.onTask?.('llmops-guard-input');
        return answer(question);
      },
    },
    reader: 'extractive',
    console: { env: 'student', sides: { mlops: true, llmops: true } },
  };
  const app = new Hono<ApiEnv>();
  app.use(async (c, next) => {
    c.set('tenant', c.req.header('x-tenant') ?? 'acme');
    const user = c.req.header('x-user');
    if (user) c.set('user', user);
    c.set('roles', (c.req.header('x-role') ?? 'reviewer').split(',').filter(isRole));
    await next();
  });
  app.route('/api', documentsArea(ports));
  app.route('/api', uploadsArea(ports));
  app.route('/', inboxRoute(inbox, { arrived: (key) => void arrived.push(key) }));
  app.route('/api', askArea(ports));
  app.route('/api', overviewArea(ports));
  app.route('/api', interactionsArea(ports));
  app.route('/api', erasureArea(ports));
  /** Takes in what has come through links. */
  const takeIn = async () => {
    const receive = receiveDocument(ports);
    for (const key of arrived.splice(0)) await receive({ detail: { object: { key } } });
  };
  app.route('/api', releasesArea(ports));
  const close = () => {
    records.close();
    ports.vectors.close();
    rmSync(directory, { recursive: true, force: true });
  };
  return { app, ports, started, asked, takeIn, close };
}

function costProfile({ env, region, serving, vectors, rag }: typeof student) {
  return { env, region, serving, vectors, rag };
}
