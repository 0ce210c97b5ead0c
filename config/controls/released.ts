import type { ClaimOf } from './schema.ts';

const APPROVAL = 'test/domain/governance/release-approval.test.ts';

/** How prompts, settings and models come to serve (docs/releases.md). */
export const released = {
  releasers: {
    kind: 'capability',
    says: 'What serves is moved by people through the releases area, and by the first deployment',
    capability: 'releases.act',
    functions: ['llmops-publish-release', 'releases-api'],
    others: 'may not',
  },
  measured: {
    kind: 'test',
    says: 'What was not measured of a release does not serve',
    file: APPROVAL,
    title: 'without an evaluation nothing is approved',
  },
  approved: {
    kind: 'test',
    says: 'Prompts, settings and models that nobody approved do not serve',
    file: APPROVAL,
    title: 'without an approval nothing goes live',
  },
  unaltered: {
    kind: 'test',
    says: 'A release whose bytes were altered does not serve',
    file: 'test/domain/governance/served-configuration.test.ts',
    title: 'a release that was altered does not serve',
  },
  rolledBack: {
    kind: 'test',
    says: 'What served before serves again at once',
    file: APPROVAL,
    title: 'a release that served before serves again at once, and only such a one',
  },
} as const satisfies Readonly<Record<string, ClaimOf<'capability'> | ClaimOf<'test'>>>;
