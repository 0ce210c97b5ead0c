import { euAiAct } from './eu-ai-act.ts';
import { gdpr } from './gdpr.ts';
import { iso42001 } from './iso-42001.ts';
import { nistAiRmf } from './nist-ai-rmf.ts';
import { owaspLlm } from './owasp-llm.ts';
import type { Framework } from './schema.ts';

/** What the product is held against, each control with what a machine checks and a person must supply. */
export const frameworks: readonly Framework[] = [euAiAct, gdpr, iso42001, nistAiRmf, owaspLlm];
