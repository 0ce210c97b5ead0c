import * as z from 'zod';

/** What must hold of a value; a path with `*` gives several values, of which one must do. */
export const expectationSchema = () =>
  z.union([
    z.strictObject({ present: z.literal(true) }),
    z.strictObject({ equals: z.union([z.string(), z.number(), z.boolean()]) }),
    z.strictObject({ atLeast: z.number() }),
    /** An object that holds these properties, among others. */
    z.strictObject({ holds: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])) }),
    /** Its JSON contains this text. */
    z.strictObject({ says: z.string().min(1) }),
  ]);
export type Expectation = z.infer<ReturnType<typeof expectationSchema>>;

const profileSchema = () => z.enum(['student', 'dev', 'staging', 'prod']);
const layerSchema = () =>
  z.enum(['infrastructure', 'data', 'model', 'governance', 'orchestration', 'application']);

/** Which profiles promise it. */
const scoped = () => ({
  /** Profiles that promise it; all where absent. */
  in: z.array(profileSchema()).min(1).readonly().optional(),
  /** What a person must supply in the other profiles; without it the claim is not made there. */
  elsewhere: z.string().optional(),
});

/**
 * What a machine checks. `says` is the claim as a sentence that can be wrong.
 * `resource`: one resource of the templates, or every one of a type, with a property that must hold.
 * `setting`: a value of the profile. `rights`: actions that no statement of any template allows.
 * `capability`: which functions may touch something, as they declare it. `flow`: a state without which
 * no path reaches another. `test`: a test by its title, which `npm cit` runs. `record`: what every
 * record of a kind says. `log`: the sealed log verifies. `person`: nothing that a machine can tell.
 */
export const claimSchema = () =>
  z.discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('resource'),
      says: z.string(),
      layer: layerSchema().optional(),
      type: z.string().regex(/^(AWS|Custom)::/),
      /** Beginning of its logical id; absent for every resource of the type. */
      named: z.string().optional(),
      /** Path in its properties, such as `Replicas.*.Region`. */
      property: z.string().optional(),
      is: expectationSchema().optional(),
      ...scoped(),
    }),
    z.strictObject({
      kind: z.literal('setting'),
      says: z.string(),
      setting: z.string(),
      is: expectationSchema(),
      ...scoped(),
    }),
    z.strictObject({
      kind: z.literal('rights'),
      says: z.string(),
      nobodyMay: z
        .array(z.string().regex(/^[a-z0-9-]+:[A-Za-z]+$/))
        .min(1)
        .readonly(),
    }),
    z.strictObject({
      kind: z.literal('capability'),
      says: z.string(),
      /** `languageModel` covers `languageModel:answer`. */
      capability: z.string(),
      /** All that declare it; with `others` also may. */
      functions: z.array(z.string()).min(1).readonly(),
      others: z.enum(['may', 'may not']),
    }),
    z.strictObject({
      kind: z.literal('flow'),
      says: z.string(),
      flow: z.string(),
      state: z.string(),
      before: z.string(),
    }),
    z.strictObject({
      kind: z.literal('test'),
      says: z.string(),
      file: z.string().startsWith('test/'),
      title: z.string().min(1),
    }),
    z.strictObject({
      kind: z.literal('record'),
      says: z.string(),
      record: z.enum(['document', 'interaction', 'audit', 'review', 'label', 'switch']),
      /** Only of records with one of these statuses, where given. */
      status: z.array(z.string()).readonly().optional(),
      property: z.string(),
      is: expectationSchema(),
    }),
    z.strictObject({ kind: z.literal('log'), says: z.string() }),
    z.strictObject({ kind: z.literal('person'), says: z.string() }),
  ]);
export type Claim = z.infer<ReturnType<typeof claimSchema>>;
export type ClaimOf<K extends Claim['kind']> = Extract<Claim, { readonly kind: K }>;

export const controlSchema = () =>
  z.strictObject({
    /** As the source counts, such as `12(1)`. */
    paragraph: z.string(),
    title: z.string(),
    /** What it asks for, in our own words. */
    asks: z.string(),
    claims: z.array(claimSchema()).min(1).readonly(),
  });
export type Control = z.infer<ReturnType<typeof controlSchema>>;

export const frameworkSchema = () =>
  z.strictObject({
    id: z.string().regex(/^[a-z][a-z0-9-]*$/),
    name: z.string(),
    /** What a paragraph is called: `article 12(1)`. */
    unit: z.string(),
    source: z.url(),
    asOf: z.iso.date(),
    controls: z.array(controlSchema()).min(1).readonly(),
  });
export type Framework = z.infer<ReturnType<typeof frameworkSchema>>;
