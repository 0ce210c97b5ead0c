/** Facts of the drive that do not hold yet, by their name: why. */
export const KNOWN_FAULTS: Readonly<Record<string, string>> = {};
