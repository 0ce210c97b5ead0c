import type { Audit } from '../../../ports.ts';
import type { Answer } from './answer.ts';

/** A closed record as the audit log keeps it: without what was said and quoted. */
export function auditedAnswer(answer: Answer): Parameters<Audit['append']>[0] {
  const { tenant, interactionId: id } = answer;
  const { text: _text, question: _question, citations, ...detail } = answer;
  const places = citations.map(({ chunkId, range }) => ({ chunkId, range }));
  return { tenant, id, kind: 'answer', detail: { ...detail, citations: places } };
}
