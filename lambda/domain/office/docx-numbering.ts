import { type Counting, listNumber } from '../markup/list-number.ts';
import { type XmlElement, childOf, elementsOf, isOn } from '../markup/xml-tree.ts';
import type { NumberReference } from './docx-styles.ts';

interface Level {
  readonly start: number;
  readonly format: string;
  /** `%1.%2` */
  readonly text: string;
  /** Level (from 1) whose next number starts this one anew; 0: none does. */
  readonly restart: number | null;
  readonly legal: boolean;
  readonly style: string | null;
}
interface List {
  readonly abstractId: string;
  readonly levels: readonly (Level | undefined)[];
  /** Levels that this list starts anew when it is first used. */
  readonly starts: ReadonlyMap<number, number>;
}

/** Numbers of paragraphs, in the order in which they are asked for. */
export interface DocxNumbering {
  /** The number as Word prints it; empty for bullets and where there is none. */
  next(reference: NumberReference, style: string): string;
}

const FORMATS: Readonly<Record<string, Counting>> = {
  decimalZero: 'decimal-leading-zero',
  upperRoman: 'upper-roman',
  lowerRoman: 'lower-roman',
  upperLetter: 'upper-repeated',
  lowerLetter: 'lower-repeated',
  ordinal: 'ordinal',
  russianLower: 'lower-cyrillic',
  russianUpper: 'upper-cyrillic',
  decimalEnclosedCircle: 'circled',
  decimalEnclosedCircleChinese: 'circled',
  chineseCounting: 'cjk',
  chineseCountingThousand: 'cjk',
  japaneseCounting: 'cjk',
  ideographDigital: 'cjk',
  taiwaneseCounting: 'cjk',
  taiwaneseCountingThousand: 'cjk',
  none: 'none',
};

/** Numbering of one story by `numbering.xml` (ECMA-376 part 1, 17.9). */
export function docxNumbering(part: XmlElement | undefined): DocxNumbering {
  const lists = listsOf(part);
  /** By abstract list: its instances count on together. */
  const counters = new Map<string, (number | undefined)[]>();
  const started = new Set<string>();
  return {
    next({ numId, level }, style) {
      const list = lists.get(numId);
      if (list === undefined) return '';
      const byStyle = list.levels.findIndex((one) => one?.style === style && style !== '');
      const at = level ?? Math.max(0, byStyle);
      const shown = list.levels[at];
      if (shown === undefined) return '';
      const counts = counters.get(list.abstractId) ?? [];
      counters.set(list.abstractId, counts);
      if (!started.has(numId)) {
        started.add(numId);
        for (const [one, start] of list.starts) counts[one] = start - 1;
      }
      counts[at] = (counts[at] ?? shown.start - 1) + 1;
      restartBelow(list, counts, at);
      return shown.format === 'bullet' ? '' : printed(list, counts, at);
    },
  };
}

function restartBelow(list: List, counts: (number | undefined)[], at: number): void {
  for (let below = at + 1; below < list.levels.length; below += 1) {
    const restart = list.levels[below]?.restart ?? null;
    if (restart === null || (restart > 0 && at + 1 <= restart)) counts[below] = undefined;
  }
}

function printed(list: List, counts: readonly (number | undefined)[], at: number): string {
  const shown = list.levels[at];
  if (shown === undefined) return '';
  return shown.text.replaceAll(/%([1-9])/g, (_whole, digit: string) => {
    const one = Number(digit) - 1;
    const level = list.levels[one];
    const value = counts[one] ?? level?.start ?? 1;
    const format = shown.legal ? undefined : FORMATS[level?.format ?? ''];
    return listNumber(value, format ?? 'decimal');
  });
}

function listsOf(part: XmlElement | undefined): ReadonlyMap<string, List> {
  const abstracts = new Map(
    elementsOf(part, 'abstractNum').map((one) => [one.attributes['abstractNumId'] ?? '', one]),
  );
  const byStyle = new Map<string, XmlElement>();
  for (const one of abstracts.values()) {
    const style = childOf(one, 'styleLink')?.attributes['val'];
    if (style !== undefined) byStyle.set(style, one);
  }
  const lists = new Map<string, List>();
  for (const num of elementsOf(part, 'num')) {
    const abstractId = childOf(num, 'abstractNumId')?.attributes['val'] ?? '';
    const named = abstracts.get(abstractId);
    const link = childOf(named, 'numStyleLink')?.attributes['val'];
    const abstract = (link === undefined ? undefined : byStyle.get(link)) ?? named;
    if (abstract === undefined) continue;
    const overrides = elementsOf(num, 'lvlOverride');
    lists.set(num.attributes['numId'] ?? '', {
      abstractId: abstract.attributes['abstractNumId'] ?? '',
      levels: levelsOf(abstract, overrides),
      starts: startsOf(overrides),
    });
  }
  return lists;
}

function levelsOf(abstract: XmlElement, overrides: readonly XmlElement[]): List['levels'] {
  const levels: (Level | undefined)[] = Array.from({ length: 9 }, () => undefined);
  const declared = [
    ...elementsOf(abstract, 'lvl'),
    ...overrides.flatMap((override) => elementsOf(override, 'lvl')),
  ];
  for (const level of declared) {
    const value = (name: string): string | undefined => childOf(level, name)?.attributes['val'];
    const at = Number(level.attributes['ilvl']);
    if (!(at >= 0 && at < 9)) continue;
    const restart = value('lvlRestart');
    levels[at] = {
      start: Number(value('start') ?? 0),
      format: value('numFmt') ?? 'decimal',
      text: value('lvlText') ?? '',
      restart: restart === undefined ? null : Number(restart),
      legal: isOn(childOf(level, 'isLgl')),
      style: value('pStyle') ?? null,
    };
  }
  return levels;
}

function startsOf(overrides: readonly XmlElement[]): ReadonlyMap<number, number> {
  const starts = new Map<number, number>();
  for (const override of overrides) {
    const start = childOf(override, 'startOverride')?.attributes['val'];
    if (start !== undefined) starts.set(Number(override.attributes['ilvl']), Number(start));
  }
  return starts;
}
