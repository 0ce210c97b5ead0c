import { createHash } from 'node:crypto';

/** What all ids are made in; any fixed value does (RFC 9562, section 5.5). */
const NAMESPACE = Buffer.from('6f0b7f5bd1d94b63a2f3c4a64f0c9d17', 'hex');

/** UUID, version 5: the same for the same name, so that two exports can be compared. */
export function oscalUuid(...name: readonly string[]): string {
  const hash = createHash('sha1').update(NAMESPACE).update(name.join('\n')).digest();
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x50;
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80;
  const hex = hash.toString('hex');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20, 32),
  ].join('-');
}

/** A control in OSCAL: `eu-ai-act_12.1` is article 12(1). */
export function oscalControlId(framework: string, paragraph: string): string {
  const token = paragraph
    .toLowerCase()
    .replaceAll(/[^a-z0-9-]+/g, '.')
    .replaceAll(/^\.|\.$/g, '');
  return `${framework}_${token}`;
}

export function oscalMetadata(title: string, { at, version }: { at: string; version: string }) {
  return { title, 'last-modified': at, version, 'oscal-version': OSCAL_VERSION };
}

/** That `compliance-trestle` checks in `npm run test:oscal`. */
const OSCAL_VERSION = '1.2.1';
