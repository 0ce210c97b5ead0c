import { draw, seededRandom } from '../../lambda/domain/features/random.ts';
import type { InnocentTexts } from './attack-samples.ts';
import type { LabelledText } from './fit-attack-model.ts';

const SEED = 1;
/** Made texts of two parts, for each attack that is learned from. */
const PAIRS_PER_ATTACK = 2;
const SHORT_INNOCENT = 200;
const SHORT_ATTACK = 600;
const JOINTS = [' ', '. ', '? ', '\n'];
const MAX_QUESTIONS = 60;
const MAX_QUOTES = 40;
const LEAST_QUOTE = 300;
const MOST_QUOTE = 2_500;

/**
 * What a judge of questions learns from: the texts; each attack behind an innocent text, and two
 * innocent ones joined, since an attack hides behind a question and two questions are none; the
 * product's own questions, alone and with a piece of a document, since long is not suspicious.
 */
export function questionTexts(
  texts: readonly LabelledText[],
  innocent: InnocentTexts,
): readonly LabelledText[] {
  const random = seededRandom(SEED);
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];
  const short = (attack: boolean, most: number) =>
    texts.filter((one) => one.attack === attack && one.text.length < most).map(({ text }) => text);
  const [harmless, attacks] = [short(false, SHORT_INNOCENT), short(true, SHORT_ATTACK)];
  const made: LabelledText[] = [];
  for (let pair = 0; pair < PAIRS_PER_ATTACK * attacks.length; pair += 1) {
    for (const [attack, ends] of [[true, attacks] as const, [false, harmless] as const]) {
      const text = `${pick(harmless) ?? ''}${pick(JOINTS) ?? ' '}${pick(ends) ?? ''}`;
      made.push({ text, attack });
    }
  }
  const asked = draw(innocent.questions, MAX_QUESTIONS, random);
  for (const document of draw(innocent.documents, MAX_QUOTES, random)) {
    const length = LEAST_QUOTE + Math.floor(random() * (MOST_QUOTE - LEAST_QUOTE));
    const start = Math.floor(random() * Math.max(1, document.length - length));
    const quote = document.slice(start, start + length);
    const question = pick(innocent.questions) ?? '';
    const text = random() < 0.5 ? `${question}\n${quote}` : `${quote}\n\n${question}`;
    made.push({ text, attack: false });
  }
  return [...texts, ...made, ...asked.map((text) => ({ text, attack: false }))];
}
