import { contentHash } from '../../../content-hash.ts';
import { RefusedError } from '../../../errors.ts';
import type { Releases } from '../../../release-ports.ts';
import type {
  ArtefactPath,
  ArtefactsRead,
  ArtefactsWrite,
  RecordsRead,
  RecordsWrite,
} from '../../../store-ports.ts';
import type { Side } from '../../document/document.ts';
import { PLATFORM_TENANT } from '../../document/tenant.ts';
import { releaseBundleSchema, releaseId } from './release-bundle.ts';
import { type ReleaseEvent, releaseEventSchema } from './release-event.ts';
import { releaseEvaluationSchema } from './release-gates.ts';

/** Events are stored under what is left to this, so that the newest is the first of a list. */
const LAST_NUMBER = 999_999_999;
const PAGE = 100;

/**
 * The registry over artefacts (`releases/<side>/<hash>.json`, checked against its name whenever it is
 * read) and records of kind `release`, which the audit log seals like all others.
 */
export function recordReleases(ports: {
  readonly artefacts: ArtefactsRead<'releases'> & ArtefactsWrite<'releases'>;
  readonly records: RecordsRead<'release'> & RecordsWrite<'release'>;
}): Releases {
  const put = async (path: ArtefactPath<'releases'>, value: object) => {
    const body = new TextEncoder().encode(JSON.stringify(value));
    await ports.artefacts.put(path, body, 'application/json');
  };
  const get = async (path: ArtefactPath<'releases'>, hash: string): Promise<unknown> => {
    const value: unknown = JSON.parse(new TextDecoder().decode(await ports.artefacts.get(path)));
    if (contentHash(value) === hash) return value;
    throw new RefusedError(
      `${path} must hold what its name says and was altered; roll back to another release, or publish it again`,
    );
  };
  const page = async (side: Side, after: string, limit: number) => {
    const { items } = await ports.records.list({
      tenant: PLATFORM_TENANT,
      kind: 'release',
      after,
      limit,
    });
    return items.filter(({ id }) => id.startsWith(`${side}/`));
  };
  return {
    async keep(bundle) {
      const id = releaseId(bundle);
      await put(bundlePath(bundle.side, id), bundle);
      return id;
    },
    async read(side, id) {
      return releaseBundleSchema().parse(await get(bundlePath(side, id), id));
    },
    async keepEvaluation(evaluation) {
      const hash = contentHash(evaluation);
      await put(evaluationPath(evaluation.side, hash), evaluation);
      return hash;
    },
    async readEvaluation(side, hash) {
      return releaseEvaluationSchema().parse(await get(evaluationPath(side, hash), hash));
    },
    async latest(side) {
      const [newest] = await page(side, `${side}/`, 1);
      return newest === undefined ? null : releaseEventSchema().parse(newest.value);
    },
    async history(side) {
      const events: ReleaseEvent[] = [];
      for (let after = `${side}/`; ; ) {
        const items = await page(side, after, PAGE);
        events.push(...items.map(({ value }) => releaseEventSchema().parse(value)));
        const last = items.at(-1);
        if (last === undefined || items.length < PAGE) return events;
        after = last.id;
      }
    },
    append(event) {
      const left = String(LAST_NUMBER - event.number).padStart(9, '0');
      const key = {
        tenant: PLATFORM_TENANT,
        kind: 'release',
        id: `${event.side}/${left}`,
      } as const;
      return ports.records.put(key, event, { ifAbsent: true });
    },
  };
}

function bundlePath(side: Side, id: string) {
  return `releases/${side}/${id}.json` as const;
}

function evaluationPath(side: Side, hash: string) {
  return `releases/${side}/evaluations/${hash}.json` as const;
}
