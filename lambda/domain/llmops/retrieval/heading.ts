/** A heading is short: a longer line is a clause that merely begins with a number. */
const LONGEST_HEADING = 90;
const MOST_WORDS = 12;

/**
 * Depth of a line as a heading: 1 for articles, Markdown `#` and lines in capitals, deeper for
 * numbering such as `2.3` or `##`; null where the line is no heading.
 */
export function headingLevel(line: string): number | null {
  const title = line.trim();
  if (title.length < 3 || title.length > LONGEST_HEADING) return null;
  if (title.split(/\s+/).length > MOST_WORDS) return null;
  const markdown = /^(#{1,6})\s+\S/.exec(title);
  if (markdown?.[1] !== undefined) return markdown[1].length;
  if (
    /^(?:article|section|artikel|abschnitt|art[ií]culo|secci[oó]n|annex|schedule|exhibit)\s+[\divxlc]+\b/i.test(
      title,
    )
  )
    return 1;
  const numbered = /^§?\s*(\d{1,2}(?:\.\d{1,2}){0,3})[.)]?\s+\p{Lu}/u.exec(title);
  if (numbered?.[1] !== undefined && !/[,;]$/.test(title) && !/\d{2,}$/.test(title)) {
    return /[.!?]\s+\S/.test(title.slice(numbered[0].length))
      ? null
      : numbered[1].split('.').length + 1;
  }
  return isCapitals(title) ? 1 : null;
}

function isCapitals(title: string): boolean {
  const letters = title.match(/\p{L}/gu)?.length ?? 0;
  return letters >= 4 && letters >= title.length * 0.6 && title === title.toUpperCase();
}
