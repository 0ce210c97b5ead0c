import { writeFileSync } from 'node:fs';
import { type AttackModel, attackProbability } from '../../lambda/domain/rails/attack-model.ts';
import { certainAttacks } from '../../lambda/domain/rails/certain-attacks.ts';
import { sentencesOf } from '../../lambda/domain/text/sentences.ts';
import {
  type AttackSample,
  innocentTexts,
  readAttackSamples,
} from '../../local/rails/attack-samples.ts';
import { groupsBySentence } from '../../local/rails/sample-groups.ts';
import { foldOfSamples, learnAttackModels } from '../../local/rails/train-attack-models.ts';

const FOLDS = [0, 1, 2, 3, 4];
const LEAST_CHARACTERS = 8;

interface Judged extends AttackSample {
  readonly fold: number;
  readonly probability: number;
  readonly isAttack: boolean;
}

/**
 * Each sample judged by a detector that learned from the other four fifths; samples that share their
 * opening or a sentence stand in one fifth. Writes the folds for the peer.
 */
export function scoreAttacks(paths: {
  readonly samples: string;
  readonly filings: string;
  readonly out: string;
}): void {
  const samples = readAttackSamples(paths.samples);
  const innocent = innocentTexts(paths.filings, 0);
  const groups = groupsBySentence(samples.map(({ text }) => text));
  const judged = FOLDS.flatMap((fold) => {
    const { learned, apart } = foldOfSamples(samples, groups, fold);
    const models = learnAttackModels(learned, innocent);
    return apart.map((sample): Judged => {
      const isDocument = sample.source.startsWith('bipia');
      return {
        ...sample,
        fold,
        ...(isDocument
          ? asDocument(models.passage, sample.text)
          : asQuestion(models.question, sample.text)),
      };
    });
  });
  console.log(
    `attacks: ${judged.length} texts, each judged by a detector that did not see its kin`,
  );
  const direct = judged.filter(({ source }) => !source.startsWith('bipia'));
  console.table({
    'direct, at the detector’s threshold': shares(direct, ({ isAttack }) => isAttack),
    'direct, at 2 % false alarms': shares(direct, atFalseAlarms(direct, 0.02)),
    'in documents': shares(
      judged.filter(({ source }) => source.startsWith('bipia')),
      ({ isAttack }) => isAttack,
    ),
  });
  if (paths.out !== '') writeFileSync(paths.out, JSON.stringify(direct));
}

function asQuestion(model: AttackModel, text: string) {
  const isCertain = certainAttacks(text, 'question').length > 0;
  const probability = isCertain ? 1 : attackProbability(model, text);
  return { probability, isAttack: isCertain || probability >= model.threshold };
}

function asDocument(model: AttackModel, text: string) {
  const sentences = sentencesOf(text).filter(({ length }) => length >= LEAST_CHARACTERS);
  const judged = sentences.map((sentence) => {
    const isCertain = certainAttacks(sentence, 'passage').length > 0;
    return isCertain ? 1 : attackProbability(model, sentence);
  });
  const probability = Math.max(0, ...judged);
  return { probability, isAttack: probability >= model.threshold };
}

/** Above the score that so many innocent texts reach. */
function atFalseAlarms(judged: readonly Judged[], share: number): (one: Judged) => boolean {
  const innocent = judged.filter(({ attack }) => !attack).map(({ probability }) => probability);
  innocent.sort((a, b) => b - a);
  const limit = innocent[Math.floor(share * innocent.length)] ?? 0;
  return ({ probability }) => probability > limit;
}

function shares(judged: readonly Judged[], isCaught: (one: Judged) => boolean) {
  const attacks = judged.filter(({ attack }) => attack);
  const others = judged.filter(({ attack }) => !attack);
  const share = (list: readonly Judged[]) =>
    list.length === 0 ? null : Number((list.filter(isCaught).length / list.length).toFixed(3));
  return {
    attacks: attacks.length,
    caught: share(attacks),
    innocent: others.length,
    'false alarms': share(others),
  };
}
