import type { PortsOf } from '../../capabilities.ts';
import { contentHash } from '../../content-hash.ts';
import { NotFoundError } from '../../errors.ts';
import type { RecordKind, RecordsRead } from '../../store-ports.ts';
import { documentRecordSchema, type DocumentRecord, SIDES } from '../document/document.ts';
import { type LabelRecord, labelRecordSchema } from '../document/label-document.ts';
import { loadManifest, pathsOf } from '../mlops/data-set.ts';
import { buildReport } from './build-report.ts';
import type { Report } from './report-schema.ts';
import type { MeasuredDocument, RunMeasurement } from './run-measurement.ts';

export const COMPARE_RECORDS_TOUCHES = [
  'records.read:document',
  'records.read:label',
  'models.serving',
  'artefacts.read:data-sets',
  'settings.taxonomy',
  'settings.gates',
  'settings.costs',
  'settings.console',
  'settings.reader',
] as const;
type ComparePorts = PortsOf<(typeof COMPARE_RECORDS_TOUCHES)[number]>;

/** Ids are hashes: the first so many are a random part of them all. */
const MOST_DOCUMENTS = 10_000;
const PAGE = 200;

const NOT_A_RUN = 'only `npx strata run` asks golden questions';
const NO_LABELS = 'nobody has labelled a document that the model in service did not learn from';
const REASONS: Readonly<Record<string, string>> = {
  accuracy: NO_LABELS,
  macroF1: NO_LABELS,
  byCategory: NO_LABELS,
  confusion: NO_LABELS,
  calibrationError: NO_LABELS,
  'fieldAccuracy.overall': NO_LABELS,
  'fieldAccuracy.spurious': NO_LABELS,
  costUsdPerAnswer: NOT_A_RUN,
  hallucinationRate: NOT_A_RUN,
  answerQuality: NOT_A_RUN,
  'retrieval.recallAt5': NOT_A_RUN,
  'retrieval.recallAt5Untuned': NOT_A_RUN,
  'versions.commit': 'the documents were processed one by one, by what was deployed then',
  'versions.trainingCorpus': 'people labelled documents; there is no corpus',
  'versions.model': 'no model is in service',
  'versions.release': 'the documents were processed one by one, by what served then',
  'versions.guardrail': 'no question was asked',
};

/**
 * The report over what the tenant's documents are recorded as, scored with what people said of them;
 * documents that the model in service learned from count as read and are scored by nothing.
 */
export function compareRecords(ports: ComparePorts) {
  return async (tenant: string): Promise<Report> => {
    const records = (await readAll(ports.records, tenant, 'document')).map((value) =>
      documentRecordSchema().parse(value),
    );
    const labels = new Map(
      (await readAll(ports.records, tenant, 'label')).map((value) => {
        const label = labelRecordSchema().parse(value);
        return [label.documentId, label] as const;
      }),
    );
    const served = await servingModel(ports);
    const documents = records
      .filter((record) => record.results !== undefined)
      .map((record) => measured(record, labels.get(record.documentId), served.learned));
    const { sides } = ports.console;
    return buildReport({
      sides: SIDES.filter((side) => sides[side]),
      documents,
      rejected: records.flatMap(({ name, refusal }) =>
        refusal === undefined ? [] : [{ id: name, ...refusal }],
      ),
      fieldTypes: Object.fromEntries(ports.taxonomy.fields.map(({ name, type }) => [name, type])),
      answers: [],
      retrieval: [],
      reader: readerOf(documents) ?? ports.reader,
      gates: ports.gates,
      versions: {
        commit: null,
        corpus: contentHash(documents.map(({ documentId }) => documentId)),
        trainingCorpus: null,
        model: served.version,
        release: null,
        prompts: promptsOf(documents),
        guardrail: null,
        configuration: contentHash([ports.taxonomy, ports.gates, ports.costs]),
      },
      cost: ports.costs,
      reasons: REASONS,
    });
  };
}

async function readAll<K extends RecordKind>(
  records: RecordsRead<K>,
  tenant: string,
  kind: K,
): Promise<unknown[]> {
  const values: unknown[] = [];
  let after: string | undefined;
  do {
    const next = after === undefined ? {} : { after };
    const page = await records.list({ tenant, kind, limit: PAGE, ...next });
    values.push(...page.items.map(({ value }) => value));
    after = page.next;
  } while (after !== undefined && values.length < MOST_DOCUMENTS);
  return values;
}

interface Served {
  readonly version: string | null;
  readonly learned: ReadonlySet<string>;
}

/** The seed model's documents are nobody's: its data set is not among the artefacts. */
async function servingModel(
  ports: PortsOf<'models.serving' | 'artefacts.read:data-sets'>,
): Promise<Served> {
  try {
    const { version, dataSet } = await ports.models.serving();
    if (!(await ports.artefacts.has(pathsOf(dataSet).manifest))) {
      return { version, learned: new Set() };
    }
    const { documents } = await loadManifest(ports.artefacts, dataSet);
    return { version, learned: new Set(documents.map(({ documentId }) => documentId)) };
  } catch (error) {
    if (error instanceof NotFoundError) return { version: null, learned: new Set() };
    throw error;
  }
}

function measured(
  record: DocumentRecord,
  label: LabelRecord | undefined,
  learned: ReadonlySet<string>,
): MeasuredDocument {
  const { documentId, name } = record;
  const fields = label && Object.keys(label.fields).length > 0 ? label.fields : null;
  return {
    id: name,
    documentId,
    split: learned.has(documentId) ? 'train' : null,
    gold: label === undefined ? null : { category: label.category, fields },
    record,
  };
}

/** Who read most of them. */
function readerOf(documents: readonly MeasuredDocument[]): string | null {
  const counts = new Map<string, number>();
  for (const { record } of documents) {
    if (record.results?.llmops.status !== 'done') continue;
    const { model } = record.results.llmops.classification;
    counts.set(model, (counts.get(model) ?? 0) + 1);
  }
  const [most] = [...counts].toSorted(([, a], [, b]) => b - a);
  return most?.[0] ?? null;
}

function promptsOf(documents: readonly MeasuredDocument[]): RunMeasurement['versions']['prompts'] {
  const prompts: Record<string, string> = {};
  for (const { record } of documents) {
    if (record.results?.llmops.status !== 'done') continue;
    const { classification, extraction } = record.results.llmops;
    for (const prompt of [classification.prompt, extraction.prompt]) {
      if (prompt) prompts[`${prompt.name}.v${prompt.version}`] = prompt.hash;
    }
  }
  return prompts;
}
