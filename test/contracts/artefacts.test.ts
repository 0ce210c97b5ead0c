import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileArtefacts } from '../../local/adapters/artefacts.ts';
import { s3Artefacts } from '../../lambda/adapters/artefacts.ts';
import { startS3 } from './aws-stores.ts';
import { describeArtefactsContract } from './artefacts.ts';

describeArtefactsContract('fileArtefacts', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'strata-artefacts-'));
  return {
    artefacts: fileArtefacts({ directory }),
    close: async () => rmSync(directory, { recursive: true }),
  };
});

test('fileArtefacts refuses a path that leads out of its folder', async () => {
  const attempt = async () => fileArtefacts({ directory: tmpdir() }).get('models/../../secret');
  await expect(attempt()).rejects.toThrow(expect.objectContaining({ name: 'InvalidInputError' }));
});

describeArtefactsContract('s3Artefacts', async () => {
  const { bucket, client, close } = await startS3();
  return { artefacts: s3Artefacts({ artefactsBucket: bucket, client }), close };
});
