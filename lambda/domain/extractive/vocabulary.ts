import { FUNCTION_WORDS, stem, words } from '../text/words.ts';

/**
 * What means the same in English, German and Spanish, a line each, so that an English description
 * finds a German label. Documents of trade: names of the business terms of EN 16931-1 (its English
 * and German editions, UNE-EN 16931-1) and of duties and taxes in UN/EDIFACT's code list 5153.
 * Agreements: entries of IATE, the terminology of the EU's institutions, in the domain of law.
 */
const SAME = `
  date datum fecha
  due fällig fälligkeit vencimiento
  issue issued issuer ausstellung aussteller emisión emisor
  invoice rechnung factura
  credit credited gutschrift abono
  order bestellung auftrag pedido
  purchase einkauf compra
  number nummer nr número
  reference referenz kennung referencia ref
  total gesamt summe
  amount betrag importe
  tax vat steuer umsatzsteuer mehrwertsteuer ust mwst impuesto iva gst
  price preis precio
  pay paid payment payable zahlung zahlbar bezahlt pago pagado pagar
  currency währung moneda
  supplier seller vendor verkäufer lieferant vendedor proveedor
  recipient buyer customer addressed käufer kunde empfänger comprador cliente destinatario
  delivery deliver delivered lieferung entrega
  quantity menge cantidad
  address anschrift adresse dirección domicilio
  period term frist laufzeit zeitraum plazo período
  receipt quittung beleg recibo
  contract agreement vertrag vereinbarung contrato acuerdo
  amendment amend changes änderung nachtrag modificación enmienda
  notice kündigungsfrist preaviso
  terminate termination kündigung kündigen beendigung rescisión rescindir
  force effective effect commences commencement valid kraft gültig vigor vigente válido
  ends end until expiry expires expire expiration ablauf endet bis vence hasta caducidad
  law recht ley derecho
  governs governed governing applicable unterliegt anwendbar rige aplicable
  liability haftung responsabilidad
  confidential secret vertraulich geheim geheimhaltung confidencial confidencialidad
  employer arbeitgeber empleador
  employee arbeitnehmer trabajador empleado
  salary gehalt vergütung salario
  landlord lessor vermieter arrendador
  tenant lessee mieter arrendatario
  rent rental lease miete alquiler arrendamiento
  certificate zertifikat bescheinigung certificado
  processor auftragsverarbeiter encargado
  controller verantwortlicher
  insurance versicherung seguro
  warranty gewährleistung garantía
  services service dienstleistung leistung servicio servicios
`;
/** German joins words: `Fälligkeitsdatum`. Shorter parts stand in words by chance. */
const LEAST_COMPOUND = 9;
const LEAST_PART = 5;

const groups = SAME.trim()
  .split('\n')
  .map((line) => words(line));
const concepts = new Map(
  groups.flatMap((group) => group.map((word) => [stem(word), stem(group[0] ?? word)] as const)),
);
const parts = groups.flatMap((group) =>
  group
    .filter((word) => word.length >= LEAST_PART)
    .map((part) => [part, group[0] ?? part] as const),
);
const known = new Map<string, readonly string[]>();

/** What a text is about, in order: stems of its content words, those that mean the same alike. */
export function termsOf(text: string): readonly string[] {
  return words(text).flatMap((word) => {
    let terms = known.get(word);
    if (terms === undefined) known.set(word, (terms = termsOfWord(word)));
    return terms;
  });
}

function termsOfWord(word: string): readonly string[] {
  const own = stem(word);
  const concept = concepts.get(own);
  if (concept !== undefined) return [concept];
  if (FUNCTION_WORDS.has(word)) return [];
  if (word.length < LEAST_COMPOUND) return [own];
  const joined = parts.filter(([part]) => word.startsWith(part) || word.endsWith(part));
  return joined.length === 0 ? [own] : [...new Set(joined.map(([, first]) => stem(first)))];
}
