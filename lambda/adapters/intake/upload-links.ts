import { AwsV4Signer } from 'aws4fetch';
import type { UploadLinks } from '../../deployment-ports.ts';

/**
 * Presigned `PUT`s (SigV4 in the query). The signature covers `content-type` and `content-length`, so that
 * S3 takes the declared size and type only. What a link may do its signer must: s3:PutObject on the key.
 * A link ends with the signer's session where that is sooner.
 */
export function s3UploadLinks(options: {
  readonly documentsBucket: string;
  /** Read at each offer: the role's credentials change. */
  readonly credentials: () => {
    readonly region: string;
    readonly accessKeyId: string;
    readonly secretAccessKey: string;
    readonly sessionToken?: string | undefined;
  };
  /** Another store of S3's API. @default the bucket's address in its region */
  readonly endpoint?: string | undefined;
}): UploadLinks {
  const { documentsBucket: bucket, endpoint } = options;
  return {
    async offer({ key, bytes, mediaType, lastsSeconds }) {
      const { region, ...keys } = options.credentials();
      const base =
        endpoint === undefined
          ? `https://${bucket}.s3.${region}.amazonaws.com`
          : `${endpoint}/${bucket}`;
      const url = new URL(`${base}/${key.split('/').map(encodeURIComponent).join('/')}`);
      url.searchParams.set('X-Amz-Expires', String(lastsSeconds));
      const signer = new AwsV4Signer({
        ...keys,
        region,
        service: 's3',
        method: 'PUT',
        url: url.href,
        headers: { 'content-type': mediaType, 'content-length': String(bytes) },
        signQuery: true,
        // Those that say type and size are left out otherwise.
        allHeaders: true,
      });
      const signed = await signer.sign();
      return { url: signed.url.href, headers: { 'content-type': mediaType } };
    },
  };
}
