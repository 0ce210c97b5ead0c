import { gzipSync } from 'node:zlib';
import { training } from '../../../config/gates.ts';
import { decodeUbjson } from '../../../lambda/domain/trees/decode-ubjson.ts';
import { encodeUbjson } from '../../../lambda/domain/trees/encode-ubjson.ts';
import { trainGradientBoosting } from '../../../lambda/domain/trees/gradient-boosting.ts';
import { readModelFile } from '../../../lambda/domain/trees/read-model-file.ts';
import { scoreTrees } from '../../../lambda/domain/trees/score-trees.ts';
import {
  fromXgboostJson,
  printXgboostJson,
  toXgboostJson,
} from '../../../lambda/domain/trees/xgboost-json.ts';

const ensemble = trainGradientBoosting(
  {
    rows: Array.from({ length: 30 }, (_, row) => ({ indices: [row % 3], values: [row / 30] })),
    labels: Array.from({ length: 30 }, (_, row) => row % 3),
    classes: 3,
    features: 3,
    seed: 1,
  },
  { ...training, rounds: 5, colsampleByTree: 1 },
);
const model = toXgboostJson(ensemble);
const row = { indices: [1], values: [0.4] };

test('a model scores the same after writing and reading', () => {
  expect(scoreTrees(fromXgboostJson(model), row)).toEqual(scoreTrees(ensemble, row));
});

test('prints whole floats with a decimal point', () => {
  const text = printXgboostJson({ split_conditions: [1, 0.5, -2e-9], parents: [1] });
  expect(text).toBe('{"split_conditions":[1.0,0.5,-2e-9],"parents":[1]}');
});

test('scores the same after UBJSON', () => {
  const read = fromXgboostJson(decodeUbjson(encodeUbjson(model)));
  expect(scoreTrees(read, row)).toEqual(scoreTrees(ensemble, row));
});

test('finds the model in the archive of a training job', () => {
  const bytes = encodeUbjson(model);
  const header = new Uint8Array(512);
  header.set(new TextEncoder().encode('xgboost-model'), 0);
  header.set(new TextEncoder().encode(bytes.length.toString(8).padStart(11, '0')), 124);
  const padding = new Uint8Array(512 - (bytes.length % 512));
  const archive = gzipSync(Buffer.concat([header, bytes, padding]));
  expect(readModelFile(archive)).toEqual(decodeUbjson(bytes));
});

test('refuses a right child that does not follow its sibling', () => {
  const broken = JSON.parse(
    JSON.stringify(model).replace(/"right_children":\[2/, '"right_children":[7'),
  );
  expect(() => fromXgboostJson(broken)).toThrow('right child must follow');
});

test('refuses another objective', () => {
  const other = JSON.parse(JSON.stringify(model).replace('multi:softprob', 'reg:squarederror'));
  expect(() => fromXgboostJson(other)).toThrow('multi:softprob');
});

test.each([0, 1, 7, 100])('refuses a UBJSON model cut after %i bytes', (length) => {
  expect(() => decodeUbjson(encodeUbjson(model).subarray(0, length))).toThrow('UBJSON');
});
