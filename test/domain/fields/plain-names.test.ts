import { withPlainNames } from '../../../lambda/domain/fields/plain-names.ts';

const document = {
  text: 'Seller: Acme Foods Ltd\nBuyer: Muster GmbH',
  category: 'invoice',
  fields: { issuer_name: 'Acme Foods Ltd', recipient_name: 'Muster GmbH' },
};
const NAMES = ['issuer_name', 'recipient_name'];

describe('names without legal forms', () => {
  test('a document is learned once more with a name that bears none', () => {
    expect(withPlainNames([document], NAMES)).toEqual([
      document,
      {
        ...document,
        text: 'Seller: Acme Foods\nBuyer: Muster GmbH',
        fields: { issuer_name: 'Acme Foods', recipient_name: 'Muster GmbH' },
      },
    ]);
  });

  test('each third document loses the forms of both', () => {
    const last = withPlainNames([document, document, document], NAMES).at(-1);
    expect(last?.text).toBe('Seller: Acme Foods\nBuyer: Muster');
  });

  test('a document whose names have none is learned once', () => {
    const plain = { ...document, fields: { issuer_name: 'Acme' } };
    expect(withPlainNames([plain], NAMES)).toEqual([plain]);
  });
});
