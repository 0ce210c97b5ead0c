import type { RuleId } from './rules.ts';

/** A violation that stands for a while, with the reason. Entries only go: a stale one fails. */
export interface Known {
  readonly rule: RuleId;
  readonly file: string;
  /** As the violation says it. */
  readonly detail: string;
  readonly reason: string;
}

const DOMAIN = 'lambda/domain';

export const KNOWN: readonly Known[] = [
  ...known('an area imports only the packages that it may', {
    'Node’s digests and inflation depend on their input alone; a pure package is slower': [
      [`${DOMAIN}/document/intake/receive-upload.ts`, 'node:crypto'],
      [`${DOMAIN}/features/vectoriser.ts`, 'node:crypto'],
      [`${DOMAIN}/gateway/keep-replies.ts`, 'node:crypto'],
      [`${DOMAIN}/llmops/answer/answer-configuration.ts`, 'node:crypto'],
      [`${DOMAIN}/llmops/prompt-file.ts`, 'node:crypto'],
      [`${DOMAIN}/llmops/retrieval/stored-expansion.ts`, 'node:crypto'],
      [`${DOMAIN}/mlops/assemble-bundle.ts`, 'node:crypto'],
      [`${DOMAIN}/mlops/train-model.ts`, 'node:crypto'],
      [`${DOMAIN}/pdf/pdf-guard.ts`, 'node:zlib'],
      [`${DOMAIN}/trees/read-model-file.ts`, 'node:zlib'],
      [`${DOMAIN}/governance/published-files.ts`, 'node:path/posix'],
    ],
    'the library’s own validation engine has no public entry point': [
      ['lib/shared/checks/template-validation.ts', 'aws-cdk-lib/package.json'],
    ],
  }),
  ...known('a specifier is a literal', {
    'the library’s own validation engine has no public entry point': [
      ['lib/shared/checks/template-validation.ts', '(computed)'],
    ],
    'a provider’s adapter is found by the name in config/models.ts, so that no other file lists it':
      [['lambda/adapters/language-model/providers.ts', '(computed)']],
  }),
  ...known('adapters take types and schemas of the domain', {
    'scoring happens in the function: the role’s engine on AWS is the domain’s own': [
      ['lambda/adapters/classifier.ts', 'openBundle'],
      ['lambda/adapters/classifier.ts', 'scoreTrees'],
    ],
    'estimates what a server did not count': [
      ['lambda/adapters/language-model/openai.ts', 'estimateTokens'],
    ],
    'the registry’s rules are the same on every store': [
      ['lambda/adapters/models.ts', 'modelRegistry'],
    ],
    'the file format of prompts is the domain’s': [
      ['lambda/adapters/prompts.ts', 'parsePromptFile'],
      ['lambda/adapters/prompts.ts', 'promptFileName'],
    ],
  }),
];

/** Folders that hold more than 20 files, and how many: they may shrink, not grow. */
export const KNOWN_FOLDERS: Readonly<Record<string, number>> = {
  'lambda/adapters': 28,
};

function known(
  rule: RuleId,
  byReason: Readonly<Record<string, readonly (readonly [file: string, detail: string])[]>>,
): Known[] {
  return Object.entries(byReason).flatMap(([reason, violations]) =>
    violations.map(([file, detail]) => ({ rule, file, detail, reason })),
  );
}
