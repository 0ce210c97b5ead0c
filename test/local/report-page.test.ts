import { readFileSync } from 'node:fs';
import { renderReport } from '../../local/report-page.ts';

const TEMPLATE = '<script type="application/json">__STRATA_REPORT_DATA__</script>';

function dataOf(page: string): unknown {
  return JSON.parse(/json">(.*?)<\/script>/s.exec(page)?.[1] ?? '');
}

test('a report page carries its data', () => {
  const data = { report: { documents: 3 }, rows: [{ metric: 'accuracy' }] };
  expect(dataOf(renderReport(TEMPLATE, data))).toEqual(data);
});

test('a document named like markup cannot leave the script element', () => {
  const data = { report: { id: '</script><script>alert(1)</script><!--' }, rows: [] };
  const page = renderReport(TEMPLATE, data);
  expect(page.match(/<\/script>/g)).toHaveLength(1);
  expect(dataOf(page)).toEqual(data);
});

test('a dollar pattern in the data stays as it is', () => {
  const data = { report: { id: "$& $' $1" }, rows: [] };
  expect(dataOf(renderReport(TEMPLATE, data))).toEqual(data);
});

test('refuses a template without its placeholder', () => {
  expect(() => renderReport('<html></html>', { report: {}, rows: [] })).toThrow(
    'must hold __STRATA_REPORT_DATA__',
  );
});

test('the page of the report may load nothing and send nothing', () => {
  const page = readFileSync('web/report.html', 'utf8');
  const policy = /http-equiv="content-security-policy"\s+content="([^"]+)"/.exec(page)?.[1] ?? '';
  expect(policy.split('; ')).toEqual(
    expect.arrayContaining(["default-src 'none'", "base-uri 'none'", "form-action 'none'"]),
  );
});
