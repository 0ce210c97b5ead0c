import { createRequire } from 'node:module';
import { join } from 'node:path';
import * as z from 'zod';
import type { Finding } from './checked.ts';

const diagnosticSchema = z.looseObject({
  severity: z.string(),
  ruleId: z.string(),
  message: z.string(),
});
interface Engine {
  validateTemplate(file: object, options: object): { readonly diagnostics: readonly unknown[] };
  free(): void;
}
interface EngineModule {
  readonly CompositeEngine: new () => Engine;
  readonly TemplateFile: new (path: string) => object;
}

/**
 * CloudFormation's own validation over template files; FATAL and ERROR are findings.
 * The engine comes inside aws-cdk-lib; one for all templates saves its 2 s of start.
 */
export function invalidTemplates(files: readonly string[], region: string): readonly Finding[] {
  const { CompositeEngine, TemplateFile } = loadEngine();
  const engine = new CompositeEngine();
  try {
    return files.flatMap((file) =>
      engine
        .validateTemplate(new TemplateFile(file), {
          detailLevel: 'STANDARD',
          pseudoParameterOverrides: { region },
        })
        .diagnostics.map((one) => diagnosticSchema.parse(one))
        .filter(({ severity }) => severity === 'FATAL' || severity === 'ERROR')
        .map(({ ruleId, message }) => ({ where: file, what: `${ruleId}: ${message}` })),
    );
  } finally {
    engine.free();
  }
}

function loadEngine(): EngineModule {
  const require = createRequire(join(process.cwd(), 'package.json'));
  const library = join(require.resolve('aws-cdk-lib/package.json'), '..');
  const loaded: EngineModule = require(
    join(library, 'node_modules', '@aws', 'cloudformation-validate'),
  );
  return loaded;
}
