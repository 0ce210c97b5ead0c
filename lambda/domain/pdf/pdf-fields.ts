import { plainPage, type KeyValuePair, type PageContent } from '../layout/document-layout.ts';
import { appendContent } from '../layout/shift-layout.ts';
import { type Pdfium, readText, withMemory } from './pdfium.ts';

/** FPDF_FORMFIELD_* of fpdf_formfill.h whose value a person typed or chose from a list. */
const WITH_VALUE = new Set([4, 5, 6]);
/** Check boxes and radio buttons. */
const TICKED = new Set([2, 3]);
/** FPDF_ANNOT_WIDGET of fpdf_annot.h. */
const WIDGET = 20;
/** FLAT_NORMALDISPLAY of fpdf_flatten.h: as it is shown, not as it is printed. */
const AS_SHOWN = 0;

/** Runs `use` with a form of the document: without it its fields have no values. */
export function withForm<T>(pdfium: Pdfium, document: number, use: (form: number) => T): T {
  // Version 2 of FPDF_FORMFILLINFO without any call back; unset ones are not called.
  return withMemory(pdfium, 256, (info) => {
    pdfium.HEAPU8[info] = 2;
    const form = pdfium._FPDFDOC_InitFormFillEnvironment(document, info);
    try {
      return use(form);
    } finally {
      if (form !== 0) pdfium._FPDFDOC_ExitFormFillEnvironment(form);
    }
  });
}

/** What is filled in on a page, in the order of its fields. */
export function fieldsOf(pdfium: Pdfium, form: number, page: number): readonly KeyValuePair[] {
  if (form === 0) return [];
  const count = pdfium._FPDFPage_GetAnnotCount(page);
  return Array.from({ length: count }, (_, index) => index).flatMap((index) => {
    const annotation = pdfium._FPDFPage_GetAnnot(page, index);
    if (annotation === 0) return [];
    try {
      return fieldOf(pdfium, form, annotation);
    } finally {
      pdfium._FPDFPage_CloseAnnot(annotation);
    }
  });
}

function fieldOf(pdfium: Pdfium, form: number, annotation: number): KeyValuePair[] {
  if (pdfium._FPDFAnnot_GetSubtype(annotation) !== WIDGET) return [];
  const type = pdfium._FPDFAnnot_GetFormFieldType(form, annotation);
  const isTicked = TICKED.has(type) && pdfium._FPDFAnnot_IsChecked(form, annotation) === 1;
  if (!WITH_VALUE.has(type) && !isTicked) return [];
  const value = isTicked
    ? readText(pdfium, (out, size) =>
        pdfium._FPDFAnnot_GetFormFieldExportValue(form, annotation, out, size),
      )
    : readText(pdfium, (out, size) =>
        pdfium._FPDFAnnot_GetFormFieldValue(form, annotation, out, size),
      );
  if (value.trim() === '') return [];
  const name = readText(pdfium, (out, size) =>
    pdfium._FPDFAnnot_GetFormFieldName(form, annotation, out, size),
  );
  const shown = readText(pdfium, (out, size) =>
    pdfium._FPDFAnnot_GetFormFieldAlternateName(form, annotation, out, size),
  );
  const key = shown.trim() || name.trim();
  return [{ key, value: value.trim(), origin: 'form', range: null, box: null }];
}

/** Draws annotations and fields, as they are shown, into the page. */
export function flatten(pdfium: Pdfium, page: number): void {
  if (pdfium._FPDFPage_GetAnnotCount(page) > 0) pdfium._FPDFPage_Flatten(page, AS_SHOWN);
}

/** The page with its fields; one that it does not show gets a line of its own. */
export function withFields(page: PageContent, fields: readonly KeyValuePair[]): PageContent {
  const hidden = fields.filter(({ value }) => !squeezed(page.text).includes(squeezed(value)));
  const lines = hidden.map(({ key, value }) => `${key}: ${value}`).join('\n');
  const whole = lines === '' ? page : appendContent(page, plainPage(lines, 'text-layer'));
  return { ...whole, pairs: [...whole.pairs, ...fields.map((field) => placed(field, whole.text))] };
}

function placed(field: KeyValuePair, text: string): KeyValuePair {
  const at = text.indexOf(field.value);
  return at < 0 ? field : { ...field, range: [at, at + field.value.length] };
}

function squeezed(text: string): string {
  return text.replaceAll(/\s+/g, '');
}
