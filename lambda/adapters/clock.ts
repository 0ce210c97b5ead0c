import { randomUUID } from 'node:crypto';
import type { Ports } from '../ports.ts';

/** The service's clock and ids. */
export const clock: Pick<Ports, 'now' | 'newId'> = { now: Date.now, newId: randomUUID };
