import { detectLanguage } from '../../../lambda/domain/document/detect-language.ts';

test.each([
  ['en', 'This agreement is made by and between the parties and shall be governed by the law.'],
  [
    'de',
    'Der Vertrag wird von den Parteien geschlossen und ist nicht ohne die Zustimmung übertragbar.',
  ],
  ['es', 'El contrato se rige por la ley y las partes acuerdan con su firma los plazos del anexo.'],
  [
    'fr',
    "Le contrat est régi par la loi et les parties conviennent des délais dans l'annexe pour une durée.",
  ],
])('names %s', (language, text) => {
  expect(detectLanguage(text)).toBe(language);
});

test('capitals and numbers do not mislead it', () => {
  const text =
    'EXHIBIT 28 (H) (1) UNDER FORM N-1A. THE TERMS OF THE AGREEMENT AND OF THE SCHEDULE TO IT.';
  expect(detectLanguage(text)).toBe('en');
});

test('a text without letters is undetermined', () => {
  expect(detectLanguage('12.50 33 / 7')).toBe('und');
});
