import type { Chunk } from '../../lambda/domain/llmops/answer/answer.ts';
import type { Vectors } from '../../lambda/ports.ts';

/** Dimensions of the vectors that the suite stores. */
export const CONTRACT_DIMENSIONS = 4;

interface OpenVectors {
  readonly vectors: Vectors;
  close(): Promise<void> | void;
}

type Row = Chunk & { readonly vector: Float32Array };

/** What every adapter of `Vectors` must do. */
export function describeVectorsContract(
  name: string,
  makeAdapter: () => Promise<OpenVectors> | OpenVectors,
): void {
  describe(`${name} keeps the contract of vectors`, () => {
    let open: OpenVectors;
    beforeEach(async () => {
      open = await makeAdapter();
      const { vectors } = open;
      await vectors.replace({ tenant: 'acme', documentId: 'd1' }, [
        row('d1', 0, 'The governing law is that of Delaware.', [1, 0, 0, 0]),
        row('d1', 1, 'Payment is due in thirty days.', [0, 1, 0, 0]),
      ]);
      await vectors.replace({ tenant: 'acme', documentId: 'd2' }, [
        row('d2', 0, 'Payment terms are sixty days after the invoice.', [0.6, 0.8, 0, 0]),
      ]);
      await vectors.replace({ tenant: 'other', documentId: 'd3' }, [
        row('d3', 0, 'Payment of another tenant.', [0, 1, 0, 0]),
      ]);
    });
    afterEach(() => open.close());

    const byVector = (values: readonly number[], documentId?: string, limit = 10) =>
      open.vectors.searchByVector({
        tenant: 'acme',
        vector: Float32Array.from(values),
        limit,
        ...(documentId === undefined ? {} : { documentId }),
      });
    const byText = (text: string, documentId?: string, limit = 10) =>
      open.vectors.searchByText({
        tenant: 'acme',
        text,
        limit,
        ...(documentId === undefined ? {} : { documentId }),
      });

    test('a vector search returns the nearest chunk first', async () => {
      expect(ids(await byVector([0, 1, 0, 0]))).toEqual(['d1/1', 'd2/0', 'd1/0']);
    });

    test('the score of a vector hit is the cosine similarity', async () => {
      const [hit] = await byVector([0, 1, 0, 0], 'd2');
      expect(hit?.score).toBeCloseTo(0.8, 5);
    });

    test('a text search finds the words and not the rest', async () => {
      expect(ids(await byText('governing law'))).toEqual(['d1/0']);
    });

    test('a text search never fails on operators and quotes', async () => {
      expect(ids(await byText('"governing AND (law* NEAR'))).toEqual(['d1/0']);
    });

    test('a text without words finds nothing', async () => {
      expect(await byText('?! --')).toEqual([]);
    });

    test('a search within a document returns only its chunks', async () => {
      expect(ids(await byText('payment', 'd2'))).toEqual(['d2/0']);
    });

    test('no search crosses tenants', async () => {
      const found = [...(await byText('payment')), ...(await byVector([0, 1, 0, 0]))];
      expect(found.some((hit) => hit.documentId === 'd3')).toBe(false);
    });

    test('an unknown tenant has no hits', async () => {
      const query = { tenant: 'nobody', text: 'payment', limit: 3 };
      expect(await open.vectors.searchByText(query)).toEqual([]);
    });

    test('the limit holds', async () => {
      expect(await byVector([0, 1, 0, 0], undefined, 1)).toHaveLength(1);
    });

    test('a hit carries the range of its chunk', async () => {
      const [hit] = await byText('governing');
      expect(hit?.range).toEqual([0, 10]);
    });

    test('replacing a document leaves none of its former chunks', async () => {
      const document = { tenant: 'acme', documentId: 'd1' };
      await open.vectors.replace(document, [row('d1', 0, 'Warranty only.', [0, 0, 1, 0])]);
      expect(ids(await byText('governing warranty'))).toEqual(['d1/0']);
    });

    test('replacing by nothing empties the document', async () => {
      await open.vectors.replace({ tenant: 'acme', documentId: 'd1' }, []);
      expect(ids(await byVector([1, 0, 0, 0]))).toEqual(['d2/0']);
    });

    test('a removed document is not found, and removing it again does nothing', async () => {
      await open.vectors.remove({ tenant: 'acme', documentId: 'd1' });
      await open.vectors.remove({ tenant: 'acme', documentId: 'd1' });
      expect(ids(await byText('governing payment'))).toEqual(['d2/0']);
    });
  });
}

function row(documentId: string, ordinal: number, text: string, vector: readonly number[]): Row {
  return {
    chunkId: `${documentId}/${ordinal}`,
    documentId,
    range: [ordinal * 10, ordinal * 10 + 10],
    headings: [],
    text,
    vector: Float32Array.from(vector),
  };
}

function ids(hits: readonly { readonly chunkId: string }[]): readonly string[] {
  return hits.map((hit) => hit.chunkId);
}
