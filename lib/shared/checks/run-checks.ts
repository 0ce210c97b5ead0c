import type { CloudAssembly } from 'aws-cdk-lib/cx-api';
import { loadConfiguration, profileNames } from '../../../config/load-profile.ts';
import type { ProfileName } from '../../../config/load-profile.ts';
import { createApp } from '../../app.ts';
import type { Assets } from '../assets.ts';
import type { Layer } from '../strata-stack.ts';
import type { Checked, Finding, Template } from './checked.ts';
import { idleUsd } from './idle-cost.ts';
import { keyAdmissions } from './key-admissions.ts';
import { openFindings, unsoundAcceptances } from './nag-findings.ts';
import { starResources, unknownActions, wildcardActions } from './permissions.ts';
import { studentForbids } from './student-forbids.ts';
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
    const { checked, files } = synthesized(name, assets, `${directory}/${name}`);
    reports.push({
      checked,
      findings: {
        'cdk-nag: open findings': openFindings(checked),
        'cdk-nag: acceptances': unsoundAcceptances(checked),
        'actions with *': wildcardActions(checked),
        'resources that are *': starResources(checked),
        'unknown IAM actions': await unknownActions(checked),
        'missing tags': missingTags(checked),
        'key admits its services': keyAdmissions(checked),
        'student forbids': studentForbids(checked),
        'idle cost': idleFindings(name, checked),
        'CloudFormation validation': invalidTemplates(files, checked.profile.region),
      },
    });
  }
  return reports;
}

function synthesized(name: ProfileName, assets: Assets, outdir: string) {
  const configuration = loadConfiguration(name);
  const { platform } = createApp({ assets, configuration, outdir });
  const assembly: CloudAssembly = platform.synth();
  const stack = (layer: Layer) => assembly.getStackByName(`strata-${name}-${layer}`);
  const template = (layer: Layer): Template => stack(layer).template;
  const layers = platform.layers.map(({ layer }) => layer);
  const checked: Checked = {
    profile: configuration.profile,
    platform,
    templates: {
      infrastructure: template('infrastructure'),
      data: template('data'),
      model: template('model'),
      governance: template('governance'),
      orchestration: template('orchestration'),
      application: template('application'),
    },
  };
  return { checked, files: layers.map((layer) => stack(layer).templateFullPath) };
}

function idleFindings(name: ProfileName, checked: Checked): readonly Finding[] {
  const most = MOST_IDLE_USD[name];
  const usd = idleUsd(checked);
  if (most === undefined || usd <= most) return [];
  return [
    { where: name, what: `costs ${usd.toFixed(2)} USD a month idle, at most ${most} may be` },
  ];
}
