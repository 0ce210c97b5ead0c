import { Stack } from 'aws-cdk-lib/core';
import { CfnApplicationInferenceProfile } from 'aws-cdk-lib/aws-bedrock';
import { ManagedPolicy, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import type { ModelCatalogue } from '../../config/schema.ts';
import { shortHash } from '../../lambda/content-hash.ts';
import { ENV } from '../../lambda/env.ts';
import { acknowledgePatterns } from '../shared/acknowledge.ts';
import { foundationModelId, geographyOf } from '../shared/model-id.ts';
import { physicalName } from '../shared/physical-name.ts';
import type { StrataFunction } from '../shared/strata-function.ts';
import { strataStackOf, tagSide } from '../shared/strata-stack.ts';

type Role = 'answer' | 'fallback' | 'document';
const INVOKE = ['bedrock:InvokeModel', 'bedrock:InvokeModelWithResponseStream'];

/**
 * Which foundation model serves which role. Each role has an application inference profile, so
 * that its cost carries the tags of team and project.
 */
export class LlmopsModelAccess extends Construct {
  readonly #profiles: Readonly<Record<Role, CfnApplicationInferenceProfile>>;
  readonly #models: ModelCatalogue;
  readonly #use: ManagedPolicy;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    tagSide(this, 'llmops');
    this.#models = strataStackOf(this).configuration.models;
    this.#profiles = {
      answer: this.makeProfile('answer'),
      fallback: this.makeProfile('fallback'),
      document: this.makeProfile('document'),
    };
    this.#use = this.makePolicy();
    const { grants } = strataStackOf(this).foundation;
    grants.offer('embedder', (fn) => this.grantEmbed(fn));
    grants.offer('languageModel', (fn, roles) => {
      if (roles.includes('answer')) this.grantAnswer(fn);
      if (roles.includes('document')) this.grantDocument(fn);
    });
  }

  /** Generates answers: the answer model, and the fallback when it fails. */
  private grantAnswer(fn: StrataFunction): void {
    this.use(fn);
    fn.configure({
      [ENV.answerModelId]: this.#models.answer.id,
      [ENV.answerModelProfile]: this.#profiles.answer.attrInferenceProfileArn,
      ...this.fallbackVariables(),
    });
  }

  /** Classifies and extracts: the document model, and the fallback when it fails. */
  private grantDocument(fn: StrataFunction): void {
    this.use(fn);
    fn.configure({
      [ENV.documentModelId]: this.#models.document.id,
      [ENV.documentModelProfile]: this.#profiles.document.attrInferenceProfileArn,
      ...this.fallbackVariables(),
    });
  }

  private grantEmbed(fn: StrataFunction): void {
    fn.allow(['bedrock:InvokeModel'], [this.foundationModel(this.#models.embedding.id)]);
    fn.configure({
      [ENV.embeddingModelId]: this.#models.embedding.id,
      [ENV.embeddingDimensions]: String(this.#models.embedding.dimensions),
    });
  }

  private use(fn: StrataFunction): void {
    fn.role.addManagedPolicy(this.#use);
    fn.follow('models', shortHash(this.#models));
  }

  private fallbackVariables(): Record<string, string> {
    return {
      [ENV.fallbackModelId]: this.#models.fallback.id,
      [ENV.fallbackModelProfile]: this.#profiles.fallback.attrInferenceProfileArn,
    };
  }

  private makeProfile(role: Role): CfnApplicationInferenceProfile {
    return new CfnApplicationInferenceProfile(this, `${capitalised(role)}Profile`, {
      inferenceProfileName: physicalName(this, role, 64),
      description: `The ${role} model`,
      modelSource: { copyFrom: this.source(this.#models[role].id) },
    });
  }

  /** One policy for all roles: they differ in the profile that carries the cost, not in rights. */
  private makePolicy(): ManagedPolicy {
    const ids = Object.values(this.#profiles);
    const profileArns = ids.map((profile) => profile.attrInferenceProfileArn);
    const used = [this.#models.answer.id, this.#models.fallback.id, this.#models.document.id];
    const sources = [...new Set(used.map((id) => this.source(id)))];
    const foundationModels = [...new Set(used.map((id) => this.foundationModel(id)))];
    const policy = new ManagedPolicy(this, 'Use', {
      description: 'Calls the language models of the catalogue through their profiles',
      statements: [
        new PolicyStatement({ actions: INVOKE, resources: [...profileArns, ...sources] }),
        new PolicyStatement({
          actions: INVOKE,
          resources: foundationModels,
          conditions: {
            StringEquals: { 'bedrock:InferenceProfileArn': [...profileArns, ...sources] },
          },
        }),
      ],
    });
    acknowledgePatterns(
      policy,
      foundationModels.filter((arn) => arn.includes('*')),
      'A cross-region profile picks the region of each call, and Bedrock checks the rights on the foundation model there: the model is named exactly, only its region is open, and a condition admits calls through the named profiles only.',
    );
    return policy;
  }

  private source(modelId: string): string {
    if (geographyOf(modelId) === null) return this.foundationModel(modelId);
    return Stack.of(this).formatArn({
      service: 'bedrock',
      resource: 'inference-profile',
      resourceName: modelId,
    });
  }

  private foundationModel(modelId: string): string {
    return Stack.of(this).formatArn({
      service: 'bedrock',
      account: '',
      resource: 'foundation-model',
      resourceName: foundationModelId(modelId),
      ...(geographyOf(modelId) === null ? {} : { region: '*' }),
    });
  }
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
