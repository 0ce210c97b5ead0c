import type { Delivery } from './delivery-schema.ts';

/**
 * Who deploys on their own: a pipeline in AWS, or workflows on GitHub. Neither, until somebody says
 * so here (docs/operator.md, “Delivery”).
 */
export const delivery: Delivery = { pipeline: null, github: null };
