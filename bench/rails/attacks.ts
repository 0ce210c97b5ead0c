import { writeFileSync } from 'node:fs';
import { type AttackModel, attackProbability } from '../../lambda/domain/rails/attack-model.ts';
import { certainAttacks } from '../../lambda/domain/rails/certain-attacks.ts';
import { findOrders } from '../../lambda/domain/rails/judge-attack.ts';
import { amongNeighbours } from '../../lambda/domain/rails/passage-features.ts';
import { sentencesOf } from '../../lambda/domain/text/sentences.ts';
import {
  type AttackSample,
  innocentTexts,
  readAttackSamples,
} from '../../local/rails/attack-samples.ts';
import { groupsBySentence } from '../../local/rails/sample-groups.ts';
import {
  foldOfSamples,
  learnPassageModel,
  learnQuestionModel,
} from '../../local/rails/train-attack-models.ts';

const FOLDS = [0, 1, 2, 3, 4];
const LEAST_CHARACTERS = 8;
/** Characters of a long contract that are judged: about 20 pages. */
const PAGES = 50_000;

interface Judged extends AttackSample {
  readonly fold: number;
  readonly probability: number;
  readonly isAttack: boolean;
}

interface Paths {
  readonly samples: string;
  readonly filings: string;
  readonly out: string;
}

/**
 * Each direct attack and innocent prompt judged by a detector that learned from the other four fifths;
 * samples that share their opening or a sentence stand in one fifth. Writes the folds for the peer.
 */
export function scoreDirectAttacks({ samples, filings, out }: Paths): void {
  const innocent = innocentTexts(filings, 0);
  const judged = inFolds(readAttackSamples(samples), (learned) => {
    const model = learnQuestionModel(learned, innocent);
    return (one) => (isDocument(one) ? null : asQuestion(model, one.text));
  });
  console.log(
    `direct attacks: ${judged.length} texts, judged by a detector that saw none of their kin`,
  );
  console.table({
    'at the detector’s threshold': shares(judged, ({ isAttack }) => isAttack),
    'at 2 % false alarms': shares(judged, atFalseAlarms(judged, 0.02)),
  });
  if (out !== '') writeFileSync(out, JSON.stringify(judged));
}

/** The same of orders in documents, and the false alarms in the half of our documents not learned from. */
export function scoreOrdersInDocuments({ samples, filings }: Omit<Paths, 'out'>): void {
  const innocent = innocentTexts(filings, 0);
  const judged = inFolds(readAttackSamples(samples), (learned) => {
    const model = learnPassageModel(learned, innocent);
    return (one) => (isDocument(one) ? asDocument(model, one.text) : null);
  });
  console.log(`orders in documents: ${judged.length} letters, judged likewise`);
  console.table({
    'at the detector’s threshold': shares(judged, ({ isAttack }) => isAttack),
    'at one false alarm in 20': shares(judged, atFalseAlarms(judged, 0.05)),
  });
  const sentences = innocentTexts(filings, 1).documents.map((text) => text.slice(0, PAGES));
  const found = sentences.map((text) => findOrders(text).length);
  const all = sentences.reduce((sum, text) => sum + sentencesOf(text).length, 0);
  console.log(
    `contracts and generated documents not learned from: ${found.filter((one) => one > 0).length} of ` +
      `${found.length} with a sentence left out, ${found.reduce((a, b) => a + b, 0)} of ${all} sentences`,
  );
}

function isDocument({ source }: AttackSample): boolean {
  return source.startsWith('bipia');
}

type Verdict = Pick<Judged, 'probability' | 'isAttack'>;

function inFolds(
  samples: readonly AttackSample[],
  learn: (learned: readonly AttackSample[]) => (one: AttackSample) => Verdict | null,
): readonly Judged[] {
  const groups = groupsBySentence(samples.map(({ text }) => text));
  return FOLDS.flatMap((fold) => {
    const { learned, apart } = foldOfSamples(samples, groups, fold);
    const judge = learn(learned);
    return apart.flatMap((one) => {
      const verdict = judge(one);
      return verdict === null ? [] : [{ ...one, fold, ...verdict }];
    });
  });
}

function asQuestion(model: AttackModel, text: string) {
  const isCertain = certainAttacks(text, 'question').length > 0;
  const probability = isCertain ? 1 : attackProbability(model, text);
  return { probability, isAttack: isCertain || probability >= model.threshold };
}

function asDocument(model: AttackModel, text: string) {
  const judged = amongNeighbours(sentencesOf(text)).map((sentence) => {
    if (sentence.text.length < LEAST_CHARACTERS) return 0;
    const isCertain = certainAttacks(sentence.text, 'passage').length > 0;
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
