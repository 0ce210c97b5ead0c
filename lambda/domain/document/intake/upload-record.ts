import * as z from 'zod';
import { lazily } from '../../../lazily.ts';
import { refusalSchema } from '../refusal.ts';

/** What came of an upload; `known`: the same content came before; nothing was done again. */
export const receivedUploadSchema = lazily(() =>
  z.strictObject({
    documentId: z.string(),
    status: z.enum(['received', 'known', 'refused']),
    refusal: refusalSchema().optional(),
  }),
);
export type ReceivedUpload = Readonly<z.infer<ReturnType<typeof receivedUploadSchema>>>;

/** Record of kind `upload`: what was offered, until the file came; then only what came of it. */
export const uploadRecordSchema = lazily(() =>
  z.discriminatedUnion('status', [
    z.strictObject({
      status: z.literal('offered'),
      name: z.string(),
      bytes: z.int().min(0),
      /** ISO 8601; the link is dead from then on. */
      expiresAt: z.string(),
    }),
    receivedUploadSchema(),
  ]),
);
export type UploadRecord = Readonly<z.infer<ReturnType<typeof uploadRecordSchema>>>;

/** Folder of `incoming/<tenant>/` that links lead to; a name of a dropped file does not begin so. */
const FOLDER = '_upload';
const KEY = /^incoming\/([^/]+)\/_upload\/([^/]+)$/;

/** Key of the object that an upload's link takes. */
export function uploadKey(tenant: string, uploadId: string): string {
  return `incoming/${tenant}/${FOLDER}/${uploadId}`;
}

/** Null for the key of a dropped object. */
export function uploadOfKey(key: string): { tenant: string; uploadId: string } | null {
  const [, tenant, uploadId] = KEY.exec(key) ?? [];
  return tenant && uploadId ? { tenant, uploadId } : null;
}
