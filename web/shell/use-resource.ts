import { useEffect, useEffectEvent, useState } from 'react';

export type Resource<T> =
  | { readonly status: 'loading' }
  | { readonly status: 'loaded'; readonly value: T }
  | { readonly status: 'failed'; readonly error: Error };

/**
 * Loads once for each `key`; what was asked for an earlier key is ignored when it arrives. With
 * `keep` the earlier value stays until the new one is there.
 */
export function useResource<T>(
  key: string,
  load: () => Promise<T>,
  options: { readonly keep?: boolean } = {},
): Resource<T> {
  const [state, setState] = useState<{ key: string; resource: Resource<T> }>({
    key,
    resource: { status: 'loading' },
  });
  // Not a dependency: it is a new function at every render, and the key says what it loads.
  const start = useEffectEvent(load);
  useEffect(() => {
    let current = true;
    const settle = (resource: Resource<T>) => {
      if (current) setState({ key, resource });
    };
    start().then(
      (value) => settle({ status: 'loaded', value }),
      (reason: unknown) => settle({ status: 'failed', error: toError(reason) }),
    );
    return () => {
      current = false;
    };
  }, [key]);
  return state.key === key || options.keep ? state.resource : { status: 'loading' };
}

export function toError(reason: unknown): Error {
  return reason instanceof Error ? reason : new Error(String(reason));
}
