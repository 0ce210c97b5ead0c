import type { AgreementPack } from './agreement-words.ts';

const parties = [
  ['Auftragnehmer', 'Auftraggeber'],
  ['Anbieter', 'Kunde'],
] as const;

export const german: AgreementPack = {
  language: 'de',
  article: 'Artikel',
  agreements: {
    contract: {
      titles: ['Rahmenvertrag', 'Dienstleistungsvertrag', 'Vertrag', ''],
      roles: parties,
      openings: ['{A} erbringt für {B} Leistungen zu den folgenden Bedingungen.'],
      core: [
        {
          headings: ['Leistungen', 'Gegenstand'],
          texts: ['{A} liefert nach Abruf und hält die vereinbarten Fristen und Güten ein.'],
        },
        {
          headings: ['Vergütung', 'Preise'],
          texts: ['Die Gesamtvergütung über die Laufzeit beträgt {total} einschließlich Steuern.'],
        },
      ],
      usual: ['law', 'notice', 'liability', 'payment', 'confidentiality'],
    },
    nda: {
      titles: ['Geheimhaltungsvereinbarung', 'Vereinbarung', ''],
      roles: [['Offenlegende Partei', 'Empfänger'], ...parties],
      openings: ['Die Parteien tauschen vor einer möglichen Zusammenarbeit Unterlagen aus.'],
      core: [
        {
          headings: ['Geschützte Angaben'],
          texts: [
            'Geschützt ist alles, was {B} über Kunden, Preise und Verfahren von {A} erfährt.',
          ],
        },
        {
          headings: ['Pflichten'],
          texts: ['{B} nutzt die Unterlagen nur zur Prüfung und gibt sie auf Verlangen zurück.'],
        },
      ],
      usual: ['law', 'notice', 'confidentiality', 'entire'],
    },
    'statement-of-work': {
      titles: ['Leistungsbeschreibung', 'Einzelauftrag', ''],
      roles: parties,
      openings: ['Auf der Grundlage des Rahmenvertrags {other} führt {A} folgendes Projekt durch.'],
      core: [
        {
          headings: ['Umfang', 'Projekt'],
          texts: ['Meilensteine sind Konzept, Probebetrieb und Übergabe an {B} bis {end}.'],
        },
        {
          headings: ['Festpreis'],
          texts: ['Der Festpreis beträgt {total} einschließlich Steuern.'],
        },
      ],
      usual: ['liability', 'payment', 'law'],
    },
    amendment: {
      titles: ['Nachtrag', 'Zusatzvereinbarung', ''],
      roles: parties,
      openings: ['Die Parteien ändern den Vertrag {other} mit Wirkung ab {start} wie folgt.'],
      core: [
        {
          headings: ['Änderungen'],
          texts: ['Die genannte Bestimmung wird gestrichen und durch die folgende ersetzt.'],
        },
        {
          headings: ['Fortgeltung'],
          texts: ['Im Übrigen bleibt {other} unverändert in Kraft.'],
        },
      ],
      usual: ['payment', 'notice', 'entire'],
    },
    lease: {
      titles: ['Mietvertrag', 'Vertrag', ''],
      roles: [['Vermieter', 'Mieter']],
      openings: ['{A} überlässt {B} die Räume {place} zur Nutzung als Büro.'],
      core: [
        {
          headings: ['Miete'],
          texts: [
            'Die Miete beträgt über die Laufzeit {total} und ist monatlich im Voraus fällig.',
          ],
        },
        { headings: ['Kaution'], texts: ['{B} hinterlegt eine Kaution von {cap}.'] },
      ],
      usual: ['law', 'notice', 'entire'],
    },
    'employment-agreement': {
      titles: ['Arbeitsvertrag', 'Anstellungsvertrag', ''],
      roles: [['Arbeitgeber', 'Arbeitnehmer']],
      openings: ['{B} tritt am {start} in die Dienste von {A}.'],
      core: [
        {
          headings: ['Gehalt'],
          texts: ['Das Jahresgehalt beträgt {total} brutto in zwölf Teilen.'],
        },
        { headings: ['Urlaub'], texts: ['Der Urlaub beträgt dreißig Arbeitstage im Jahr.'] },
      ],
      usual: ['law', 'notice', 'confidentiality'],
    },
    'data-processing-agreement': {
      titles: ['Vertrag zur Auftragsverarbeitung', 'Anlage Datenschutz', ''],
      roles: [['Auftragsverarbeiter', 'Verantwortlicher'], ...parties],
      openings: ['{A} verarbeitet personenbezogene Daten im Auftrag von {B} (Artikel 28 DSGVO).'],
      core: [
        {
          headings: ['Weisungen'],
          texts: ['{A} verarbeitet Daten von Kunden und Beschäftigten nur auf Weisung von {B}.'],
        },
        {
          headings: ['Maßnahmen'],
          texts: ['Zu den Maßnahmen zählen Verschlüsselung, Zugangskontrolle und Sicherungen.'],
        },
      ],
      usual: ['law', 'notice', 'confidentiality', 'liability'],
    },
  },
  clauses: {
    law: {
      clause: 'Governing Law',
      headings: ['Anwendbares Recht'],
      texts: ['Es gilt das Recht {law}; Gerichtsstand ist der Sitz von {A}.'],
    },
    notice: {
      clause: 'Termination For Convenience',
      headings: ['Kündigung', 'Laufzeit'],
      texts: [
        'Jede Partei kann ohne Grund schriftlich mit einer Frist von {notice} Tagen kündigen.',
      ],
    },
    liability: {
      clause: 'Cap On Liability',
      headings: ['Haftung'],
      texts: ['Die Haftung jeder Partei ist auf {cap} begrenzt, außer bei Vorsatz.'],
    },
    payment: {
      clause: 'Payment Terms',
      headings: ['Zahlung'],
      texts: ['Rechnungen sind innerhalb von {days} Tagen nach Zugang zu bezahlen.'],
    },
    confidentiality: {
      clause: 'Confidentiality',
      headings: ['Vertraulichkeit'],
      texts: [
        'Jede Partei behandelt vertraulich, was sie über die andere erfährt, {years} Jahre lang.',
      ],
    },
    entire: {
      clause: null,
      headings: ['Schlussbestimmungen'],
      texts: [
        'Änderungen bedürfen der Schriftform. Ist eine Bestimmung nichtig, gilt der Rest fort.',
      ],
    },
  },
  breach: {
    clause: 'Breach Notification',
    headings: ['Meldung'],
    texts: ['{A} meldet {B} jede Datenschutzverletzung binnen {hours} Stunden nach Kenntnis.'],
  },
  details: [
    'Nebenabreden bestehen nicht.',
    'Fällt ein Fristende auf einen Feiertag, endet die Frist am nächsten Werktag.',
    'Überschriften dienen nur der Übersicht.',
    'Beide Parteien benennen einen Ansprechpartner.',
  ],
  law: { phrase: 'der Bundesrepublik Deutschland', name: 'Deutschland' },
  preamble: {
    numbers: ['Nr.', 'Aktenzeichen', 'Nummer'],
    date: 'Datum',
    prose: [
      'Am {date} schließen {issuer} („{A}“) und {recipient} („{B}“) das Folgende.',
      'Zwischen {issuer}, nachfolgend {A}, und {recipient}, nachfolgend {B}, wird am {date} vereinbart:',
    ],
    from: ['Beginn: {from}', 'Diese Vereinbarung gilt ab {from}.'],
    fromUntil: ['Laufzeit: {from} bis {until}.', 'Sie gilt ab {from} und endet am {until}.'],
    signed: 'Unterschrift',
  },
  certificate: {
    titles: ['Zertifikat', 'Konformitätserklärung', ''],
    bodies: [
      'Hiermit wird bestätigt, dass {company} die Anforderungen von {standard} erfüllt.',
      'Die Prüfung von {company} nach {standard} ergab keine Abweichung.',
    ],
    notes: ['Die Gültigkeit setzt jährliche Überwachung voraus.', 'Auszüge sind nicht zulässig.'],
    numbers: ['Zertifikatsnummer', 'Nr.'],
    dates: ['Ausgestellt am', 'Datum'],
    from: ['Gültig ab'],
    until: ['Gültig bis'],
    auditor: 'leitender Prüfer',
  },
};
