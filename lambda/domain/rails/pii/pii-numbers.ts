import { isBic, isCardNumber, isIban } from '../../text/identifiers.ts';
import {
  digitsOf,
  isHealthServiceNumber,
  isHostAddress,
  isPaymentCard,
  isRoutingNumber,
  isSocialSecurityNumber,
  isVehicleNumber,
  passesLuhn,
} from './pii-checks.ts';
import type { Detector } from './pii-detector.ts';

const IPV4 =
  /(?<![\d.])(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?:25[0-5]|2[0-4]\d|1?\d?\d)){3}(?![\d.]*\d)/g;

/**
 * Types with a number or code of their own, in order of precedence: an IBAN holds runs that look like
 * cards, a card runs that look like telephones. Forms: the issuer of each, named beside it.
 */
export const NUMBERED: readonly Detector[] = [
  {
    // RFC 5321 and 5322, without quoted local parts.
    type: 'EMAIL',
    pattern: /(?<![\w.+-])[\w.+-]{1,64}@(?:[\p{L}\d-]{1,63}\.)+\p{L}{2,24}(?![\w-])/gu,
  },
  {
    // RFC 3986: a scheme or `www.` in front.
    type: 'URL',
    pattern: /(?<![\w@])(?:https?:\/\/|www\.)[^\s<>"'()[\]{}]{3,2000}(?<![.,;:!?])/giu,
  },
  {
    // ISO 13616.
    type: 'INTERNATIONAL_BANK_ACCOUNT_NUMBER',
    pattern:
      /(?<![A-Z0-9])[A-Z]{2}\d{2}(?:[ -]?[A-Z0-9]{4}){2,7}(?:[ -]?[A-Z0-9]{1,3})?(?![A-Z0-9])/gi,
    isValid: (value) => isIban(value.toUpperCase()),
  },
  {
    // ISO/IEC 7812 with the ranges of issuers: 12 to 19 digits.
    type: 'CREDIT_DEBIT_CARD_NUMBER',
    pattern:
      /(?<![\w-])(?:\d{4}[ -]?\d{6}[ -]?\d{4,5}|\d{4}(?:[ -]?\d{4}){2,3}(?:[ -]?\d{1,3})?|\d{12,19})(?![\w-])/g,
    isValid: isPaymentCard,
  },
  {
    // What no scheme publishes but a sentence calls a card.
    type: 'CREDIT_DEBIT_CARD_NUMBER',
    pattern: /(?<![\w-])\d(?:[ -]?\d){12,18}(?![\w-])/g,
    isValid: isCardNumber,
    near: /\b(?:card|visa|mastercard|amex|karte|tarjeta|carte)\b/iu,
  },
  {
    // AWS Identity and Access Management, unique identifiers.
    type: 'AWS_ACCESS_KEY',
    pattern: /(?<![A-Z0-9])(?:AKIA|ASIA)[A-Z0-9]{16}(?![A-Z0-9])/g,
  },
  {
    type: 'AWS_SECRET_KEY',
    pattern: /(?<![\w/+=])[A-Za-z0-9/+]{40}(?![\w/+=])/g,
    near: /secret|aws/iu,
  },
  {
    // US Social Security Administration: what was never issued (2011).
    type: 'US_SOCIAL_SECURITY_NUMBER',
    pattern: /(?<![\w-])\d{3}([- ])\d{2}\1\d{4}(?![\w-])/g,
    isValid: isSocialSecurityNumber,
  },
  {
    type: 'US_SOCIAL_SECURITY_NUMBER',
    pattern: /(?<![\w-])\d{9}(?![\w-])/g,
    isValid: isSocialSecurityNumber,
    near: /\b(?:ssn|social\s+security)\b/iu,
  },
  {
    // Internal Revenue Service, Publication 4757: 9xx, group 50–65, 70–88, 90–92, 94–99.
    type: 'US_INDIVIDUAL_TAX_IDENTIFICATION_NUMBER',
    pattern: /(?<![\w-])9\d{2}[- ]?(?:5\d|6[0-5]|7\d|8[0-8]|9[0-24-9])[- ]?\d{4}(?![\w-])/g,
    near: /\b(?:itin|tax(?:payer)?\s+id)/iu,
  },
  {
    // HM Revenue & Customs, NIM39110.
    type: 'UK_NATIONAL_INSURANCE_NUMBER',
    pattern:
      /(?<![A-Z0-9])(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d{2} ?\d{2} ?\d{2} ?[A-D](?![A-Z0-9])/gi,
    near: /\b(?:ni|nino|national\s+insurance)\b/iu,
  },
  {
    // NHS Data Dictionary: modulo 11.
    type: 'UK_NATIONAL_HEALTH_SERVICE_NUMBER',
    pattern: /(?<![\w-])\d{3}[- ]?\d{3}[- ]?\d{4}(?![\w-])/g,
    isValid: isHealthServiceNumber,
    near: /\bnhs\b/iu,
  },
  {
    type: 'UK_UNIQUE_TAXPAYER_REFERENCE_NUMBER',
    pattern: /(?<![\w-])\d{5} ?\d{5}K?(?![\w-])/g,
    near: /\b(?:utr|unique\s+taxpayer)/iu,
  },
  {
    // Service Canada: Luhn.
    type: 'CA_SOCIAL_INSURANCE_NUMBER',
    pattern: /(?<![\w-])[1-79]\d{2}[- ]?\d{3}[- ]?\d{3}(?![\w-])/g,
    isValid: (value) => passesLuhn(digitsOf(value)),
    near: /\b(?:sin|social\s+insurance)\b/iu,
  },
  {
    type: 'CA_HEALTH_NUMBER',
    pattern: /(?<![\w-])\d{4}[- ]?\d{3}[- ]?\d{3}(?![\w-])/g,
    near: /\b(?:ohip|health\s+(?:card|number|insurance))/iu,
  },
  {
    // US Department of State: nine digits, or a letter and eight.
    type: 'US_PASSPORT_NUMBER',
    pattern: /(?<![\w-])[A-Z]?\d{8,9}(?![\w-])/g,
    near: /passport/iu,
  },
  {
    type: 'DRIVER_ID',
    pattern:
      /(?:driver['’]?s?\s+licen[cs]e|driving\s+licen[cs]e|licen[cs]e\s+(?:id|no|number)|f[üu]hrerschein\w*|permiso\s+de\s+conducir)[^\n\d]{0,25}?(?<value>(?=[A-Z\d-]*\d)[A-Z\d][A-Z\d-]{4,16})(?![\w-])/giu,
  },
  {
    type: 'LICENSE_PLATE',
    pattern:
      /(?:licen[cs]e\s+plate|number\s+plate|plate\s+(?:no|number)|kennzeichen|matr[íi]cula)[^\n]{0,12}?(?<value>(?=[A-Z\d -]*\d)[A-Z]{0,3}[ -]?[A-Z\d]{1,4}[ -]?[A-Z\d]{2,5})(?![\w-])/gu,
  },
  {
    // 49 CFR 565: check digit in the ninth place.
    type: 'VEHICLE_IDENTIFICATION_NUMBER',
    pattern: /(?<![A-Z0-9])[A-HJ-NPR-Z0-9]{17}(?![A-Z0-9])/g,
    isValid: isVehicleNumber,
  },
  {
    // American Bankers Association: weights 3, 7, 1.
    type: 'US_BANK_ROUTING_NUMBER',
    pattern: /(?<![\w-])\d{9}(?![\w-])/g,
    isValid: isRoutingNumber,
    near: /\b(?:routing|aba|rtn)\b/iu,
  },
  {
    type: 'US_BANK_ACCOUNT_NUMBER',
    pattern: /(?<![\w-])\d{6,17}(?![\w-])/g,
    near: /\b(?:bank|checking|savings)\s+account\b|\baccount\s+(?:no|number|#)/iu,
  },
  {
    // ISO 9362.
    type: 'SWIFT_CODE',
    pattern: /(?<![A-Z0-9])[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?(?![A-Z0-9])/g,
    isValid: isBic,
    near: /\b(?:swift|bic)\b/iu,
  },
  {
    type: 'CREDIT_DEBIT_CARD_CVV',
    pattern: /\b(?:cvv2?|cvc2?|cid|security\s+code)\b[^\n\d]{0,12}(?<value>\d{3,4})(?!\d)/giu,
  },
  {
    type: 'CREDIT_DEBIT_CARD_EXPIRY',
    pattern:
      /\b(?:valid\s+thru|card\s+expir\w+|expir(?:y|es|ation)(?:\s+date)?\s+of\s+(?:my|the)\s+card)\b[^\n\d]{0,12}(?<value>(?:0[1-9]|1[0-2])\s?\/\s?\d{2}(?:\d{2})?)(?!\d)/giu,
  },
  {
    type: 'PIN',
    pattern: /\bPIN\b(?:\s+(?:code|number))?\s*(?:is|:|=)?\s*(?<value>\d{4,6})(?!\d)/g,
  },
  {
    type: 'PASSWORD',
    pattern:
      /\b(?:password|passwort|contrase[ñn]a|passphrase|pwd)\b\s*(?:is|ist|es|:|=)\s*["'“]?(?<value>[^\s"'”]{4,64}?)(?=["'”.,;]?(?:\s|$))/giu,
    // `The password is required` tells none.
    isValid: (value) => /[^\p{L}]/u.test(value),
  },
  {
    type: 'USERNAME',
    pattern:
      /\b(?:user\s?name|user\s?id|login|benutzername|usuario)\b\s*(?:is|ist|es|:|=)\s*["'“]?(?<value>[\w.@-]{3,40})/giu,
  },
  {
    // RFC 791: four octets.
    type: 'IP_ADDRESS',
    pattern: IPV4,
    isValid: isHostAddress,
  },
  {
    type: 'IP_ADDRESS',
    pattern: IPV4,
    near: /\b(?:ip|host|server|client|router|gateway)\b/iu,
  },
  {
    // RFC 4291.
    type: 'IP_ADDRESS',
    pattern:
      /(?<![\w:])(?:[\da-f]{1,4}:){7}[\da-f]{1,4}(?![\w:])|(?<![\w:])(?:[\da-f]{1,4}:){1,6}(?::[\da-f]{1,4}){1,6}(?![\w:])/gi,
  },
  {
    // IEEE 802: six octets.
    type: 'MAC_ADDRESS',
    pattern: /(?<![\w:-])[\da-f]{2}(?:([:-]))[\da-f]{2}(?:\1[\da-f]{2}){4}(?![\w:-])/gi,
  },
];
