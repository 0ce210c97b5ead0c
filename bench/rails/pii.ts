import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import * as z from 'zod';
import { findPii } from '../../lambda/domain/rails/pii.ts';

/** Kinds of the labels, and the guardrail's kinds that mean the same. */
const KINDS: Readonly<Record<string, readonly string[]>> = {
  EMAIL_ADDRESS: ['EMAIL'],
  CREDIT_CARD: ['CREDIT_DEBIT_CARD_NUMBER'],
  IBAN_CODE: ['INTERNATIONAL_BANK_ACCOUNT_NUMBER'],
  US_SSN: ['US_SOCIAL_SECURITY_NUMBER'],
  PHONE_NUMBER: ['PHONE'],
  IP_ADDRESS: ['IP_ADDRESS'],
  DOMAIN_NAME: ['URL'],
  AGE: ['AGE'],
  PERSON: ['NAME'],
  STREET_ADDRESS: ['ADDRESS'],
  US_DRIVER_LICENSE: ['DRIVER_ID'],
};
const lineSchema = z.object({
  text: z.string(),
  spans: z.array(z.tuple([z.string(), z.number(), z.number()])),
});
type Line = z.infer<typeof lineSchema>;

/** Prints recall and precision of each kind on two halves of labelled sentences. */
export function scorePii(path: string, show: string): void {
  const bytes = readFileSync(path);
  const lines = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes)
    .toString('utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => lineSchema.parse(JSON.parse(line)));

  for (const [part, half] of [
    ['developed on', lines.filter((_, at) => at % 2 === 0)],
    ['kept', lines.filter((_, at) => at % 2 === 1)],
  ] as const) {
    const table = Object.entries(KINDS).map(([label, kinds]) =>
      score(half, label, kinds, part === 'developed on' && label === show),
    );
    console.log(`${part}: ${half.length} texts`);
    console.table(Object.fromEntries(table));
  }
}

function score(half: readonly Line[], label: string, kinds: readonly string[], shown: boolean) {
  let labelled = 0;
  let found = 0;
  let given = 0;
  let right = 0;
  for (const { text, spans } of half) {
    const wanted = spans.filter(([type]) => type === label);
    const got = findPii(text).filter(({ type }) => kinds.includes(type));
    const meets = ([, start, end]: Line['spans'][number], [from, to]: readonly [number, number]) =>
      from < end && start < to;
    labelled += wanted.length;
    given += got.length;
    for (const span of wanted) {
      const isFound = got.some(({ range }) => meets(span, range));
      found += isFound ? 1 : 0;
      if (!isFound && shown) console.log(`missed: ${text.slice(span[1], span[2])} | ${text}`);
    }
    for (const { range } of got) {
      const isRight = wanted.some((span) => meets(span, range));
      right += isRight ? 1 : 0;
      if (!isRight && shown) console.log(`wrong: ${text.slice(...range)} | ${text}`);
    }
  }
  const share = (part: number, whole: number) =>
    whole === 0 ? null : Number((part / whole).toFixed(3));
  return [
    label,
    { labelled, recall: share(found, labelled), given, precision: share(right, given) },
  ] as const;
}
