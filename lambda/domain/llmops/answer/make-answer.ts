import { ModelReplyError, ModelUnavailableError } from '../../../errors.ts';
import type { LanguageModel, Ports } from '../../../ports.ts';
import type { StepContext } from '../../../step.ts';
import { openAllowance } from '../../gateway/allowance.ts';
import { NOT_IN_DOCUMENTS } from '../../gateway/answer-text.ts';
import type {
  GenerateOptions,
  LanguageModelRequest,
} from '../../gateway/language-model-exchange.ts';
import type { ShownPassage } from './answer.ts';
import { type AnswerInMaking, answerInMaking } from './answer-in-making.ts';
import { meteredGuardrail } from './guardrail-use.ts';
import { judgeGroup } from '../judge/judge-group.ts';
import { closedAnswer, type MadeAnswer } from './made-answer.ts';
import { asData } from '../prompt-text.ts';

export interface AnswerPorts {
  readonly languageModel: LanguageModel;
  /** Reads the variables where no model replies; marked as such. */
  readonly extractive: LanguageModel;
  readonly guardrail: Pick<Ports['guardrail'], 'assess'>;
  readonly gates: Pick<Ports['gates'], 'minGrounding'>;
  readonly sentencesAGroup: number;
  readonly now: () => number;
}

const FORM =
  'Your last reply could not be used. Reply again with sentences that end in the number of the passage ' +
  `they rest on, such as [1], or with ${NOT_IN_DOCUMENTS} alone.`;

/**
 * Lets the model answer and judges what it says while it says it. Where nothing was released yet, a reply
 * in another form is sent back once, and then, or where no model replies, the extractive reader answers,
 * marked; where it finds nothing either, a person has to. After the first release a failure ends the
 * answer, and its result says so.
 * @throws AccessError, NotFoundError, ContextOverflowError, LimitExceededError: mistakes of the set-up
 * are not hidden by a fallback; and what the guardrail throws while nothing was released
 */
export function makeAnswer(ports: AnswerPorts) {
  return async (
    asked: {
      readonly request: LanguageModelRequest;
      readonly question: string;
      /** In the order of their numbers. */
      readonly passages: readonly ShownPassage[];
    },
    options: Pick<StepContext, 'release' | 'signal' | 'left'> = {},
  ): Promise<MadeAnswer> => {
    const guardrail = meteredGuardrail(ports.guardrail);
    const { sentencesAGroup, now } = ports;
    const begin = () =>
      answerInMaking({
        judge: judgeGroup({ ...ports, guardrail }, asked),
        sentencesAGroup,
        release: options.release,
        now,
      });
    const close = (made: Omit<Parameters<typeof closedAnswer>[0], 'guardrailUse'>) =>
      closedAnswer({ ...made, guardrailUse: guardrail.used() });
    const making = begin();
    let cause: Error;
    try {
      await read(ports.languageModel, making, asked.request, eitherSignal(options));
      const made = making.soFar();
      if (!made.isWithoutMarks || made.stopReason === 'refused') return close({ made });
      cause = otherForm(made.served?.model ?? ports.languageModel.reader);
    } catch (error) {
      if (options.left?.aborted === true && options.signal?.aborted !== true) {
        return close({ made: making.soFar(), interruption: new Error('the caller left') });
      }
      if (!(error instanceof Error)) throw error;
      if (making.isReleased()) return close({ made: making.soFar(), interruption: error });
      if (!mayFallBack(error) || options.signal?.aborted === true) throw error;
      cause = error;
    }
    const instead = begin();
    await take(ports.extractive, instead, asked.request, {});
    return close({ made: instead.soFar(), instead: { of: making.soFar(), cause } });
  };
}

/** Reads a reply to its end; one without a mark is sent back once, out of the same allowance. */
async function read(
  model: LanguageModel,
  making: AnswerInMaking,
  request: LanguageModelRequest,
  signal: AbortSignal | undefined,
): Promise<void> {
  const options = {
    allowance: openAllowance(),
    isReleased: () => making.isReleased(),
    ...(signal === undefined ? {} : { signal }),
  };
  await take(model, making, request, options);
  const { isWithoutMarks, said, stopReason } = making.soFar();
  if (!isWithoutMarks || stopReason === 'refused') return;
  const messages = [
    ...request.messages,
    { role: 'assistant', text: asData(said).trim() || '(nothing)' } as const,
    { role: 'user', text: FORM } as const,
  ];
  await take(model, making, { ...request, messages }, options);
}

async function take(
  model: LanguageModel,
  making: AnswerInMaking,
  request: LanguageModelRequest,
  options: GenerateOptions,
): Promise<void> {
  for await (const event of model.generate(request, options)) await making.take(event);
  await making.end();
}

function eitherSignal({
  signal,
  left,
}: Pick<StepContext, 'signal' | 'left'>): AbortSignal | undefined {
  return signal === undefined || left === undefined
    ? (signal ?? left)
    : AbortSignal.any([signal, left]);
}

function mayFallBack(error: Error): boolean {
  return error instanceof ModelUnavailableError || error instanceof ModelReplyError;
}

function otherForm(model: string): ModelReplyError {
  return new ModelReplyError(
    `${model} must answer in sentences that cite their passages as [n], or by ${NOT_IN_DOCUMENTS}, and ` +
      'did not, twice; try another model or version of the prompt',
  );
}
