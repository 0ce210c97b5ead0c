import {
  ApplyGuardrailCommand,
  BedrockRuntimeClient,
  type GuardrailAssessment as BedrockAssessment,
  type GuardrailContentBlock,
} from '@aws-sdk/client-bedrock-runtime';
import type { GuardrailTrigger } from '../domain/llmops/answer/answer.ts';
import type { Guardrail } from '../ports.ts';
import type { Configurations } from '../release-ports.ts';
import { callAws } from './aws-errors.ts';
import { type ClientSettings, clientSettings } from './client-settings.ts';

/** Contextual grounding takes at most 100,000 characters of source and 1,000 of query. */
const MAX_SOURCE_CHARACTERS = 100_000;
const MAX_QUERY_CHARACTERS = 1_000;

/** A Bedrock guardrail at the released version. Needs bedrock:ApplyGuardrail on it. */
export function bedrockGuardrail(options: {
  readonly configuration: Configurations;
  readonly client?: ClientSettings;
}): Guardrail {
  const client = new BedrockRuntimeClient(
    clientSettings(options.client ?? {}, { requestTimeoutMs: 15_000, attempts: 4 }),
  );
  const callOf = (id: string, version: string) => ({
    service: 'Bedrock guardrail',
    resource: `${id} version ${version}`,
    remedy: 'let the construct that owns the guardrail grant this function its use',
  });
  return {
    async assess(content) {
      if (content.text.trim() === '') return { action: 'none', text: content.text, triggers: [] };
      const { id, version } = (await options.configuration.current()).guardrail;
      const command = new ApplyGuardrailCommand({
        guardrailIdentifier: id,
        guardrailVersion: version,
        source: content.direction === 'input' ? 'INPUT' : 'OUTPUT',
        content: blocks(content),
      });
      const reply = await callAws(callOf(id, version), () => client.send(command));
      const triggers = (reply.assessments ?? []).flatMap(triggersOf);
      if (reply.action !== 'GUARDRAIL_INTERVENED') {
        return { action: 'none', text: content.text, triggers };
      }
      const text = (reply.outputs ?? []).map((output) => output.text ?? '').join('');
      // An intervention that is not plainly a mask is taken as a block: nothing unguarded leaves.
      const onlyMasked =
        triggers.some(({ action }) => action === 'masked') && !anyBlocked(triggers);
      return { action: onlyMasked ? 'masked' : 'blocked', text, triggers };
    },
  };
}

function anyBlocked(triggers: readonly GuardrailTrigger[]): boolean {
  return triggers.some(({ action }) => action === 'blocked');
}

function blocks(content: Parameters<Guardrail['assess']>[0]): GuardrailContentBlock[] {
  const { direction, text, source, query } = content;
  if (direction === 'input' || source === undefined || query === undefined) {
    return [{ text: { text } }];
  }
  return [
    {
      text: { text: source.slice(0, MAX_SOURCE_CHARACTERS), qualifiers: ['grounding_source'] },
    },
    { text: { text: query.slice(0, MAX_QUERY_CHARACTERS), qualifiers: ['query'] } },
    { text: { text, qualifiers: ['guard_content'] } },
  ];
}

function triggersOf(assessment: BedrockAssessment): GuardrailTrigger[] {
  const found: Omit<GuardrailTrigger, 'count'>[] = [
    ...(assessment.topicPolicy?.topics ?? []).map(({ name, action }) => ({
      policy: 'topic' as const,
      name: name ?? 'topic',
      action: actionOf(action),
    })),
    ...(assessment.contentPolicy?.filters ?? []).map(({ type, action }) => ({
      policy: type === 'PROMPT_ATTACK' ? ('prompt-attack' as const) : ('content' as const),
      name: type ?? 'content',
      action: actionOf(action),
    })),
    ...[
      ...(assessment.wordPolicy?.customWords ?? []),
      ...(assessment.wordPolicy?.managedWordLists ?? []),
    ].map(({ action }) => ({
      policy: 'word' as const,
      name: 'word-list',
      action: actionOf(action),
    })),
    ...(assessment.sensitiveInformationPolicy?.piiEntities ?? []).map(({ type, action }) => ({
      policy: 'pii' as const,
      name: type ?? 'PII',
      action: actionOf(action),
    })),
    ...(assessment.sensitiveInformationPolicy?.regexes ?? []).map(({ name, action }) => ({
      policy: 'pii' as const,
      name: name ?? 'pattern',
      action: actionOf(action),
    })),
    ...(assessment.contextualGroundingPolicy?.filters ?? [])
      .filter(({ action, score = 1, threshold = 0 }) => action === 'BLOCKED' || score < threshold)
      .map(({ type, action }) => ({
        policy: type === 'RELEVANCE' ? ('relevance' as const) : ('grounding' as const),
        name: type ?? 'GROUNDING',
        action: actionOf(action),
      })),
  ];
  return counted(found);
}

/** The words that were found never leave the guardrail: a trigger says what kind, and how often. */
function counted(found: readonly Omit<GuardrailTrigger, 'count'>[]): GuardrailTrigger[] {
  const triggers = new Map<string, GuardrailTrigger>();
  for (const one of found) {
    const key = `${one.policy}/${one.name}/${one.action}`;
    triggers.set(key, { ...one, count: (triggers.get(key)?.count ?? 0) + 1 });
  }
  return [...triggers.values()];
}

function actionOf(action: string | undefined): GuardrailTrigger['action'] {
  if (action === 'BLOCKED') return 'blocked';
  return action === 'ANONYMIZED' ? 'masked' : 'noted';
}
