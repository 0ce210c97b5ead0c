import {
  type Block,
  DetectDocumentTextCommand,
  GetDocumentTextDetectionCommand,
  StartDocumentTextDetectionCommand,
  TextractClient,
} from '@aws-sdk/client-textract';
import type { LayoutLine, PageContent } from '../domain/layout/document-layout.ts';
import { InvalidInputError, UnavailableError } from '../errors.ts';
import type { Text } from '../ports.ts';
import { type AwsCall, callAws } from './aws-errors.ts';
import { type ClientSettings, clientSettings } from './client-settings.ts';

/** DetectDocumentText takes one page of at most 10 MB; larger or longer scans go by a job. */
const MAX_SYNC_BYTES = 10_000_000;
/** Below the 900 s of a function, so that the step fails in words and is tried again. */
const MAX_WAIT_MS = 600_000;
const MAX_POLL_MS = 5_000;
/** Textract's words for a file that no retry will make readable. */
const UNREADABLE = new Set([
  'BadDocumentException',
  'DocumentTooLargeException',
  'InvalidS3ObjectException',
  'UnsupportedDocumentException',
]);

interface Job {
  readonly client: TextractClient;
  readonly call: AwsCall;
  readonly wait: (milliseconds: number) => Promise<void>;
}

/**
 * Images by DetectDocumentText, PDF and TIFF by a job on the stored `source` blob. Lines stand in
 * Textract's order (top to bottom, column by column). Needs textract:DetectDocumentText,
 * StartDocumentTextDetection, GetDocumentTextDetection and s3:GetObject on the documents bucket.
 */
export function textractText(options: {
  readonly documentsBucket: string;
  readonly client?: ClientSettings;
  readonly wait?: (milliseconds: number) => Promise<void>;
}): Text {
  const job: Job = {
    client: new TextractClient(
      clientSettings(options.client ?? {}, { requestTimeoutMs: 60_000, attempts: 6 }),
    ),
    call: {
      service: 'Textract',
      resource: 'text detection',
      remedy: 'let the construct that reads documents grant this function Textract',
    },
    wait: options.wait ?? sleep,
  };
  return {
    async recognise({ document, bytes, mediaType }) {
      const image = mediaType === 'image/png' || mediaType === 'image/jpeg';
      const blocks = await explain(document.documentId, () =>
        image && bytes.byteLength <= MAX_SYNC_BYTES
          ? detect(job, bytes)
          : detectStored(job, {
              bucket: options.documentsBucket,
              key: `${document.tenant}/${document.documentId}/source`,
              token: document.documentId,
            }),
      );
      return pagesOf(blocks);
    },
  };
}

async function detect({ client, call }: Job, bytes: Uint8Array): Promise<readonly Block[]> {
  const command = new DetectDocumentTextCommand({ Document: { Bytes: bytes } });
  return (await callAws(call, () => client.send(command))).Blocks ?? [];
}

/** The same token gives the same job: a repeated step does not pay twice. */
async function detectStored(
  job: Job,
  object: { readonly bucket: string; readonly key: string; readonly token: string },
): Promise<readonly Block[]> {
  const start = new StartDocumentTextDetectionCommand({
    DocumentLocation: { S3Object: { Bucket: object.bucket, Name: object.key } },
    ClientRequestToken: object.token,
  });
  const { JobId } = await callAws(job.call, () => job.client.send(start));
  let page = await finished(job, JobId, object.key);
  const blocks = [...(page.Blocks ?? [])];
  while (page.NextToken) {
    const next = new GetDocumentTextDetectionCommand({ JobId, NextToken: page.NextToken });
    page = await callAws(job.call, () => job.client.send(next));
    blocks.push(...(page.Blocks ?? []));
  }
  return blocks;
}

/** Waits for the job's end and returns its first page of blocks. */
async function finished({ client, call, wait }: Job, JobId: string | undefined, key: string) {
  for (let waitedMs = 0; waitedMs < MAX_WAIT_MS; ) {
    const get = new GetDocumentTextDetectionCommand({ JobId });
    const page = await callAws(call, () => client.send(get));
    if (page.JobStatus === 'SUCCEEDED') return page;
    if (page.JobStatus !== 'IN_PROGRESS') {
      throw new InvalidInputError(
        `Textract must read every page of ${key}, job ${JobId} ended ${page.JobStatus}: ` +
          `${page.StatusMessage ?? 'no reason given'}; check that the file opens and is not encrypted`,
      );
    }
    const pauseMs = Math.min(1_000 + waitedMs / 2, MAX_POLL_MS);
    await wait(pauseMs);
    waitedMs += pauseMs;
  }
  throw new UnavailableError(`Textract is still reading ${key} after 10 minutes`, 30);
}

async function explain<T>(documentId: string, run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (cause) {
    if (!(cause instanceof Error) || !UNREADABLE.has(cause.name)) throw cause;
    throw new InvalidInputError(
      `Textract must be able to open document ${documentId}: ${cause.name}: ${cause.message}`,
      { cause },
    );
  }
}

function pagesOf(blocks: readonly Block[]): { readonly pages: readonly PageContent[] } {
  const count = Math.max(1, ...blocks.map((block) => block.Page ?? 1));
  const lines = blocks.filter((block) => block.BlockType === 'LINE');
  const pages = Array.from({ length: count }, (_, index) =>
    pageOf(lines.filter((line) => (line.Page ?? 1) === index + 1)),
  );
  return { pages };
}

function pageOf(lines: readonly Block[]): PageContent {
  let text = '';
  const placed = lines.map((line): LayoutLine => {
    if (text !== '') text += '\n';
    const start = text.length;
    text += line.Text ?? '';
    return { range: [start, text.length], box: boxOf(line) };
  });
  const sum = lines.reduce((total, line) => total + (line.Confidence ?? 0), 0);
  const confidence = lines.length === 0 ? null : sum / lines.length / 100;
  const unknown = { width: 0, height: 0, blocks: [], tables: [], pairs: [] };
  return { ...unknown, text, source: 'recognised', confidence, lines: placed };
}

/** Textract gives boxes in shares of the page, as the document model does. */
function boxOf({ Geometry }: Block): LayoutLine['box'] {
  const { Left, Top, Width, Height } = Geometry?.BoundingBox ?? {};
  if (Left === undefined || Top === undefined) return null;
  return [Left, Top, Left + (Width ?? 0), Top + (Height ?? 0)];
}

function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}
