import { type DocumentLayout, PAGE_BREAK, type PageContent } from './document-layout.ts';
import { shiftLayout } from './shift-layout.ts';

/** The text of all pages, and their layout with ranges into it. */
export function joinPages(
  pages: readonly PageContent[],
  attachments: DocumentLayout['attachments'] = [],
): { readonly text: string; readonly layout: DocumentLayout } {
  let at = 0;
  const placed = pages.map(({ text, ...page }, index) => {
    const start = at;
    at += text.length + PAGE_BREAK.length;
    const range: [number, number] = [start, start + text.length];
    return { ...page, ...shiftLayout(page, start), number: index + 1, range };
  });
  const text = pages.map((page) => page.text).join(PAGE_BREAK);
  return { text, layout: { pages: placed, attachments } };
}
