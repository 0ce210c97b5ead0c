import { InvalidInputError } from '../lambda/errors.ts';

const PLACEHOLDER = '__STRATA_REPORT_DATA__';

/**
 * `report.html`: the template of `npm run build:web` with the comparison in it; opens from disk.
 * @throws InvalidInputError for a template without its placeholder
 */
export function renderReport(
  template: string,
  data: { readonly report: object; readonly rows: readonly object[] },
): string {
  if (!template.includes(PLACEHOLDER)) {
    throw new InvalidInputError(
      `the report's template must hold ${PLACEHOLDER}; run npm run build:web again`,
    );
  }
  // No `<` at all: neither `</script` nor `<!--` can then end or change the script element.
  const json = JSON.stringify(data).replaceAll('<', '\\u003c');
  // A replacement function: a `$&` in the data stays as it is.
  return template.replace(PLACEHOLDER, () => json);
}
