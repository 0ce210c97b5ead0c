import { createHash } from 'node:crypto';
import { merkleRoot } from '../../../lambda/domain/governance/verify/merkle-tree.ts';

const sha = (...parts: readonly Buffer[]) =>
  createHash('sha256').update(Buffer.concat(parts)).digest();
const leaf = (hash: string) => sha(Buffer.from([0]), Buffer.from(hash, 'hex'));
const node = (left: Buffer, right: Buffer) => sha(Buffer.from([1]), left, right);
const hashes = [1, 2, 3, 4, 5, 6, 7].map((n) => sha(Buffer.from([n])).toString('hex'));

/** RFC 6962, section 2.1, as it is written there. */
function treeHash(list: readonly string[]): Buffer {
  if (list.length === 0) return sha();
  if (list.length === 1) return leaf(list[0] ?? '');
  let split = 1;
  while (split * 2 < list.length) split *= 2;
  return node(treeHash(list.slice(0, split)), treeHash(list.slice(split)));
}

test.each([0, 1, 2, 3, 4, 5, 6, 7])('%i hashes have the root that RFC 6962 says', (count) => {
  const list = hashes.slice(0, count);
  expect(merkleRoot(list)).toBe(treeHash(list).toString('hex'));
});
