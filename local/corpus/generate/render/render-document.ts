import { chanceOf } from '../chance.ts';
import type { Draft } from '../draft.ts';
import type { PlannedDocument } from '../plan.ts';
import { renderDocx } from './render-docx.ts';
import { renderHtml } from './render-html.ts';
import { choosePdfLayout, renderPdf } from './render-pdf.ts';
import { renderScan } from './render-scan.ts';
import { type Rendered, renderText } from './render-text.ts';

/** Widths of text files; null leaves paragraphs on one line. */
const WIDTHS = [null, null, 80, 96];

/** The planned document in its format. */
export async function renderDocument(
  planned: PlannedDocument,
  draft: Draft,
  seed: number,
): Promise<Rendered> {
  const chance = chanceOf(seed, `format ${planned.id}`);
  const american = chance.happens(0.5);
  switch (planned.format) {
    case 'text':
      return renderText(draft, chance.pick(WIDTHS));
    case 'pdf':
      return renderPdf(draft, choosePdfLayout(chance, american));
    case 'docx':
      return renderDocx(draft);
    case 'html':
      return renderHtml(draft, planned.language);
    case 'scan':
      return renderScan(draft, chance, american);
  }
}
