/**
 * What business documents are commonly called, in English, German and Spanish, without diacritics:
 * general knowledge, as a language model has it, written by hand, learned from no labelled document.
 */
export const CATEGORY_WORDS: Readonly<Record<string, readonly string[]>> = {
  contract: phrases(`master services agreement | services agreement | supply agreement |
    framework agreement | contract | vertrag | rahmenvertrag | dienstleistungsvertrag |
    liefervertrag | contrato | contrato marco | contrato de servicios`),
  invoice: phrases(`invoice | tax invoice | commercial invoice | bill | rechnung | factura`),
  nda: phrases(`non disclosure agreement | nondisclosure agreement | confidentiality agreement |
    mutual non disclosure | geheimhaltungsvereinbarung | vertraulichkeitsvereinbarung |
    acuerdo de confidencialidad`),
  'purchase-order':
    phrases(`purchase order | order confirmation | bestellung | bestellschein | auftrag |
    orden de compra | pedido`),
  'statement-of-work':
    phrases(`statement of work | sow | work order | service order | project order | project agreement | scope of work | leistungsbeschreibung |
    leistungsschein | declaracion de trabajo`),
  amendment:
    phrases(`amendment | addendum | amending agreement | first amendment | second amendment |
    nachtrag | anderungsvereinbarung | zusatzvereinbarung | enmienda | modificacion |
    adenda`),
  lease: phrases(`lease | lease agreement | rental agreement | tenancy agreement | mietvertrag |
    leasingvertrag | contrato de arrendamiento | contrato de alquiler`),
  'employment-agreement':
    phrases(`employment agreement | employment contract | contract of employment |
    offer of employment | arbeitsvertrag | anstellungsvertrag | contrato de trabajo |
    contrato laboral`),
  'data-processing-agreement':
    phrases(`data processing agreement | data processing addendum | data protection addendum | data protection agreement | dpa |
    auftragsverarbeitungsvertrag | auftragsverarbeitung |
    acuerdo de tratamiento de datos | encargado del tratamiento`),
  'credit-note':
    phrases(`credit note | credit memo | credit adjustment | credit invoice | credit memorandum | gutschrift | rechnungskorrektur |
    nota de credito | factura rectificativa | abono`),
  receipt: phrases(`receipt | payment received | cash bill | cash sale | cash | change | thank you |
    quittung | kassenbon | beleg | recibo | comprobante de pago`),
  'compliance-certificate':
    phrases(`certificate of compliance | certificate of conformity | certificate |
    declaration of conformity | zertifikat | konformitatsbescheinigung | bescheinigung |
    certificado | certificado de conformidad`),
};

/** Words that the body of such a document uses, whatever its title says. */
export const CATEGORY_TERMS: Readonly<Record<string, string>> = {
  contract:
    'services supply customer provider supplier fees liability indemnify warranty term terminate orders',
  invoice:
    'invoice due pay payment quantity unit price subtotal vat tax total amount bank transfer remit',
  nda: 'confidential information secret disclose disclosing receiving recipient purpose return destroy',
  'purchase-order':
    'order ordered deliver delivery ship supplier buyer quantity unit price item items',
  'statement-of-work':
    'scope deliverables milestone milestones acceptance project consultant master agreement schedule',
  amendment:
    'amend amended replaced deleted section sections original unchanged force effect hereby',
  lease: 'premises rent landlord tenant lessor lessee deposit month monthly lease square occupy',
  'employment-agreement':
    'employee employer salary holidays leave position working hours bonus probation employment',
  'data-processing-agreement':
    'personal data processor controller processing persons subject breach processors encryption gdpr',
  'credit-note':
    'credit credited invoice correct corrected cancelled cancel reduce refund adjustment',
  receipt: 'paid cash card change received payment received thank receipt till cashier items total',
  'compliance-certificate':
    'certify certified certificate standard requirements audit audited conformity valid scope iso body',
};

/** Phrases between bars, most telling first. */
function phrases(text: string): readonly string[] {
  return text.split('|').map((phrase) => phrase.trim());
}
