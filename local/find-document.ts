import { NotFoundError } from '../lambda/errors.ts';
import { documentRecordSchema } from '../lambda/domain/document/document.ts';
import type { RecordsRead } from '../lambda/store-ports.ts';

const PAGE = 200;

/**
 * Id of the document that a person names by its id or by its file's name.
 * @throws NotFoundError where none or several have the name
 */
export async function findDocument(
  records: RecordsRead<'document'>,
  tenant: string,
  name: string,
): Promise<string> {
  if ((await records.get({ tenant, kind: 'document', id: name })) !== null) return name;
  const ids: string[] = [];
  let after: string | undefined;
  do {
    const start = after === undefined ? {} : { after };
    const page = await records.list({ tenant, kind: 'document', limit: PAGE, ...start });
    for (const { id, value } of page.items) {
      if (documentRecordSchema().parse(value).name === name) ids.push(id);
    }
    after = page.next;
  } while (after !== undefined);
  const [only, ...others] = ids;
  if (only !== undefined && others.length === 0) return only;
  throw new NotFoundError(
    `a document of the last run must have the id or file name "${name}", ${ids.length} have; ` +
      'strata serve lists them',
  );
}

/** The file's name of a document; its id where the record is gone. */
export async function documentName(
  records: RecordsRead<'document'>,
  tenant: string,
  documentId: string,
): Promise<string> {
  const value = await records.get({ tenant, kind: 'document', id: documentId });
  return value === null ? documentId : documentRecordSchema().parse(value).name;
}
