/** A test of one attribute's value; null where the element has none. */
export interface AttributeTest {
  (value: string | null): boolean;
  readonly attribute: string;
}

/** What one element must have, and how it stands to the one before it. */
export interface Compound {
  readonly combinator: ' ' | '>';
  readonly tag: string | null;
  readonly id: string | null;
  readonly classes: readonly string[];
  readonly attributes: readonly AttributeTest[];
}
export interface Selector {
  readonly compounds: readonly Compound[];
  readonly specificity: number;
  /** The rarest thing that the element itself must have: `#id`, `.class`, a tag or `*`. */
  readonly key: string;
}

/** Longer selectors than this are made to take time. */
const MAX_COMPOUNDS = 8;
const NAME = '(?:[-\\w\\u00a0-\\uffff]|\\\\.)+';
const SIMPLE = new RegExp(
  `^(?:(\\*|${NAME})|#(${NAME})|\\.(${NAME})|\\[\\s*([-\\w]+)\\s*(?:([~|^$*]?=)\\s*(?:"([^"]*)"|'([^']*)'|([^\\]\\s]*))\\s*i?\\s*)?\\]|(:root))`,
);

/**
 * A selector of tags, ids, classes and attributes, within or directly within one another
 * (Selectors 4). Null for anything else: siblings, positions and states are not looked at.
 */
export function parseSelector(text: string): Selector | null {
  const parts = text
    .trim()
    .replaceAll(/\s*>\s*/g, ' > ')
    .split(/\s+/);
  const compounds: Compound[] = [];
  let combinator: Compound['combinator'] = ' ';
  for (const part of parts) {
    if (part === '>') {
      combinator = '>';
      continue;
    }
    const compound = parseCompound(part, combinator);
    if (compound === null) return null;
    compounds.push(compound);
    combinator = ' ';
  }
  const last = compounds.at(-1);
  if (last === undefined || compounds.length > MAX_COMPOUNDS) return null;
  const specificity = compounds.reduce((sum, one) => sum + weightOf(one), 0);
  return { compounds, specificity, key: keyOf(last) };
}

function parseCompound(text: string, combinator: Compound['combinator']): Compound | null {
  let tag: string | null = null;
  let id: string | null = null;
  const classes: string[] = [];
  const attributes: AttributeTest[] = [];
  let rest = text;
  while (rest !== '') {
    const match = SIMPLE.exec(rest);
    if (match === null) return null;
    const [whole, name, hash, className, attribute, operator, ...values] = match;
    if (name !== undefined) tag = name === '*' ? null : name.toLowerCase();
    else if (hash !== undefined) id = hash;
    else if (className !== undefined) classes.push(className);
    else if (attribute !== undefined) {
      const value = values.find((one) => one !== undefined) ?? '';
      attributes.push(attributeTest(attribute.toLowerCase(), operator ?? '', value));
    } else tag = 'html'; // `:root`
    rest = rest.slice(whole.length);
  }
  return text === '' ? null : { combinator, tag, id, classes, attributes };
}

function attributeTest(attribute: string, operator: string, value: string): AttributeTest {
  const tests: Readonly<Record<string, (found: string) => boolean>> = {
    '': () => true,
    '=': (found) => found === value,
    '~=': (found) => found.split(/\s+/).includes(value),
    '|=': (found) => found === value || found.startsWith(`${value}-`),
    '^=': (found) => value !== '' && found.startsWith(value),
    '$=': (found) => value !== '' && found.endsWith(value),
    '*=': (found) => value !== '' && found.includes(value),
  };
  const test = (found: string | null): boolean =>
    found !== null && (tests[operator]?.(found) ?? false);
  return Object.assign(test, { attribute });
}

function weightOf({ tag, id, classes, attributes }: Compound): number {
  return (id === null ? 0 : 10_000) + (classes.length + attributes.length) * 100 + (tag ? 1 : 0);
}

function keyOf({ tag, id, classes }: Compound): string {
  if (id !== null) return `#${id}`;
  return classes[0] === undefined ? (tag ?? '*') : `.${classes[0]}`;
}
