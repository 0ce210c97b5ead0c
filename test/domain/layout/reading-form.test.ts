import { readingForm, visibleText } from '../../../lambda/domain/layout/reading-form.ts';

test.each([
  ['zero-width spaces', 'To\u200btal 1,2\u200b84', 'Total 1,284'],
  ['soft hyphens', 'In\u00advoice', 'Invoice'],
  ['word joiners and byte order marks', '\ufeffTo\u2060tal', 'Total'],
  ['marks of direction', '\u200e\u202aTotal\u202c\u2066 9\u2069', 'Total 9'],
  ['joiners between Latin letters', 'To\u200dt\u200cal', 'Total'],
  ['tags', 'Total\u{e0041}\u{e0042}', 'Total'],
  ['fillers', 'a\u3164b', 'ab'],
])('%s are not seen', (_what, text, seen) => {
  expect(visibleText(text)).toBe(seen);
});

test.each([
  ['families of emoji', '👨‍👩‍👧 paid'],
  ['flags of regions', '🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}'],
  ['Persian half spaces', 'می‌شود'],
  ['conjuncts of Devanagari', 'क्‍ष'],
  ['fixed spaces', '1\u202f284,00\u00a0€'],
  ['curly quotes and dashes', '‘copy’ – “original”'],
])('%s stay as they are', (_what, text) => {
  expect(visibleText(text)).toBe(text);
});

test.each(['a\r\nb', 'a\rb', 'a\u2028b', 'a\u2029b', 'a\u0085b'])('%j is two lines', (text) => {
  expect(visibleText(text)).toBe('a\nb');
});

test.each(Array.from('‐‑‒–—―−－﹣'))('%s reads as a hyphen', (dash) => {
  expect(readingForm(`14${dash}03`)).toBe('14-03');
});

test.each(Array.from('’‘ʼ′´`'))('%s reads as an apostrophe', (sign) => {
  expect(readingForm(`1${sign}284`)).toBe("1'284");
});

test('fixed spaces stay apart from others', () => {
  expect(readingForm('1\u202f284\u2009\u3000x')).toBe('1\u00a0284  x');
});

test('the form for readers is as long as the text', () => {
  const text = 'a–b ’c’ \u202f😀 １－２';
  expect(readingForm(text)).toHaveLength(text.length);
});
