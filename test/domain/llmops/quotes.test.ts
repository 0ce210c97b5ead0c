import { findQuote } from '../../../lambda/domain/llmops/quotes.ts';

test('a quote with a hyphen and a slash is found across a line break', () => {
  const text = 'Order GUK-667/2\nof Blue Data Limited';
  expect(findQuote(text, 'GUK-667/2 of Blue')).toEqual([6, 23]);
});

test('characters that mean something in a pattern stand for themselves', () => {
  const text = 'Total (net): $5.00*\n[a|b] {x}^?';
  expect(findQuote(text, '(net): $5.00* [a|b] {x}^?')).toEqual([6, 31]);
});

test('a quote with other words stands nowhere', () => {
  expect(findQuote('Order GUK-667', 'Order GUK-668')).toBeNull();
});

test('a quote that nearly stands everywhere takes no longer than others', () => {
  const text = '# '.repeat(200_000);
  const started = performance.now();
  expect(findQuote(text, `${'# '.repeat(3_000)}!`)).toBeNull();
  expect(performance.now() - started).toBeLessThan(2_000);
});
