import * as z from 'zod';

/** What is delivered to, in this order; `student` is people's own. */
export const DELIVERED = ['dev', 'staging', 'prod'] as const;
export type Delivered = (typeof DELIVERED)[number];

const accountSchema = () => z.string().regex(/^\d{12}$/, 'must be the twelve digits of an account');
const repositorySchema = () =>
  z.string().regex(/^[\w.-]+\/[\w.-]+$/, 'must be <owner>/<name> of a repository');

export const deliverySchema = () =>
  z.strictObject({
    /** CodePipeline in an account of its own or in one of the environments'. */
    pipeline: z
      .strictObject({
        /** CodeConnections: made by hand once, because somebody must sign in to the host. */
        connectionArn: z.string().regex(/^arn:aws[\w-]*:(codeconnections|codestar-connections):/, {
          error: 'must be the ARN of a connection of CodeConnections',
        }),
        repository: repositorySchema(),
        branch: z.string().min(1),
        account: accountSchema(),
        region: z.string(),
        accounts: z.strictObject({
          dev: accountSchema(),
          staging: accountSchema(),
          prod: accountSchema(),
        }),
        /** How long alarms are watched after each deployment. */
        watchMinutes: z.int().min(0).max(60),
      })
      .nullable(),
    /** Workflows below `.github/workflows`, with a role for each environment. */
    github: z
      .strictObject({
        repository: repositorySchema(),
        /** GitHub's OIDC provider is one of an account: `leave` where the account has it already. */
        provider: z.enum(['own', 'leave']),
      })
      .nullable(),
  });
export type Delivery = z.infer<ReturnType<typeof deliverySchema>>;
