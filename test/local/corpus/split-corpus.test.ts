import { readCorpus } from '../../../local/corpus/read-corpus.ts';
import { splitCorpus } from '../../../local/corpus/split-corpus.ts';
import { corpusFolder } from './corpus-folder.ts';

type Split = 'train' | 'test' | undefined;

/** One labelled document a split, all of one category. */
async function corpusOf(splits: readonly Split[], category = 'invoice') {
  const files = splits.map((_, at) => [`documents/${at}.txt`, `text ${at}`] as const);
  const labels = splits.map((split, at) => ({
    id: `${category}-${at}`,
    file: `documents/${at}.txt`,
    category,
    split,
  }));
  return readCorpus(corpusFolder({ ...Object.fromEntries(files), 'labels.jsonl': labels }));
}
const ids = (documents: readonly { readonly id: string }[]) => documents.map(({ id }) => id);

test('one corpus is split 70 to 30 in each category', async () => {
  const corpus = await corpusOf(Array.from({ length: 20 }, (): Split => undefined));
  const { train, scored } = splitCorpus({ corpus, train: null, seed: 1 });
  expect([train.length, scored.length]).toEqual([14, 6]);
});

test('the same seed gives the same split on every machine', async () => {
  const corpus = await corpusOf(Array.from({ length: 10 }, (): Split => undefined));
  const { scored } = splitCorpus({ corpus, train: null, seed: 1 });
  expect(ids(scored)).toEqual(['invoice-1', 'invoice-2', 'invoice-9']);
});

test('another seed gives another split', async () => {
  const corpus = await corpusOf(Array.from({ length: 20 }, (): Split => undefined));
  const one = splitCorpus({ corpus, train: null, seed: 1 });
  const two = splitCorpus({ corpus, train: null, seed: 2 });
  expect(ids(one.scored)).not.toEqual(ids(two.scored));
});

test('a category of two documents has one on either side', async () => {
  const corpus = await corpusOf([undefined, undefined]);
  const { train, scored } = splitCorpus({ corpus, train: null, seed: 1 });
  expect([train.length, scored.length]).toEqual([1, 1]);
});

test('its own split wins over the seed', async () => {
  const corpus = await corpusOf(['test', 'train', undefined]);
  const { train, scored } = splitCorpus({ corpus, train: null, seed: 1 });
  expect([ids(train), ids(scored)]).toEqual([['invoice-1', 'invoice-2'], ['invoice-0']]);
});

test('without a line that says test, the lines without a split are scored', async () => {
  const corpus = await corpusOf(['train', undefined]);
  const { train, scored } = splitCorpus({ corpus, train: null, seed: 1 });
  expect([ids(train), ids(scored)]).toEqual([['invoice-0'], ['invoice-1']]);
});

test('with --train all of it but test trains, all of the corpus but train is scored', async () => {
  const train = await corpusOf(['train', 'test', undefined], 'a');
  const corpus = await corpusOf(['train', 'test', undefined], 'b');
  const split = splitCorpus({ corpus, train, seed: 1 });
  expect([ids(split.train), ids(split.scored)]).toEqual([
    ['a-0', 'a-2'],
    ['b-1', 'b-2'],
  ]);
});

test('a corpus whose every line is test asks for --train', async () => {
  const corpus = await corpusOf(['test', 'test']);
  expect(() => splitCorpus({ corpus, train: null, seed: 1 })).toThrow(/--train/);
});

test('a training corpus without labels is refused', async () => {
  const corpus = await corpusOf([undefined]);
  const train = await readCorpus(corpusFolder({ 'x.txt': 'x' }));
  expect(() => splitCorpus({ corpus, train, seed: 1 })).toThrow(/--train must name a corpus/);
});

test('an unlabelled corpus trains and scores nobody', async () => {
  const corpus = await readCorpus(corpusFolder({ 'x.txt': 'x' }));
  expect(splitCorpus({ corpus, train: null, seed: 1 })).toEqual({
    trainingCorpus: null,
    train: [],
    scored: [],
  });
});
