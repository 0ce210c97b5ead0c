import type { Framework } from '../../../../config/controls/schema.ts';
import { oscalControlId, oscalMetadata, oscalUuid } from './oscal-id.ts';

/** A framework as a catalog, in our own words: the sources themselves are not in OSCAL. */
export function oscalCatalog(
  { id, name, unit, source, asOf, controls }: Framework,
  version: string,
): object {
  return {
    catalog: {
      uuid: oscalUuid('catalog', id),
      metadata: {
        ...oscalMetadata(`${name}, in our own words`, { at: `${asOf}T00:00:00Z`, version }),
        links: [{ href: source, rel: 'reference' }],
      },
      controls: controls.map(({ paragraph, title, asks }) => {
        const controlId = oscalControlId(id, paragraph);
        return {
          id: controlId,
          title,
          props: [{ name: 'label', value: `${unit} ${paragraph}` }],
          parts: [{ id: `${controlId}_smt`, name: 'statement', prose: asks }],
        };
      }),
    },
  };
}
