import path from 'node:path/posix';
import { unzipSync } from 'fflate';
import { ConfigurationError } from '../../errors.ts';

export interface Publication {
  /** A zip of the files. */
  readonly archive: Uint8Array;
  /** Empty, or ends in `/`. */
  readonly prefix: string;
  readonly mode: 'immutable' | 'replace';
  /** Further files by name, always replaced; `../` leads out of the prefix. */
  readonly texts: Readonly<Record<string, string>>;
}
export interface PublishedFile {
  readonly mediaType: string;
  readonly cacheControl: string;
  readonly ifAbsent: boolean;
}
export interface PublishedStore {
  /** False when `ifAbsent` found the file there. */
  put(key: string, body: Uint8Array, file: PublishedFile): Promise<boolean>;
  get(key: string): Promise<Uint8Array>;
}

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.gz': 'application/gzip',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.md': 'text/markdown; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2',
};
/** The names below it carry a hash of their content. */
const HASHED = /(^|\/)assets\//;

/**
 * Puts the files of an archive and the texts into a store.
 * @throws ConfigurationError where an immutable file is there with other bytes
 */
export async function publishInto(
  store: PublishedStore,
  { archive, prefix, mode, texts }: Publication,
): Promise<void> {
  const files = Object.entries(unzipSync(archive)).filter(([name]) => !name.endsWith('/'));
  for (const [name, body] of files) {
    await publish(store, { key: keyOf(prefix, name), body, ifAbsent: mode === 'immutable' });
  }
  const encoder = new TextEncoder();
  for (const [name, text] of Object.entries(texts)) {
    await publish(store, { key: keyOf(prefix, name), body: encoder.encode(text), ifAbsent: false });
  }
}

async function publish(
  store: PublishedStore,
  { key, body, ifAbsent }: { key: string; body: Uint8Array; ifAbsent: boolean },
): Promise<void> {
  const written = await store.put(key, body, {
    mediaType: MEDIA_TYPES[path.extname(key)] ?? 'application/octet-stream',
    cacheControl: HASHED.test(key) ? 'public, max-age=31536000, immutable' : 'no-cache',
    ifAbsent,
  });
  if (written || Buffer.from(await store.get(key)).equals(body)) return;
  throw new ConfigurationError(
    `${key} is published already with other bytes and must not change; add it as a new version`,
  );
}

function keyOf(prefix: string, name: string): string {
  const key = path.normalize(`${prefix}${name}`);
  if (!key.startsWith('../') && !key.startsWith('/')) return key;
  throw new ConfigurationError(`a published file must stay in its bucket, got ${prefix}${name}`);
}
