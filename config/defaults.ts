import type { Profile } from './schema.ts';

/** What the profiles have in common; each file says only what differs, and why it is that profile. */
export const defaults = {
  region: 'eu-west-1',
  sides: { mlops: true, llmops: true },
  tags: { team: 'platform', project: 'strata' },
  onDelete: 'destroy',
  terminationProtection: false,
  account: { bedrockInvocationLogging: 'leave', apiGatewayLogRole: 'own' },
  network: { privateEndpoints: false, webAcl: false },
  customerKeys: false,
  audit: { objectLock: 'none', retentionDays: 30, readers: [] },
  alarms: { email: null },
  approvals: { people: 1 },
  vectors: { minOcu: 0, maxOcu: 2 },
  training: { instanceType: 'ml.m5.large' },
  ingestion: { maxBytes: 50_000_000, maxPages: 1_000, maxDepth: 50, maxExpansion: 100 },
  rag: {
    strategy: 'recursive',
    chunkTokens: 400,
    overlapTokens: 60,
    topK: 5,
    candidates: 50,
    similarityThreshold: 0,
    fusionConstant: 10,
    contextTokens: 4_000,
    maxOutputTokens: 500,
    sentencesAGroup: 3,
  },
} as const satisfies Partial<Profile>;

/** Groups are given whole: half of one from here would hide what a profile runs with. */
type Different = Omit<Profile, keyof typeof defaults> & Partial<Profile>;

export function profileOf(different: Different): Profile {
  return { ...defaults, audit: { ...defaults.audit, readers: [] }, ...different };
}
