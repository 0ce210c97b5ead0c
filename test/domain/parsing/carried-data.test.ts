import { isRefused } from '../../../lambda/domain/document/refusal.ts';
import { student } from '../../../config/student.ts';
import { openParser } from '../../fixtures/parser.ts';

const INVOICE = `<rsm:CrossIndustryInvoice xmlns:rsm="urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100" xmlns:ram="urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100"><rsm:ExchangedDocument><ram:ID>G-5</ram:ID><ram:TypeCode>380</ram:TypeCode></rsm:ExchangedDocument><rsm:SupplyChainTradeTransaction><ram:ApplicableHeaderTradeSettlement><ram:SpecifiedTradeSettlementHeaderMonetarySummation><ram:TaxBasisTotalAmount>50.00</ram:TaxBasisTotalAmount><ram:TaxTotalAmount>9.50</ram:TaxTotalAmount><ram:GrandTotalAmount>59.50</ram:GrandTotalAmount></ram:SpecifiedTradeSettlementHeaderMonetarySummation></ram:ApplicableHeaderTradeSettlement></rsm:SupplyChainTradeTransaction></rsm:CrossIndustryInvoice>`;

/** A page of text and, as PDF/A-3 has it, a file in the names of the document. */
function pdfWith(name: string, file: string): Uint8Array {
  const page = 'BT /F1 12 Tf 72 700 Td (Invoice G-5 of a firm in Hamburg) Tj ET';
  const stream = (dictionary: string, data: string): string =>
    `<<${dictionary}/Length ${data.length}>>\nstream\n${data}\nendstream`;
  const objects = [
    '<</Type/Catalog/Pages 2 0 R/Names<</EmbeddedFiles<</Names[(a) 6 0 R]>>>>>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>',
    stream('', page),
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
    `<</Type/Filespec/F(${name})/UF(${name})/EF<</F 7 0 R>>>>`,
    stream('/Type/EmbeddedFile/Subtype/text#2Fxml', file),
  ];
  let text = '%PDF-1.7\n';
  const offsets = objects.map((object, at) => {
    const offset = text.length;
    text += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return String(offset).padStart(10, '0');
  });
  const rows = offsets.map((offset) => `${offset} 00000 n \n`).join('');
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${text.length}\n%%EOF\n`;
  return new TextEncoder().encode(text);
}

const parser = openParser();
afterAll(() => parser.close());

async function read(bytes: Uint8Array, name: string) {
  const parsed = await parser.parse({ bytes, name, limits: student.ingestion });
  if (isRefused(parsed)) throw new Error(parsed.refusal.message);
  return parsed;
}

test('the XML that a PDF carries gives its values', async () => {
  const { carried, attachments } = await read(pdfWith('factur-x.xml', INVOICE), 'a.pdf');
  expect(attachments.map(({ name }) => name)).toEqual(['factur-x.xml']);
  expect(carried?.fields).toEqual({
    document_number: 'G-5',
    tax_amount: '9.50',
    total_amount: '59.50',
  });
});

test('another file that a PDF carries gives none', async () => {
  const { carried } = await read(pdfWith('notes.xml', '<notes/>'), 'a.pdf');
  expect(carried).toBeNull();
});

test('an e-invoice in XML gives its values', async () => {
  const { carried } = await read(new TextEncoder().encode(INVOICE), 'a.xml');
  expect(carried?.fields['document_number']).toBe('G-5');
});
