import { html } from 'hono/html';
import type { AnswerLine } from '../../lambda/domain/evaluation/answer-line.ts';
import type { Evaluation, EvaluatedRun } from './evaluation.ts';
import { type EvaluationTable, evaluationTables, evaluationTitle } from './evaluation-rows.ts';

const STYLE = `
  :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
  body { max-width: 64rem; margin: 2rem auto; padding: 0 1rem; }
  table { border-collapse: collapse; margin: 0.5rem 0 1.5rem; width: 100%; }
  th, td { padding: 0.3rem 0.75rem; border-bottom: 1px solid #8886; text-align: right; }
  th:first-child, td:first-child { text-align: left; }
  details { border-bottom: 1px solid #8886; padding: 0.4rem 0; }
  summary { cursor: pointer; }
  dl { display: grid; grid-template-columns: max-content 1fr; gap: 0.2rem 1rem; margin: 0.5rem 1rem; }
  dd { margin: 0; } blockquote { margin: 0 0 0.3rem; padding-left: 0.75rem; border-left: 3px solid #8888; }
`;

/** `evaluation.md`. */
export function evaluationMarkdown(evaluation: Evaluation): string {
  const row = (cells: readonly string[]) => `| ${cells.map(cellText).join(' | ')} |`;
  const tables = evaluationTables(evaluation).map(({ title, head, rows }) =>
    [`## ${title}`, '', row(head), `|${'---|'.repeat(head.length)}`, ...rows.map(row), ''].join(
      '\n',
    ),
  );
  return ['# Evaluation', '', evaluationTitle(evaluation), '', ...tables].join('\n');
}

/** The tables for a terminal. */
export function evaluationText(evaluation: Evaluation): string {
  const tables = evaluationTables(evaluation).map(({ title, head, rows }) => {
    const widths = head.map((_, at) =>
      Math.max(...[head, ...rows].map((row) => row[at]?.length ?? 0)),
    );
    const line = (row: readonly string[]) =>
      row
        .map((cell, at) =>
          at === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[at] ?? 0),
        )
        .join('  ');
    return ['', title, line(head), ...rows.map(line)].join('\n');
  });
  return [evaluationTitle(evaluation), ...tables].join('\n');
}

/** `evaluation.html`: opens from disk, loads nothing; each question opens its evidence. */
export async function evaluationHtml(evaluation: Evaluation, run: EvaluatedRun): Promise<string> {
  const questions = evaluation.answers === null ? [] : run.answers.filter(({ score }) => score);
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>Strata evaluation</title>
        <style>
          ${STYLE}
        </style>
      </head>
      <body>
        <h1>Evaluation</h1>
        <p>${evaluationTitle(evaluation)}</p>
        ${evaluationTables(evaluation).map(tableHtml)}
        ${questions.length === 0 ? '' : html`<h2>Questions</h2>`}
        ${questions.toSorted((a, b) => Number(a.score?.right) - Number(b.score?.right)).map(questionHtml)}
      </body>
    </html> `;
  return String(await page);
}

function tableHtml({ title, head, rows }: EvaluationTable) {
  return html`<h2>${title}</h2>
    <table>
      <thead>
        <tr>
          ${head.map((cell) => html`<th scope="col">${cell}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map((row) => html`<tr>${row.map((cell) => html`<td>${cell}</td>`)}</tr>`)}
      </tbody>
    </table>`;
}

function questionHtml({ id, kind, question, gold, status, text, citations, score }: AnswerLine) {
  const wanted =
    gold?.answerable === false ? 'the corpus does not say' : (gold?.answer ?? 'see evidence');
  const quotes = (all: readonly string[]) =>
    all.map((one) => html`<blockquote>${one}</blockquote>`);
  const figures = Object.entries(score ?? {}).map(([name, value]) => `${name} ${shown(value)}`);
  return html`<details>
    <summary>${score?.right === true ? '✓' : '✗'} ${question} <small>(${kind}, ${id})</small></summary>
    <dl>
      <dt>Answer</dt>
      <dd>${text === '' ? status : text}</dd>
      <dt>Gold</dt>
      <dd>${wanted}</dd>
      <dt>Cited</dt>
      <dd>${citations.length === 0 ? 'nothing' : quotes(citations.map(({ quote }) => quote))}</dd>
      <dt>Evidence</dt>
      <dd>${quotes(gold?.evidence ?? [])}</dd>
      <dt>Scores</dt>
      <dd>${figures.join(', ')}</dd>
    </dl>
  </details>`;
}

function shown(value: boolean | number | null): string {
  if (value === null) return '–';
  return typeof value === 'number' ? value.toFixed(2) : String(value);
}

function cellText(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}
