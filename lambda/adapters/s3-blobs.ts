import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  ListObjectVersionsCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { NotFoundError } from '../errors.ts';
import { callAws, isConditionFailed, isMissing } from './aws-errors.ts';
import { type ClientSettings, clientSettings } from './client-settings.ts';
import { mapConcurrently } from './map-concurrently.ts';

/** A document has some ten blobs. */
const DELETIONS_AT_ONCE = 10;

/** Whole objects of one bucket by key; the S3 roles are written with it. */
export type S3Blobs = ReturnType<typeof s3Blobs>;

export function s3Blobs(options: { readonly bucket: string; readonly client?: ClientSettings }) {
  const { bucket } = options;
  const client = new S3Client({
    ...clientSettings(options.client ?? {}, { requestTimeoutMs: 60_000, attempts: 4 }),
    // Stand-ins and gateways resolve a bucket by path; the names of ours are valid both ways.
    forcePathStyle: options.client?.endpoint !== undefined,
  });
  const call = {
    service: 'S3',
    resource: bucket,
    remedy: 'let the construct that owns the bucket grant this function access',
  };
  return {
    /** With `ifAbsent` an object that is there stays; false is returned. */
    async put(
      key: string,
      body: Uint8Array,
      how: {
        readonly mediaType: string;
        readonly ifAbsent?: boolean;
        readonly cacheControl?: string;
      },
    ): Promise<boolean> {
      const command = new PutObjectCommand({
        Bucket: bucket,
        Key: key,
        Body: body,
        ContentType: how.mediaType,
        CacheControl: how.cacheControl,
        ...(how.ifAbsent ? { IfNoneMatch: '*' } : {}),
      });
      return callAws(call, async () => {
        try {
          await client.send(command);
          return true;
        } catch (error) {
          if (how.ifAbsent && isConditionFailed(error)) return false;
          throw error;
        }
      });
    },

    /** The whole object, or its first `maxBytes`. */
    async get(key: string, maxBytes?: number): Promise<Uint8Array> {
      const range = maxBytes === undefined ? {} : { Range: `bytes=0-${maxBytes - 1}` };
      const reply = await callAws(call, async () => {
        try {
          const { Body } = await client.send(
            new GetObjectCommand({ Bucket: bucket, Key: key, ...range }),
          );
          return await Body?.transformToByteArray();
        } catch (error) {
          if (isMissing(error)) return undefined;
          throw error;
        }
      });
      if (!reply) throw new NotFoundError(`an object must exist at s3://${bucket}/${key}`);
      return reply;
    },

    async has(key: string): Promise<boolean> {
      return callAws(call, async () => {
        try {
          await client.send(new HeadObjectCommand({ Bucket: bucket, Key: key }));
          return true;
        } catch (error) {
          if (isMissing(error)) return false;
          throw error;
        }
      });
    },

    /** All keys under the prefix, ascending. */
    async list(prefix: string): Promise<readonly string[]> {
      return callAws(call, async () => {
        const keys: string[] = [];
        let token: string | undefined;
        do {
          const page = await client.send(
            new ListObjectsV2Command({ Bucket: bucket, Prefix: prefix, ContinuationToken: token }),
          );
          keys.push(...(page.Contents ?? []).flatMap(({ Key }) => (Key ? [Key] : [])));
          token = page.NextContinuationToken;
        } while (token);
        return keys.sort();
      });
    },

    /** Every version and delete marker under the prefix; S3 lists 1,000 at a time. */
    async removeVersions(prefix: string): Promise<void> {
      for (;;) {
        const page = await callAws(call, () =>
          client.send(new ListObjectVersionsCommand({ Bucket: bucket, Prefix: prefix })),
        );
        const found = [...(page.Versions ?? []), ...(page.DeleteMarkers ?? [])];
        if (found.length === 0) return;
        await callAws(call, () =>
          mapConcurrently(found, DELETIONS_AT_ONCE, ({ Key, VersionId }) =>
            client.send(new DeleteObjectCommand({ Bucket: bucket, Key, VersionId })),
          ),
        );
      }
    },

    async remove(keys: readonly string[]): Promise<void> {
      await callAws(call, () =>
        mapConcurrently(keys, DELETIONS_AT_ONCE, (Key) =>
          client.send(new DeleteObjectCommand({ Bucket: bucket, Key })),
        ),
      );
    },
  };
}
