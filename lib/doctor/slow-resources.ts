import { resourcesOf } from '../shared/checks/checked.ts';
import type { Examined } from './examined.ts';

/** Made by services that start machines or spread to every edge: minutes each, not seconds. */
const SLOW: ReadonlySet<string> = new Set([
  'AWS::CloudFront::Distribution',
  'AWS::EC2::VPCEndpoint',
  'AWS::OpenSearchServerless::Collection',
  'AWS::SageMaker::Endpoint',
  'AWS::SageMaker::FeatureGroup',
]);

/** What a deployment waits for, by kind and count. How long is not known before it was measured. */
export function slowResources(checked: Examined['checked']): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { Type } of resourcesOf(checked)) {
    if (SLOW.has(Type)) counts[Type] = (counts[Type] ?? 0) + 1;
  }
  return counts;
}
