import * as z from 'zod';
import { gates } from './gates.ts';

const releaseGateSchema = () =>
  z
    .strictObject({
      /** A figure of the evaluation, by the names of `lambda/domain/compare/evaluate-release.ts`. */
      figure: z.string().min(1),
      atLeast: z.number().optional(),
      atMost: z.number().optional(),
    })
    .refine(
      ({ atLeast, atMost }) => atLeast !== undefined || atMost !== undefined,
      'must say atLeast or atMost',
    );
export type ReleaseGate = z.infer<ReturnType<typeof releaseGateSchema>>;

export const releaseGatesSchema = () =>
  z.strictObject({
    llmops: z.array(releaseGateSchema()).min(1),
    mlops: z.array(releaseGateSchema()).min(1),
    /** Days after which an approval counts no more. */
    approvalDays: z.int().min(1).max(90),
  });
export type ReleaseGates = z.infer<ReturnType<typeof releaseGatesSchema>>;

/** What must have been measured of a release before it serves; what was not measured stops it. */
export const releaseGates: ReleaseGates = {
  llmops: [
    // `bench/retrieval`: 0.99 of marked clauses on generated documents, 0.90 on filings (least 0.88). Below
    // this one answer in five is made without the passage that it needs.
    { figure: 'recallAt5', atLeast: 0.8 },
    // The extractive reader, which is no language model, has 0.67: what costs money must not be worse by much.
    { figure: 'accuracy', atLeast: 0.6 },
    // Of answers with a claim that no cited passage carries; the rails withhold such claims, so that 0 is usual.
    { figure: 'hallucinationRate', atMost: 0.05 },
    { figure: 'answeredUnanswerableShare', atMost: 0.1 },
    { figure: 'failedAnswersShare', atMost: 0.02 },
    { figure: 'failedShare', atMost: 0.02 },
    // Ten times what `npm start` projects (0.0013 and 0.0138 US dollars): room for a dearer model, none for a
    // prompt that runs away.
    { figure: 'costUsdPerAnswer', atMost: 0.013 },
    { figure: 'costUsdPerDocument', atMost: 0.138 },
  ],
  mlops: [
    { figure: 'accuracy', atLeast: gates.minAccuracy },
    { figure: 'macroF1', atLeast: gates.minMacroF1 },
  ],
  approvalDays: 7,
};
