import { createContext, type ReactNode, useContext } from 'react';
import type { Route } from '../../lambda/access.ts';

/** Routes that this person may use, as the server says; none before it has said. */
export const MayContext = createContext<readonly Route[]>([]);

/** Shows what leads to a route to those who may use it; the server refuses the others. */
export function May(props: { readonly use: Route; readonly children: ReactNode }) {
  return useContext(MayContext).includes(props.use) ? props.children : null;
}
