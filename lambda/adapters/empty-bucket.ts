import {
  DeleteObjectsCommand,
  ListObjectVersionsCommand,
  type ListObjectVersionsCommandOutput,
  S3Client,
} from '@aws-sdk/client-s3';
import { UnavailableError } from '../errors.ts';
import { type ClientSettings, clientSettings } from './client-settings.ts';

/**
 * Removes every version and delete marker of a bucket, or of what begins with `prefix` in it; none is
 * left, or it says which is locked.
 * Needs s3:ListBucketVersions, s3:DeleteObject, s3:DeleteObjectVersion.
 */
export async function emptyBucket(
  bucket: string,
  settings: ClientSettings = {},
  prefix?: string,
): Promise<void> {
  const client = new S3Client({
    ...clientSettings(settings, { requestTimeoutMs: 60_000, attempts: 5 }),
    forcePathStyle: settings.endpoint !== undefined,
  });
  for (;;) {
    const page = await listVersions(client, bucket, prefix);
    const Objects = [...(page?.Versions ?? []), ...(page?.DeleteMarkers ?? [])].map(
      ({ Key, VersionId }) => ({ Key, VersionId }),
    );
    if (Objects.length === 0) return;
    const { Errors = [] } = await client.send(
      new DeleteObjectsCommand({ Bucket: bucket, Delete: { Objects, Quiet: true } }),
    );
    const [refused] = Errors;
    if (refused) {
      throw new UnavailableError(
        `${bucket} must be empty to be deleted, ${refused.Key} stays: ${refused.Code} ` +
          `${refused.Message}; wait for its retention to end`,
        60,
      );
    }
  }
}

async function listVersions(
  client: S3Client,
  bucket: string,
  prefix: string | undefined,
): Promise<ListObjectVersionsCommandOutput | null> {
  try {
    return await client.send(new ListObjectVersionsCommand({ Bucket: bucket, Prefix: prefix }));
  } catch (error) {
    if (error instanceof Error && error.name === 'NoSuchBucket') return null;
    throw error;
  }
}
