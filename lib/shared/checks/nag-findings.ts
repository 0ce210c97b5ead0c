import { CfnResource, Validations } from 'aws-cdk-lib/core';
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag';
import { isRecord } from './checked.ts';
import type { Checked, Finding } from './checked.ts';

/** At most so many different reasons may be needed in an environment. */
const MOST_REASONS = 17;
/** A shorter reason does not explain anything to an auditor. */
const SHORTEST_REASON = 80;

/** Findings of cdk-nag's packs AwsSolutions and Serverless that nobody has accepted. */
export function openFindings({ platform }: Checked): readonly Finding[] {
  return [new AwsSolutionsChecks(), new ServerlessChecks()].flatMap((pack) =>
    pack.validateScope(platform).violations.flatMap(({ ruleName, violatingResources }) =>
      violatingResources.map(({ constructPath }) => ({
        where: constructPath ?? 'unknown',
        what: ruleName,
      })),
    ),
  );
}

export interface AcceptedFinding {
  readonly where: string;
  readonly rule: string;
  readonly reason: string;
}

/** Accepted findings with their reasons; a construct counts as one site. */
export function acceptedFindings({ platform }: Checked): readonly AcceptedFinding[] {
  const key = Validations.ACKNOWLEDGED_RULES_METADATA_KEY;
  return platform.node.findAll().flatMap((node) =>
    node.node.metadata
      .filter(({ type }) => type === key)
      .flatMap(({ data }) => (isRecord(data) ? Object.entries(data) : []))
      // The library accepts findings of its own constructs about CloudFormation's schema.
      .filter(([rule]) => !rule.startsWith('CloudFormation-Validate::'))
      .map(([rule, detail]) => ({ where: node.node.path, rule, reason: reasonOf(detail) })),
  );
}

/** Too many reasons, reasons that explain nothing, or acceptances that cover several resources. */
export function unsoundAcceptances(checked: Checked): readonly Finding[] {
  const accepted = acceptedFindings(checked);
  const sites = new Set(accepted.map(({ where }) => where));
  const reasons = new Set(accepted.map(({ reason }) => reason));
  const tooMany =
    reasons.size > MOST_REASONS
      ? [
          {
            where: checked.profile.env,
            what: `${reasons.size} reasons, at most ${MOST_REASONS} may be`,
          },
        ]
      : [];
  const unexplained = accepted
    .filter(({ reason }) => reason.length < SHORTEST_REASON)
    .map(({ where, rule }) => ({ where, what: `${rule} has no reason that explains it` }));
  const wide = [...sites]
    .filter((site) => !isOneResource(checked, site))
    .map((where) => ({ where, what: 'is a whole stack; accept on the one resource' }));
  return [...tooMany, ...unexplained, ...wide];
}

function reasonOf(detail: unknown): string {
  if (typeof detail === 'string') return detail;
  if (Array.isArray(detail)) return detail.map(reasonOf).join(' ');
  return isRecord(detail) && typeof detail.reason === 'string' ? detail.reason : '';
}

/** A construct and the few resources that it is made of, but no layer. */
function isOneResource({ platform }: Checked, path: string): boolean {
  const found = platform.node.findAll().find((node) => node.node.path === path);
  const resources = found?.node.findAll().filter((node) => CfnResource.isCfnResource(node)) ?? [];
  return resources.length > 0 && resources.length <= 6;
}
