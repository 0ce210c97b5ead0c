import type { Configuration } from '../../config/load-profile.ts';
import type { Profile } from '../../config/schema.ts';
import { foundationModelId, geographyOf } from '../shared/model-id.ts';
import type { Account, FoundationModel } from './account.ts';
import type { QuotaNeed } from './quota-needs.ts';

/**
 * What one tenant at its own limits takes of each model's quotas. Bedrock reserves what a request
 * may use when it begins: its input and the most that it may generate (user guide, token burndown).
 */
export async function modelQuotaNeeds(
  account: Account,
  { profile, models }: Configuration,
): Promise<readonly QuotaNeed[]> {
  if (!profile.sides.llmops) return [];
  const { asksPerMinutePerTenant: asks } = profile.quotas;
  const tokens = asks * (profile.rag.contextTokens + profile.rag.maxOutputTokens);
  const answering = `a tenant may ask ${asks} questions a minute (quotas.asksPerMinutePerTenant)`;
  const roles = [
    { ...models.answer, requests: asks, tokens, why: answering },
    {
      ...models.fallback,
      requests: asks,
      tokens,
      why: `${answering}, when the answer model fails`,
    },
    { ...models.document, requests: 1, tokens: 1, why: 'documents are classified and extracted' },
    {
      ...models.embedding,
      provider: 'bedrock',
      requests: asks,
      tokens: 1,
      why: `${answering}, each is embedded`,
    },
  ];
  const needs = new Map<string, QuotaNeed>();
  for (const { provider, id, ...role } of roles) {
    if (provider !== 'bedrock') continue;
    const model = await account.foundationModel(foundationModelId(id));
    if (model === null) continue;
    for (const kind of ['requests', 'tokens'] as const) {
      const key = `${id} ${kind}`;
      const wanted = Math.max(role[kind], needs.get(key)?.wanted ?? 0);
      const named = quotaName(id, kind, `${model.provider} ${model.name}`);
      const why = needs.get(key)?.why ?? role.why;
      needs.set(key, { service: 'bedrock', named, least: 1, wanted, why });
    }
    if (id !== models.embedding.id) needs.set(`${id} day`, dayNeed(model, profile));
  }
  return [...needs.values()];
}

/** New accounts have few tokens a day, or none, whatever they have a minute. */
function dayNeed({ name, provider }: FoundationModel, { quotas }: Profile): QuotaNeed {
  const { tokensPerDayPerTenant: wanted } = quotas;
  return {
    service: 'bedrock',
    named: new RegExp(
      `^Model invocation max tokens per day for ${escaped(`${provider} ${name}`)}( V\\d+)?( \\(.*\\))?$`,
      'i',
    ),
    least: 1,
    wanted,
    why: `a tenant may take ${wanted} tokens a day (quotas.tokensPerDayPerTenant)`,
  };
}

/**
 * `Cross-region model inference tokens per minute for Anthropic Claude Haiku 4.5`: Service Quotas
 * names the model as Bedrock does, some with a version behind it.
 */
function quotaName(id: string, kind: 'requests' | 'tokens', model: string): RegExp {
  const geography = geographyOf(id);
  const reach = geography === null ? 'On-demand' : 'Cross-region';
  const kindOfCall = geography === 'global' ? `Global ${reach}` : reach;
  const named = escaped(model);
  return new RegExp(
    `^${kindOfCall} model inference ${kind} per minute for ${named}( V\\d+)?$`,
    'i',
  );
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
