import * as ar from 'stdnum/lib/cjs/ar/cuit';
import * as at from 'stdnum/lib/cjs/at/uid';
import * as au from 'stdnum/lib/cjs/au/abn';
import * as be from 'stdnum/lib/cjs/be/vat';
import * as bg from 'stdnum/lib/cjs/bg/vat';
import * as br from 'stdnum/lib/cjs/br/cnpj';
import * as ca from 'stdnum/lib/cjs/ca/bn';
import * as che from 'stdnum/lib/cjs/ch/vat';
import * as cl from 'stdnum/lib/cjs/cl/rut';
import * as cn from 'stdnum/lib/cjs/cn/uscc';
import * as cy from 'stdnum/lib/cjs/cy/vat';
import * as cz from 'stdnum/lib/cjs/cz/dic';
import * as de from 'stdnum/lib/cjs/de/vat';
import * as dk from 'stdnum/lib/cjs/dk/cvr';
import * as ee from 'stdnum/lib/cjs/ee/kmkr';
import * as es from 'stdnum/lib/cjs/es/nif';
import * as fi from 'stdnum/lib/cjs/fi/alv';
import * as fr from 'stdnum/lib/cjs/fr/tva';
import * as gb from 'stdnum/lib/cjs/gb/vat';
import * as el from 'stdnum/lib/cjs/gr/vat';
import * as hr from 'stdnum/lib/cjs/hr/oib';
import * as hu from 'stdnum/lib/cjs/hu/anum';
import * as ie from 'stdnum/lib/cjs/ie/vat';
import * as ind from 'stdnum/lib/cjs/in/gstin';
import * as it from 'stdnum/lib/cjs/it/iva';
import * as jp from 'stdnum/lib/cjs/jp/cn';
import * as kr from 'stdnum/lib/cjs/kr/brn';
import * as lt from 'stdnum/lib/cjs/lt/pvm';
import * as lu from 'stdnum/lib/cjs/lu/tva';
import * as lv from 'stdnum/lib/cjs/lv/pvn';
import * as mt from 'stdnum/lib/cjs/mt/vat';
import * as mx from 'stdnum/lib/cjs/mx/rfc';
import * as nl from 'stdnum/lib/cjs/nl/btw';
import * as no from 'stdnum/lib/cjs/no/mva';
import * as pl from 'stdnum/lib/cjs/pl/nip';
import * as pt from 'stdnum/lib/cjs/pt/nif';
import * as ro from 'stdnum/lib/cjs/ro/cui';
import * as ru from 'stdnum/lib/cjs/ru/inn';
import * as se from 'stdnum/lib/cjs/se/vat';
import * as sg from 'stdnum/lib/cjs/sg/uen';
import * as si from 'stdnum/lib/cjs/si/ddv';
import * as sk from 'stdnum/lib/cjs/sk/dph';
import * as tr from 'stdnum/lib/cjs/tr/vkn';
import * as us from 'stdnum/lib/cjs/us/ein';
import type { CharacterRange } from './character-range.ts';

export interface FoundTaxNumber {
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** Without blanks and marks, a VAT number with its prefix. */
  readonly value: string;
  readonly range: CharacterRange;
}

interface Validator {
  readonly validate: (value: string) => { readonly isValid: boolean };
}

/** Prefixes of VAT numbers: EN 16931 BT-31 (ISO 3166-1, Greece `EL`), Switzerland `CHE`, Norway `NO`. */
const VAT: Readonly<Record<string, Validator>> = {
  AT: at,
  BE: be,
  BG: bg,
  CHE: che,
  CY: cy,
  CZ: cz,
  DE: de,
  DK: dk,
  EE: ee,
  EL: el,
  ES: es,
  FI: fi,
  FR: fr,
  GB: gb,
  HR: hr,
  HU: hu,
  IE: ie,
  IT: it,
  LT: lt,
  LU: lu,
  LV: lv,
  MT: mt,
  NL: nl,
  NO: no,
  PL: pl,
  PT: pt,
  RO: ro,
  SE: se,
  SI: si,
  SK: sk,
};
/** As written in the document, with the separators of the country: a bare run of digits says nothing. */
const WITHOUT_PREFIX: readonly (readonly [country: string, Validator, RegExp])[] = [
  ['IN', ind, /(?<![A-Z\d])\d{2}[A-Z]{5}\d{4}[A-Z][A-Z\d]Z[A-Z\d](?![A-Z\d])/g],
  ['BR', br, /(?<!\d)\d{2}\.\d{3}\.\d{3}\/\d{4}-\d{2}(?!\d)/g],
  ['AU', au, /(?<=\bABN:? ?)\d{2} ?\d{3} ?\d{3} ?\d{3}(?!\d)/g],
  ['CA', ca, /(?<![\d])\d{9} ?R[TPCM] ?\d{4}(?!\d)/g],
  ['MX', mx, /(?<![A-ZÑ&\d])[A-ZÑ&]{3,4}-?\d{6}-?[A-Z\d]{3}(?![A-Z\d])/g],
  ['AR', ar, /(?<!\d)(?:20|23|24|27|30|33|34)-\d{8}-\d(?!\d)/g],
  ['CL', cl, /(?<!\d)\d{1,2}\.\d{3}\.\d{3}-[\dkK](?!\w)/g],
  ['CN', cn, /(?<![A-Z\d])9[1-3]\d{6}[A-HJ-NP-RTUW-Y\d]{10}(?![A-Z\d])/g],
  ['KR', kr, /(?<![\d-])\d{3}-\d{2}-\d{5}(?![\d-])/g],
  ['US', us, /(?<=\b(?:EIN|FEIN|TIN)[.:#]{0,2} ?)\d{2}-\d{7}(?!\d)/g],
  ['RU', ru, /(?<=ИНН[.:]? ?)\d{10}(?:\d{2})?(?!\d)/g],
  ['TR', tr, /(?<=\b(?:VKN|Vergi No)[.:]? ?)\d{10}(?!\d)/g],
  ['JP', jp, /(?<![A-Z\d])(?<=T)\d{13}(?!\d)/g],
  ['SG', sg, /(?<![A-Z\d])(?:\d{8,9}[A-Z]|[TS]\d{2}[A-Z]{2}\d{4}[A-Z])(?![A-Z\d])/g],
];
const PREFIXED = new RegExp(
  String.raw`(?<![A-Z\d])(?<prefix>${Object.keys(VAT).join('|')})[ -]?(?<number>[A-Z\d](?:[ .-]?[A-Z\d]){6,13})(?![A-Z\d])`,
  'g',
);

/**
 * VAT and tax numbers of 44 countries whose check digits are right, in order; the rules of each
 * country are `stdnum`'s (a port of python-stdnum).
 */
export function findTaxNumbers(text: string): readonly FoundTaxNumber[] {
  const found: FoundTaxNumber[] = [];
  for (const match of text.matchAll(PREFIXED)) {
    const { prefix = '', number = '' } = match.groups ?? {};
    // A word after the number may look like its end: the longest valid beginning counts.
    const parts = number.split(/(?=[ .-])/);
    for (let count = parts.length; count > 0; count -= 1) {
      const written = parts.slice(0, count).join('');
      const value = `${prefix}${bare(written)}`;
      if (!isVatNumber(value)) continue;
      const end = match.index + match[0].length - number.length + written.length;
      found.push({ country: countryOfPrefix(prefix), value, range: [match.index, end] });
      break;
    }
  }
  for (const [country, { validate }, pattern] of WITHOUT_PREFIX) {
    for (const match of text.matchAll(pattern)) {
      if (!validate(bare(match[0])).isValid) continue;
      const range = [match.index, match.index + match[0].length] as const;
      found.push({ country, value: bare(match[0]), range });
    }
  }
  return found.sort((a, b) => a.range[0] - b.range[0]);
}

/** Whether a VAT number with its prefix has the form and the check digits of its country. */
export function isVatNumber(text: string): boolean {
  const value = bare(text);
  const prefix = value.startsWith('CHE') ? 'CHE' : value.slice(0, 2);
  const validator = VAT[prefix];
  if (validator === undefined) return false;
  return (
    validator.validate(value).isValid || validator.validate(value.slice(prefix.length)).isValid
  );
}

function countryOfPrefix(prefix: string): string {
  return prefix === 'EL' ? 'GR' : prefix.slice(0, 2);
}

function bare(text: string): string {
  return text.replace(/[\s./-]/g, '').toUpperCase();
}
