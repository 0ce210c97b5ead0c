import { type ClauseTopic, topic } from './clause-topic.ts';

const NOT = String.raw`(?:shall|will|may|must|agrees?|covenants?|undertakes?)(?: \w+){0,3} (?:not|never|refrain|neither)|neither|no (?:party|right)|prohibited|restricted`;

/**
 * Ending, transfer, liability and restrictions: vocabulary written from how such clauses are worded in general, learned from no labelled
 * document. The first topic that a question asks for counts.
 */
export const DUTY_CLAUSES: readonly ClauseTopic[] = [
  topic(
    'convenience',
    /\bwithout cause\b|\bfor convenience\b|\bterminat\w+.{0,30}\bwithout\b|ohne grund|sin causa/i,
    [
      [
        1,
        /\b(?:without cause|for (?:its )?convenience|(?:for|with(?:out)?) any (?:or no )?reason|for no reason|no reason has to)\b/i,
      ],
      [0.7, /\bat (?:any time|its (?:sole )?(?:option|discretion))\b/i],
      [
        0.6,
        /\b(?:terminat\w*|cancel\w*|end)\b.{0,140}\b(?:days?|months?|weeks?)\b.{0,50}\bnotice\b/is,
      ],
      [
        0.5,
        /\b(?:terminat\w*|cancel\w*)\b.{0,80}\bupon\b.{0,60}\bnotice\b|\b(?:terminat\w*|cancel\w*)\b.{0,60}\bgiving\b/is,
      ],
      [0.3, /\b(?:terminate|cancel|end|terminated)\b/i],
    ],
    1.2,
    /\b(?:breach\w*|default\w*|insolven\w*|bankrupt\w*|fails? to|renew\w*)\b/i,
  ),
  topic('change of control', /\bchange (?:of|in) control\b|kontrollwechsel|cambio de control/i, [
    [1, /\bchange (?:of|in) (?:control|ownership)\b/i],
    [0.6, /\b(?:merger|consolidation|acquisition|reorgani[sz]ation|acquired by)\b/i],
    [
      0.5,
      /\b(?:all or )?substantially all\b|\boperation of law\b|\bcontrolling interest\b|\bsale of (?:stock|shares)\b/i,
    ],
  ]),
  topic('non-transferable licence', /non-?transferable|transfer the licen[cs]e/i, [
    [1, /\bnon-?\s?transferr?able\b/i],
    [
      0.7,
      /\blicen[cs]\w*\b.{0,160}\b(?:may not|shall not|not|no right to)\b.{0,60}\b(?:assign|transfer|sub-?licen[cs])/is,
    ],
    [0.6, /\b(?:no right to|not|without the right to)\b.{0,30}\bsub-?licen[cs]/i],
    [0.3, /\blicen[cs]e\b/i],
  ]),
  topic(
    'assignment',
    /\bassign(?:ed|ment)?\b.{0,60}(?:third party|contract|agreement)|anti-?assign|\btransferred to others\b|\bmay (?:it|the (?:contract|agreement)) be assigned|abtret|cesi[oó]n/i,
    [
      [0.7, /\b(?:assign(?:ed|ment|able)?|abtret\w*|übertrag\w*|ceder|cesi[oó]n)\b/iu],
      [0.5, /\b(?:consent|approval|zustimmung|consentimiento)\b/i],
      [
        0.3,
        /\b(?:this (?:agreement|contract)|its rights|any (?:of its )?(?:rights|obligations)|hereunder|delegate|transfer)\b/i,
      ],
      [0.2, /\b(?:may not|shall not|neither|not be|no party|null and void)\b/i],
    ],
    1.2,
    /\b(?:title and interest|inventions?|work product)\b/i,
  ),
  topic(
    'audit',
    /\baudit|\binspect\b|books.{0,20}records/i,
    [
      [0.8, /\b(?:audit(?:s|ed|or|ors|ing)?|inspect\w*|examin\w*|access to)\b/i],
      [0.5, /\b(?:books|records|accounts|facilities|premises|accountants?)\b/i],
      [0.2, /\b(?:right to|permit|reasonable|upon|notice)\b/i],
    ],
    1.2,
    /\baudit committee\b/i,
  ),
  topic('uncapped liability', /\buncap|\bunlimited liability/i, [
    [0.7, /\b(?:except|other than|excluding|notwithstanding)\b.{0,260}\b(?:liab\w+|damages)\b/is],
    [
      0.7,
      /\b(?:limit(?:ation|ations|s|ed)?|cap|exclusions?)\b.{0,120}\b(?:shall|will|do|does) not apply\b/is,
    ],
    [0.7, /\bnothing in this\b.{0,80}\b(?:exclude|limit)/is],
    [
      0.4,
      /\b(?:indemni\w+|gross negligence|wil?lful|fraud|confidential\w*|infring\w+|death or personal injury)\b/i,
    ],
  ]),
  topic(
    'liability cap',
    /\bliabilit(?:y|ies)\b.{0,20}\b(?:cap|limit)|\bcap on liab|\bliability limited|haftung\w* begrenzt|l[ií]mite/i,
    [
      [
        0.8,
        /\b(?:in no event|under no circumstances|neither party|no party|not)\b.{0,120}\bliable\b/is,
      ],
      [
        0.8,
        /\bliabilit\w*\b.{0,160}\b(?:exceed|limited to|capped?|not to exceed|in the aggregate|sole remedy)\b/is,
      ],
      [
        0.6,
        /\b(?:consequential|incidental|punitive|special|indirect|exemplary)\b.{0,80}\b(?:damages?|loss\w*)\b/is,
      ],
      [0.4, /\b(?:maximum|aggregate|total|entire) (?:liability|amount)\b/i],
    ],
  ),
  topic(
    'liquidated damages',
    /\bliquidated damages\b|\btermination fee\b|vertragsstrafe|cl[aá]usula penal/i,
    [
      [
        1,
        /\bliquidated (?:damages|sum)\b|\btermination (?:fee|payment|charge)\b|\b(?:early )?cancell?ation fee\b|vertragsstrafe|\bbreak-?up fee\b/i,
      ],
      [0.6, /\bpenalt(?:y|ies)\b|\bnot (?:as )?a penalty\b/i],
      [0.3, /\bpay\b/i],
    ],
  ),
  topic(
    'covenant not to sue',
    /\bcontest(?:ing)?\b.{0,40}\bvalidity\b|covenant not to sue|\bbring(?:ing)? a claim\b/i,
    [
      [
        0.9,
        /\b(?:contest|challeng\w+|attack|dispute|impair|oppose|question)\b.{0,140}\b(?:validity|ownership|title|rights?|enforceab\w+|goodwill|interest)\b/is,
      ],
      [
        1,
        /\bcovenants? not to (?:sue|assert)\b|\b(?:waives?|releases?)\b.{0,60}\b(?:claims?|right to)\b|\bnot to sue\b/is,
      ],
      [0.3, new RegExp(NOT, 'i')],
    ],
    1.15,
  ),
  topic(
    'restriction exception',
    /\brestriction exception|\bexceptions?\b.{0,30}\b(?:carve|non-?compete|exclusiv)/i,
    [
      [
        0.7,
        /\b(?:foregoing|restrictions?|exclusivity|non-?compet\w*|competing|competitive)\b.{0,100}\b(?:not apply|not (?:be )?(?:prohibit|prevent|restrict|include)|except)/is,
      ],
      [0.7, /\b(?:nothing|notwithstanding)\b.{0,120}\b(?:prevent|prohibit|restrict|preclude)\b/is],
      [
        0.5,
        /\b(?:except|other than|provided,? however)\b.{0,160}\b(?:compet\w+|exclusiv\w+|solicit\w*)\b/is,
      ],
    ],
    1.1,
  ),
  topic(
    'no solicitation of employees',
    /\bsolicit\w*\b.{0,40}\b(?:hiring|employees)|\bhire employees\b|no-?solicit of employees|abwerb/i,
    [
      [0.7, /\b(?:solicit\w*|hire|hiring|recruit\w*|entice|induce|offer employment|employ)\b/i],
      [0.5, /\b(?:employees?|personnel|staff|contractors|consultants?)\b/i],
      [0.3, new RegExp(NOT, 'i')],
    ],
    1.3,
  ),
  topic(
    'no solicitation of customers',
    /\bsolicit\w*\b.{0,20}\bcustomers|no-?solicit of customers/i,
    [
      [0.7, /\b(?:solicit\w*|divert|entice|canvass|contact|interfere)\b/i],
      [0.5, /\b(?:customers?|clients?|accounts?|suppliers|licensees|policyholders)\b/i],
      [0.4, new RegExp(NOT, 'i')],
    ],
    1.4,
  ),
  topic(
    'non-compete',
    /\bnon-?compete\b|\bcompete with\b|wettbewerbsverbot|no competencia/i,
    [
      [0.8, /\b(?:compet(?:e|es|ing|itive|itors?|ition)|non-?compet\w+)\b/i],
      [0.5, new RegExp(NOT, 'i')],
      [0.3, /\b(?:engage|business|products?|territory|directly or indirectly|during the term)\b/i],
    ],
    1.3,
    /\bcompetitive (?:price|bid|pricing)\b/i,
  ),
  topic(
    'exclusivity',
    /\bexclusiv/i,
    [
      [0.8, /(?<!non-?\s?)\bexclusiv(?:e(?:ly)?|ity)\b/i],
      [
        0.4,
        /\b(?:grants?|appoint\w*|right|licen[cs]e|distribut\w+|supplier|provider|dealer|only|solely)\b/i,
      ],
      [
        0.6,
        /\b(?:not|neither)\b.{0,100}\b(?:any other|third part(?:y|ies)|other than|another)\b|\ball of its requirements\b/is,
      ],
    ],
    1.1,
    /\bexclusive (?:jurisdiction|venue|remed\w+|of)\b|non-?\s?exclusive/i,
  ),
];
