import { readFileSync } from 'node:fs';
import { App } from 'aws-cdk-lib/core';
import * as z from 'zod';
import { loadConfiguration } from '../config/load-profile.ts';
import type { Configuration } from '../config/load-profile.ts';
import type { Assets } from './shared/assets.ts';
import { addDelivery } from './delivery/add-delivery.ts';
import { Platform } from './platform.ts';

export interface StrataAppProps {
  readonly assets: Assets;
  /** @default what `-c env=` names, else student */
  readonly configuration?: Configuration;
  /** @default templates that fit any account */
  readonly account?: string;
  /** Where the assembly goes. @default what the CDK CLI says */
  readonly outdir?: string;
}

/**
 * The app as both the CLI and tests build it. `new App()` reads cdk.json only under the CLI, so
 * its feature flags are given here.
 */
export function createApp(props: StrataAppProps): { app: App; platform: Platform } {
  const app = newApp(props);
  return { app, platform: addPlatform(app, props) };
}

/** What the CLI asks for: an environment, or with `-c delivery=pipeline|github` what delivers it. */
export function createAskedApp(props: StrataAppProps): App {
  const app = newApp(props);
  const asked: unknown = app.node.tryGetContext('delivery');
  if (asked === undefined) addPlatform(app, props);
  else addDelivery(app, { asked, ...props });
  return app;
}

function newApp({ outdir }: StrataAppProps): App {
  const { context } = cdkJson.parse(JSON.parse(readFileSync('cdk.json', 'utf8')));
  return new App({ context, analyticsReporting: false, ...(outdir ? { outdir } : {}) });
}

function addPlatform(app: App, props: StrataAppProps): Platform {
  const env: unknown = app.node.tryGetContext('env') ?? 'student';
  const alarmEmail = z.string().optional().parse(app.node.tryGetContext('alarmEmail'));
  const configuration = props.configuration ?? loadConfiguration(String(env), '.', { alarmEmail });
  return new Platform(app, {
    configuration,
    assets: props.assets,
    ...(props.account ? { account: props.account } : {}),
  });
}

const cdkJson = z.object({ context: z.record(z.string(), z.unknown()) });
