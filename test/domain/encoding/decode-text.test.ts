import { decodeText } from '../../../lambda/domain/encoding/decode-text.ts';
import { encodeLegacy } from '../../fixtures/encode-legacy.ts';

const GERMAN =
  'Rechnung über 1.284,00 € für Büromöbel, größte Sorgfalt, Straße 5, „sofort“ – fällig';
const FRENCH = 'Facture n° 7 : déjà payée à l’été, où l’hôtel reçut çà et là, total 12,50 €';
const POLISH = 'Faktura za usługi, należność płatna w ciągu 14 dni, wartość łączna, źródło, część';
const CZECH = 'Daňový doklad č. 5, částka k úhradě, příjemce, dodací lhůta, žádné další výdaje';
const HUNGARIAN = 'Számla a szállított árukról, fizetendő összeg, határidő, üzletszerű, köszönjük';
const TURKISH = 'Fatura tutarı, ödeme günü, şirket adı, işlem ücreti, sayın müşteri, doğrulandı';
const LITHUANIAN = 'Sąskaita faktūra, mokėtina suma, įmonės pavadinimas, žyma, gavėjas, išrašyta';
const LATVIAN = 'Rēķins par pakalpojumiem, summa apmaksai, piegādātājs, maksātājs, ļoti, ķīla';
const RUSSIAN = 'Счёт на оплату: получатель ООО Ромашка, сумма к оплате, договор поставки';
const UKRAINIAN = 'Рахунок на оплату: одержувач, сума до сплати, договір, їхній, ґрунт, є';
const BULGARIAN = 'Фактура за плащане: получател, сума за плащане, договор за доставка';
const SERBIAN = 'Рачун за услуге, укупан износ, прималац, рок плаћања, њихов, ђак, љубав';
const GREEK = 'Τιμολόγιο πώλησης, σύνολο προς πληρωμή, ημερομηνία, προθεσμία, είδος';
const HEBREW = 'חשבונית מס עבור שירותים, סכום לתשלום, תאריך, לקוח, מספר עוסק';
const ARABIC = 'فاتورة ضريبية للخدمات، المبلغ المستحق، التاريخ، العميل، الرقم الضريبي';
const THAI = 'ใบแจ้งหนี้สำหรับบริการ ยอดชำระ วันที่ ลูกค้า เลขประจำตัวผู้เสียภาษี';
const VIETNAMESE_FREE = 'Ngày thanh toán';
const JAPANESE =
  '請求書番号は以下のとおりです。お支払い期限までにお振り込みください。合計金額は税込です。';
const SIMPLIFIED =
  '本合同由甲方与乙方签订，合同金额为人民币一万元整，付款期限为三十天，双方应遵守本合同的约定。';
const TRADITIONAL =
  '本契約由甲方與乙方簽訂，契約金額為新臺幣一萬元整，付款期限為三十天，雙方應遵守本契約之約定。';
const KOREAN =
  '본 계약은 갑과 을 사이에 체결되며 계약 금액은 일만 원이고 지급 기한은 삼십 일입니다.';

test.each([
  ['windows-1252', GERMAN],
  ['windows-1252', FRENCH],
  ['iso-8859-15', GERMAN.replaceAll(/[„“–]/g, '')],
  ['windows-1250', POLISH],
  ['windows-1250', CZECH],
  ['windows-1250', HUNGARIAN],
  ['iso-8859-2', POLISH],
  ['iso-8859-2', CZECH],
  ['windows-1254', TURKISH],
  ['windows-1257', LITHUANIAN],
  ['windows-1257', LATVIAN],
  ['windows-1251', RUSSIAN],
  ['windows-1251', UKRAINIAN],
  ['windows-1251', BULGARIAN],
  ['windows-1251', SERBIAN],
  ['koi8-r', RUSSIAN],
  ['koi8-u', UKRAINIAN],
  ['iso-8859-5', RUSSIAN],
  ['iso-8859-5', SERBIAN],
  ['ibm866', RUSSIAN],
  ['x-mac-cyrillic', RUSSIAN],
  ['windows-1253', GREEK],
  ['iso-8859-7', GREEK],
  ['windows-1255', HEBREW],
  ['windows-1256', ARABIC],
  ['iso-8859-6', ARABIC],
  ['windows-874', THAI],
  ['macintosh', GERMAN],
  ['macintosh', FRENCH.replace('°', '')],
  ['shift_jis', JAPANESE],
  ['euc-jp', JAPANESE],
  ['gb18030', SIMPLIFIED],
  ['big5', TRADITIONAL],
  ['euc-kr', KOREAN],
])('%s is told by its words: %s', (label, text) => {
  expect(textOf(encodeLegacy(text, label))).toBe(text);
});

test.each([
  ['windows-1251', 'Получ: ООО Ромашка'],
  ['windows-1251', 'ИТОГО К ОПЛАТЕ'],
  ['koi8-r', 'Итого к оплате'],
  ['windows-1252', 'Café Müller'],
  ['windows-1252', 'Customer’s copy – “original”'],
  ['windows-1252', 'Total: € 1,284.00'],
  ['windows-1253', 'ΤΙΜΟΛΟΓΙΟ Αθήνα'],
  ['shift_jis', '請求書 株式会社ひまわり'],
  ['gb18030', '发票号码 北京贸易有限公司'],
  ['big5', '發票號碼 臺北貿易有限公司'],
  ['euc-kr', '세금계산서 한국무역'],
])('%s is told by few words in an English text: %s', (label, words) => {
  const english = 'Invoice NW-1 of Vale Supplies for shipment to the warehouse in Leeds. '.repeat(
    4,
  );
  expect(textOf(encodeLegacy(`${english}\n${words}\nTotal due: EUR 9.00`, label))).toContain(words);
});

test.each([
  ['utf-16le', 'Invoice 7: total € 12'],
  ['utf-16be', 'Invoice 7: total € 12'],
  ['utf-16le', `${SIMPLIFIED}\n${SIMPLIFIED}`],
  ['utf-16be', `${JAPANESE}\n${JAPANESE}`],
  ['utf-16le', `${RUSSIAN}\n`],
])('%s without a mark is read: %s', (label, text) => {
  const bytes = Buffer.from(text, 'utf16le');
  expect(textOf(label === 'utf-16be' ? bytes.swap16() : bytes)).toBe(text);
});

test('ISO-2022-JP is told by its escapes', () => {
  const bytes = Uint8Array.from([0x1b, 0x24, 0x42, 0x40, 0x41, 0x35, 0x61, 0x1b, 0x28, 0x42, 0x0a]);
  expect(textOf(bytes)).toBe('請求\n');
});

test('lines in UTF-8 and lines in Windows-1252 are read each in its own', () => {
  const utf8 = new TextEncoder().encode('Müller & Söhne GmbH\n');
  const western = encodeLegacy('Straße 5, Köln\n', 'windows-1252');
  expect(textOf(Uint8Array.from([...utf8, ...western]))).toBe(
    'Müller & Söhne GmbH\nStraße 5, Köln\n',
  );
});

test('what a file declares is believed where it can be true', () => {
  expect(decodeText(encodeLegacy('Ёж', 'koi8-r'), 'koi8-r')).toMatchObject({ text: 'Ёж' });
  expect(decodeText(new TextEncoder().encode('Größe'), 'windows-1252')).toMatchObject({
    text: 'Größe',
  });
});

test.each([
  [
    'noise',
    Uint8Array.from({ length: 2_000 }, (_, at) => 128 + ((at * 7_919 + at * at * 31) % 128)),
  ],
  [
    'UTF-8 with a broken end',
    Uint8Array.from([...new TextEncoder().encode('Zürich käme für'), 0xc3]),
  ],
])('%s is refused', (_what, bytes) => {
  expect(decodeText(bytes)).toMatchObject({ refusal: { code: 'wrong-encoding' } });
});

test('Vietnamese without marks that only Windows-1258 combines is read', () => {
  expect(textOf(encodeLegacy(VIETNAMESE_FREE.normalize('NFC'), 'windows-1252'))).toBe(
    VIETNAMESE_FREE,
  );
});

function textOf(bytes: Uint8Array): string {
  const decoded = decodeText(bytes);
  return 'text' in decoded ? decoded.text : decoded.refusal.message;
}
