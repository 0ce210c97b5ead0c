import * as z from 'zod';
import { lazily } from '../../lazily.ts';

/** The log of what belongs to no tenant, such as models. */
export const PLATFORM_TENANT = 'platform';
/** `incoming/` of the document bucket is the drop folder: as a tenant it would feed itself. */
const RESERVED: readonly string[] = ['incoming', PLATFORM_TENANT];

/**
 * Name of a tenant as it comes in from outside. It stands in keys of every store, between `/` and
 * `#`: none of these may be in it, nor what a file system reads as another place.
 */
export const tenantSchema = lazily(() =>
  z
    .string()
    .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/, {
      error: 'a tenant must be 1 to 64 letters, digits, dots, hyphens or underscores',
    })
    .refine((tenant) => !RESERVED.includes(tenant.toLowerCase()), {
      error: `a tenant must not be named ${RESERVED.join(' or ')}`,
    }),
);
