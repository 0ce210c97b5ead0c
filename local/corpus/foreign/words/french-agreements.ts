import type { AgreementKind, AgreementWording, FrameWording } from './agreement-kinds.ts';

export const frenchFrame: FrameWording = {
  between: 'ENTRE LES SOUSSIGNÉS|conclu entre|Parties',
  and: 'ET',
  date: 'Fait le|Signé le',
  number: 'Dossier n°|Réf. contrat',
  start: "Date d'effet : {start}.|Les présentes prennent effet le {start}.",
  end: 'Terme : {end}.|Elles prennent fin le {end}.',
  law: 'Droit applicable : {law}.|Les présentes sont régies par le droit de {law}.',
  notice:
    'Préavis de résiliation : {notice} jours.|Chacun peut résilier avec un préavis de {notice} jours.',
  place: 'Les tribunaux du siège du premier nommé sont compétents.',
  salutation: "Madame, Monsieur,|À l'attention de {person}",
  signed: 'Lu et approuvé|Signatures',
  common: [
    "La nullité d'une clause n'affecte pas les autres.",
    'Toute modification suppose la signature des deux parties.',
    "Nul ne peut céder ses droits sans l'accord de l'autre.",
    'La force majeure suspend les obligations.',
    'Les courriers sont adressés aux adresses ci-dessus.',
  ],
};

export const frenchAgreements: Readonly<Record<AgreementKind, AgreementWording>> = {
  contract: {
    titles: 'Contrat de maintenance|Contrat de distribution|Contrat de fourniture et de services',
    roles: ['le Prestataire', 'le Client'],
    sentences: [
      'Le Prestataire maintient en état les équipements du Client et remplace les pièces usées.',
      "La redevance est facturée chaque trimestre d'avance et révisée une fois par an selon l'indice.",
      'La responsabilité du Prestataire est limitée aux sommes versées durant les douze derniers mois.',
      'Les risques passent à la livraison, la propriété au paiement intégral.',
      'Les commandes sont passées par appel et lient dès leur confirmation.',
      'Les pannes sont réparées sous deux jours ouvrés.',
    ],
  },
  nda: {
    titles: 'Engagement de confidentialité réciproque|Accord de secret|Accord de non-divulgation',
    roles: ['le Divulgateur', 'le Destinataire'],
    sentences: [
      'Tout ce que les parties se communiquent sur leurs projets et clients doit rester secret.',
      "Le Destinataire n'utilise ces informations que pour apprécier l'intérêt d'une coopération.",
      'Les copies sont restituées ou détruites sous dix jours.',
      "N'est pas secret ce qui est public ou déjà connu du Destinataire.",
      "L'obligation survit cinq ans au présent engagement.",
      "Aucune licence n'est accordée.",
    ],
  },
  'statement-of-work': {
    titles: 'Bon de mission n° 2|Cahier des travaux|Ordre de mission projet',
    roles: ['le Titulaire', 'le Donneur d’ordre'],
    sentences: [
      'Le présent bon est passé en application du contrat-cadre et en reprend les conditions.',
      "Périmètre : analyse de l'existant, conception, déploiement sur trois sites, formation.",
      'Livrables : dossier de conception, prototype, cahier de tests, manuel.',
      'Jalon 1 : conception validée ; jalon 2 : prototype ; jalon 3 : mise en service.',
      'Le Donneur d’ordre prononce la recette sous huit jours ouvrés.',
      'Le prix forfaitaire est de {amount} ; la responsabilité y est limitée.',
    ],
  },
  amendment: {
    titles: 'Avenant n° 3|Avenant modificatif|Modification du contrat',
    roles: ['la Société', 'le Partenaire'],
    sentences: [
      'Le contrat conclu antérieurement entre les parties est modifié comme suit.',
      "L'article 4.2 est supprimé et remplacé par : « Les factures sont payables à 45 jours. »",
      "L'annexe B est remplacée par la version jointe.",
      "À l'article 7, « douze mois » devient « vingt-quatre mois ».",
      'Toutes les autres stipulations demeurent inchangées.',
    ],
  },
  lease: {
    titles: 'Bail commercial de bureaux|Contrat de location de locaux|Location de matériel',
    roles: ['le Bailleur', 'le Preneur'],
    sentences: [
      'Sont donnés à bail les locaux du deuxième étage et deux emplacements de stationnement.',
      'Le loyer mensuel est de {amount}, payable le trois du mois, charges en sus.',
      'Le Preneur verse un dépôt de garantie de trois mois de loyer.',
      "Les lieux sont à usage de bureaux ; la sous-location suppose l'accord du Bailleur.",
      'En fin de bail le Preneur rend les clés et remet en état.',
      'Le Bailleur entretient le clos et le couvert.',
    ],
  },
  'employment-agreement': {
    titles: "Contrat de travail à durée indéterminée|Lettre d'embauche|Promesse d'engagement",
    roles: ["l'Employeur", 'le Salarié'],
    sentences: [
      "Vous êtes engagé comme ingénieur d'affaires, rattaché à la direction technique.",
      "La période d'essai est de trois mois.",
      'Le salaire annuel brut est de {amount}, versé en douze mensualités.',
      'La durée du travail est de 38 heures par semaine ; les heures en plus sont récupérées.',
      'Les congés payés sont de 27 jours par an.',
      "Tout autre emploi suppose l'accord de l'Employeur.",
    ],
  },
  'data-processing-agreement': {
    titles:
      'Contrat de sous-traitance RGPD|Accord article 28 RGPD|Clauses de traitement des données',
    roles: ['le Responsable du traitement', 'le Sous-traitant'],
    sentences: [
      'Le Sous-traitant ne traite les données à caractère personnel que sur instruction documentée.',
      'Finalités : hébergement, assistance, sauvegarde ; personnes concernées : usagers, salariés.',
      'Toute violation de données à caractère personnel est signalée sous 24 heures.',
      "Les sous-traitants ultérieurs figurent à l'annexe 2.",
      'Les mesures techniques et organisationnelles sont le chiffrement et le contrôle des accès.',
      'En fin de contrat toutes les données sont effacées ou restituées.',
    ],
  },
};
