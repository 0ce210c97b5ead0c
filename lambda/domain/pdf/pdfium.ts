/**
 * PDFium's C interface as WebAssembly gives it (fpdfview.h, fpdf_text.h, fpdf_annot.h, fpdf_edit.h,
 * fpdf_attachment.h, fpdf_formfill.h): handles and pointers are numbers, 0 is none.
 */
export interface Pdfium {
  readonly HEAPU8: Uint8Array;
  readonly wasmExports: { malloc(bytes: number): number; free(pointer: number): void };
  _FPDF_InitLibrary(): void;
  _FPDF_LoadMemDocument(bytes: number, size: number, password: number): number;
  _FPDF_GetLastError(): number;
  _FPDF_CloseDocument(document: number): void;
  _FPDF_GetPageCount(document: number): number;
  _FPDF_GetFormType(document: number): number;
  _FPDF_GetXFAPacketCount(document: number): number;
  _FPDF_LoadPage(document: number, index: number): number;
  _FPDF_ClosePage(page: number): void;
  _FPDF_GetPageBoundingBox(page: number, rectangle: number): number;
  _FPDFPage_GetRotation(page: number): number;
  _FPDFPage_CountObjects(page: number): number;
  _FPDFPage_GetObject(page: number, index: number): number;
  _FPDFPageObj_GetType(object: number): number;
  _FPDFPageObj_GetBounds(object: number, l: number, b: number, r: number, t: number): number;
  _FPDFPageObj_GetMatrix(object: number, matrix: number): number;
  _FPDFFormObj_CountObjects(form: number): number;
  _FPDFFormObj_GetObject(form: number, index: number): number;
  _FPDFPage_Flatten(page: number, usage: number): number;
  _FPDFPage_GetAnnotCount(page: number): number;
  _FPDFPage_GetAnnot(page: number, index: number): number;
  _FPDFPage_CloseAnnot(annotation: number): void;
  _FPDFPage_RemoveAnnot(page: number, index: number): number;
  _FPDFAnnot_GetSubtype(annotation: number): number;
  _FPDFAnnot_GetFlags(annotation: number): number;
  _FPDFAnnot_GetRect(annotation: number, rectangle: number): number;
  _FPDFAnnot_HasKey(annotation: number, key: number): number;
  _FPDFAnnot_GetStringValue(annotation: number, key: number, out: number, size: number): number;
  _FPDFAnnot_GetFileAttachment(annotation: number): number;
  _FPDFAnnot_GetFormFieldType(form: number, annotation: number): number;
  _FPDFAnnot_GetFormFieldFlags(form: number, annotation: number): number;
  _FPDFAnnot_GetFormFieldName(form: number, annotation: number, out: number, size: number): number;
  _FPDFAnnot_GetFormFieldAlternateName(
    form: number,
    annotation: number,
    out: number,
    size: number,
  ): number;
  _FPDFAnnot_GetFormFieldValue(form: number, annotation: number, out: number, size: number): number;
  _FPDFAnnot_GetFormFieldExportValue(
    form: number,
    annotation: number,
    out: number,
    size: number,
  ): number;
  _FPDFAnnot_IsChecked(form: number, annotation: number): number;
  _FPDFAnnot_GetOptionCount(form: number, annotation: number): number;
  _FPDFAnnot_IsOptionSelected(form: number, annotation: number, index: number): number;
  _FPDFAnnot_GetOptionLabel(
    form: number,
    annotation: number,
    index: number,
    out: number,
    size: number,
  ): number;
  _FPDFDOC_InitFormFillEnvironment(document: number, info: number): number;
  _FPDFDOC_ExitFormFillEnvironment(form: number): void;
  _FORM_OnAfterLoadPage(page: number, form: number): void;
  _FORM_OnBeforeClosePage(page: number, form: number): void;
  _FPDFDoc_GetAttachmentCount(document: number): number;
  _FPDFDoc_GetAttachment(document: number, index: number): number;
  _FPDFAttachment_GetName(attachment: number, out: number, size: number): number;
  _FPDFAttachment_GetSubtype(attachment: number, out: number, size: number): number;
  _FPDFAttachment_GetFile(attachment: number, out: number, size: number, needed: number): number;
  _FPDFText_LoadPage(page: number): number;
  _FPDFText_ClosePage(text: number): void;
  _FPDFText_CountChars(text: number): number;
  _FPDFText_GetUnicode(text: number, index: number): number;
  _FPDFText_IsGenerated(text: number, index: number): number;
  _FPDFText_HasUnicodeMapError(text: number, index: number): number;
  _FPDFText_GetTextObject(text: number, index: number): number;
  _FPDFText_GetFontSize(text: number, index: number): number;
  _FPDFText_GetFontWeight(text: number, index: number): number;
  _FPDFText_GetMatrix(text: number, index: number, matrix: number): number;
  _FPDFText_GetLooseCharBox(text: number, index: number, rectangle: number): number;
  _FPDFText_GetCharOrigin(text: number, index: number, x: number, y: number): number;
  _FPDFTextObj_GetTextRenderMode(object: number): number;
  _FPDFBitmap_CreateEx(
    width: number,
    height: number,
    format: number,
    first: number,
    stride: number,
  ): number;
  _FPDFBitmap_FillRect(
    bitmap: number,
    left: number,
    top: number,
    width: number,
    height: number,
    colour: number,
  ): void;
  _FPDFBitmap_Destroy(bitmap: number): void;
  _FPDF_RenderPageBitmap(
    bitmap: number,
    page: number,
    left: number,
    top: number,
    width: number,
    height: number,
    rotation: number,
    flags: number,
  ): void;
  _FPDF_FFLDraw(
    form: number,
    bitmap: number,
    page: number,
    left: number,
    top: number,
    width: number,
    height: number,
    rotation: number,
    flags: number,
  ): void;
}

/** What loading the engine takes: its program, and the most memory it may grow to. */
export interface PdfiumSource {
  readonly wasm: Uint8Array;
  readonly maxBytes: number;
}

let loaded: Promise<Pdfium> | undefined;

/** PDFium, once a thread. Growing beyond `maxBytes` fails inside the engine, as on a full machine. */
export function loadPdfium(source: PdfiumSource): Promise<Pdfium> {
  loaded ??= instantiate(source);
  return loaded;
}

async function instantiate({ wasm, maxBytes }: PdfiumSource): Promise<Pdfium> {
  const { PDFiumModule } = await import('@hyzyla/pdfium');
  const module = await WebAssembly.compile(Uint8Array.from(wasm));
  const pdfium: unknown = await PDFiumModule({
    instantiateWasm(imports, onInstance) {
      const environment = imports['env'] ?? {};
      const grow = environment['emscripten_resize_heap'];
      const limited = (bytes: number): unknown =>
        typeof grow === 'function' && bytes >>> 0 <= maxBytes ? grow(bytes) : 0;
      const env = { ...environment, emscripten_resize_heap: limited };
      const instance = new WebAssembly.Instance(module, { ...imports, env });
      onInstance(instance);
      return instance.exports;
    },
  });
  if (!isPdfium(pdfium)) throw new TypeError('@hyzyla/pdfium must export what pdfium.ts names');
  pdfium._FPDF_InitLibrary();
  return pdfium;
}

/** The package types a part of what it exports: the newest of the functions above stand for all. */
function isPdfium(module: unknown): module is Pdfium {
  const names = ['_FPDF_InitLibrary', '_FPDFText_GetTextObject', '_FPDFAttachment_GetSubtype'];
  return names.every(
    (name) => typeof module === 'object' && module !== null && Object.hasOwn(module, name),
  );
}

/** Runs `use` with memory of the engine's, zeroed, and gives it back. */
export function withMemory<T>(pdfium: Pdfium, bytes: number, use: (pointer: number) => T): T {
  const pointer = pdfium.wasmExports.malloc(bytes);
  if (pointer === 0) throw new RangeError(`PDFium has no ${bytes} bytes left`);
  try {
    pdfium.HEAPU8.fill(0, pointer, pointer + bytes);
    return use(pointer);
  } finally {
    pdfium.wasmExports.free(pointer);
  }
}

/** The engine's memory moves when it grows: a view is good until the next call. */
export function viewOf(pdfium: Pdfium, pointer: number, bytes: number): DataView {
  return new DataView(pdfium.HEAPU8.buffer, pdfium.HEAPU8.byteOffset + pointer, bytes);
}

/** A text that the engine writes as UTF-16LE with a zero at its end; asked for twice: size, then text. */
export function readText(pdfium: Pdfium, ask: (out: number, size: number) => number): string {
  const size = ask(0, 0);
  if (size <= 2) return '';
  return withMemory(pdfium, size, (out) => {
    ask(out, size);
    const bytes = pdfium.HEAPU8.slice(out, out + size - 2);
    return new TextDecoder('utf-16le').decode(bytes);
  });
}

/** Runs `use` with the name as the engine's bytes. */
export function withName<T>(pdfium: Pdfium, name: string, use: (pointer: number) => T): T {
  const bytes = new TextEncoder().encode(name);
  return withMemory(pdfium, bytes.length + 1, (pointer) => {
    pdfium.HEAPU8.set(bytes, pointer);
    return use(pointer);
  });
}
