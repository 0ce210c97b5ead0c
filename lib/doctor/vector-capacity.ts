import { isRecord, resourcesOf } from '../shared/checks/checked.ts';
import type { Examined } from './examined.ts';
import { type Finding, findingsOf } from './finding.ts';

const told = findingsOf('quotas');

/** The limits of the collection group fit into those of the account's collections together. */
export async function vectorCapacityFindings({
  account,
  checked,
  configuration: { profile },
}: Examined): Promise<readonly Finding[]> {
  const groups = resourcesOf(checked).filter(
    ({ Type }) => Type === 'AWS::OpenSearchServerless::CollectionGroup',
  );
  if (groups.length === 0) return [];
  const capacity = await account.vectorCapacity();
  if (capacity === null) {
    const what = 'OpenSearch Serverless tells no capacity limits of the account';
    return [told.unknown(what, 'look at “Capacity limits” in its console')];
  }
  return groups.flatMap(({ Properties }) => {
    const limits = isRecord(Properties?.CapacityLimits) ? Properties.CapacityLimits : {};
    return (['Indexing', 'Search'] as const).map((kind) => {
      const most = kind === 'Indexing' ? capacity.indexing : capacity.search;
      const [least, wanted] = ['Min', 'Max'].map((end) =>
        Number(limits[`${end}${kind}CapacityInOcu`] ?? 0),
      );
      const what = `OpenSearch Serverless may take ${most} OCUs for ${kind.toLowerCase()} in the account, the collection ${least} to ${wanted} (vectors)`;
      const remedy = `aws opensearchserverless update-account-settings --region ${profile.region} --capacity-limits max${kind}CapacityInOCU=${wanted}`;
      if (most < (least ?? 0)) return told.error(what, remedy);
      return most < (wanted ?? 0) ? told.warning(what, remedy) : told.ok(what);
    });
  });
}
