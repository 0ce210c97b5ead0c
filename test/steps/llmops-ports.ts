import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import guardrailPolicy from '../../config/guardrail.json' with { type: 'json' };
import { gates } from '../../config/gates.ts';
import { models } from '../../config/models.ts';
import { prices } from '../../config/prices.ts';
import { taxonomy } from '../../config/taxonomy.ts';
import { recordAudit } from '../../lambda/domain/governance/record-audit.ts';
import { fileDocuments } from '../../local/adapters/documents.ts';
import { hashedEmbedder } from '../../local/adapters/embedder.ts';
import { policyGuardrail } from '../../local/adapters/guardrail.ts';
import { extractiveLanguageModel } from '../../local/adapters/language-model.ts';
import { memoryMetrics } from '../../local/adapters/metrics.ts';
import { sqliteRecords } from '../../local/adapters/records.ts';
import { sqliteVectors } from '../../local/adapters/vectors.ts';
import { configurationHere } from './configurations.ts';

export const TENANT = 'acme';

/** The llmops side's ports on local adapters in a folder of their own; the clock stands still. */
export function openLlmopsPorts() {
  const root = mkdtempSync(join(tmpdir(), 'strata-llmops-'));
  const now = () => Date.UTC(2026, 0, 15);
  const vectors = sqliteVectors({ directory: join(root, 'vectors') });
  const records = sqliteRecords({ directory: join(root, 'records'), now });
  const ports = {
    documents: fileDocuments({ directory: join(root, 'documents') }),
    records,
    vectors,
    embedder: hashedEmbedder(),
    guardrail: policyGuardrail(guardrailPolicy),
    configuration: configurationHere(),
    languageModel: extractiveLanguageModel(),
    audit: recordAudit({ records }),
    metrics: memoryMetrics(),
    now,
    newId: () => 'id',
    reader: 'extractive',
    gates,
    taxonomy,
    prices,
    answerTime: { longestMs: 180_000 },
    catalogue: models,
    queryExpansion: { current: async () => null },
  };
  const close = () => {
    vectors.close();
    records.close();
    rmSync(root, { recursive: true });
  };
  return { ports, close };
}

export type LlmopsPorts = ReturnType<typeof openLlmopsPorts>['ports'];

/** Stores a text as `read-document` does. */
export async function storeText(ports: LlmopsPorts, documentId: string, text: string) {
  const body = { text, pages: 1, method: 'text', mediaType: 'text/plain', ocrConfidence: null };
  const bytes = new TextEncoder().encode(JSON.stringify(body));
  const key = { tenant: TENANT, documentId, name: 'text' } as const;
  await ports.documents.put(key, bytes, 'application/json');
}
