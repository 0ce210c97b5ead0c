import { resolve } from 'node:path';
import type { RagSettings } from '../../config/schema.ts';
import type { Configurations } from '../../lambda/release-ports.ts';
import { workingConfiguration } from '../../local/release/serving.ts';
import { loadSettings } from '../../local/settings.ts';

/** What `config/` says now, as if it were released. */
export function configurationHere(): Configurations {
  const root = resolve('.');
  return workingConfiguration(root, loadSettings({ root, codeHash: 'test' }));
}

/** The same with other retrieval settings. */
export function configurationWith(rag: Partial<RagSettings>): Configurations {
  const here = configurationHere();
  return {
    async current() {
      const served = await here.current();
      return { ...served, rag: { ...served.rag, ...rag } };
    },
  };
}

/** The same with another guardrail. */
export function servingGuardrail(named: {
  readonly id: string;
  readonly version: string;
}): Configurations {
  const here = configurationHere();
  return {
    async current() {
      const served = await here.current();
      return { ...served, guardrail: { ...served.guardrail, ...named } };
    },
  };
}
