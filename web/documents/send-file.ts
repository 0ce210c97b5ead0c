import type { ReceivedUpload } from '../../lambda/domain/document/intake/upload-record.ts';
import { type Api, ProblemError } from '../api.ts';

/** Taking a file in wakes a function. */
const LOOK_MS = 1_000;
const LOOKS = 60;
/** A quota is a minute's: waiting longer would look like a page that hangs. */
const LONGEST_WAIT_SECONDS = 60;
const WAITS = 5;

/**
 * Sends a file past the API, to where the server says, and tells which share of it has gone, 0 to 1.
 * Where the server has had enough for now it waits as long as the server says.
 * @returns id of the upload
 */
export async function sendFile(
  api: Pick<Api, 'offerUpload'>,
  file: File,
  onShare: (share: number) => void,
): Promise<string> {
  const { uploadId, method, url, headers } = await offered(api, file, WAITS);
  await new Promise<void>((resolve, reject) => {
    // Not fetch: it does not tell how much has been sent.
    const request = new XMLHttpRequest();
    request.open(method, url);
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.upload.addEventListener('progress', ({ loaded, total }) =>
      onShare(total === 0 ? 1 : loaded / total),
    );
    request.addEventListener('load', () => {
      if (request.status < 300) resolve();
      else reject(new Error(`the store refused it with status ${request.status}; try again`));
    });
    request.addEventListener('error', () =>
      reject(new Error('the connection broke off; try again')),
    );
    // As bytes: a type that the browser guesses would not be the one that was signed.
    request.send(new Blob([file], { type: headers['content-type'] ?? '' }));
  });
  return uploadId;
}

/** What came of a sent file; null where it is not taken in yet. */
export async function outcomeOf(
  api: Pick<Api, 'uploadOutcome'>,
  uploadId: string,
): Promise<ReceivedUpload | null> {
  for (let look = 0; look < LOOKS; look += 1) {
    const record = await api.uploadOutcome(uploadId);
    if (record.status !== 'offered') return record;
    await pause(LOOK_MS);
  }
  return null;
}

async function offered(api: Pick<Api, 'offerUpload'>, file: File, waits: number) {
  try {
    return await api.offerUpload({ name: file.name, bytes: file.size });
  } catch (error) {
    const wait = error instanceof ProblemError ? error.retryAfterSeconds : null;
    if (waits === 0 || wait === null || wait > LONGEST_WAIT_SECONDS) throw error;
    await pause(wait * 1_000);
    return offered(api, file, waits - 1);
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
