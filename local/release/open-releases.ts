import { sealRecords } from '../../lambda/domain/governance/seal-records.ts';
import { openStore, type Store } from '../platform.ts';
import { recordStream } from '../events/record-stream.ts';
import { loadSettings, type Program, type Settings } from '../settings.ts';

export interface OpenReleases {
  readonly ports: Store['ports'];
  readonly settings: Settings;
  /** Seals what was done, then closes the stores. */
  close(): Promise<void>;
}

/** The registry on this machine; no run is needed. What is written is sealed before it closes. */
export async function openReleases(
  program: Program,
  stateDirectory: string,
): Promise<OpenReleases> {
  const settings = loadSettings(program);
  const store = openStore({ ...program, stateDirectory, settings });
  const { ports } = store;
  const sealing = {
    name: sealRecords.name,
    of: sealRecords.of,
    take: sealRecords.onPorts(ports),
  };
  const stream = recordStream(store.changes, [sealing], { log: store.log, now: ports.now });
  stream.start();
  return {
    ports,
    settings,
    async close() {
      await stream.settled();
      await stream.stop();
      await store.close();
    },
  };
}
