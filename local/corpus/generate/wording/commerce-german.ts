import type { CommerceKind, CommerceWords } from './commerce-words.ts';

const shared = {
  issuer: ['Von', 'Aussteller', 'Firma'],
  recipient: ['An', 'Kunde', 'Empfänger'],
  dates: ['Datum', 'Belegdatum'],
  order: ['Ihre Bestellung', 'Bestellnummer'],
  terms: ['Zahlungsziel', 'Zahlungsbedingungen'],
  columns: [['Bezeichnung', 'Menge', 'Einzelpreis', 'Betrag']] as const,
  net: ['Zwischensumme', 'Nettobetrag'],
  tax: ['MwSt.', 'Umsatzsteuer'],
  total: ['Gesamtbetrag', 'Summe', 'Bruttobetrag'],
  notes: [
    'Es gelten unsere allgemeinen Geschäftsbedingungen.',
    'Rückfragen zu diesem Beleg richten Sie bitte an die Buchhaltung.',
    'Die Ware bleibt bis zur Bezahlung der Rechnung unser Eigentum.',
  ],
};

export const commerceGerman: Readonly<Record<CommerceKind, CommerceWords>> = {
  invoice: {
    ...shared,
    titles: ['Rechnung', 'Abrechnung', ''],
    numbers: ['Rechnungsnummer', 'Nummer', 'Beleg'],
    dues: ['Fällig am', 'Zahlbar bis'],
    openings: ['Für unsere Leistungen berechnen wir Ihnen:', 'Vielen Dank für Ihre Bestellung.'],
    closings: ['Bitte überweisen Sie den Betrag innerhalb von {days} Tagen ohne Abzug.'],
  },
  'credit-note': {
    ...shared,
    titles: ['Gutschrift', 'Rechnungskorrektur', ''],
    numbers: ['Gutschriftnummer', 'Nummer', 'Beleg'],
    dues: [],
    openings: ['Zur Rechnung {other} schreiben wir Ihnen folgende Positionen gut:'],
    closings: ['Der Betrag wird mit Ihrer nächsten Rechnung verrechnet.'],
  },
  receipt: {
    ...shared,
    titles: ['Quittung', 'Kassenbon', ''],
    numbers: ['Bonnummer', 'Nummer', 'Beleg'],
    dues: [],
    openings: ['Vielen Dank für Ihren Einkauf.', ''],
    closings: ['Betrag dankend erhalten, bezahlt mit Karte.', 'Bar bezahlt.'],
  },
  'purchase-order': {
    ...shared,
    titles: ['Bestellung', 'Auftrag', ''],
    numbers: ['Bestellnummer', 'Nummer', 'Beleg'],
    dues: [],
    openings: ['Hiermit bestellen wir zur Lieferung bis {delivery}:'],
    closings: ['Bitte geben Sie unsere Bestellnummer auf jeder Rechnung an.'],
  },
};
