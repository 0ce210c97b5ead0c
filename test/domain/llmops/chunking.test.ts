import * as fc from 'fast-check';
import { chunkText } from '../../../lambda/domain/llmops/retrieval/chunking.ts';

const settings = { strategy: 'recursive', chunkTokens: 400, overlapTokens: 60 } as const;
const wordsOf = (text: string) => text.match(/\S+/g)?.length ?? 0;
const sentence = (from: number) =>
  `${Array.from({ length: 20 }, (_, at) => `w${from + at}`).join(' ')}.`;

/** Words, line ends, tables, headings and runs without spaces, in any order. */
const texts = fc
  .array(
    fc.oneof(
      fc.lorem({ maxCount: 40 }),
      fc.constantFrom(
        '\n\n',
        '\n',
        '1. Term\n',
        'GOVERNING LAW\n',
        'a\tb\tc\n',
        '甲乙丙丁'.repeat(60),
      ),
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(' '));

test('no chunk has more than 300 words at 400 tokens', () => {
  fc.assert(
    fc.property(texts, (text) =>
      chunkText(text, settings).every(({ range }) => wordsOf(text.slice(...range)) <= 300),
    ),
  );
});

test('every word lies in a chunk', () => {
  fc.assert(
    fc.property(texts, fc.constantFrom('recursive', 'fixed'), (text, strategy) => {
      const chunks = chunkText(text, { ...settings, chunkTokens: 100, strategy });
      return [...text.matchAll(/\S+/g)].every((word) => {
        const end = word.index + word[0].length;
        const first = chunks.some(({ range }) => range[0] <= word.index && word.index < range[1]);
        return first && chunks.some(({ range }) => range[0] < end && end <= range[1]);
      });
    }),
  );
});

test('ranges go forward and stay inside the text', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const chunks = chunkText(text, { ...settings, chunkTokens: 100 });
      return chunks.every(({ range }, at) => {
        const before = chunks[at - 1]?.range ?? [-1, 0];
        return range[0] > before[0] && range[1] > before[1] && range[1] <= text.length;
      });
    }),
  );
});

test('a text without words has no chunks', () => {
  expect(chunkText(' \n\n ', settings)).toEqual([]);
});

test('300 kB on one line are cut in less than a second', () => {
  const text = Array.from({ length: 2_500 }, (_, at) => sentence(at * 20)).join(' ');
  const started = performance.now();
  const chunks = chunkText(text, settings);
  expect([chunks.length > 160, performance.now() - started < 1_000]).toEqual([true, true]);
});

test('300 kB without a space are cut into bounded chunks', () => {
  const text = 'x'.repeat(300_000);
  const longest = Math.max(...chunkText(text, settings).map(({ range }) => range[1] - range[0]));
  expect(longest).toBeLessThanOrEqual(12_000);
});

test('a chunk begins with the overlap of the one before', () => {
  const text = Array.from({ length: 40 }, (_, at) => sentence(at * 20)).join(' ');
  const [first, second] = chunkText(text, settings);
  const shared = text.slice(second?.range[0], first?.range[1]);
  expect([wordsOf(shared) > 0, wordsOf(shared) <= 45]).toEqual([true, true]);
});

test('a recursive chunk ends where a section begins', () => {
  const body = Array.from({ length: 12 }, (_, at) => sentence(at * 20)).join(' ');
  const text = `1. Term\n${body}\n\n2. Law\n${body}`;
  const [first] = chunkText(text, { ...settings, overlapTokens: 0 });
  expect(text.slice(first?.range[1]).trimStart().startsWith('2. Law')).toBe(true);
});

test('a chunk knows the headings that it stands under', () => {
  const body = Array.from({ length: 20 }, (_, at) => sentence(at * 20)).join(' ');
  const text = `ARTICLE 4\n\n4.1 Notice\n${body}`;
  expect(chunkText(text, settings).at(-1)?.headings).toEqual(['ARTICLE 4', '4.1 Notice']);
});

test('a table row is not cut', () => {
  const rows = Array.from({ length: 100 }, (_, at) => `item ${at}\t2 pieces\tEUR ${at}.00`);
  const text = rows.join('\n');
  const ends = chunkText(text, { ...settings, overlapTokens: 0 }).map(({ range }) => range[1]);
  expect(ends.every((end) => end === text.length || text[end] === '\n')).toBe(true);
});

test('fixed chunks are full to the word', () => {
  const text = Array.from({ length: 50 }, (_, at) => sentence(at * 20)).join(' ');
  const [first] = chunkText(text, { ...settings, strategy: 'fixed' });
  expect(wordsOf(text.slice(...(first?.range ?? [0, 0])))).toBe(300);
});
