import { extractiveLanguageModel } from '../../local/adapters/language-model.ts';
import { describeLanguageModelContract } from './language-model.ts';

describeLanguageModelContract('extractiveLanguageModel', () => extractiveLanguageModel());

test('refuses variables that its template does not have', async () => {
  const request = {
    tenant: 'acme',
    task: 'classify-document' as const,
    prompt: '',
    variables: { labels: ['the labelled set'] },
    maxOutputTokens: 100,
  };
  await expect(extractiveLanguageModel().generate(request)).rejects.toThrow('classify-document');
});
