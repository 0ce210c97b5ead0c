import { detectLanguage } from '../text/detect-language.ts';
import { documentDescriptionSchema, documentReferenceSchema } from './document.ts';
import { loadDocumentText } from './load-document-text.ts';
import { step } from '../../step.ts';
import * as z from 'zod';

/** A title stands at the top. */
const TITLE_LINES = 20;
const MAX_TITLE_CHARACTERS = 120;
/** From the first sign that is no punctuation to the last, in one pass from each end. */
const WITHIN_SIGNS = /[^\p{P}\p{S}](?:.*[^\p{P}\p{S}])?/su;

/** Title, language, size and quality of a document that was read. @throws NotFoundError */
export const describeDocument = step({
  name: 'describe-document',
  does: 'Finds title, language, size and quality of a document',
  input: documentReferenceSchema,
  output: () => documentDescriptionSchema().extend({ durationMs: z.number() }),
  touches: ['documents.read:text'],
  run: (ports) => async (document) => {
    const started = ports.now();
    const { text, pages } = await loadDocumentText(ports)(document);
    const words = text.match(/\S+/g) ?? [];
    return {
      title: titleOf(text),
      language: await detectLanguage(text),
      pages,
      characters: text.length,
      words: words.length,
      quality: qualityOf(words),
      durationMs: ports.now() - started,
    };
  },
});

/** The first line of letters that is no sentence; else the first words. */
function titleOf(text: string): string {
  const lines = text
    .split(/[\n\f]/)
    .map((line) => line.replaceAll(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
    .slice(0, TITLE_LINES);
  const title = lines.find((line) => {
    const letters = line.match(/\p{L}/gu)?.length ?? 0;
    return letters >= 3 && letters > line.length / 2 && line.length <= MAX_TITLE_CHARACTERS;
  });
  return (title ?? lines[0] ?? '').slice(0, MAX_TITLE_CHARACTERS);
}

/**
 * Share of tokens that are words (letters with a vowel, or at most 3 letters), numbers or dates.
 * Recognition of a bad scan gives single signs and runs of consonants.
 */
function qualityOf(words: readonly string[]): number {
  if (words.length === 0) return 0;
  const likely = words.filter((word) => {
    const bare = WITHIN_SIGNS.exec(word)?.[0] ?? '';
    if (/^\d[\d.,:/%-]*$/.test(bare)) return true;
    if (!/^\p{L}[\p{L}\p{M}'’&./-]*$/u.test(bare)) return false;
    return bare.length <= 3 || /[aeiouyäöüáéíóúàèìòùâêîôûåæøœ]/i.test(bare);
  });
  return Math.round((likely.length / words.length) * 1_000) / 1_000;
}
