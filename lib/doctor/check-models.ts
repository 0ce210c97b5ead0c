import { foundationModelId, geographyOf } from '../shared/model-id.ts';
import type { FoundationModel } from './account.ts';
import { couldNot } from './could-not.ts';
import type { Check, Examined } from './examined.ts';
import { type Finding, findingsOf } from './finding.ts';

/** Their models are no products of AWS Marketplace (Bedrock user guide, model access). */
const WITHOUT_AGREEMENT: ReadonlySet<string> = new Set([
  'Amazon',
  'DeepSeek',
  'Meta',
  'Mistral AI',
  'Qwen',
]);
const told = findingsOf('models');

/** Every model of `config/models.ts` answers in the region. */
export const checkModels: Check = {
  name: 'models',
  async run(examined) {
    if (!examined.configuration.profile.sides.llmops) return [];
    const found: Finding[] = [];
    for (const [id, roles] of modelsByRole(examined)) {
      try {
        found.push(...(await checkModel(id, roles.join(', '), examined)));
      } catch (error) {
        found.push(couldNot('models', error));
      }
    }
    return found;
  },
};

/** Ids on Bedrock, each with the roles that it serves. */
function modelsByRole({ configuration: { models } }: Examined): Map<string, string[]> {
  const { embedding, ...roles } = models;
  const byId = new Map<string, string[]>();
  const add = (id: string, role: string) => byId.set(id, [...(byId.get(id) ?? []), role]);
  for (const [role, { provider, id }] of Object.entries(roles)) {
    if (provider === 'bedrock') add(id, role);
  }
  add(embedding.id, 'embedding');
  return byId;
}

async function checkModel(
  id: string,
  roles: string,
  examined: Examined,
): Promise<readonly Finding[]> {
  const { account, callModels } = examined;
  const { profile } = examined.configuration;
  const named = `${id} (${roles})`;
  const { region } = profile;
  if (geographyOf(id) !== null) {
    const through = await account.inferenceProfile(id);
    if (through === null || through.status !== 'ACTIVE') {
      return [
        told.error(
          `${named} is no inference profile that ${region} can call`,
          `choose another in config/models.ts: aws bedrock list-inference-profiles --region ${region}`,
        ),
      ];
    }
  }
  const model = await account.foundationModel(foundationModelId(id));
  if (model === null) {
    return [
      told.error(
        `${named} is not there in ${region}`,
        `choose another in config/models.ts: aws bedrock list-foundation-models --region ${region}`,
      ),
    ];
  }
  const troubles = judge(named, id, model, region);
  if (callModels) return [...troubles, await called(named, id, examined)];
  return troubles.length > 0 ? troubles : [told.ok(`${named} may be called, as Bedrock says`)];
}

/** What Bedrock says of a model is not always what a call meets. */
async function called(
  named: string,
  id: string,
  { account, configuration: { models, profile } }: Examined,
): Promise<Finding> {
  const { embedding } = models;
  try {
    await (id === embedding.id ? account.embeds(id, embedding.dimensions) : account.generates(id));
    return told.ok(`${named} answered`);
  } catch (error) {
    const what = error instanceof Error ? error.message : String(error);
    return told.error(
      `${named} was called and did not answer: ${what}`,
      `see the models above and the quotas below, or try it in the console’s playground in ${profile.region}`,
    );
  }
}

function judge(
  named: string,
  id: string,
  model: FoundationModel,
  region: string,
): readonly Finding[] {
  const call = `aws bedrock-runtime converse --region ${region} --model-id ${id} --messages '[{"role":"user","content":[{"text":"Hello"}]}]'`;
  const console = `https://${region}.console.aws.amazon.com/bedrock/home?region=${region}#/model-catalog`;
  const found: Finding[] = [];
  if (model.region === 'NOT_AVAILABLE') {
    found.push(told.error(`${named} is not served in ${region}`, 'choose another region or model'));
  }
  if (model.authorization === 'NOT_AUTHORIZED') {
    const form = model.provider === 'Anthropic' ? ' Anthropic wants its use-case form first.' : '';
    found.push(
      told.error(
        `the account is not authorized to use ${named}`,
        `open the model in the catalogue, ${console}, and follow what it asks for.${form} Then call it once as an administrator: ${call}`,
      ),
    );
  } else if (!isAgreed(model)) {
    found.push(
      told.warning(
        `nobody has agreed to the terms of ${named} yet (agreement ${model.agreement}, entitlement ${model.entitlement})`,
        `call it once as an administrator who may aws-marketplace:Subscribe and ViewSubscriptions, that agrees to them: ${call}`,
      ),
    );
  }
  if (model.lifecycle === 'LEGACY') {
    found.push(
      told.warning(`${named} is a legacy model`, 'choose a newer one in config/models.ts'),
    );
  }
  return found;
}

function isAgreed({ provider, agreement, entitlement }: FoundationModel): boolean {
  if (entitlement === 'NOT_AVAILABLE') return false;
  return agreement === 'AVAILABLE' || WITHOUT_AGREEMENT.has(provider);
}
