import { type ClauseTopic, topic } from './clause-topic.ts';

const NOT = String.raw`(?:shall|will|may|must|agrees?|covenants?|undertakes?)(?: \w+){0,3} (?:not|never|refrain|neither)|neither|no (?:party|right)|prohibited|restricted`;

/**
 * Prices, property, warranties and law: vocabulary written from how such clauses are worded in general, learned from no labelled
 * document. The first topic that a question asks for counts.
 */
export const TRADE_CLAUSES: readonly ClauseTopic[] = [
  topic('most favoured nation', /\bmost favou?red|\bbetter terms\b/i, [
    [
      1,
      /\bmost[- ]favou?red\b|\b(?:no less|as|at least as|more|less) favou?rable\b|\blowest price\b|\bbest (?:price|terms)\b/i,
    ],
    [0.5, /\b(?:any other|third part\w+|other customers?|similarly situated)\b/i],
  ]),
  topic(
    'minimum commitment',
    /\bminimum (?:order|commitment|amount|purchase)|mindestabnahme|m[ií]nim[oa]/i,
    [
      [0.8, /\b(?:minimums?|at least|no (?:less|fewer) than|not less than)\b/i],
      [
        0.5,
        /\b(?:purchas\w*|orders?|quantit\w+|units?|commitment|royalt\w+|guarantee\w*|fees?|payments?|sales)\b/i,
      ],
      [0.3, /\b(?:shall|will|agrees? to|must)\b/i],
      [0.2, /\b(?:per|each|every|annual\w*|year|month|quarter)\b/i],
    ],
    1.4,
    /\b(?:insurance|notice|days|coverage)\b/i,
  ),
  topic(
    'volume restriction',
    /\bvolume restriction|\bexceeds? (?:a )?certain threshold/i,
    [
      [0.7, /\b(?:exceed\w*|in excess of|more than|up to|maximum of|limited to|over)\b/i],
      [
        0.5,
        /\b(?:additional (?:fees?|charges?|hours|cost)|overage|hourly rate|usage|users|hours|copies|units|per (?:month|year|day))\b/i,
      ],
      [0.3, /\b(?:fee|charge|consent|approval|pay)\b/i],
    ],
    1.4,
    /\b(?:liab\w+|insurance|damages|interest)\b/i,
  ),
  topic(
    'price restriction',
    /\bprice restriction|\braise or reduce prices|preiserh[oö]hung/i,
    [
      [0.6, /\b(?:prices?|rates?|fees?|pricing)\b/i],
      [
        0.7,
        /\b(?:increase[sd]?|raise|reduce|decrease|adjust\w*|modif\w+|chang\w+)\b.{0,140}\b(?:not|no more than|exceed|percent|%|only|once|CPI|consumer price)\b|\b(?:not|no)\b.{0,60}\b(?:increase|raise|reduce)\b/is,
      ],
    ],
    1.2,
  ),
  topic(
    'revenue sharing',
    /\b(?:revenue|profit)s?\b.{0,20}\bshar|share revenue|\broyalt/i,
    [
      [
        0.8,
        /\b(?:royalt(?:y|ies)|commissions?|revenue shar\w+|profit[- ]shar\w+|share of (?:the )?(?:net |gross )?(?:revenue|profit|sales)|net (?:sales|revenues?|profits?)|gross (?:sales|revenues?|receipts?))\b/i,
      ],
      [0.6, /(?:%|\bper ?cent\b|\bpercentage\b)/i],
      [0.2, /\b(?:pay|paid|receive|entitled|equal to)\b/i],
    ],
    1.1,
  ),
  topic('first refusal', /\bfirst (?:refusal|offer|negotiation)|\brof[ron]\b|vorkaufsrecht/i, [
    [
      1,
      /\b(?:right|option) of first\b|\bfirst (?:right|option|opportunity|refusal|offer|negotiation)\b|\bpre-?empti(?:on|ve)\b/i,
    ],
    [0.5, /\b(?:matching|match)\b.{0,60}\boffer\b|\boffer\b.{0,60}\bmatch/is],
  ]),
  topic(
    'third-party beneficiary',
    /\b(?:third[- ]party|non-contracting party)\b.{0,30}\bbeneficiar/i,
    [
      [1.2, /\bthird[- ]party beneficiar|\bintended beneficiar/i],
      [0.6, /\b(?:enforce|benefit of)\b.{0,60}\bthird part/is],
    ],
    1,
    /\bno (?:third[- ]party|intended) benef|\bnot? .{0,60}beneficiar|\bnothing\b/is,
  ),
  topic(
    'non-disparagement',
    /\bdisparag/i,
    [
      [1, /\bdisparag|\bdefam(?:e|atory)|\bderogatory\b/i],
      [
        0.5,
        /\b(?:reputation|goodwill)\b.{0,80}\b(?:harm|damag|injur|detriment)|\b(?:harm|damag|injur|detriment|reflect)\w*\b.{0,80}\b(?:reputation|goodwill)\b/is,
      ],
      [0.3, new RegExp(NOT, 'i')],
    ],
    0.8,
  ),
  topic(
    'source code escrow',
    /\bescrow\b/i,
    [
      [0.8, /\bescrow\b/i],
      [0.6, /\bsource (?:code|materials?)\b/i],
      [0.3, /\b(?:deposit\w*|releas\w+)\b/i],
    ],
    1.1,
  ),
  topic(
    'insurance',
    /\binsur|versicherung|seguro/i,
    [
      [0.8, /\binsur(?:ance|ed|er|ers)\b|versicher|\bseguro\b/i],
      [
        0.4,
        /\b(?:maintain\w*|obtain|carry|procure|keeps?|coverage|polic(?:y|ies)|unterh[aä]lt|mantendr[aá])\b/iu,
      ],
      [
        0.3,
        /(?:\$\s?\d|\bUSD\b|\bEUR\b|\bcertificates?\b|\bper occurrence\b|\badditional insured\b|\bliability insurance\b)/i,
      ],
    ],
    1.1,
  ),
  topic('joint ownership', /\bjoint(?:ly)?\b.{0,20}\b(?:ip|own|intellectual)|\bshared ownership/i, [
    [
      1,
      /\bjoint(?:ly)?\b.{0,30}\b(?:own\w*|inventions?|intellectual|propert\w+|patents?)\b|\bco-?own\w*|\bown\w*\b.{0,20}\bjointly\b/is,
    ],
    [0.5, /\bundivided\b/i],
  ]),
  topic(
    'ownership of results',
    /\b(?:ip ownership|intellectual property created)|\bwho owns\b|\bbecome the property\b|eigentum an|titularidad/i,
    [
      [
        0.8,
        /\bassign(?:s|ed|ment)?\b.{0,120}\b(?:rights?|title|inventions?|copyrights?|intellectual|work)\b|\bsole (?:and exclusive )?property\b|\bworks?[- ](?:made[- ])?for[- ]hire\b/is,
      ],
      [0.6, /\b(?:own(?:s|ed|ership)?|belongs?|property of|vests?)\b/i],
      [
        0.5,
        /\b(?:inventions?|work product|intellectual property|copyrights?|developments?|deliverables|improvements|results|derivative works)\b/i,
      ],
    ],
    1.2,
    /\bjointly\b|\bthis agreement may not\b/i,
  ),
  topic(
    'perpetual licence',
    /\birrevocable\b|\bperpetual\b/i,
    [
      [0.8, /\b(?:irrevocabl[ey]|perpetual(?:ly)?)\b/i],
      [0.5, /\b(?:licen[cs]e\w*|right to use|grants?)\b/i],
    ],
    1.2,
  ),
  topic(
    'unlimited licence',
    /\ball you can eat|\bunlimited usage|\benterprise\b.{0,20}\blicen/i,
    [
      [
        0.8,
        /\b(?:unlimited|enterprise(?:[- ]wide)?|any number of|unrestricted|no additional fee)\b/i,
      ],
      [0.6, /\b(?:licen[cs]e\w*|right to|rights? of|use|copies|users)\b/i],
    ],
    1.3,
    /\bliabilit/i,
  ),
  topic(
    'licence grant',
    /\blicen[cs]e grant|\blicen[cs]e granted\b|\bgrant(?:ed|s)? (?:a|the) licen/i,
    [
      [
        0.9,
        /\bgrants?\b.{0,160}\b(?:licen[cs]es?|right)\b|\blicen[cs]es?\b.{0,60}\b(?:granted|to use)\b|\bis (?:hereby )?(?:granted|licensed)\b/is,
      ],
      [
        0.3,
        /\b(?:non-?\s?exclusive|exclusive|royalty-free|worldwide|right and licen[cs]e|hereby|trademarks?|software|to use)\b/i,
      ],
    ],
    0.9,
    /\bno licen[cs]e|\bnot (?:be construed|grant)|\bshall (?:not|be construed)/i,
  ),
  topic(
    'after termination',
    /\bafter the (?:termination|expiration)\b|\bpost-?termination/i,
    [
      [
        0.8,
        /\b(?:upon|after|following|on|in the event of)\b.{0,40}\b(?:expir\w+|terminat\w+|cancell?ation)\b/is,
      ],
      [
        0.5,
        /\b(?:return|destroy|cease|pay|transition|transfer|sell(?:-| )?off|inventory|wind|continue|survive|deliver|assist)\b/i,
      ],
      [0.2, /\b(?:shall|will|agrees?|must)\b/i],
    ],
    1.3,
    /\b(?:confidential\w*|return to the disclosing|effective date of|may terminate)\b/i,
  ),
  topic(
    'warranty duration',
    /\bwarrant(?:y|ies)\b|gew[aä]hrleistung|garant[ií]a/i,
    [
      [0.7, /\bwarrant(?:s|y|ies|ed)?\b|\bguarantees?\b|gew[aä]hrleist|garant[ií]/iu],
      [0.6, /\b(?:days?|months?|years?|tagen?|monaten?|jahren?|d[ií]as|meses|a[nñ]os)\b/iu],
      [0.2, /\b(?:period|from|after|defects?|free from)\b/i],
    ],
    1.3,
  ),
  topic('confidentiality', /\bconfidential|\bkept secret\b|geheim|confiden/i, [
    [1, /\b(?:confidential\w*|secret\w*|geheim\w*|vertraulich\w*)\b/i],
    [0.3, /\b(?:shall|must|keep|disclos\w+|years?)\b/i],
  ]),
  topic(
    'law',
    /\bgovern(?:s|ing|ed)?\b.{0,30}\blaw|\blaw\b.{0,20}\bgovern|\bwhose law|\bwhich law|welches recht|qu[eé] ley/i,
    [
      [
        0.7,
        /\b(?:govern(?:ed|ing|s)?|constru(?:ed|ction)|interpret(?:ed|ation)|subject to|apply|applies)\b/i,
      ],
      [0.6, /\blaws?\b/i],
      [1.2, /\bRecht (?:der|des|von)\b|\bleyes de\b/i],
      [0.2, /\b(?:State|Commonwealth|conflicts? of laws?)\b/],
    ],
    1.2,
  ),
];
