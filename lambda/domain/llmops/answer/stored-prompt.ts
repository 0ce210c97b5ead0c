import * as z from 'zod';
import { InvalidInputError } from '../../../errors.ts';
import { lazily } from '../../../lazily.ts';
import type { DocumentsRead, DocumentsWrite } from '../../../store-ports.ts';
import type { ShownPassage } from './answer.ts';

/** What a question's model is shown, and what that was made of. */
export interface StoredPrompt {
  readonly prompt: string;
  readonly question: string;
  /** In the order of their numbers, from 1. */
  readonly passages: readonly ShownPassage[];
  /** As planned; no model is shown them. */
  readonly weights: Readonly<Record<string, number>>;
}

const storedPromptSchema = lazily(
  (): z.ZodType<StoredPrompt> =>
    z.strictObject({
      prompt: z.string(),
      question: z.string(),
      passages: z.array(
        z.strictObject({
          chunkId: z.string(),
          documentId: z.string(),
          range: z.tuple([z.int().min(0), z.int().min(0)]),
          text: z.string(),
          shown: z.string(),
          suspect: z.array(z.tuple([z.int().min(0), z.int().min(0)])),
          headings: z.array(z.string()),
        }),
      ),
      weights: z.record(z.string(), z.number()),
    }),
);

interface InteractionKey {
  readonly tenant: string;
  readonly interactionId: string;
}

const BLOB = 'prompt' as const;

/** Stores the prompt under the interaction's id, as a document's blob is. */
export async function storePrompt(
  documents: DocumentsWrite<typeof BLOB>,
  { tenant, interactionId }: InteractionKey,
  prompt: StoredPrompt,
): Promise<void> {
  const body = new TextEncoder().encode(JSON.stringify(prompt));
  await documents.put({ tenant, documentId: interactionId, name: BLOB }, body, 'application/json');
}

/** @throws NotFoundError where the interaction has none, InvalidInputError for another shape */
export async function loadPrompt(
  documents: Pick<DocumentsRead<typeof BLOB>, 'get'>,
  { tenant, interactionId }: InteractionKey,
): Promise<StoredPrompt> {
  const bytes = await documents.get({ tenant, documentId: interactionId, name: BLOB });
  const parsed = storedPromptSchema().safeParse(JSON.parse(new TextDecoder().decode(bytes)));
  if (parsed.success) return parsed.data;
  throw new InvalidInputError(
    `blob ${BLOB} of interaction ${interactionId} must be a stored prompt: ` +
      `${z.prettifyError(parsed.error)}; ask the question again`,
  );
}
