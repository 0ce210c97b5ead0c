/** Makes a value at its first use and keeps it: what a cold start does not need, it does not pay for. */
export function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
