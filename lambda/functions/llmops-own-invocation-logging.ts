import * as z from 'zod';
import { customResource } from '../adapters/custom-resource.ts';
import { invocationLogging } from '../adapters/invocation-logging.ts';
import { signingEnv } from '../env.ts';

const propertiesSchema = z.object({ LogGroupName: z.string(), RoleArn: z.string() });

/** Custom resource of `lib/infrastructure/llmops-invocation-logging.ts`. */
export const handler = customResource(async ({ type, properties }) => {
  const { LogGroupName, RoleArn } = propertiesSchema.parse(properties);
  const logging = invocationLogging(signingEnv());
  const target = { logGroupName: LogGroupName, roleArn: RoleArn };
  await (type === 'Delete' ? logging.release(target) : logging.own(target));
  return LogGroupName;
});
