/** An encoding of two bytes a character, by the rows of its standard. */
interface DoubleByte {
  readonly label: string;
  isLead(byte: number): boolean;
  /** Rows that hold kana, hangul, punctuation and the level of common characters. */
  isCommon(lead: number, trail: number): boolean;
  /** Rows of kana or hangul: what Japanese and Korean have and Chinese has not. */
  isOwn(lead: number, trail: number): boolean;
}

const between = (byte: number, low: number, high: number): boolean => byte >= low && byte <= high;
const never = (): boolean => false;

/** Levels of common characters: GB 2312, Big5, KS X 1001 and JIS X 0208 order them so. */
const ENCODINGS: readonly DoubleByte[] = [
  {
    label: 'gb18030',
    isLead: (byte) => between(byte, 0x81, 0xfe),
    isCommon: (lead, trail) =>
      trail >= 0xa1 && (between(lead, 0xb0, 0xd7) || between(lead, 0xa1, 0xa3)),
    isOwn: never,
  },
  {
    label: 'big5',
    isLead: (byte) => between(byte, 0x81, 0xfe),
    isCommon: (lead) => between(lead, 0xa1, 0xc6),
    isOwn: never,
  },
  {
    label: 'euc-kr',
    isLead: (byte) => between(byte, 0x81, 0xfe),
    isCommon: (lead, trail) =>
      trail >= 0xa1 && (between(lead, 0xb0, 0xc8) || between(lead, 0xa1, 0xa3)),
    isOwn: (lead, trail) => trail >= 0xa1 && between(lead, 0xb0, 0xc8),
  },
  {
    label: 'euc-jp',
    isLead: (byte) => byte === 0x8e || between(byte, 0xa1, 0xfe),
    isCommon: (lead, trail) =>
      trail >= 0xa1 && (between(lead, 0xb0, 0xcf) || between(lead, 0xa1, 0xa5)),
    isOwn: (lead) => lead === 0xa4 || lead === 0xa5,
  },
  {
    label: 'shift_jis',
    isLead: (byte) => between(byte, 0x81, 0x9f) || between(byte, 0xe0, 0xfc),
    isCommon: (lead) => between(lead, 0x81, 0x83) || between(lead, 0x88, 0x98),
    isOwn: (lead, trail) => (lead === 0x82 && trail >= 0x9f) || lead === 0x83,
  },
];
/** Share of Hangul or kana from which a text is Korean or Japanese. */
const OWN_SHARE: Readonly<Record<string, number>> = {
  'euc-kr': 0.9,
  'euc-jp': 0.08,
  shift_jis: 0.08,
};
const MIN_COMMON_SHARE = 0.7;
const MIN_PAIRS = 2;

/** Encodings of two bytes that the bytes may be in, best first, with 0 to 1 for each. */
export function doubleByteCandidates(
  bytes: Uint8Array,
): readonly { readonly label: string; readonly score: number }[] {
  return ENCODINGS.map((encoding) => ({ label: encoding.label, score: scoreOf(bytes, encoding) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score);
}

function scoreOf(bytes: Uint8Array, encoding: DoubleByte): number {
  const counted = count(bytes, encoding);
  const { pairs, common, own, lowTrails, alone, beside } = counted;
  if (pairs < MIN_PAIRS || common < (pairs + alone) * MIN_COMMON_SHARE) return 0;
  // Words of one high letter among Latin ones, or bytes of one case only: no such script.
  if (beside < pairs * 0.6 || (pairs >= 8 && lowTrails < pairs * 0.08)) return 0;
  const share = common / (pairs + alone);
  const needed = OWN_SHARE[encoding.label] ?? 0;
  if (needed === 0) return share * 0.9;
  return own / pairs >= needed ? share : share * 0.5;
}

function count(bytes: Uint8Array, encoding: DoubleByte) {
  const counted = { pairs: 0, common: 0, own: 0, lowTrails: 0, alone: 0, beside: 0 };
  let before = -2;
  for (let at = 0; at < bytes.length; at += 1) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x80) continue;
    const trail = bytes[at + 1] ?? 0;
    if (!encoding.isLead(lead) || trail < 0x40) {
      counted.alone += 1;
      continue;
    }
    counted.pairs += 1;
    if (encoding.isCommon(lead, trail)) counted.common += 1;
    if (encoding.isOwn(lead, trail)) counted.own += 1;
    if (trail < 0xc0) counted.lowTrails += 1;
    if (before === at - 1 || (bytes[at + 2] ?? 0) >= 0x80) counted.beside += 1;
    at += 1;
    before = at;
  }
  return counted;
}
