import { HIPAASecurityChecks, NIST80053R5Checks, PCIDSS321Checks } from 'cdk-nag';
import type { Checked, Finding } from './checked.ts';

/**
 * Rules of the packs whose findings stand in every environment that keeps what it holds, each for a reason
 * that is true of every resource they name. A rule bears its pack's name in front:
 * `NIST.800.53.R5-…`, `HIPAA.Security-…`, `PCI.DSS.321-…`.
 */
export const ACCEPTED_RULES: Readonly<Record<string, string>> = {
  IAMNoInlinePolicy:
    'Each role serves one function and its statements are made for it from what its step declares: a managed policy of its own would be the same statements, attachable to other roles. What several functions share is in managed policies.',
  LambdaConcurrency:
    'Reserved concurrency is taken from what all functions of the account share, and a new account has none to give. Load is bounded before the functions: request quotas of stage and tenant, and the queue of documents.',
  S3BucketLoggingEnabled:
    'Named is the bucket that takes the access logs of all others: logging it into itself would make each delivery write another log record.',
  S3BucketReplicationEnabled:
    'Data stay in one region by contract. Versions and object lock guard against deletion, point-in-time recovery covers the table, and what is derived from sources can be made again.',
  S3DefaultEncryptionKMS:
    'Named are the bucket of access logs, whose delivery service takes no customer key, and that of the console, which holds public files only. Both are encrypted with keys of S3; all others with the customer key.',
  APIGWCacheEnabledAndEncrypted:
    'The stage caches nothing: answers belong to one tenant and one person, and every reply says no-store. There is no cached data to encrypt.',
  APIGWSSLEnabled:
    'A client certificate of the stage proves API Gateway to HTTP backends. All integrations are functions, which are invoked by signed calls within AWS and know their caller by IAM.',
};

/** The same where the profile has no network of its own (`network.privateEndpoints` is off). */
export const ACCEPTED_WITHOUT_NETWORK: Readonly<Record<string, string>> = {
  LambdaInsideVPC:
    'The functions listen to nothing and call AWS services alone, over TLS, signed, by roles that admit what each step declares. A network of their own with private endpoints is a choice of the profile that prod makes: it bills while idle.',
};

/** Findings that are true and not mended yet, by rule: an entry goes when it is. */
export const UNMENDED_RULES: Readonly<Record<string, string>> = {
  VPCDefaultSecurityGroupClosed: 'the default group of the network admits its own members',
  CloudTrailCloudWatchLogsEnabled: 'the trail is kept in S3 alone',
  WAFv2LoggingEnabled: 'the web ACL counts and does not log',
};

/** Findings of the packs NIST 800-53 R5, HIPAA and PCI DSS 3.2.1 that neither table names. */
export function openPackFindings(checked: Checked): readonly Finding[] {
  // What is thrown away with its environment holds nothing that these packs guard.
  if (checked.profile.onDelete === 'destroy') return [];
  const found = violations(checked);
  // Every rule has its resource only where the network is the product's own.
  const isWhole = checked.profile.network.privateEndpoints;
  const known = {
    ...ACCEPTED_RULES,
    ...UNMENDED_RULES,
    ...(isWhole ? {} : ACCEPTED_WITHOUT_NETWORK),
  };
  const open = found.filter(({ what }) => !Object.hasOwn(known, bare(what)));
  const names = new Set(found.map(({ what }) => bare(what)));
  const stale = isWhole ? Object.keys(known).filter((rule) => !names.has(rule)) : [];
  const needless = stale.map((rule) => ({ where: rule, what: 'is named and finds nothing' }));
  return [...open, ...needless];
}

function violations({ platform }: Checked): readonly Finding[] {
  const packs = [new NIST80053R5Checks(), new HIPAASecurityChecks(), new PCIDSS321Checks()];
  return packs.flatMap((pack) =>
    pack.validateScope(platform).violations.flatMap(({ ruleName, violatingResources }) =>
      violatingResources.map(({ constructPath }) => ({
        where: constructPath ?? 'unknown',
        what: ruleName,
      })),
    ),
  );
}

/** `HIPAA.Security-IAMNoInlinePolicy` → `IAMNoInlinePolicy`. */
function bare(rule: string): string {
  return rule.slice(rule.indexOf('-') + 1);
}
