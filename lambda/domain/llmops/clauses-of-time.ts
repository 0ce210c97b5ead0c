import { type ClauseTopic, topic } from './clause-topic.ts';

/**
 * Dates, terms and periods: vocabulary written from how such clauses are worded in general, learned
 * from no labelled document. The first topic that a question asks for counts.
 */
export const TIME_CLAUSES: readonly ClauseTopic[] = [
  topic(
    'effective date',
    /\beffective date\b|\b(?:come|goes?) into (?:force|effect)\b|in kraft|entra en vigor/i,
    [
      [0.8, /\b(?:effective|commenc\w+|in kraft|in force from|vigor|vigente)\b/i],
      [0.4, /\b(?:as of|date|from|on|ab|desde)\b/i],
    ],
  ),
  topic(
    'agreement date',
    /\bagreement date\b|\bdate of the (?:contract|agreement)\b|\b(?:contract|agreement)\b.{0,20}\b(?:dated|signed|made)\b/i,
    [
      [0.7, /\b(?:made|entered into|executed|dated|signed|is dated)\b/i],
      [0.4, /\b(?:as of|day of|this|between|by and|on|agreement)\b/i],
    ],
  ),
  topic(
    'renewal notice',
    /notice period (?:required )?to terminate (?:the )?renewal|notice.{0,30}\b(?:non-?renewal|prevent renewal)/i,
    [
      [0.6, /\b(?:renew\w*|extend\w*|extension)\b/i],
      [0.5, /\bnotice\b|\bnotif/i],
      [0.3, /\b(?:days?|months?)\b/i],
      [0.2, /\b(?:unless|not (?:to )?renew|non-?renew\w*|terminat\w*|prior to|before)\b/i],
    ],
    1.4,
  ),
  topic('renewal', /\brenew|\bterm extended\b|automatic extension|verl[aä]nger|pr[oó]rrog/i, [
    [0.7, /\b(?:renew(?:s|ed|al|able)?|re-?new)\b|verl[aä]nger|prorrog|se renueva/i],
    [
      0.4,
      /\b(?:extend(?:s|ed)?|extension)\b.{0,60}\b(?:term|agreement|period|years?|months?)\b|\b(?:term|agreement)\b.{0,60}\bextend/is,
    ],
    [
      0.4,
      /\b(?:successive|additional|automatic(?:ally)?|consecutive|further|thereafter|one[- ]year|year[- ]to[- ]year|annually|periods? of)\b/i,
    ],
    [0.2, /\b(?:initial |then[- ]current )?term\b/i],
  ]),
  topic(
    'expiry',
    /\bexpir(?:ation|y) date\b|\binitial term expire|\bwhen does .{0,40}\b(?:end|expire)\b|\bhow long (?:is|does) .{0,40}\b(?:term|last|run)\b|\buntil when\b|wann endet|vencimiento/i,
    [
      [
        0.6,
        /\b(?:initial |original )?(?:term|agreement|duration)\b.{0,120}\b(?:expires?|ends?|terminates?|continues?|remain|ending|through|until|period of|shall be|for (?:a )?(?:term|period))\b/is,
      ],
      [0.3, /\b(?:expir(?:es?|ation)|shall end|in (?:full )?(?:force|effect)|initial term)\b/i],
      [0.4, /\b(?:years?|months?|\d{4}|anniversary)\b/i],
      [0.2, /\b(?:commenc\w+|effective date|begin\w*|unless (?:sooner|earlier)|continue)\b/i],
    ],
    1.2,
    /\b(?:surviv\w*|confidential\w*|party files|bankruptcy)\b|\bterm of this agreement and for\b/i,
  ),
];

/** Asked for last: their words stand in questions for other clauses too. */
export const PERIOD_CLAUSES: readonly ClauseTopic[] = [
  topic(
    'payment',
    /\bpayment terms\b|\b(?:invoices?|bills?) (?:be )?(?:paid|payable|due)\b|zahlungsfrist|zahlungsziel|plazo de pago/i,
    [
      [
        0.7,
        /\b(?:payable|paid|pays?|payments?|due|zahlbar|zahlt|bezahlt|pagar|pago|pagan|paga)\b/i,
      ],
      [0.6, /\b(?:days?|months?|tagen?|monaten?|d[ií]as|meses)\b/iu],
      [0.3, /\b(?:invoices?|bills?|rechnung\w*|facturas?|receipt)\b/i],
    ],
    1.3,
  ),
  topic(
    'notice of termination',
    /\bnotice\b.{0,50}\b(?:terminat|end|cancel|leave)|\b(?:terminat|end|cancel)\w*\b.{0,50}\bnotice\b|k[uü]ndigungsfrist|preaviso/iu,
    [
      [0.6, /\bnotice\b|frist|k[uü]ndig|preaviso|aviso/iu],
      [0.6, /\b(?:days?|weeks?|months?|tagen?|monaten?|wochen|d[ií]as|meses)\b/iu],
      [
        0.5,
        /\b(?:terminat\w*|cancel\w*|end|leave|without cause|for convenience)\b|k[uü]ndig|beend|rescind|terminar|resolver/iu,
      ],
    ],
    1.5,
  ),
];
