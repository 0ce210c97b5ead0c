import type { DocumentReference } from '../../lambda/domain/document/document.ts';
import type { Again, Flows } from '../../lambda/flow-ports.ts';

/** As EventBridge tells that an execution failed. */
export interface FlowEnd {
  readonly detail: {
    readonly status: 'FAILED';
    readonly input: string;
    readonly error: string;
    readonly cause: string;
  };
}
export interface StartedFlows extends Pick<Flows, 'startDocumentFlow'> {
  /** When none waits or runs any more. */
  settled(): Promise<void>;
}

/**
 * Documents whose flow waits for room or runs, `atOnce` of them at once: the queue that AWS has between
 * an arrival and its flow.
 * @param take what takes a document from the queue; its failure is in the log
 */
export function startedFlows(options: {
  readonly atOnce: number;
  readonly take: (document: DocumentReference) => Promise<unknown>;
}): StartedFlows {
  const waiting = new Map<string, DocumentReference>();
  const running = new Map<string, Promise<unknown>>();
  const drain = (): void => {
    for (const [name, document] of waiting) {
      if (running.size >= options.atOnce) return;
      // Its message is told again where its flow has not ended: here it is what is running.
      if (running.has(name)) continue;
      waiting.delete(name);
      const taken = options
        .take(document)
        .catch(() => undefined)
        .then(() => {
          running.delete(name);
          drain();
        });
      running.set(name, taken);
    }
  };
  return {
    async startDocumentFlow(document) {
      waiting.set(JSON.stringify([document.tenant, document.documentId]), document);
      drain();
    },
    async settled() {
      while (running.size > 0) await Promise.all(running.values());
    },
  };
}

/** Runs a flow to its end, and tells a failure as EventBridge does. */
export function followedFlow(options: {
  readonly run: (document: DocumentReference, again: Again) => Promise<void>;
  readonly onFailed: (end: FlowEnd) => Promise<unknown>;
}): Pick<Flows, 'followDocumentFlow'> {
  return {
    async followDocumentFlow(document, again) {
      await options
        .run(document, again)
        .catch((error: unknown) =>
          options.onFailed(flowEnd({ ...document, attempt: again.attempt }, error)),
        );
    },
  };
}

function flowEnd(given: object, error: unknown): FlowEnd {
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  const input = JSON.stringify(given);
  return { detail: { status: 'FAILED', input, error: name, cause: message } };
}
