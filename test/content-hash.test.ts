import { contentHash, shortHash } from '../lambda/content-hash.ts';

test('the order of keys does not matter, the order of a list does', () => {
  expect(contentHash({ a: 1, b: { c: 2, d: 3 } })).toBe(contentHash({ b: { d: 3, c: 2 }, a: 1 }));
  expect(contentHash([1, 2])).not.toBe(contentHash([2, 1]));
});

test('an absent property is one that is undefined', () => {
  expect(contentHash({ a: 1, b: undefined })).toBe(contentHash({ a: 1 }));
});

test('a list does not pass for an object', () => {
  expect(contentHash(['a'])).not.toBe(contentHash({ 0: 'a' }));
});

test('it is the SHA-256 of RFC 8785: keys by UTF-16, numbers as ECMAScript writes them', () => {
  // echo -n '{"a":1e+21,"b":"ö"}' | sha256sum
  expect(shortHash({ b: 'ö', a: 1e21 })).toBe('e6bc5a33c484b391');
});

test('half a surrogate pair is hashed, and tells itself apart', () => {
  expect(contentHash('a\ud83d')).not.toBe(contentHash('a\ude00'));
});
