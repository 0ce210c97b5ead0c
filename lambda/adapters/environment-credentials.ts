import { fromEnv } from '@aws-sdk/credential-provider-env';

/**
 * What `@aws-sdk/credential-provider-node` is in a function's bundle (the build's alias): Lambda
 * hands credentials over in the environment and nowhere else.
 */
export const defaultProvider = fromEnv;
