import { PLATFORM_TENANT } from '../../document/tenant.ts';
import type { AnswerTime } from '../../../ports.ts';
import type { RecordKey } from '../../../store-ports.ts';
import type { Interaction } from './answer.ts';

/** Key of the entry that says that an interaction is not closed; ascending by when it must be. */
export function openInteractionKey(
  { tenant, interactionId, askedAt }: Pick<Interaction, 'tenant' | 'interactionId' | 'askedAt'>,
  { longestMs }: AnswerTime,
): RecordKey<'open-interaction'> {
  const until = new Date(Date.parse(askedAt) + longestMs).toISOString();
  const id = `${until}/${tenant}/${interactionId}`;
  return { tenant: PLATFORM_TENANT, kind: 'open-interaction', id };
}

/** The parts of an entry's id; tenants and ids of interactions hold no slash. */
export function openInteractionOf(id: string): {
  readonly until: string;
  readonly tenant: string;
  readonly interactionId: string;
} {
  const [until = '', tenant = '', interactionId = ''] = id.split('/');
  return { until, tenant, interactionId };
}
