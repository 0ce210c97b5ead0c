import { EMPTY_TREE, leafHash, nodeHash } from '../../../content-hash.ts';

/**
 * Root of the Merkle tree over hashes in their order, hexadecimal (RFC 6962, section 2.1): one value that
 * stands for all of them, and for their order.
 */
export function merkleRoot(hashes: readonly string[]): string {
  if (hashes.length === 0) return EMPTY_TREE;
  let level = hashes.map(leafHash);
  // Level by level; an odd one at the end moves up as it is, which is the tree of the RFC.
  while (level.length > 1) {
    const above: string[] = [];
    for (let at = 0; at < level.length; at += 2) {
      const [left = '', right] = [level[at], level[at + 1]];
      above.push(right === undefined ? left : nodeHash(left, right));
    }
    level = above;
  }
  return level[0] ?? EMPTY_TREE;
}
