import * as z from 'zod';
import { InvalidInputError } from '../../errors.ts';
import type { DocumentsRead, DocumentsWrite } from '../../store-ports.ts';

const storedPromptSchema = z.strictObject({
  prompt: z.string(),
  variables: z.strictObject({
    question: z.string(),
    passages: z.array(z.strictObject({ id: z.string(), text: z.string() })),
    /** Of the clause that the question asks for; no model is shown them. */
    weights: z.record(z.string(), z.number()),
  }),
});
/** The prompt of an interaction and what it was rendered from. */
export type StoredPrompt = z.infer<typeof storedPromptSchema>;

interface Interaction {
  readonly tenant: string;
  readonly interactionId: string;
}

const BLOB = 'prompt' as const;

/** Stores the prompt under the interaction's id, as a document's blob is; returns the blob's name. */
export async function storePrompt(
  documents: DocumentsWrite<'prompt'>,
  { tenant, interactionId }: Interaction,
  prompt: StoredPrompt,
): Promise<string> {
  const body = new TextEncoder().encode(JSON.stringify(prompt));
  await documents.put({ tenant, documentId: interactionId, name: BLOB }, body, 'application/json');
  return BLOB;
}

/** @throws NotFoundError where the interaction has none, InvalidInputError for another shape */
export async function loadPrompt(
  documents: Pick<DocumentsRead<'prompt'>, 'get'>,
  { tenant, interactionId }: Interaction,
): Promise<StoredPrompt> {
  const bytes = await documents.get({ tenant, documentId: interactionId, name: BLOB });
  const parsed = storedPromptSchema.safeParse(JSON.parse(new TextDecoder().decode(bytes)));
  if (parsed.success) return parsed.data;
  throw new InvalidInputError(
    `blob ${BLOB} of interaction ${interactionId} must be a stored prompt: ` +
      `${z.prettifyError(parsed.error)}; ask the question again`,
  );
}
