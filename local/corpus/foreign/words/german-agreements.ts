import type { AgreementKind, AgreementWording, FrameWording } from './agreement-kinds.ts';

export const germanFrame: FrameWording = {
  between: 'abgeschlossen zwischen|Vertragsparteien|zwischen',
  and: 'sowie',
  date: 'Datum der Unterzeichnung|Unterzeichnet am|Stand',
  number: 'Aktenzeichen|Vertrags-Nr.|Dok.-Nr.',
  start: 'Beginn: {start}.|Die Vereinbarung gilt ab {start}.|Laufzeitbeginn ist der {start}.',
  end: 'Ende: {end}.|Sie läuft am {end} aus.|Laufzeitende ist der {end}.',
  law: 'Anzuwenden ist das Recht von {law}.|Es gilt das Recht von {law}.',
  notice:
    'Kündigungsfrist: {notice} Tage zum Monatsende.|Jede Seite kann mit einer Frist von {notice} Tagen kündigen.',
  place: 'Gerichtsstand ist der Sitz der erstgenannten Partei.',
  salutation: 'Guten Tag {person},|Zu Händen {person}',
  signed: 'Gelesen und einverstanden|Unterschriften|Ort, Datum, Unterschrift',
  common: [
    'Ist eine Bestimmung unwirksam, bleiben die übrigen davon unberührt.',
    'Änderungen bedürfen der Unterschrift beider Seiten.',
    'Rechte dürfen nur mit Zustimmung übertragen werden.',
    'Für Verzug durch höhere Gewalt haftet niemand.',
    'Mündliche Nebenabreden bestehen nicht.',
    'Mitteilungen gehen an die oben genannten Anschriften.',
  ],
};

export const germanAgreements: Readonly<Record<AgreementKind, AgreementWording>> = {
  contract: {
    titles: 'Wartungsvertrag|Vertriebsvertrag|Werklieferungsvertrag|Servicevertrag',
    roles: ['Anbieter', 'Kunde'],
    sentences: [
      'Der Anbieter hält die Anlagen des Kunden instand und ersetzt verschlissene Teile.',
      'Die Vergütung wird vierteljährlich im Voraus berechnet und jährlich dem Index angepasst.',
      'Die Haftung des Anbieters ist je Schadensfall auf die Vergütung der letzten zwölf Monate begrenzt.',
      'Die Gefahr geht mit der Übergabe über; das Eigentum erst mit vollständiger Zahlung.',
      'Der Kunde ruft die Waren ab; jeder Abruf wird mit der Bestätigung verbindlich.',
      'Störungen werden binnen zwei Arbeitstagen behoben.',
    ],
  },
  nda: {
    titles: 'Vertraulichkeitserklärung|Geheimhaltungsabrede|Verschwiegenheitsvereinbarung',
    roles: ['Offenlegende Partei', 'Empfangende Partei'],
    sentences: [
      'Was eine Seite der anderen über Pläne, Rezepturen und Kunden mitteilt, ist geheim zu halten.',
      'Die empfangende Partei nutzt die Informationen nur, um eine Zusammenarbeit zu prüfen.',
      'Kopien sind binnen zehn Tagen zurückzugeben oder zu vernichten.',
      'Nicht geheim ist, was offenkundig ist oder der anderen Seite schon bekannt war.',
      'Die Geheimhaltung gilt fünf Jahre über das Ende hinaus.',
      'Lizenzen an Schutzrechten werden nicht eingeräumt.',
    ],
  },
  'statement-of-work': {
    titles: 'Projektauftrag|Leistungsschein Nr. 4|Einzelbeauftragung|Leistungsbeschreibung',
    roles: ['Dienstleister', 'Besteller'],
    sentences: [
      'Dieser Auftrag ergeht unter dem Rahmenvertrag der Parteien und übernimmt dessen Bedingungen.',
      'Umfang: Ist-Aufnahme, Entwurf, Einführung an drei Standorten, Schulung der Mitarbeiter.',
      'Liefergegenstände: Konzept, Prototyp, Testprotokoll, Handbuch.',
      'Meilenstein 1 ist das abgenommene Konzept, Meilenstein 2 der Prototyp, Meilenstein 3 der Start.',
      'Der Besteller nimmt binnen acht Arbeitstagen schriftlich ab oder benennt Mängel.',
      'Der Festpreis beträgt {amount}; Reisekosten nach Aufwand. Die Haftung ist darauf begrenzt.',
    ],
  },
  amendment: {
    titles: 'Nachtrag Nr. 2|Änderungsvereinbarung|Zusatz zum Vertrag',
    roles: ['Gesellschaft', 'Vertragspartner'],
    sentences: [
      'Der früher geschlossene Vertrag der Parteien wird wie folgt geändert.',
      'Ziffer 4.2 entfällt und lautet nun: „Rechnungen sind nach 45 Tagen fällig.“',
      'Anlage B wird durch die beigefügte Fassung ersetzt.',
      'In Ziffer 7 treten an die Stelle von „zwölf Monaten“ die Worte „vierundzwanzig Monate“.',
      'Im Übrigen bleibt der Vertrag unverändert in Kraft.',
      'Begriffe haben hier dieselbe Bedeutung wie dort.',
    ],
  },
  lease: {
    titles: 'Mietvertrag über Gewerberäume|Pachtvertrag|Gerätemietvertrag',
    roles: ['Vermieterin', 'Mieterin'],
    sentences: [
      'Vermietet werden die Räume im zweiten Obergeschoss nebst zwei Stellplätzen.',
      'Die Monatsmiete beträgt {amount} und ist am dritten Werktag fällig; Nebenkosten kommen hinzu.',
      'Die Mieterin leistet eine Kaution von drei Monatsmieten.',
      'Die Räume dürfen nur als Büro genutzt werden; Untervermietung bedarf der Zustimmung.',
      'Bei Auszug sind die Räume renoviert und mit allen Schlüsseln zurückzugeben.',
      'Dach und Fach unterhält die Vermieterin.',
    ],
  },
  'employment-agreement': {
    titles: 'Anstellungsvertrag|Dienstvertrag|Arbeitsvertrag unbefristet',
    roles: ['Arbeitgeberin', 'Mitarbeiterin'],
    sentences: [
      'Sie werden als Projektingenieurin eingestellt und berichten an die technische Leitung.',
      'Die ersten sechs Monate gelten als Probezeit.',
      'Das Jahresgehalt beträgt {amount}, zahlbar in zwölf Teilen zum Monatsende.',
      'Die Wochenarbeitszeit beträgt 38 Stunden; Mehrarbeit wird durch Freizeit ausgeglichen.',
      'Der Urlaub beträgt 28 Tage im Jahr; bei Krankheit wird sechs Wochen fortgezahlt.',
      'Nebentätigkeiten bedürfen der Zustimmung.',
    ],
  },
  'data-processing-agreement': {
    titles:
      'AV-Vertrag nach Art. 28 DSGVO|Vereinbarung über Auftragsverarbeitung|Auftragsdatenverarbeitung',
    roles: ['Verantwortlicher', 'Auftragsverarbeiter'],
    sentences: [
      'Der Auftragsverarbeiter verarbeitet personenbezogene Daten nur auf dokumentierte Weisung.',
      'Zwecke sind Hosting, Betreuung und Sicherung; Betroffene sind Nutzer und Beschäftigte.',
      'Eine Datenschutzverletzung wird unverzüglich, spätestens nach 24 Stunden gemeldet.',
      'Unterauftragnehmer nennt Anlage 2; neuen kann binnen 14 Tagen widersprochen werden.',
      'Technische und organisatorische Maßnahmen sind Verschlüsselung und Zutrittskontrolle.',
      'Nach Ende werden alle personenbezogenen Daten gelöscht oder zurückgegeben.',
    ],
  },
};
