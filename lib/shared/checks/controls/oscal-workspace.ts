import type { Framework } from '../../../../config/controls/schema.ts';
import type { ControlMap } from './control-map.ts';
import { oscalCatalog } from './oscal-catalog.ts';
import { oscalComponents } from './oscal-component.ts';
import { oscalResults } from './oscal-results.ts';

export interface OscalFile {
  /** Where `compliance-trestle` looks for it in its workspace. */
  readonly path: string;
  readonly document: object;
}

/** The map in OSCAL: a catalog a framework, what is claimed, and what was found. */
export function oscalWorkspace(
  map: ControlMap,
  frameworks: readonly Framework[],
): readonly OscalFile[] {
  return [
    ...frameworks.map((one) => ({
      path: `catalogs/${one.id}/catalog.json`,
      document: oscalCatalog(one, map.version),
    })),
    {
      path: 'component-definitions/strata/component-definition.json',
      document: oscalComponents(map),
    },
    { path: 'assessment-results/strata/assessment-results.json', document: oscalResults(map) },
  ];
}
