import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import type { DroppedObjects, UploadLinks } from '../../lambda/deployment-ports.ts';
import { lazily } from '../../lambda/lazily.ts';
import { readExisting, safePath, writeAtomically } from '../adapters/atomic-files.ts';

const offerSchema = lazily(() =>
  z.strictObject({
    key: z.string(),
    bytes: z.int(),
    mediaType: z.string(),
    /** Milliseconds since the epoch. */
    expiresAtMs: z.int(),
  }),
);
type Offer = Readonly<z.infer<ReturnType<typeof offerSchema>>>;

/** The drop folder as a folder, and links to it that end with this process. */
export interface Inbox extends DroppedObjects, UploadLinks {
  /**
   * What a link admits; S3 answers 403 where it admits nothing.
   * @returns null for a link that was not offered here, is over, or whose headers are others
   */
  admits(token: string, headers: Headers): Offer | null;
  put(key: string, body: Uint8Array): Promise<void>;
  /** Keys of all that lies there. */
  keys(): Promise<readonly string[]>;
}

/** Path below the server's address that links lead to. */
export const INBOX_PATH = '/inbox';

export function fileInbox(options: {
  readonly directory: string;
  readonly now: () => number;
}): Inbox {
  const secret = randomBytes(32);
  const sign = (text: string) => createHmac('sha256', secret).update(text).digest('base64url');
  // Keys begin with `incoming/`, which the directory stands for.
  const pathOf = (key: string) => safePath(options.directory, key.split('/').slice(1));
  return {
    async offer({ key, bytes, mediaType, lastsSeconds }) {
      const expiresAtMs = options.now() + lastsSeconds * 1_000;
      const offer: Offer = { key, bytes, mediaType, expiresAtMs };
      const text = Buffer.from(JSON.stringify(offer)).toString('base64url');
      return {
        url: `${INBOX_PATH}/${text}.${sign(text)}`,
        headers: { 'content-type': mediaType },
      };
    },
    admits(token, headers) {
      const [text = '', signature = ''] = token.split('.');
      const [given, own] = [Buffer.from(signature), Buffer.from(sign(text))];
      if (given.length !== own.length || !timingSafeEqual(given, own)) return null;
      const offer = offerSchema().parse(JSON.parse(Buffer.from(text, 'base64url').toString()));
      const fits =
        options.now() < offer.expiresAtMs &&
        headers.get('content-type') === offer.mediaType &&
        headers.get('content-length') === String(offer.bytes);
      return fits ? offer : null;
    },
    async put(key, body) {
      await writeAtomically(pathOf(key), body);
    },
    async read(key, maxBytes) {
      return (await readExisting(pathOf(key), `object ${key}`)).subarray(0, maxBytes);
    },
    async remove(key) {
      await rm(pathOf(key), { force: true });
    },
    async keys() {
      const found = await readdir(options.directory, { recursive: true, withFileTypes: true })
        // Nothing was ever uploaded.
        .catch(() => []);
      return found
        .filter((entry) => entry.isFile() && !entry.name.endsWith('.tmp'))
        .map(({ parentPath, name }) => join(parentPath, name).slice(options.directory.length))
        .map((path) => `incoming${path.replaceAll('\\', '/')}`);
    },
  };
}
