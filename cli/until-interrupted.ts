/** Resolves at the first Ctrl-C or termination; the second one kills as usual. */
export async function untilInterrupted(): Promise<void> {
  await new Promise<void>((resolve) => {
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
  });
}
