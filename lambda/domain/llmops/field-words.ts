/**
 * Labels that commonly stand before a field's value, in English, German and Spanish, without
 * diacritics: general knowledge, written by hand, learned from no labelled document.
 */
export const FIELD_WORDS: Readonly<Record<string, readonly string[]>> = {
  issuer_name:
    phrases(`issued by | from | seller | vendor | supplier | landlord | lessor | employer |
    disclosing party | controller | provider | client | aussteller | lieferant |
    verkaufer | vermieter | arbeitgeber | emisor | proveedor | vendedor | arrendador |
    empleador`),
  recipient_name:
    phrases(`bill to | billed to | invoice to | sold to | customer | issued to | ship to | buyer |
    to | recipient | tenant | lessee | employee | receiving party | processor |
    rechnungsempfanger | kunde | mieter | arbeitnehmer | empfanger | cliente |
    destinatario | arrendatario | trabajador | comprador`),
  issuer_address: phrases(
    `address | registered office | anschrift | adresse | direccion | domicilio`,
  ),
  document_number:
    phrases(`invoice no | invoice number | invoice # | credit note no | credit note number |
    receipt no | receipt number | order no | order number | purchase order no |
    po number | contract no | agreement no | certificate no | certificate number |
    document no | document number | reference | ref | number | rechnungsnummer |
    rechnungs nr | belegnummer | vertragsnummer | nummer | nr | numero de factura |
    numero | factura n | no`),
  document_date:
    phrases(`invoice date | date of issue | issue date | issued on | order date | receipt date |
    credit note date | made and entered into | entered into as of | entered into on |
    made as of | dated as of | dated | date | made this | as of | rechnungsdatum |
    ausstellungsdatum | datum | fecha de emision | fecha de factura | fecha`),
  effective_date:
    phrases(`effective date | effective as of | effective from | valid from | commencement date |
    start date | commences on | as of | in kraft | gultig ab | beginn |
    fecha de entrada en vigor | vigente desde | valido desde`),
  expiry_date:
    phrases(`expiry date | expiration date | expires on | valid until | valid through | valid to |
    end date | ends on | terminates on | until | gultig bis | endet am | ablaufdatum |
    fecha de vencimiento | valido hasta | vigente hasta`),
  due_date: phrases(`due date | payment due | pay by | payable by | due by | due on | fallig am |
    zahlbar bis | falligkeitsdatum | fecha de pago | fecha limite | pagar antes del |
    vencimiento`),
  total_amount:
    phrases(`total rounded | rounded total | grand total | nett total | net total | total due |
    amount due | total amount | invoice total | total incl | gross total |
    gross amount | amount incl tax | amount including tax | total to pay |
    total payable | total paid | amount paid | total credit | total | balance due |
    contract value | gesamtbetrag | rechnungsbetrag | endbetrag | gesamtsumme | summe |
    importe total | total a pagar | total factura`),
  tax_amount:
    phrases(`sales tax | vat | gst | tax | mwst | ust | umsatzsteuer | mehrwertsteuer | iva |
    impuesto`),
  purchase_order_number:
    phrases(`purchase order number | purchase order no | purchase order | po number | po no |
    po ref | po # | your order | p o | po | bestellnummer | ihre bestellung |
    orden de compra | numero de pedido`),
  payment_terms:
    phrases(`payment terms | payment within | payable | due within | paid | pays | payment | zahlt | zahlung | paga | pago | terms of payment | terms | payable within | net |
    zahlungsbedingungen | zahlungsziel | zahlbar innerhalb | condiciones de pago |
    plazo de pago`),
  governing_law: phrases(
    `governed by | governing law | laws of | law of | recht | ley aplicable | leyes de`,
  ),
  termination_notice_days:
    phrases(`notice of termination | written notice | prior notice | notice period | notice |
    kundigungsfrist | frist von | preaviso | aviso`),
  notice_period: phrases(`written notice | prior notice | notice`),
  renewal_term: phrases(`renew | renewed | successive | extended for | extend`),
};

/** Phrases between bars, most telling first. */
function phrases(text: string): readonly string[] {
  return text.split('|').map((phrase) => phrase.trim());
}
