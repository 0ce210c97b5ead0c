import { createHash } from 'node:crypto';
import * as z from 'zod';
import { type GuardrailPolicy, guardrailSchema } from '../../config/guardrail.ts';
import { findContent } from '../../lambda/domain/rails/content-lexicon.ts';
import { findTopics } from '../../lambda/domain/rails/denied-topics.ts';
import { certainAttacks } from '../../lambda/domain/rails/certain-attacks.ts';
import { judgeQuestion } from '../../lambda/domain/rails/judge-attack.ts';
import { findPii, type FoundPii, maskPii } from '../../lambda/domain/rails/pii.ts';
import type { GuardrailTrigger } from '../../lambda/domain/llmops/answer/answer.ts';
import { groundingOf } from '../../lambda/domain/llmops/judge/grounding.ts';
import { contentWords, stem, words } from '../../lambda/domain/text/words.ts';
import { ConfigurationError } from '../../lambda/errors.ts';
import type { Guardrail } from '../../lambda/ports.ts';
import type { Configurations } from '../../lambda/release-ports.ts';

const PII_TRIGGERS = { BLOCK: 'blocked', ANONYMIZE: 'masked', NONE: 'noted' } as const;

type Content = Parameters<Guardrail['assess']>[0];

/**
 * Applies `config/guardrail.json` on this machine: rules, checksums and a learned detector of
 * attacks. Whatever is not `NONE` counts: strengths are Bedrock's.
 * @throws ConfigurationError naming each wrong value of the policy
 */
export function policyGuardrail(
  policy: unknown,
): Guardrail & { readonly id: string; readonly version: string } {
  const parsed = guardrailSchema.safeParse(policy);
  if (!parsed.success) {
    throw new ConfigurationError(
      `config/guardrail.json must be a guardrail policy: ${z.prettifyError(parsed.error)}; correct it`,
    );
  }
  const rules = parsed.data;
  const version = createHash('sha256').update(JSON.stringify(rules)).digest('hex').slice(0, 12);
  return {
    id: 'policy',
    version,
    async assess(content) {
      const pii = findPii(content.text).filter(({ type }) =>
        rules.pii.some((one) => one.type === type),
      );
      const triggers = [
        ...contentTriggers(rules, content),
        ...topicTriggers(rules, content),
        ...piiTriggers(rules, pii),
        ...groundingTriggers(rules, content),
      ];
      if (triggers.some(({ action }) => action === 'blocked')) {
        const text = content.direction === 'input' ? rules.blockedInput : rules.blockedOutput;
        return { action: 'blocked', text, triggers };
      }
      const masked = pii.filter((one) => piiActionOf(rules, one) === 'ANONYMIZE');
      if (masked.length === 0) return { action: 'none', text: content.text, triggers };
      return { action: 'masked', text: maskPii(content.text, masked), triggers };
    },
  };
}

/** The policy of the release that serves; read once a version. */
export function releasedGuardrail(configuration: Configurations): Guardrail {
  let known: { readonly version: string; readonly guardrail: Guardrail } | null = null;
  return {
    async assess(content) {
      const { version, policy } = (await configuration.current()).guardrail;
      if (known?.version !== version) known = { version, guardrail: policyGuardrail(policy) };
      return known.guardrail.assess(content);
    },
  };
}

function contentTriggers(rules: GuardrailPolicy, content: Content): GuardrailTrigger[] {
  const isOn = (type: string) =>
    rules.contentFilters.some((one) => one.type === type && one[content.direction] !== 'NONE');
  const blocked = (policy: 'content' | 'prompt-attack') => (name: string) =>
    ({ policy, name, action: 'blocked', count: 1 }) as const;
  const attacks = isOn('PROMPT_ATTACK') ? judgeQuestion(content.text).names : [];
  // Whatever the policy says of attacks: an answer must carry nothing out of the tenant.
  const leaks = content.direction === 'output' ? certainAttacks(content.text, 'answer') : [];
  return [
    ...findContent(content.text).filter(isOn).map(blocked('content')),
    ...[...attacks, ...leaks].map(blocked('prompt-attack')),
  ];
}

function topicTriggers(rules: GuardrailPolicy, content: Content): GuardrailTrigger[] {
  return findTopics(content.text, rules.deniedTopics).map((name) => ({
    policy: 'topic',
    name,
    action: 'blocked',
    count: 1,
  }));
}

function piiTriggers(rules: GuardrailPolicy, found: readonly FoundPii[]): GuardrailTrigger[] {
  return rules.pii.flatMap(({ type, action }) => {
    const count = found.filter((one) => one.type === type).length;
    if (count === 0) return [];
    return [{ policy: 'pii', name: type, action: PII_TRIGGERS[action], count }];
  });
}

function piiActionOf(rules: GuardrailPolicy, { type }: FoundPii) {
  return rules.pii.find((one) => one.type === type)?.action;
}

function groundingTriggers(rules: GuardrailPolicy, content: Content): GuardrailTrigger[] {
  if (content.direction !== 'output' || content.source === undefined) return [];
  const grounding = groundingOf(content.text, content.source);
  const relevance = content.query === undefined ? 1 : relevanceOf(content.query, content);
  return [
    ...contextual('grounding', grounding, rules.grounding),
    ...contextual('relevance', relevance, rules.relevance),
  ];
}

function contextual(
  policy: 'grounding' | 'relevance',
  score: number,
  { threshold, action }: GuardrailPolicy['grounding'],
): GuardrailTrigger[] {
  if (score >= threshold) return [];
  const name = policy.toUpperCase();
  return [{ policy, name, action: action === 'BLOCK' ? 'blocked' : 'noted', count: 1 }];
}

/** Share of the question's content words that the answer or its source speaks of. */
function relevanceOf(query: string, content: Content): number {
  const asked = new Set(contentWords(query).map(stem));
  if (asked.size === 0) return 1;
  const spoken = new Set(words(`${content.text} ${content.source ?? ''}`).map(stem));
  return [...asked].filter((word) => spoken.has(word)).length / asked.size;
}
