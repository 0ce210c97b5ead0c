// Apart from its one user: a bundler gives a CommonJS package that is imported when it is needed as its
// default alone.
import { decompressRTF } from '@kenjiuno/decompressrtf';

/** The text that a message holds compressed (MS-OXRTFCP). */
export function decompressed(bytes: Uint8Array): Uint8Array {
  return Uint8Array.from(decompressRTF(Array.from(bytes)));
}
