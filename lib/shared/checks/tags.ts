import { CfnResource, Stack, TagManager } from 'aws-cdk-lib/core';
import type { Checked, Finding } from './checked.ts';

const NEEDED = ['strata:layer', 'strata:side', 'strata:env', 'team', 'project'];

/** Every resource that can carry tags says layer, side, environment, team and project. */
export function missingTags({ platform }: Checked): readonly Finding[] {
  return platform.node.findAll().flatMap((node) => {
    if (!CfnResource.isCfnResource(node)) return [];
    const manager = TagManager.of(node);
    if (!manager) return [];
    const present = Object.keys(manager.tagValues());
    const missing = NEEDED.filter((tag) => !present.includes(tag));
    if (missing.length === 0) return [];
    const where = `${Stack.of(node).stackName}: ${node.node.path}`;
    return [{ where, what: `lacks the tags ${missing.join(', ')}` }];
  });
}
