import { detectLanguage } from '../../../lambda/domain/text/detect-language.ts';

test.each([
  ['en', 'This agreement is made by and between the parties and shall be governed by the law.'],
  [
    'de',
    'Der Vertrag wird von den Parteien geschlossen und ist nicht ohne die Zustimmung übertragbar.',
  ],
  ['es', 'El contrato se rige por la ley y las partes acuerdan con su firma los plazos del anexo.'],
  [
    'fr',
    "Le contrat est régi par la loi et les parties conviennent des délais dans l'annexe pour une durée.",
  ],
  [
    'it',
    'Il contratto è regolato dalla legge e le parti firmano i termini che sono nel suo allegato.',
  ],
  [
    'nl',
    'Het contract wordt door de partijen gesloten en is niet zonder toestemming overdraagbaar.',
  ],
  ['pt', 'O contrato é regido pela lei e as partes não podem ceder os prazos do anexo em vigor.'],
])('names %s', async (language, text) => {
  expect(await detectLanguage(text)).toBe(language);
});

test('capitals and numbers do not mislead it', async () => {
  const text =
    'EXHIBIT 28 (H) (1) UNDER FORM N-1A. THE TERMS OF THE AGREEMENT AND OF THE SCHEDULE TO IT.';
  expect(await detectLanguage(text)).toBe('en');
});

test('a text without letters is undetermined', async () => {
  expect(await detectLanguage('12.50 33 / 7')).toBe('und');
});

/** Too short for function words: n-grams decide. Eighteen of these 28 are right, of either table. */
const SHORT: Readonly<Record<string, readonly string[]>> = {
  en: [
    'Invoice for consulting services',
    'Total amount due on receipt',
    'Please pay within thirty days',
    'Delivery note number and date',
  ],
  de: [
    'Rechnung über Beratungsleistungen',
    'Zahlbar innerhalb von dreißig Tagen',
    'Lieferschein Nummer und Datum',
    'Gesamtbetrag ohne Abzug',
  ],
  es: [
    'Factura de servicios de consultoría',
    'Importe total a pagar',
    'Orden de compra número',
    'Fecha de vencimiento treinta días',
  ],
  fr: [
    'Facture de prestations de conseil',
    'Montant total à payer',
    'Bon de commande numéro',
    'Payable sous trente jours',
  ],
  it: [
    'Fattura per servizi di consulenza',
    'Importo totale da pagare',
    'Ordine di acquisto numero',
    'Pagamento entro trenta giorni',
  ],
  nl: [
    'Factuur voor adviesdiensten',
    'Te betalen binnen dertig dagen',
    'Totaalbedrag inclusief btw',
    'Leveringsbon nummer en datum',
  ],
  pt: [
    'Fatura de serviços de consultoria',
    'Valor total a pagar',
    'Ordem de compra número',
    'Pagamento em trinta dias',
  ],
};

test('names at least 18 of 28 phrases of three or four words in seven languages', async () => {
  const right: string[] = [];
  for (const [language, phrases] of Object.entries(SHORT)) {
    for (const phrase of phrases) {
      if ((await detectLanguage(phrase)) === language) right.push(phrase);
    }
  }
  expect(right.length).toBeGreaterThanOrEqual(18);
});
