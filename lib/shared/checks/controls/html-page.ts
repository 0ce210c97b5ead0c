/** Text that was made safe. Only `html` and `raw` parts of a template go into a page as they are. */
export interface Html {
  readonly html: string;
}
type Part = string | number | Html | readonly Html[];

const STYLE = `
body{font:16px/1.5 system-ui,sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem;color:#16191f}
h1,h2,h3{line-height:1.25}table{border-collapse:collapse;margin:1rem 0}
th,td{border:1px solid #879596;padding:.25rem .6rem;text-align:left;vertical-align:top}
code{font-size:.85em;overflow-wrap:anywhere}summary{cursor:pointer;padding:.3rem 0}
.state{display:inline-block;min-width:8.5rem;font-weight:600}
.not-held{color:#a4161a}.held{color:#1d6b35}.manual{color:#7a4b00}.not-applicable{color:#545b64}`;

/** A page that loads nothing and runs nothing: it opens from disk and says so to the browser. */
export function htmlPage(title: string, body: Html): string {
  const head = html`<meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${title}</title><style>${{ html: STYLE }}</style>`;
  return `<!doctype html>\n${html`<html lang="en"><head>${head}</head><body><main>${body}</main></body></html>`.html}\n`;
}

/** Escapes every part that is text. */
export function html(texts: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return {
    html: texts
      .map((text, at) => text + (at < parts.length ? textOf(parts[at] ?? '') : ''))
      .join(''),
  };
}

/** `not held` as a coloured word. */
export function stateMark(state: string): Html {
  return html`<span class="state ${state.replaceAll(' ', '-')}">${state}</span>`;
}

function textOf(part: Part): string {
  if (typeof part === 'number') return String(part);
  if (typeof part === 'string') return escaped(part);
  return 'html' in part ? part.html : part.map((one) => one.html).join('\n');
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
