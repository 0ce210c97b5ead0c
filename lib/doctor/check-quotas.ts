import type { Quota } from './account.ts';
import { couldNot } from './could-not.ts';
import type { Check, Examined } from './examined.ts';
import { type Finding, findingsOf } from './finding.ts';
import { modelQuotaNeeds } from './model-quotas.ts';
import { type QuotaNeed, quotaNeeds } from './quota-needs.ts';
import { vectorCapacityFindings } from './vector-capacity.ts';

const told = findingsOf('quotas');

/** What the profile takes of the account's quotas fits into them. */
export const checkQuotas: Check = {
  name: 'quotas',
  async run(examined) {
    const { account, configuration } = examined;
    const { needs, findings } = await allNeeds(examined);
    const found = [...findings];
    for (const service of new Set(needs.map((need) => need.service))) {
      const ofService = needs.filter((need) => need.service === service);
      try {
        const quotas = await account.quotas(service);
        found.push(...ofService.flatMap((need) => compare(need, quotas, configuration.profile)));
      } catch (error) {
        found.push(couldNot('quotas', error));
      }
    }
    try {
      found.push(...(await vectorCapacityFindings(examined)));
    } catch (error) {
      found.push(couldNot('quotas', error));
    }
    return found;
  },
};

async function allNeeds(examined: Examined) {
  const needs = quotaNeeds(examined);
  try {
    const ofModels = await modelQuotaNeeds(examined.account, examined.configuration);
    return { needs: [...needs, ...ofModels], findings: [] };
  } catch (error) {
    return { needs, findings: [couldNot('quotas', error)] };
  }
}

/** A model without a quota of a kind has none of that kind: newer ones count tokens alone. */
function compare(
  need: QuotaNeed,
  quotas: readonly Quota[],
  { env, region }: { readonly env: string; readonly region: string },
): readonly Finding[] {
  const found = quotas.filter(({ name }) => need.named.test(name));
  if (found.length === 0) {
    if (need.service === 'bedrock') return [];
    const what = `${need.service} lists no quota “${readable(need.named)}” in ${region}; ${need.why}`;
    return [told.unknown(what, 'look at it in the Service Quotas console')];
  }
  return found.map((quota) => {
    const { name, value } = quota;
    const what = `${need.service}: ${name} is ${value}; ${need.why}`;
    if (value < need.least) return told.error(what, raise(quota, need, { env, region }));
    if (value < need.wanted) return told.warning(what, raise(quota, need, { env, region }));
    return told.ok(what);
  });
}

/** What a quota's name was looked for as, for people who look in the console. */
function readable({ source }: RegExp): string {
  return source
    .replaceAll(/[\^$\\]/g, '')
    .replaceAll('.*', ' … ')
    .replaceAll('?', '');
}

function raise(
  { code, adjustable }: Quota,
  { service, wanted }: QuotaNeed,
  { env, region }: { readonly env: string; readonly region: string },
): string {
  if (!adjustable) {
    return `ask AWS Support for ${wanted}, this quota cannot be raised by yourself; or ask for less in config/${env}.ts`;
  }
  return `aws service-quotas request-service-quota-increase --region ${region} --service-code ${service} --quota-code ${code} --desired-value ${wanted}; or ask for less in config/${env}.ts`;
}
