/** Shows how far a run is; the terminal and the tests each have their own. */
export interface Progress {
  /** Runs `work`; it calls `tick` as items are done. `total` is null where it is not known. */
  stage<T>(
    title: string,
    total: number | null,
    work: (tick: (count?: number) => void) => Promise<T>,
  ): Promise<T>;
  note(line: string): void;
}

export const silentProgress: Progress = {
  stage: (_title, _total, work) => work(() => {}),
  note: () => {},
};
