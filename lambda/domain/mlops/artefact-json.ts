import type {
  ArtefactKind,
  ArtefactPath,
  ArtefactsRead,
  ArtefactsWrite,
} from '../../store-ports.ts';

/** A JSON artefact. @throws NotFoundError */
export async function getJson<K extends ArtefactKind>(
  artefacts: Pick<ArtefactsRead<K>, 'get'>,
  path: ArtefactPath<K>,
): Promise<unknown> {
  return JSON.parse(new TextDecoder().decode(await artefacts.get(path)));
}

export async function putJson<K extends ArtefactKind>(
  artefacts: ArtefactsWrite<K>,
  path: ArtefactPath<K>,
  value: unknown,
): Promise<void> {
  const body = new TextEncoder().encode(JSON.stringify(value));
  await artefacts.put(path, body, 'application/json');
}
