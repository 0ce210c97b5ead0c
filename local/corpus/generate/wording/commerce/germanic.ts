import type { CommerceWords } from './words.ts';

export const german: CommerceWords = {
  titles: {
    invoice:
      'Rechnung|Handelsrechnung|Abrechnung|Teilrechnung|Schlussrechnung|Abschlagsrechnung|Mietrechnung|Gutschrift (selbst ausgestellte Rechnung)|Honorarnote|Faktura',
    'credit-note':
      'Gutschrift|Rechnungskorrektur|Stornorechnung|Korrekturrechnung|Gutschriftsanzeige',
    receipt: 'Kassenbon|Quittung|Rechnung|Barverkauf|Kassenbeleg|Beleg',
    'purchase-order': 'Bestellung|Auftrag|Bestellschein|Bestellauftrag',
  },
  numbers: {
    invoice: 'Rechnungsnummer|Rechnungs-Nr.|Rechnung Nr.|Belegnummer|Nummer',
    'credit-note': 'Gutschriftnummer|Gutschrift-Nr.|Belegnummer|Nummer',
    receipt: 'Bonnummer|Beleg-Nr.|Bon-Nr.|Rechnung Nr.',
    'purchase-order': 'Bestellnummer|Bestell-Nr.|Auftragsnummer|Nummer',
  },
  mark: 'Nr.|Nr|Nummer|',
  dates: 'Datum|Rechnungsdatum|Belegdatum|Ausstellungsdatum',
  of: 'vom|vom|vom',
  dues: 'Fällig am|Zahlbar bis|Fälligkeitsdatum|Fälligkeit',
  supply: 'Lieferdatum|Leistungsdatum|Liefer- und Leistungsdatum|Leistungszeitraum',
  order: 'Ihre Bestellung|Bestellnummer|Bestellung|Referenz des Käufers|Ihr Zeichen',
  customer: 'Kundennummer|Kunden-Nr.|Debitor',
  original: 'Zur Rechnung|Ursprungsrechnung|Vorausgegangene Rechnung',
  terms: 'Zahlungsziel|Zahlungsbedingungen|Zahlungsbedingung',
  termsText: '{days} Tage|{days} Tage netto|Zahlbar innerhalb von {days} Tagen|netto {days} Tage',
  seller: 'Verkäufer|Von|Aussteller|Lieferant|Leistungserbringer',
  buyer: 'Käufer|An|Kunde|Rechnungsempfänger|Leistungsempfänger|Rechnung an',
  shipTo: 'Lieferanschrift|Lieferadresse|Warenempfänger',
  item: 'Bezeichnung|Beschreibung|Artikel|Leistung',
  quantity: 'Menge|Anzahl',
  unit: 'Stk|Std|kg|Stück',
  price: 'Einzelpreis|Preis|Nettopreis|E-Preis',
  rate: 'USt. %|MwSt.|Steuersatz',
  amount: 'Betrag|Gesamtpreis|Entgelt|Nettobetrag|Gesamt',
  net: 'Nettobetrag|Zwischensumme|Summe netto|Gesamtbetrag netto|Warenwert|Summe ohne USt.',
  tax: 'Umsatzsteuer|MwSt.|USt.|Steuerbetrag|Mehrwertsteuer|zzgl. MwSt.',
  total: 'Gesamtbetrag|Rechnungsbetrag|Bruttobetrag|Summe|Gesamtsumme|Endbetrag|Bruttosumme',
  due: 'Zahlbetrag|Zu zahlen|Fälliger Betrag|Offener Betrag|Restbetrag',
  prepaid: 'Anzahlung|Erhaltene Anzahlungen|Bereits bezahlt|Vorauszahlung',
  taxNumber: 'USt-IdNr.|USt-Id|Steuernummer|UID',
  phone: 'Telefon|Tel.|Fon',
  bank: 'Bankverbindung|Konto|Bank',
  currency: 'Währung|Rechnungswährung',
  page: 'Seite',
  openings: {
    invoice:
      'Für unsere Leistungen berechnen wir Ihnen:|Vielen Dank für Ihre Bestellung {order}.|Wir stellen Ihnen wie vereinbart in Rechnung:||',
    'credit-note':
      'Zur Rechnung {other} schreiben wir Ihnen folgende Positionen gut:|Wir stornieren die Rechnung {other} wie folgt.|Für die zurückgesandte Ware aus Rechnung {other} erhalten Sie eine Gutschrift.',
    receipt: 'Vielen Dank für Ihren Einkauf.|||',
    'purchase-order':
      'Hiermit bestellen wir zur Lieferung bis {delivery}:|Bitte liefern Sie bis {delivery}:|',
  },
  closings: {
    invoice:
      'Bitte überweisen Sie den Betrag innerhalb von {days} Tagen ohne Abzug.|Zahlbar innerhalb von {days} Tagen, 2 % Skonto innerhalb von 8 Tagen.|Bei Rückfragen geben Sie bitte die Nummer der Rechnung an.|',
    'credit-note':
      'Der Betrag wird mit Ihrer nächsten Rechnung verrechnet.|Wir überweisen den Betrag auf Ihr Konto.|',
    receipt: 'Betrag dankend erhalten, bezahlt mit Karte.|Bar bezahlt.|Umtausch nur mit Beleg.|',
    'purchase-order':
      'Bitte geben Sie unsere Bestellnummer auf jeder Rechnung an.|Bitte bestätigen Sie Preis und Liefertermin.|',
  },
  notes:
    'Es gelten unsere allgemeinen Geschäftsbedingungen.|Rückfragen zu diesem Beleg richten Sie bitte an die Buchhaltung.|Die Ware bleibt bis zur Bezahlung der Rechnung unser Eigentum.|Steuerschuldnerschaft des Leistungsempfängers.|Gerichtsstand ist der Sitz der Gesellschaft.|Es bestehen Rabatt- und Bonusvereinbarungen.',
  cash: 'Bar|Gegeben|Bargeld',
  change: 'Rückgeld|Zurück|Wechselgeld',
  card: 'EC-Karte|Kreditkarte|girocard|Kartenzahlung',
  items: 'Anzahl Artikel|Artikel gesamt',
  cashier: 'Kasse|Bediener|Es bediente Sie',
  thanks: 'Vielen Dank für Ihren Einkauf|Auf Wiedersehen|Danke',
  rounding: 'Rundung|Rundungsdifferenz',
  goods:
    'Fördermodul|Sensorsatz|Montagetag|Wartung|Beratungsstunden|Lizenz|Filtersatz|Schreibtischlampe|Toner|Papier A4|Bürostuhl|Miettag|Reifenwechsel|Brot|Vollmilch 1L|Kaffee|Schrauben|Farbe weiß 5 l|Mittagsmenü|Mineralwasser',
};

export const dutch: CommerceWords = {
  titles: {
    invoice: 'Factuur|Verkoopfactuur|Voorschotfactuur|Eindfactuur|Rekening|Verzamelfactuur',
    'credit-note': 'Creditnota|Creditfactuur|Correctiefactuur',
    receipt: 'Kassabon|Bon|Kwitantie|Factuur|Betaalbewijs',
    'purchase-order': 'Inkooporder|Bestelling|Bestelbon|Order',
  },
  numbers: {
    invoice: 'Factuurnummer|Factuurnr.|Nummer|Documentnummer',
    'credit-note': 'Creditnotanummer|Nummer|Documentnummer',
    receipt: 'Bonnummer|Bonnr.|Transactie',
    'purchase-order': 'Ordernummer|Bestelnummer|Nummer',
  },
  mark: 'nr.|nummer|',
  dates: 'Factuurdatum|Datum|Documentdatum',
  of: 'van|d.d.|van',
  dues: 'Vervaldatum|Uiterste betaaldatum|Te betalen voor',
  supply: 'Leverdatum|Leveringsdatum|Periode',
  order: 'Uw bestelling|Inkoopordernummer|Uw referentie|Ordernummer',
  customer: 'Klantnummer|Debiteurnummer',
  original: 'Oorspronkelijke factuur|Betreft factuur',
  terms: 'Betalingstermijn|Betalingsvoorwaarden',
  termsText: '{days} dagen|{days} dagen netto|binnen {days} dagen',
  seller: 'Verkoper|Van|Leverancier|Afzender',
  buyer: 'Koper|Aan|Klant|Factuur aan|Afnemer',
  shipTo: 'Afleveradres|Leveringsadres',
  item: 'Omschrijving|Artikel|Product',
  quantity: 'Aantal|Hoeveelheid',
  unit: 'st|uur|kg',
  price: 'Prijs|Stukprijs|Eenheidsprijs',
  rate: 'Btw %|Btw-tarief',
  amount: 'Bedrag|Totaal|Nettobedrag',
  net: 'Subtotaal|Totaal excl. btw|Netto bedrag|Belastbaar bedrag',
  tax: 'Btw|Btw-bedrag|Totaal btw',
  total: 'Totaal|Totaal incl. btw|Factuurbedrag|Totaalbedrag|Eindtotaal',
  due: 'Te betalen|Openstaand bedrag|Te voldoen',
  prepaid: 'Reeds betaald|Aanbetaling|Voorschot',
  taxNumber: 'Btw-nummer|Btw-id|KvK',
  phone: 'Telefoon|Tel.',
  bank: 'Bankrekening|Rekeningnummer',
  currency: 'Valuta|Munteenheid',
  page: 'Pagina',
  openings: {
    invoice:
      'Voor de geleverde diensten brengen wij u in rekening:|Hartelijk dank voor uw bestelling {order}.||',
    'credit-note':
      'Wij crediteren u de volgende posten van factuur {other}:|Ter correctie van factuur {other} ontvangt u deze creditnota.',
    receipt: 'Bedankt voor uw aankoop.|||',
    'purchase-order':
      'Hierbij bestellen wij, levering voor {delivery}:|Gelieve te leveren voor {delivery}:|',
  },
  closings: {
    invoice:
      'Gelieve het bedrag binnen {days} dagen over te maken.|Wij verzoeken u binnen {days} dagen te betalen onder vermelding van het factuurnummer.|',
    'credit-note':
      'Het bedrag wordt met uw volgende factuur verrekend.|Het bedrag wordt teruggestort.|',
    receipt: 'Betaald met pin.|Contant ontvangen.|Ruilen alleen met bon.|',
    'purchase-order':
      'Vermeld ons ordernummer op uw factuur.|Graag prijs en leverdatum bevestigen.|',
  },
  notes:
    'Op al onze leveringen zijn onze algemene voorwaarden van toepassing.|Btw verlegd.|Vragen over dit document? Neem contact op met de administratie.|De goederen blijven ons eigendom tot de factuur is betaald.',
  cash: 'Contant|Ontvangen',
  change: 'Wisselgeld|Terug',
  card: 'Pin|Bankpas|Creditcard',
  items: 'Aantal artikelen|Artikelen',
  cashier: 'Kassa|Medewerker',
  thanks: 'Bedankt en tot ziens|Dank u wel',
  rounding: 'Afronding',
  goods:
    'Sensorset|Montagedag|Onderhoud|Adviesuren|Licentie|Bureaulamp|Toner|Papier A4|Bureaustoel|Huurdag|Brood|Melk 1L|Koffie|Schroeven|Verf wit|Lunch|Water',
};
