import * as fc from 'fast-check';
import { buildReport } from '../../../lambda/domain/compare/build-report.ts';
import { predictionLines } from '../../../lambda/domain/compare/report-lines.ts';
import type { MeasuredDocument } from '../../../lambda/domain/compare/run-measurement.ts';
import { sideBySide } from '../../../lambda/domain/compare/side-by-side.ts';
import { done, failed, measured, tinyRun } from './tiny-run.ts';

fc.configureGlobal({ seed: 2_026, numRuns: 60 });

const category = fc.constantFrom('x', 'y', 'z');
const values = fc.dictionary(fc.constantFrom('total', 'unused', 'other'), fc.string(), {
  maxKeys: 3,
});
const result = (side: 'mlops' | 'llmops') =>
  fc.oneof(
    fc.constant(failed(side)),
    fc.constant({ side, status: 'skipped' } as const),
    fc
      .tuple(category, fc.double({ min: 0, max: 1, noNaN: true }), values, fc.nat(5_000))
      .map(([name, confidence, given, ms]) => done(side, name, confidence, given, ms)),
  );
const gold = fc.option(
  fc.record({
    category: fc.option(category, { nil: null }),
    fields: fc.option(values, { nil: null }),
  }),
  { nil: null },
);
const document: fc.Arbitrary<MeasuredDocument> = fc
  .record({
    id: fc.constantFrom('a', 'scan'),
    gold,
    results: fc.option(fc.record({ mlops: result('mlops'), llmops: result('llmops') }), {
      nil: undefined,
    }),
    split: fc.constantFrom('train', 'test', null),
  })
  .map(({ id, gold: labels, results, split }) => measured(id, labels, results, split));
const run = fc.array(document, { maxLength: 8 }).map((documents) => tinyRun({ documents }));

test('every run makes a report of the schema, without NaN and infinity', () => {
  fc.assert(
    fc.property(run, (measurement) => {
      const report = buildReport(measurement);
      expect(JSON.parse(JSON.stringify(report))).toEqual(report);
    }),
  );
});

test('every empty cell says why', () => {
  fc.assert(
    fc.property(run, (measurement) => {
      const cells = sideBySide(buildReport(measurement)).flatMap((row) => [row.mlops, row.llmops]);
      const empty = cells.filter((cell) => cell.value === null);
      expect(empty.map((cell) => cell.note)).not.toContain('not measured');
      expect(empty.map((cell) => cell.note)).not.toContain('');
    }),
  );
});

test('what was learned from changes no figure but the number of documents', () => {
  fc.assert(
    fc.property(run, (measurement) => {
      const documents = measurement.documents.filter((one) => one.split !== 'train');
      const without = { ...measurement, documents };
      const { documents: _, ...figures } = buildReport(measurement);
      expect(buildReport(without)).toMatchObject(figures);
      expect(predictionLines(without)).toEqual(predictionLines(measurement));
    }),
  );
});
