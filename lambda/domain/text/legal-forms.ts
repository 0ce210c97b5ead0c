/**
 * Legal forms as names of companies carry them, by country: ISO 20275 Entity Legal Forms (code list
 * of GLEIF, version 1.5), abbreviations in use; dots and blanks in them do not matter.
 */
const FORMS: Readonly<Record<string, string>> = {
  US: 'Inc|Incorporated|Corp|Corporation|LLC|L.L.C|LLP|LLLP|LP|L.P|PLLC|PC|P.C|Company|Co|Trust|Bank|University',
  GB: 'Ltd|Limited|PLC|LLP|CIC',
  IE: 'DAC|Teo|CLG|UC',
  AU: 'Pty|Pty Ltd',
  ZA: 'Pty|NPC|SOC Ltd',
  MY: 'Sdn Bhd|Bhd|Berhad|S/B',
  SG: 'Pte|Pte Ltd',
  IN: 'Pvt|Pvt Ltd|Private Limited',
  HK: 'Limited',
  DE: 'GmbH|AG|KG|KGaA|OHG|UG|e.K|e.V|eG|GbR|PartG|mbH|SE|Aktiengesellschaft',
  AT: 'GesmbH|Ges.m.b.H|OG|e.U',
  CH: 'Sagl|Sàrl|GmbH|AG|SA',
  FR: 'SA|S.A|SAS|S.A.S|SASU|SARL|S.A.R.L|EURL|SNC|SCI|SCA',
  BE: 'BV|SRL|BVBA|SPRL|NV|VZW|ASBL',
  LU: 'S.à r.l|S.A|SCS|SICAV',
  NL: 'B.V|BV|N.V|NV|V.O.F|VOF|C.V',
  ES: 'S.L|SL|S.L.U|SLU|S.A|S.A.U|SAU|S. Coop|S.C|SLL',
  PT: 'Lda|Unipessoal Lda|S.A|SGPS',
  BR: 'Ltda|S/A|EIRELI',
  IT: 'S.p.A|SpA|S.r.l|Srl|S.r.l.s|S.a.s|S.n.c',
  MX: 'S.A. de C.V|SA de CV|S. de R.L|SAPI',
  AR: 'S.R.L|S.A.I.C',
  SE: 'AB|Aktiebolag|HB',
  NO: 'AS|ASA|ANS',
  DK: 'A/S|ApS|I/S|K/S|P/S',
  FI: 'Oy|Oyj|Ky|Ab',
  PL: 'Sp. z o.o|S.A|sp.k|sp.j|spółka z o.o',
  CZ: 's.r.o|a.s|v.o.s|k.s',
  SK: 's. r. o|spol. s r.o',
  HU: 'Kft|Zrt|Nyrt|Bt|Kkt',
  RO: 'S.R.L|SRL|S.A',
  BG: 'ООД|ЕООД|АД|ЕАД',
  GR: 'Α.Ε|ΕΠΕ|ΙΚΕ|A.E',
  TR: 'A.Ş|Ltd. Şti|A.S',
  RU: 'ООО|ПАО|АО|OOO|PAO',
  JP: 'KK|K.K|GK|Kabushiki Kaisha',
};

/** Alternatives of a pattern, longest first: as listed, and in capitals. */
export const LEGAL_FORM = [
  ...new Set(
    Object.values(FORMS)
      .flatMap((forms) => forms.split('|'))
      .flatMap((form) => [form, form.toUpperCase()]),
  ),
]
  .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
  .map((form) => form.replaceAll('.', String.raw`\.?`).replaceAll(' ', String.raw`[ ]?`))
  .join('|');

/** A name's words joined by commas, `&` and small words, up to one legal form or several. */
export const COMPANY = new RegExp(
  String.raw`(?<![\p{L}\d])(?:[\p{Lu}\d][\p{L}\d&.'’+/-]*,?[ \t\n]+(?:(?:of|and|&|de|und|y|the|et|e)[ \t]+)?|\(\p{Lu}+\)[ \t]+){1,7}?(?:${LEGAL_FORM})(?![\p{L}\d])\.?(?:[\s,]+(?:${LEGAL_FORM})(?![\p{L}\d])\.?)*(?:[ ]*&[ ]*Co\.?[ ]*KG)?`,
  'gu',
);

const FORM = new RegExp(`(?<![\\p{L}\\d])(?:${LEGAL_FORM})(?![\\p{L}\\d])`, 'u');

/** Whether a line carries a legal form after a name. */
export function isCompanyName(line: string): boolean {
  const at = line.search(FORM);
  return at > 1;
}
