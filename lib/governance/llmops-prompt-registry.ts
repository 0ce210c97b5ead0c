import { readdirSync } from 'node:fs';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { ENV } from '../../lambda/env.ts';
import { folderHash } from '../shared/folder-hash.ts';
import { PublishedFiles } from '../shared/published-files.ts';
import { StrataBucket } from '../shared/strata-bucket.ts';
import type { StrataFunction } from '../shared/strata-function.ts';
import { strataStackOf, tagSide } from '../shared/strata-stack.ts';

const PREFIX = 'prompts/';
const PRODUCTION = 'production.json';

/**
 * Immutable prompt versions (`<task>.v<N>.md`); `production.json` says which is the newest of each task:
 * from these a release is made, and that is what functions read. A file of
 * the same name with other bytes fails the deployment: a changed prompt is a new version.
 */
export class LlmopsPromptRegistry extends Construct {
  readonly bucket: Bucket;
  readonly #folder: string;
  /** Of the folder's files. */
  readonly hash: string;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    tagSide(this, 'llmops');
    this.#folder = strataStackOf(this).configuration.promptsFolder;
    this.hash = folderHash(this.#folder);
    this.bucket = new StrataBucket(this, 'Prompts');
    PublishedFiles.admit(this.bucket, PREFIX);
    new PublishedFiles(this, 'Versions', {
      folder: this.#folder,
      bucket: this.bucket,
      prefix: PREFIX,
      mode: 'immutable',
      texts: { [PRODUCTION]: JSON.stringify(newestVersions(readdirSync(this.#folder))) },
    });
    strataStackOf(this).foundation.grants.offer('prompts', (fn) => this.grantRead(fn));
  }

  /** Reads published prompts. */
  private grantRead(fn: StrataFunction): void {
    const names = [...readdirSync(this.#folder), PRODUCTION];
    fn.allow(
      ['s3:GetObject'],
      names.map((name) => this.bucket.arnForObjects(`${PREFIX}${name}`)),
    );
    fn.allow(['s3:ListBucket'], [this.bucket.bucketArn]);
    fn.configure({
      [ENV.promptsBucket]: this.bucket.bucketName,
      [ENV.promptsPrefix]: PREFIX,
    });
  }
}

/** `answer-question.v2.md` → `{ "answer-question": 2 }`, the highest of each task. */
function newestVersions(files: readonly string[]): Record<string, number> {
  const newest: Record<string, number> = {};
  for (const file of [...files].sort()) {
    const [, task, version] = /^(.+)\.v(\d+)\.md$/.exec(file) ?? [];
    if (task && version) newest[task] = Math.max(newest[task] ?? 0, Number(version));
  }
  return newest;
}
