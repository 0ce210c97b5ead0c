import * as z from 'zod';
import { resource } from '../../step.ts';

/** Custom resource of `lib/infrastructure/llmops-invocation-logging.ts`. */
export const ownInvocationLogging = resource({
  name: 'llmops-own-invocation-logging',
  does: 'Custom resource: sets and restores the account setting of Bedrock',
  properties: () => z.object({ LogGroupName: z.string(), RoleArn: z.string() }),
  touches: ['invocationLogging'],
  timeoutSeconds: 120,
  own:
    (ports) =>
    async ({ type, properties: { LogGroupName, RoleArn } }) => {
      const target = { logGroupName: LogGroupName, roleArn: RoleArn };
      await (type === 'Delete'
        ? ports.invocationLogging.release(target)
        : ports.invocationLogging.own(target));
      return LogGroupName;
    },
});
