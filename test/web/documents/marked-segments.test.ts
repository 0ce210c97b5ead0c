import { segmentText, type Mark } from '../../../web/documents/marked-segments.ts';

const mark = (side: Mark['side'], start: number, end: number): Mark => ({
  side,
  field: 'total_amount',
  range: [start, end],
});

test('segments put together are the text', () => {
  const text = 'Total EUR 48,000.00 within 30 days';
  const segments = segmentText(text, [mark('mlops', 6, 19), mark('llmops', 10, 26)], [0, 12]);
  expect(segments.map((segment) => segment.text).join('')).toBe(text);
});

test('where marks overlap a segment carries both', () => {
  const segments = segmentText('abcdef', [mark('mlops', 0, 4), mark('llmops', 2, 6)], null);
  expect(segments.map(({ text, marks }) => [text, marks.map(({ side }) => side)])).toEqual([
    ['ab', ['mlops']],
    ['cd', ['mlops', 'llmops']],
    ['ef', ['llmops']],
  ]);
});

test('a range beyond the text is clipped', () => {
  const segments = segmentText('abc', [mark('mlops', 1, 99)], null);
  expect(segments.map(({ text }) => text)).toEqual(['a', 'bc']);
});

test('a text without marks is one segment', () => {
  expect(segmentText('abc', [], null)).toHaveLength(1);
});
