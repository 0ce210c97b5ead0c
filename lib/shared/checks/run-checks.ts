import { loadConfiguration, profileNames } from '../../../config/load-profile.ts';
import type { ProfileName } from '../../../config/load-profile.ts';
import type { Assets } from '../assets.ts';
import type { Checked, Finding } from './checked.ts';
import { checkControls, failedControls } from './controls/check-controls.ts';
import { idleUsd } from './idle-cost.ts';
import { uncountedCosts } from './idle-kinds.ts';
import { keyAdmissions } from './key-admissions.ts';
import { openFindings, unsoundAcceptances } from './nag-findings.ts';
import { openPackFindings } from './pack-findings.ts';
import { starResources, unknownActions, wildcardActions } from './permissions.ts';
import { studentForbids } from './student-forbids.ts';
import { synthesizeChecked } from './synthesize-checked.ts';
import { missingTags } from './tags.ts';
import { invalidTemplates } from './template-validation.ts';

/** Idle USD a month that a profile may cost; absent where people pay for readiness. */
const MOST_IDLE_USD: Readonly<Partial<Record<ProfileName, number>>> = { student: 0.5, dev: 5 };

export interface ProfileReport {
  readonly checked: Checked;
  /** Findings by check; an empty list is a check that holds. */
  readonly findings: Readonly<Record<string, readonly Finding[]>>;
}

/** All checks on all profiles. `directory` takes one assembly a profile. */
export async function runChecks(assets: Assets, directory: string): Promise<ProfileReport[]> {
  const reports: ProfileReport[] = [];
  for (const name of profileNames) {
    const { checked, files } = synthesizeChecked(
      loadConfiguration(name),
      assets,
      `${directory}/${name}`,
    );
    reports.push({
      checked,
      findings: {
        'cdk-nag: open findings': openFindings(checked),
        'cdk-nag: acceptances': unsoundAcceptances(checked),
        'packs NIST 800-53, HIPAA, PCI': openPackFindings(checked),
        'actions with *': wildcardActions(checked),
        'resources that are *': starResources(checked),
        'unknown IAM actions': await unknownActions(checked),
        'missing tags': missingTags(checked),
        'key admits its services': keyAdmissions(checked),
        'student forbids': studentForbids(checked),
        'idle cost': idleFindings(name, checked),
        'controls that fail': controlFindings(checked, assets),
        'idle cost: uncounted': uncountedCosts(checked),
        'CloudFormation validation': invalidTemplates(files, checked.profile.region),
      },
    });
  }
  return reports;
}

/** On what is built; what records say is `strata audit controls`. */
function controlFindings(checked: Checked, { steps }: Assets): readonly Finding[] {
  const { profile, templates } = checked;
  return failedControls(checkControls({ profile, templates, steps, root: '.', records: null }));
}

function idleFindings(name: ProfileName, checked: Checked): readonly Finding[] {
  const most = MOST_IDLE_USD[name];
  const usd = idleUsd(checked);
  if (most === undefined || usd <= most) return [];
  return [
    { where: name, what: `costs ${usd.toFixed(2)} USD a month idle, at most ${most} may be` },
  ];
}
