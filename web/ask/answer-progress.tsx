import { StatusIndicator } from '../ui/status-indicator.tsx';

/** What a reader waits for; the flow's tasks that it stands for. */
const STAGES: readonly { readonly label: string; readonly steps: readonly string[] }[] = [
  { label: 'Checking the question', steps: ['llmops-guard-input'] },
  { label: 'Retrieving passages', steps: ['llmops-plan-question', 'llmops-retrieve-chunks'] },
  {
    label: 'Answering, each sentence checked',
    steps: ['llmops-open-record', 'llmops-answer-question', 'llmops-answer-from-records'],
  },
  { label: 'Recording', steps: ['llmops-close-record'] },
];

/** Label of the stage that a step belongs to. */
export function stageLabel(step: string | null): string {
  return STAGES.find(({ steps }) => step !== null && steps.includes(step))?.label ?? 'Sending';
}

/** The stages of an answer: those that are done, the one that runs, those to come. */
export function AnswerProgress({ step }: { readonly step: string | null }) {
  const running = STAGES.findIndex(({ steps }) => step !== null && steps.includes(step));
  return (
    <ol className="stages" aria-label="Progress of the answer">
      {STAGES.map(({ label }, index) => (
        <li key={label}>
          <StatusIndicator type={statusOf(index, running)}>{label}</StatusIndicator>
        </li>
      ))}
    </ol>
  );
}

function statusOf(index: number, running: number) {
  if (index === running) return 'in-progress';
  return index < running ? 'success' : 'pending';
}
