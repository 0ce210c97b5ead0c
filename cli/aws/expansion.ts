import type { Command } from 'commander';
import type { CliContext } from '../main.ts';
import { environmentOption, PROFILES, type ProfileFlag } from './environment-options.ts';

interface PublishFlags extends ProfileFlag {
  readonly corpus: string;
}

/**
 * `strata expansion publish`: what marked clauses teach about asking for a clause, to the AWS account,
 * where retrieval reads it. Runs with the caller's own credentials.
 */
export function addExpansion(program: Command, context: CliContext): void {
  program
    .command('expansion')
    .description('what retrieval learned about asking for clauses')
    .command('publish')
    .description(
      'learn it from a labelled corpus, for the AWS account’s embedder, and use it there',
    )
    .addOption(environmentOption())
    .requiredOption('--corpus <dir>', 'labelled documents with marked clauses; none that is scored')
    .action(async ({ env, corpus }: PublishFlags) => {
      const client = { region: PROFILES[env].region };
      const { models } = await import('../../config/models.ts');
      const { s3Artefacts } = await import('../../lambda/adapters/artefacts.ts');
      const { titanEmbedder } = await import('../../lambda/adapters/embedder.ts');
      const { deployedResources } = await import(
        '../../lambda/adapters/operator/deployed-resources.ts'
      );
      const { publishExpansion } = await import('../../local/run/publish-expansion.ts');
      const { terminalProgress } = await import('../progress.ts');
      const bucket = await deployedResources(client).find(env, 'artefacts');
      const { path, clauses } = await publishExpansion({
        program: context,
        corpus,
        progress: terminalProgress(),
        embedder: titanEmbedder({
          embeddingModelId: models.embedding.id,
          embeddingDimensions: models.embedding.dimensions,
          client,
        }),
        artefacts: s3Artefacts({
          artefactsBucket: bucket.slice(bucket.lastIndexOf(':') + 1),
          client,
        }),
      });
      for (const [name, spans] of Object.entries(clauses)) console.log(`${name}: ${spans} spans`);
      console.log(`Published: ${path}; functions use it within 10 minutes`);
    });
}
