import type {
  AttackModel,
  AttackModels,
  PassageModel,
} from '../../lambda/domain/rails/attack-model.ts';
import {
  type AttackSample,
  innocentTexts,
  type InnocentTexts,
  readAttackSamples,
} from './attack-samples.ts';
import {
  calibrated,
  fitAttackModel,
  foldOf,
  type LabelledText,
  scoresWithoutOwnGroup,
} from './fit-attack-model.ts';
import { documentSamples, passageTexts } from './passage-texts.ts';
import { questionTexts } from './question-texts.ts';
import { groupsByOpening } from './sample-groups.ts';

const FOLDS = 5;
/** Shares of innocent texts that may count as attacks, on texts that were not learned from. */
const FALSE_ALARMS = { question: 0.018, passage: 0.001, suspect: 0.01 } as const;

/**
 * Learns the two judges from a folder of labelled attacks and from innocent texts of the filings
 * and of generated documents. Thresholds and calibration come from models that did not see the
 * judged text's group. The same files give the same numbers.
 */
export function trainAttackModels(directories: {
  readonly samples: string;
  readonly filings: string;
}): AttackModels {
  const samples = readAttackSamples(directories.samples);
  const innocent = innocentTexts(directories.filings, 0);
  return {
    learnedFrom: sourcesOf(samples, innocent),
    question: learnQuestionModel(samples, innocent),
    passage: learnPassageModel(samples, innocent),
  };
}

/** The judge of questions, of samples in memory. */
export function learnQuestionModel(
  samples: readonly AttackSample[],
  innocent: InnocentTexts,
): AttackModel {
  const direct = directOf(samples);
  const fit = (texts: readonly LabelledText[]) => fitAttackModel(questionTexts(texts, innocent));
  const groups = groupsByOpening(direct.map(({ text }) => text));
  const scored = scoresWithoutOwnGroup({ texts: direct, groups, folds: FOLDS, fit });
  return calibrated(fit(direct), scored, FALSE_ALARMS.question);
}

/**
 * The judge of sentences in documents, of samples in memory: calibrated on the orders of documents and
 * on innocent sentences; prompts only teach.
 */
export function learnPassageModel(
  samples: readonly AttackSample[],
  innocent: InnocentTexts,
): PassageModel {
  const documents = documentSamples(samples);
  const texts = passageTexts({ documents, prompts: directOf(samples), innocent });
  const orders = new Set(documents.flatMap(({ order }) => (order === null ? [] : [order])));
  const groups = groupsByOpening(texts.map(({ text }) => text));
  const scored = scoresWithoutOwnGroup({ texts, groups, folds: FOLDS, fit: fitAttackModel });
  const judged = scored.filter(({ text, attack }) => !attack || orders.has(text));
  const model = fitAttackModel(texts);
  const { threshold: suspect } = calibrated(model, judged, FALSE_ALARMS.suspect);
  return { ...calibrated(model, judged, FALSE_ALARMS.passage), suspect };
}

function directOf(samples: readonly AttackSample[]): readonly AttackSample[] {
  return samples.filter(({ source }) => !source.startsWith('bipia'));
}

/** The part of the samples whose group falls into a fold, and the rest. */
export function foldOfSamples(
  samples: readonly AttackSample[],
  groups: readonly number[],
  fold: number,
): { readonly learned: readonly AttackSample[]; readonly apart: readonly AttackSample[] } {
  const isApart = (at: number) => foldOf(groups[at] ?? 0, FOLDS) === fold;
  return {
    learned: samples.filter((_, at) => !isApart(at)),
    apart: samples.filter((_, at) => isApart(at)),
  };
}

function sourcesOf(samples: readonly AttackSample[], innocent: InnocentTexts): string[] {
  const counts = new Map<string, number>();
  for (const { source } of samples) counts.set(source, (counts.get(source) ?? 0) + 1);
  return [
    ...[...counts].map(([source, count]) => `${source}: ${count} texts`),
    `filings and generated documents: ${innocent.documents.length} of no attack`,
    `questions of the product: ${innocent.questions.length}`,
  ];
}
