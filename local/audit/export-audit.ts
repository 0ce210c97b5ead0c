import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
} from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { NOT_SEALED } from '../../lambda/domain/governance/seal-records.ts';
import {
  type AuditStores,
  readRecords,
  verifyAudit,
} from '../../lambda/domain/governance/verify/verify-audit.ts';
import type { RecordKind } from '../../lambda/store-ports.ts';

/** Only the owner reads it. */
const KEY_MODE = 0o600;
const KEY_FILE = 'audit-ed25519.pem';

/**
 * Writes `log.jsonl` (the sealed entries as they are), `records.jsonl` (kind, id, salt and value of what
 * stands in the store), `manifest.json` (their hashes and the head of the log) and `manifest.sig`, its
 * Ed25519 signature (RFC 8032, base64) by the key whose public part is `manifest.pem`.
 */
export async function exportAudit<K extends RecordKind>(
  stores: AuditStores<K>,
  about: {
    readonly tenant: string;
    readonly directory: string;
    readonly keyDirectory: string;
    readonly at: string;
  },
): Promise<readonly { readonly name: string; readonly lines: number }[]> {
  const { tenant, directory, at } = about;
  mkdirSync(directory, { recursive: true });
  const log: string[] = [];
  for await (const { lines } of stores.sealed.read(tenant)) log.push(...lines);
  const records = (await readRecords(stores, tenant)).map((record) => JSON.stringify(record));
  const { entries, head, root, findings } = await verifyAudit(stores)(tenant, null);
  const files = [
    { name: 'log.jsonl', lines: log },
    { name: 'records.jsonl', lines: records },
  ].map(({ name, lines }) => {
    const text = lines.map((line) => `${line}\n`).join('');
    writeFileSync(join(directory, name), text);
    return { name, lines: lines.length, sha256: createHash('sha256').update(text).digest('hex') };
  });
  const manifest = JSON.stringify(
    { tenant, at, entries, head, root, findings, notSealed: [...NOT_SEALED], files },
    null,
    2,
  );
  const key = signingKey(about.keyDirectory);
  writeFileSync(join(directory, 'manifest.json'), manifest);
  writeFileSync(
    join(directory, 'manifest.sig'),
    sign(null, Buffer.from(manifest), key).toString('base64'),
  );
  const shared = createPublicKey(key).export({ type: 'spki', format: 'pem' });
  writeFileSync(join(directory, 'manifest.pem'), shared);
  return files.map(({ name, lines }) => ({ name, lines }));
}

/** Made at the first use. */
function signingKey(directory: string): KeyObject {
  const path = join(directory, KEY_FILE);
  if (!existsSync(path)) {
    mkdirSync(directory, { recursive: true });
    const { privateKey } = generateKeyPairSync('ed25519');
    writeFileSync(path, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: KEY_MODE });
  }
  return createPrivateKey(readFileSync(path));
}
