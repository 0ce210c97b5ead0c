import type { CommerceWords } from './words.ts';

export const french: CommerceWords = {
  titles: {
    invoice:
      "Facture|Facture d'acompte|Facture de solde|Note d'honoraires|Facture commerciale|Facture proforma",
    'credit-note': "Avoir|Note de crédit|Facture d'avoir|Facture rectificative",
    receipt: 'Ticket de caisse|Reçu|Facture|Quittance|Ticket',
    'purchase-order': "Bon de commande|Commande|Commande d'achat",
  },
  numbers: {
    invoice: 'Numéro de facture|Facture n°|N° facture|Numéro|N° de pièce',
    'credit-note': "Numéro d'avoir|Avoir n°|Numéro|N° de pièce",
    receipt: 'Ticket n°|N° ticket|Reçu n°|Facture n°',
    'purchase-order': 'Numéro de commande|Commande n°|Numéro',
  },
  mark: 'n°|N°|numéro|',
  dates: "Date|Date de facture|Date d'émission|Le",
  of: 'du|en date du|du',
  dues: "Date d'échéance|Échéance|À payer avant le|Payable le",
  supply: 'Date de livraison|Date de prestation|Période',
  order: 'Votre commande|Commande n°|Référence acheteur|Bon de commande',
  customer: 'Code client|N° client|Compte client',
  original: "Sur facture|Facture d'origine|Facture rectifiée",
  terms: 'Conditions de paiement|Conditions de règlement|Délai de paiement',
  termsText: '{days} jours|{days} jours nets|à {days} jours',
  seller: 'Vendeur|Émetteur|Fournisseur|De',
  buyer: 'Acheteur|Client|Destinataire|Facturé à|Adressé à',
  shipTo: 'Adresse de livraison|Livré à',
  item: 'Désignation|Description|Libellé|Article',
  quantity: 'Quantité|Qté|Nombre',
  unit: 'pce|h|kg|u',
  price: 'Prix unitaire|PU HT|Prix',
  rate: 'TVA %|Taux TVA|Taux',
  amount: 'Montant|Montant HT|Total HT|Total',
  net: 'Total HT|Sous-total|Montant HT|Total hors taxes|Base HT',
  tax: 'TVA|Total TVA|Montant TVA|Taxe',
  total: 'Total TTC|Montant total|Total|Montant TTC|Total toutes taxes comprises',
  due: 'Net à payer|Montant dû|Reste à payer|À payer',
  prepaid: 'Acompte|Déjà payé|Acompte versé',
  taxNumber: 'N° TVA|TVA intracommunautaire|SIRET',
  phone: 'Téléphone|Tél.',
  bank: 'Coordonnées bancaires|Banque|RIB',
  currency: 'Devise|Monnaie',
  page: 'Page',
  openings: {
    invoice:
      'Veuillez trouver ci-dessous le détail de nos prestations :|Merci de votre commande {order}.||',
    'credit-note':
      'Nous portons à votre crédit les articles suivants de la facture {other} :|Avoir en annulation de la facture {other}.',
    receipt: 'Merci de votre visite.|||',
    'purchase-order':
      'Veuillez livrer avant le {delivery} :|Nous vous passons commande, livraison pour le {delivery} :|',
  },
  closings: {
    invoice:
      "Paiement à {days} jours. Pénalités de retard : trois fois le taux légal.|Pas d'escompte pour paiement anticipé.|Merci de régler sous {days} jours en rappelant le numéro de facture.|",
    'credit-note':
      'Le montant sera déduit de votre prochaine facture.|Le montant vous sera remboursé.|',
    receipt: 'Payé par carte.|Payé en espèces.|Échange sur présentation du ticket.|',
    'purchase-order':
      'Merci de rappeler notre numéro de commande sur la facture.|Merci de confirmer prix et délai.|',
  },
  notes:
    "Indemnité forfaitaire pour frais de recouvrement : 40 euros.|Autoliquidation.|Nos conditions générales de vente s'appliquent.|La marchandise reste notre propriété jusqu'au paiement complet.",
  cash: 'Espèces|Reçu espèces',
  change: 'Rendu|Monnaie|À rendre',
  card: 'Carte bancaire|CB|Sans contact',
  items: "Nombre d'articles|Articles",
  cashier: 'Caisse|Hôtesse|Caissier',
  thanks: 'Merci de votre visite|Merci et à bientôt',
  rounding: 'Arrondi',
  goods:
    "Kit de capteurs|Journée d'installation|Maintenance|Heures de conseil|Licence|Lampe de bureau|Toner|Papier A4|Chaise de bureau|Jour de location|Pain|Lait 1L|Café|Vis|Peinture blanche|Menu du jour|Eau minérale",
};

export const italian: CommerceWords = {
  titles: {
    invoice:
      "Fattura|Fattura di vendita|Fattura d'acconto|Parcella|Fattura immediata|Fattura differita",
    'credit-note': 'Nota di credito|Nota di variazione|Nota di accredito',
    receipt: 'Scontrino|Ricevuta|Documento commerciale|Ricevuta fiscale|Fattura',
    'purchase-order': "Ordine di acquisto|Ordine|Buono d'ordine",
  },
  numbers: {
    invoice: 'Numero fattura|Fattura n.|Numero|N. documento',
    'credit-note': 'Numero nota di credito|Numero|N. documento',
    receipt: 'Documento n.|Scontrino n.|Ricevuta n.',
    'purchase-order': 'Numero ordine|Ordine n.|Numero',
  },
  mark: 'n.|N.|numero|',
  dates: 'Data|Data fattura|Data documento|Data di emissione',
  of: 'del|in data|del',
  dues: 'Scadenza|Data di scadenza|Pagare entro il',
  supply: 'Data di consegna|Periodo|Data prestazione',
  order: 'Vostro ordine|Ordine n.|Rif. ordine|Ordine di acquisto',
  customer: 'Codice cliente|N. cliente',
  original: 'Fattura di riferimento|Su fattura|Rif. fattura',
  terms: 'Condizioni di pagamento|Pagamento|Termini di pagamento',
  termsText: '{days} giorni|{days} giorni netti|a {days} giorni',
  seller: 'Venditore|Cedente|Fornitore|Emittente',
  buyer: 'Acquirente|Cliente|Spett.le|Cessionario|Destinatario',
  shipTo: 'Indirizzo di consegna|Destinazione',
  item: 'Descrizione|Articolo|Prodotto',
  quantity: 'Quantità|Q.tà|Qta',
  unit: 'pz|h|kg|nr',
  price: 'Prezzo unitario|Prezzo|Prezzo un.',
  rate: 'IVA %|Aliquota|Aliquota IVA',
  amount: 'Importo|Totale|Importo netto',
  net: 'Imponibile|Totale imponibile|Subtotale|Totale netto',
  tax: 'IVA|Totale IVA|Imposta|Importo IVA',
  total: 'Totale|Totale fattura|Totale documento|Totale IVA inclusa|Importo totale',
  due: 'Totale da pagare|Da pagare|Netto a pagare|Importo dovuto',
  prepaid: 'Acconto|Già pagato|Acconto versato',
  taxNumber: 'Partita IVA|P.IVA|Codice fiscale',
  phone: 'Telefono|Tel.',
  bank: 'Coordinate bancarie|Banca',
  currency: 'Valuta|Divisa',
  page: 'Pagina',
  openings: {
    invoice: 'Vi addebitiamo quanto segue:|Grazie per il Vostro ordine {order}.||',
    'credit-note':
      'Vi accreditiamo le seguenti voci della fattura {other}:|A storno della fattura {other}:',
    receipt: 'Grazie per il Vostro acquisto.|||',
    'purchase-order':
      'Vi ordiniamo quanto segue, consegna entro il {delivery}:|Vogliate consegnare entro il {delivery}:|',
  },
  closings: {
    invoice:
      'Pagamento entro {days} giorni mediante bonifico.|Interessi di mora ai sensi di legge.|',
    'credit-note': "L'importo sarà compensato con la prossima fattura.|L'importo sarà rimborsato.|",
    receipt: 'Pagato con carta.|Pagato in contanti.|Cambio merce solo con scontrino.|',
    'purchase-order':
      "Indicare il nostro numero d'ordine in fattura.|Si prega di confermare prezzo e consegna.|",
  },
  notes:
    "Operazione soggetta a inversione contabile.|Si applicano le nostre condizioni generali.|Per informazioni rivolgersi all'ufficio contabilità.",
  cash: 'Contanti|Pagamento contante',
  change: 'Resto',
  card: 'Carta di credito|Bancomat|Pagamento elettronico',
  items: 'Numero articoli|N. articoli',
  cashier: 'Cassa|Operatore',
  thanks: 'Grazie e arrivederci|Grazie per la visita',
  rounding: 'Arrotondamento',
  goods:
    'Kit sensori|Giornata di installazione|Manutenzione|Ore di consulenza|Licenza|Lampada da tavolo|Toner|Carta A4|Sedia da ufficio|Giorno di noleggio|Pane|Latte 1L|Caffè|Viti|Vernice bianca|Menu del giorno|Acqua minerale',
};

export const spanish: CommerceWords = {
  titles: {
    invoice: 'Factura|Factura comercial|Factura de anticipo|Minuta|Factura de venta',
    'credit-note': 'Factura rectificativa|Nota de crédito|Abono|Nota de abono',
    receipt: 'Recibo|Ticket|Factura simplificada|Comprobante de pago|Factura',
    'purchase-order': 'Pedido|Orden de compra|Pedido de compra',
  },
  numbers: {
    invoice: 'Número de factura|Factura n.º|N.º factura|Número|N.º documento',
    'credit-note': 'Número de abono|Número|N.º documento',
    receipt: 'Recibo n.º|Ticket|N.º ticket',
    'purchase-order': 'Número de pedido|Pedido n.º|Número',
  },
  mark: 'n.º|Nº|número|',
  dates: 'Fecha|Fecha de factura|Fecha de emisión',
  of: 'de|de fecha|del',
  dues: 'Vencimiento|Fecha de vencimiento|Pagar antes del',
  supply: 'Fecha de entrega|Periodo|Fecha de operación',
  order: 'Su pedido|Pedido n.º|Referencia del comprador|Orden de compra',
  customer: 'Número de cliente|Código de cliente',
  original: 'Factura original|Factura rectificada|Sobre factura',
  terms: 'Condiciones de pago|Forma de pago|Plazo de pago',
  termsText: '{days} días|{days} días netos|a {days} días',
  seller: 'Vendedor|Emisor|Proveedor|De',
  buyer: 'Comprador|Cliente|Facturar a|Destinatario|Para',
  shipTo: 'Dirección de entrega|Entregar en',
  item: 'Descripción|Concepto|Artículo|Producto',
  quantity: 'Cantidad|Cant.|Uds.',
  unit: 'ud|h|kg',
  price: 'Precio unitario|Precio|P. unitario',
  rate: 'IVA %|Tipo IVA|% IVA',
  amount: 'Importe|Total|Importe neto',
  net: 'Base imponible|Subtotal|Total sin IVA|Importe neto',
  tax: 'IVA|Total IVA|Cuota IVA|Impuesto|Cuota',
  total: 'Total|Total factura|Importe total|Total con IVA|Total general',
  due: 'Total a pagar|A pagar|Importe pendiente|Líquido a pagar',
  prepaid: 'Anticipo|Ya pagado|A cuenta',
  taxNumber: 'NIF|CIF|RFC',
  phone: 'Teléfono|Tel.',
  bank: 'Datos bancarios|Cuenta|Banco',
  currency: 'Moneda|Divisa',
  page: 'Página',
  openings: {
    invoice:
      'Por los servicios prestados facturamos lo siguiente:|Gracias por su pedido {order}.||',
    'credit-note':
      'Abonamos los siguientes conceptos de la factura {other}:|Anulación de la factura {other}.',
    receipt: 'Gracias por su compra.|||',
    'purchase-order':
      'Les rogamos el suministro, con entrega antes del {delivery}:|Sírvanse entregar antes del {delivery}:|',
  },
  closings: {
    invoice: 'Rogamos el pago en {days} días por transferencia.|Pago a {days} días sin descuento.|',
    'credit-note': 'El importe se compensará con la próxima factura.|El importe se devolverá.|',
    receipt: 'Pagado con tarjeta.|Pagado en efectivo.|Cambios solo con ticket.|',
    'purchase-order':
      'Indique nuestro número de pedido en la factura.|Confirme precio y entrega, por favor.|',
  },
  notes:
    'Inversión del sujeto pasivo.|Se aplican nuestras condiciones generales.|Para consultas diríjase a contabilidad.|La mercancía es propiedad nuestra hasta el pago de la factura.',
  cash: 'Efectivo|Entregado',
  change: 'Cambio|Su cambio|Vuelta',
  card: 'Tarjeta|Sin contacto',
  items: 'Artículos|Núm. artículos',
  cashier: 'Caja|Le atendió|Cajero',
  thanks: 'Gracias por su visita|Gracias por su compra',
  rounding: 'Redondeo',
  goods:
    'Kit de sensores|Día de instalación|Mantenimiento|Horas de consultoría|Licencia|Lámpara de mesa|Tóner|Papel A4|Silla de oficina|Día de alquiler|Pan|Leche 1L|Café|Tornillos|Pintura blanca|Menú del día|Agua mineral',
};
