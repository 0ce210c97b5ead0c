import { type Day, isoDate, printDate } from './calendar.ts';
import type { Chance } from './chance.ts';
import type { Deal } from './deal.ts';
import { type Cents, decimalOf, printMoney } from './money.ts';
import type { Company } from './parties.ts';
import type { Style } from './style.ts';

/** A document before it has a format. */
export interface Draft {
  readonly blocks: Block[];
  /** Gold values of what is printed, in the form of docs/corpus.md. */
  readonly fields: Record<string, string>;
  readonly questions: DraftQuestion[];
  /** Compliance rule → what a right check finds. */
  readonly compliance: Record<string, 'met' | 'violated'>;
  /** What was planted: identifiers of people, instructions to a model. */
  readonly contains: string[];
}

export type Block =
  | { readonly kind: 'title' | 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string; readonly clause?: string }
  | { readonly kind: 'lines'; readonly lines: readonly string[] }
  /** Cells side by side without a head, such as labels and their values. */
  | { readonly kind: 'grid'; readonly rows: readonly (readonly string[])[] }
  | {
      readonly kind: 'table';
      readonly header: readonly string[];
      readonly rows: readonly (readonly string[])[];
    };

export interface DraftQuestion {
  /** `total`: the amount that a question about two documents compares. */
  readonly kind: 'factual' | 'numeric' | 'total';
  readonly question: string;
  readonly answer: string;
  /** Verbatim, within one block. */
  readonly evidence: readonly string[];
}

/** What the writer of a category works with. */
export interface Writing {
  readonly chance: Chance;
  readonly deal: Deal;
  readonly style: Style;
  readonly draft: Draft;
  /** The document must fit one page. */
  readonly brief: boolean;
  /** Prints a date. */
  readonly date: (day: Day) => string;
  readonly money: (cents: Cents) => string;
  /** Prints a value and records it as gold: what is not printed is no gold. */
  gold: {
    text(field: string, value: string): string;
    date(field: string, day: Day): string;
    money(field: 'total_amount' | 'tax_amount', cents: Cents): string;
    company(role: 'issuer' | 'recipient', company: Company): string;
    /** The lines of the issuer's address. */
    address(company: Company): readonly string[];
  };
}

export function startWriting(
  chance: Chance,
  deal: Deal,
  { style, brief }: { readonly style: Style; readonly brief: boolean },
): Writing {
  const draft: Draft = { blocks: [], fields: {}, questions: [], compliance: {}, contains: [] };
  const record = (field: string, value: string, printed: string): string => {
    draft.fields[field] = value;
    return printed;
  };
  const date = (day: Day): string => printDate(day, style.date, style.locale);
  const money = (cents: Cents): string => printMoney(cents, deal.currency, style);
  return {
    chance,
    deal,
    style,
    draft,
    brief,
    date,
    money,
    gold: {
      text: (field, value) => record(field, value, value),
      date: (field, day) => record(field, isoDate(day), date(day)),
      money(field, cents) {
        if (style.mark !== 'none') draft.fields.currency = deal.currency;
        return record(field, decimalOf(cents), money(cents));
      },
      company: (role, { name }) => record(`${role}_name`, name, name),
      address(company) {
        draft.fields.issuer_address = company.address.join(', ');
        return company.address;
      },
    },
  };
}

/** Fills `{name}` in a wording. @throws RangeError naming a word that has no value */
export function fill(wording: string, values: Readonly<Record<string, string>>): string {
  return wording.replaceAll(/\{(\w+)\}/g, (_whole, name: string) => {
    const value = values[name];
    if (value === undefined) throw new RangeError(`"${name}" must have a value in "${wording}"`);
    return value;
  });
}
