/** `In the invoice 89/4122 of Fabrikam Ltd: What is the total?`: which document, and the question. */
const ABOUT = /^\s*(?:In|According to|For|Im|In der|En (?:el|la)) [^:?]{3,160}: (?=\S)/u;

export function withoutDocument(question: string): string {
  return question.replace(ABOUT, '');
}

/**
 * Codes such as `INV-2024-001` or `89/4122`, in lower case: a question that names one is about the
 * documents that hold it. Dates are no codes: documents write them in many ways.
 */
export function namedCodes(question: string): readonly string[] {
  return (question.match(/(?<![\w/-])(?=[\w/-]*\d)[\w/-]{4,}(?![\w/-])/g) ?? [])
    .filter((code) => /[A-Z]|\d[/-]\d|^\d{6,}$/.test(code))
    .filter((code) => !/^(?:\d{4}-\d\d?-\d\d?|\d\d?[/-]\d\d?[/-]\d{2,4})$/.test(code))
    .map((code) => code.toLowerCase());
}

/** What names the document does not have to stand in the sentence that answers. */
export function withoutCodes(question: string, codes: readonly string[]): string {
  const lower = question.toLowerCase();
  let rest = question;
  for (const code of codes) {
    const at = lower.indexOf(code);
    if (at >= 0)
      rest = `${rest.slice(0, at)}${' '.repeat(code.length)}${rest.slice(at + code.length)}`;
  }
  return rest;
}

/** The document of a passage's id, which is `<documentId>/<ordinal>`. */
export function documentOf(id: string): string {
  return id.slice(0, id.lastIndexOf('/'));
}

/** A line such as `Invoice no.: 89/4122`. */
const LABELLED = /^[ \t]*[\p{L}][\p{L} .#'-]{1,30}[:#][ \t]*(?<code>[\w/-]{4,30})[ \t]*$/gmu;

/** The code that a document bears itself: the first that stands alone after a label; else null. */
export function ownCode(text: string): string | null {
  for (const { groups } of text.matchAll(LABELLED)) {
    const [code] = namedCodes(groups?.['code'] ?? '');
    if (code !== undefined) return code;
  }
  return null;
}

/**
 * Documents of the passages that bear a code as their own, else those that mention it.
 */
export function documentsBearing(
  passages: readonly { readonly id: string; readonly text: string }[],
  code: string,
): ReadonlySet<string> {
  const mention = passages.filter(({ text }) => text.toLowerCase().includes(code));
  const own = mention.filter(({ text }) => ownCode(text) === code);
  return new Set((own.length > 0 ? own : mention).map(({ id }) => documentOf(id)));
}
