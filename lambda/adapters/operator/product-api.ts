/** One call of the deployed API as a person; null sends no token. */
export type CallProduct = (
  token: string | null,
  path: string,
  init?: RequestInit,
) => Promise<Response>;

/** @param url of the API, with `/api`: the output `ApiUrl` of the application stack */
export function productApi(url: string): CallProduct {
  return (token, path, init = {}) => {
    const headers = new Headers(init.headers);
    if (token !== null) headers.set('authorization', token);
    return fetch(`${url}${path}`, { ...init, headers });
  };
}
