import { taxonomy } from '../../../../config/taxonomy.ts';
import { languages } from '../../../../local/corpus/generate/lands.ts';
import { planCorpus } from '../../../../local/corpus/generate/plan.ts';

const plan = planCorpus(480, 1);
const count = (what: (one: (typeof plan)[number]) => boolean) => plan.filter(what).length;

test('480 documents are 40 of each category', () => {
  const counts = taxonomy.categories.map(({ name }) => count((one) => one.category === name));
  expect(counts).toEqual(Array.from({ length: 12 }, () => 40));
});

test('480 documents are 264 texts, 96 PDFs, 48 DOCX, 48 HTML pages and 24 scans', () => {
  const formats = ['text', 'pdf', 'docx', 'html', 'scan'] as const;
  expect(formats.map((format) => count((one) => one.format === format))).toEqual([
    264, 96, 48, 48, 24,
  ]);
});

test('the smallest corpus has each category once and no scan', () => {
  const small = planCorpus(12, 1);
  expect([
    new Set(small.map((one) => one.category)).size,
    small.some((one) => one.format === 'scan'),
  ]).toEqual([12, false]);
});

test('24 documents have a scan', () => {
  expect(planCorpus(24, 1).filter((one) => one.format === 'scan')).toHaveLength(1);
});

test('documents are in ten languages, most of them in English', () => {
  const shares = languages.map((name) => count((one) => one.language === name) / 480);
  expect(shares.filter((share) => share > 0.005)).toHaveLength(10);
  expect(count((one) => one.language === 'en') / 480).toBeGreaterThan(0.5);
});

test('scans are English, and no PDF is Polish', () => {
  const scans = plan.filter(({ format }) => format === 'scan');
  expect(new Set(scans.map(({ language }) => language))).toEqual(new Set(['en']));
  expect(count(({ format, language }) => format === 'pdf' && language === 'pl')).toBe(0);
});

test('the order of documents tells nothing about their category', () => {
  const neighbours = plan.filter((one, at) => one.deal === plan[at + 1]?.deal).length;
  expect(neighbours).toBeLessThan(48);
});
