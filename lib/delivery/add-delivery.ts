import type { App } from 'aws-cdk-lib/core';
import { DELIVERED, type Delivered } from '../../config/delivery-schema.ts';
import { loadConfiguration } from '../../config/load-profile.ts';
import type { Configuration } from '../../config/load-profile.ts';
import { ConfigurationError } from '../../lambda/errors.ts';
import type { Assets } from '../shared/assets.ts';
import { DeliveryStack } from './delivery-stack.ts';
import { GithubAccessStack } from './github-access-stack.ts';

export interface AddDeliveryProps {
  /** What `-c delivery=` says. */
  readonly asked: unknown;
  readonly assets: Assets;
  readonly account?: string;
  /** @default the files in config/ */
  readonly configurationOf?: (env: Delivered) => Configuration;
}

/** Adds what delivers: the pipeline, or what lets GitHub deploy the environment of `-c env=`. */
export function addDelivery(app: App, props: AddDeliveryProps): void {
  const { asked, assets, configurationOf = (env) => loadConfiguration(env) } = props;
  if (asked === 'pipeline') {
    const { pipeline } = configurationOf('dev').delivery;
    if (pipeline === null) throw notConfigured('pipeline');
    new DeliveryStack(app, 'delivery', { pipeline, assets, configurationOf });
    return;
  }
  if (asked !== 'github') {
    throw new ConfigurationError(
      `delivery must be pipeline or github, got ${String(asked)}; give it as -c delivery=github`,
    );
  }
  const env = DELIVERED.find((one) => one === app.node.tryGetContext('env'));
  if (env === undefined) {
    throw new ConfigurationError(
      `env must be one of ${DELIVERED.join(', ')} to be delivered by GitHub; give it as -c env=dev`,
    );
  }
  const { delivery, profile } = configurationOf(env);
  if (delivery.github === null) throw notConfigured('github');
  const { account } = props;
  new GithubAccessStack(app, 'github', {
    github: delivery.github,
    env,
    region: profile.region,
    ...(account ? { account } : {}),
  });
}

function notConfigured(part: 'pipeline' | 'github'): ConfigurationError {
  return new ConfigurationError(
    `${part} must be set in config/delivery.ts to deliver by it, it is null (docs/operator.md, “Delivery”)`,
  );
}
